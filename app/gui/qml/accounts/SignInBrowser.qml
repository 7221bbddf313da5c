// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! The second step: the person says yes in the browser, and Petrel waits.
FocusScope {
    id: step

    required property var controller

    implicitHeight: column.height

    Column {
        id: column
        width: parent.width
        spacing: Theme.medium

        PlainLabel {
            width: parent.width
            text: qsTr("Go on in your browser")
            font.pixelSize: Theme.bigText
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
        PlainLabel {
            width: parent.width
            text: step.controller.hintWords
            wrapMode: Text.Wrap
            lineHeight: Theme.lineHeight
            color: Theme.colours.softText
        }
        Pulse {
            anchors.left: parent.left
        }
        Flow {
            width: parent.width
            spacing: Theme.small

            PushButton {
                focus: true
                primary: true
                icon: "browser"
                text: qsTr("Open the browser again")
                onClicked: step.controller.openBrowserAgain()
            }
            PushButton {
                visible: step.controller.address !== ""
                icon: "copy"
                text: qsTr("Copy the address")
                onClicked: App.copyText(step.controller.address)
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.small

            PushButton {
                flat: true
                text: qsTr("Paste a code instead")
                onClicked: step.controller.preferCode()
            }
            PushButton {
                flat: true
                text: qsTr("Cancel")
                onClicked: step.controller.cancel()
            }
        }
    }
}
