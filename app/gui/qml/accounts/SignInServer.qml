// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! The first step: on which server the account lives.
FocusScope {
    id: step

    required property var controller
    readonly property bool looking: controller.state === "looking"

    function go(): void {
        if (field.text.trim() !== "" && !looking)
            controller.begin(field.text);
    }

    implicitHeight: column.height
    onVisibleChanged: if (visible)
        field.text = controller.server
    Component.onCompleted: field.text = controller.server

    Column {
        id: column
        width: parent.width
        spacing: Theme.small

        PlainLabel {
            width: parent.width
            text: qsTr("On which server is your account?")
            font.pixelSize: Theme.bigText
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
        TextLine {
            id: field
            objectName: "serverField"
            width: parent.width
            focus: true
            label: qsTr("Server")
            placeholderText: qsTr("social.example, @you@social.example or its address")
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase
            enabled: !step.looking
            onAccepted: step.go()
        }
        PlainLabel {
            width: parent.width
            visible: text !== ""
            text: step.controller.errorWords
            color: Theme.colours.danger
            wrapMode: Text.Wrap
            lineHeight: Theme.lineHeight
        }
        PlainLabel {
            width: parent.width
            text: step.controller.hintWords !== "" ? step.controller.hintWords : qsTr("Type it as you know it: Petrel finds the rest.")
            color: Theme.colours.softText
            wrapMode: Text.Wrap
            lineHeight: Theme.lineHeight
            bottomPadding: Theme.small
        }
        Row {
            anchors.left: parent.left
            spacing: Theme.small

            PushButton {
                primary: true
                text: step.controller.state === "failed" ? qsTr("Try again") : qsTr("Continue")
                enabled: !step.looking && field.text.trim() !== ""
                onClicked: step.go()
            }
            PushButton {
                visible: step.looking
                flat: true
                text: qsTr("Stop")
                onClicked: step.controller.cancel()
            }
            Pulse {
                visible: step.looking
                anchors.verticalCenter: parent.verticalCenter
            }
            PlainLabel {
                visible: step.looking
                text: qsTr("Asking the server …")
                color: Theme.colours.softText
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
