// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! Who wrote a post, when, and for whom.
Item {
    id: header

    required property var post
    property bool big: false

    implicitHeight: Math.max(big ? Theme.avatar : names.height, names.height)

    Avatar {
        id: avatar
        anchors.left: parent.left
        anchors.top: parent.top
        source: header.post.authorAvatar
        name: header.post.authorPlain
    }
    Column {
        id: names
        anchors.left: avatar.right
        anchors.leftMargin: Theme.medium
        anchors.right: side.left
        anchors.rightMargin: Theme.small
        anchors.top: parent.top

        Row {
            width: parent.width
            spacing: Theme.tiny

            StyledLabel {
                text: header.post.authorName
                horizontalAlignment: Text.AlignLeft
                width: Math.min(implicitWidth, parent.width - (header.post.authorBot ? Theme.smallIcon + Theme.tiny : 0))
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                maximumLineCount: 1
            }
            Icon {
                visible: header.post.authorBot
                name: visible ? "bot" : ""
                size: Theme.smallIcon
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        PlainLabel {
            width: parent.width
            text: header.post.authorHandle
            color: Theme.colours.softText
            font.pixelSize: Theme.smallText
            elide: Text.ElideRight
            maximumLineCount: 1
            Accessible.ignored: true
        }
    }
    Row {
        id: side
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.small

        PlainLabel {
            id: edited
            visible: header.post.edited && !header.big
            text: qsTr("edited", "a post that was changed")
            color: Theme.colours.softText
            font.pixelSize: Theme.smallText
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        PlainLabel {
            text: Words.age(header.post.timeMs, Words.nowMs)
            color: Theme.colours.softText
            font.pixelSize: Theme.smallText
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Icon {
            name: header.post.visibility === "unknown" ? "" : header.post.visibility
            visible: name !== ""
            size: Theme.smallIcon
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    HoverHandler {
        id: hover
        parent: side
    }
    Loader {
        active: hover.hovered
        anchors.fill: side

        sourceComponent: Tip {
            shown: true
            text: Words.exact(header.post.timeMs) + (header.post.visibilityWords === "" ? "" : "\n" + header.post.visibilityWords)
        }
    }
}
