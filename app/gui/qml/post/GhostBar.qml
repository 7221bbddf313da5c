// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Below an own post that the server does not have yet: what it waits for, and what one can do.
Rectangle {
    id: bar

    required property var post
    required property var controller
    readonly property bool urgent: post.ghostState === "needsYou"

    implicitHeight: column.height + Theme.small + (buttons.visible ? Theme.tiny : Theme.small)
    radius: Theme.radius
    color: urgent ? Theme.colours.dangerGround : Theme.colours.accentGround

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.small
        spacing: 0

        Item {
            width: parent.width
            height: Math.max(words.height, Theme.huge)

            Icon {
                id: icon
                anchors.left: parent.left
                anchors.leftMargin: Theme.tiny
                anchors.top: parent.top
                anchors.topMargin: Theme.tiny
                size: Theme.smallIcon
                name: bar.urgent ? "warning" : "clock"
                colour: bar.urgent ? Theme.colours.danger : Theme.colours.accent
            }
            PlainLabel {
                id: words
                anchors.left: icon.right
                anchors.leftMargin: Theme.small
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: bar.post.ghostWords
                wrapMode: Text.Wrap
                font.pixelSize: Theme.smallText
            }
        }
        Flow {
            id: buttons
            width: parent.width
            spacing: Theme.tiny
            visible: bar.post.ghostCanRetry || bar.post.ghostCanEdit || bar.post.ghostCanCancel

            PushButton {
                visible: bar.post.ghostCanRetry
                room: buttons.width
                flat: true
                text: qsTr("Try now")
                onClicked: bar.controller.retry(bar.post.ghostAction)
            }
            PushButton {
                visible: bar.post.ghostCanEdit
                room: buttons.width
                flat: true
                text: qsTr("Edit")
                onClicked: bar.controller.edit(bar.post.ghostAction)
            }
            PushButton {
                visible: bar.post.ghostCanCancel
                room: buttons.width
                flat: true
                danger: true
                text: qsTr("Cancel", "do not send this post")
                onClicked: bar.controller.cancel(bar.post.ghostAction)
            }
        }
    }
}
