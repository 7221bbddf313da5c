// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Stands between two posts where others are known to be missing.
Rectangle {
    id: row

    required property string words
    required property bool filling

    signal fillWanted

    implicitHeight: Math.max(label.height, Theme.control) + 2 * Theme.small
    color: Theme.colours.ground

    Icon {
        id: icon
        anchors.left: parent.left
        anchors.leftMargin: Theme.large + (Theme.avatar - width) / 2
        anchors.verticalCenter: parent.verticalCenter
        name: "gap"
    }
    PlainLabel {
        id: label
        anchors.left: parent.left
        anchors.leftMargin: Theme.large + Theme.avatar + Theme.medium
        anchors.right: side.left
        anchors.rightMargin: Theme.medium
        anchors.verticalCenter: parent.verticalCenter
        text: row.words
        wrapMode: Text.Wrap
        color: Theme.colours.softText
    }
    Item {
        id: side
        anchors.right: parent.right
        anchors.rightMargin: Theme.large
        anchors.verticalCenter: parent.verticalCenter
        width: row.filling ? pulse.width : button.width
        height: Theme.control

        Pulse {
            id: pulse
            anchors.centerIn: parent
            visible: row.filling
        }
        PushButton {
            id: button
            visible: !row.filling
            text: qsTr("Load them", "the posts that are missing here")
            onClicked: row.fillWanted()
        }
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
}
