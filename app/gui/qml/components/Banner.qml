// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! A line across a column that says what matters now, with at most one button. While it has nothing to say it takes no
//! room and is not made.
Rectangle {
    id: banner

    required property string text
    property bool shown: true
    property string icon: ""
    property string button: ""
    property bool urgent: false
    readonly property Item line: content.item as Item
    readonly property color ink: urgent ? Theme.colours.danger : Theme.colours.warning

    signal clicked

    visible: shown
    height: shown && line ? Math.max(line.implicitHeight, Theme.control) + Theme.medium : 0
    color: urgent ? Theme.colours.dangerGround : Theme.colours.warningGround
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Loader {
        id: content
        anchors.fill: parent
        active: banner.shown

        sourceComponent: Item {
            implicitHeight: label.height

            Icon {
                id: icon
                anchors.left: parent.left
                anchors.leftMargin: Theme.large
                anchors.verticalCenter: parent.verticalCenter
                name: banner.icon
                colour: banner.ink
            }
            PlainLabel {
                id: label
                anchors.left: icon.right
                anchors.leftMargin: Theme.medium
                anchors.right: action.visible ? action.left : parent.right
                anchors.rightMargin: Theme.medium
                anchors.verticalCenter: parent.verticalCenter
                text: banner.text
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            PushButton {
                id: action
                anchors.right: parent.right
                anchors.rightMargin: Theme.medium
                anchors.verticalCenter: parent.verticalCenter
                visible: banner.button !== ""
                text: banner.button
                flat: true
                danger: banner.urgent
                onClicked: banner.clicked()
            }
        }
    }
}
