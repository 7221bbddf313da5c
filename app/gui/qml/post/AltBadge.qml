// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! Says that a picture is described, and opens the description.
Rectangle {
    id: badge

    required property string words

    function open(): void {
        (description.wanted() as Popup).open();
    }

    implicitWidth: label.implicitWidth + Theme.small
    implicitHeight: label.implicitHeight + Theme.tiny
    radius: Theme.tiny
    color: "#cc000000"
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Description")
    Accessible.onPressAction: badge.open()

    Text {
        id: label
        anchors.centerIn: parent
        text: qsTr("ALT", "badge of a picture that is described")
        textFormat: Text.PlainText
        color: "#ffffff"
        font.pixelSize: Theme.smallText - 1
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    MouseArea {
        anchors.fill: parent
        anchors.margins: -Theme.tiny
        cursorShape: Qt.PointingHandCursor
        onClicked: badge.open()
    }
    Later {
        id: description

        sourceComponent: Popup {
            parent: badge
            y: -height - Theme.tiny
            width: Math.min(360, text.implicitWidth + 2 * Theme.medium)
            margins: Theme.small
            focus: true
            padding: Theme.medium
            background: Rectangle {
                color: Theme.colours.raised
                radius: Theme.radius
                border.width: 1
                border.color: Theme.colours.edge
            }
            contentItem: ForeignLabel {
                id: text
                focus: true
                Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
                text: badge.words
            }
        }
    }
}
