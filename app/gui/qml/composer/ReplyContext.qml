// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Which post is being answered, and the way to make it a post of its own.
Item {
    id: context

    required property string handle
    required property string excerpt

    signal dropped

    implicitHeight: Math.max(words.height, Theme.control)

    Icon {
        id: icon
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        name: "reply"
        size: Theme.smallIcon
        mirror: Theme.mirrored
    }
    Column {
        id: words
        anchors.left: icon.right
        anchors.leftMargin: Theme.small
        anchors.right: drop.left
        anchors.rightMargin: Theme.small
        anchors.verticalCenter: parent.verticalCenter

        PlainLabel {
            width: parent.width
            text: qsTr("In reply to %1").arg(context.handle)
            font.pixelSize: Theme.smallText
            font.weight: Font.DemiBold
            elide: Text.ElideRight
        }
        PlainLabel {
            width: parent.width
            visible: text !== ""
            text: context.excerpt
            color: Theme.colours.softText
            font.pixelSize: Theme.smallText
            elide: Text.ElideRight
            maximumLineCount: 1
        }
    }
    IconButton {
        id: drop
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        icon: "close"
        iconSize: Theme.smallIcon
        text: qsTr("Not a reply")
        onClicked: context.dropped()
    }
}
