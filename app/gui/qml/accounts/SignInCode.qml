// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! The second step where the browser cannot come back by itself: the code that the server shows is pasted.
FocusScope {
    id: step

    required property var controller

    function go(): void {
        if (field.text.trim() !== "")
            controller.useCode(field.text);
    }

    implicitHeight: column.height
    onVisibleChanged: field.text = ""

    Column {
        id: column
        width: parent.width
        spacing: Theme.medium

        PlainLabel {
            width: parent.width
            text: qsTr("Paste the code")
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
        Flow {
            width: parent.width
            spacing: Theme.small

            PushButton {
                icon: "browser"
                text: qsTr("Open the browser")
                onClicked: step.controller.openBrowserAgain()
            }
            PushButton {
                visible: step.controller.address !== ""
                icon: "copy"
                text: qsTr("Copy the address")
                onClicked: App.copyText(step.controller.address)
            }
        }
        TextLine {
            id: field
            objectName: "codeField"
            width: parent.width
            focus: true
            label: qsTr("Code")
            placeholderText: label
            onAccepted: step.go()
        }
        PlainLabel {
            width: parent.width
            visible: text !== ""
            text: step.controller.errorWords
            color: Theme.colours.danger
            wrapMode: Text.Wrap
        }
        Flow {
            width: parent.width
            spacing: Theme.small

            PushButton {
                primary: true
                text: qsTr("Sign in")
                enabled: field.text.trim() !== ""
                onClicked: step.go()
            }
            PushButton {
                flat: true
                text: qsTr("Cancel")
                onClicked: step.controller.cancel()
            }
        }
    }
}
