// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Signing in to one more account: which server, then the browser, or a code to paste.
FocusScope {
    id: page

    required property var controller
    readonly property string state_: controller.state

    signal backWanted

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.surface
    }
    ColumnHeader {
        id: header
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        backward: true
        title: qsTr("Add an account")
        onBackWanted: page.backWanted()
    }
    Flickable {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        contentHeight: column.height + 2 * Theme.huge
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - 2 * Theme.huge, 440)
            topPadding: Theme.giant
            spacing: Theme.large

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "petrel"
                size: 72
                colour: Theme.colours.accent
            }
            Banner {
                width: parent.width
                radius: Theme.radius
                shown: page.controller.keychainWords !== ""
                icon: "warning"
                text: page.controller.keychainWords
            }
            SignInServer {
                width: parent.width
                visible: page.state_ === "idle" || page.state_ === "looking" || page.state_ === "failed"
                controller: page.controller
                focus: visible
            }
            SignInBrowser {
                width: parent.width
                visible: page.state_ === "browser"
                controller: page.controller
                focus: visible
            }
            SignInCode {
                width: parent.width
                visible: page.state_ === "code"
                controller: page.controller
                focus: visible
            }
            Blank {
                width: parent.width
                visible: page.state_ === "finishing" || page.state_ === "done"
                icon: page.state_ === "done" ? "check" : ""
                title: page.state_ === "done" ? qsTr("You are signed in") : qsTr("Almost there …")

                Pulse {
                    visible: page.state_ === "finishing"
                }
            }
        }
    }
}
