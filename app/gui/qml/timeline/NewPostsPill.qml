// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Says that posts came above what is read, without moving anything; pressing it goes there.
Rectangle {
    id: pill

    required property int count

    signal clicked

    implicitWidth: row.implicitWidth + 2 * Theme.large
    implicitHeight: Theme.control
    radius: height / 2
    color: Theme.colours.accent
    visible: count > 0
    activeFocusOnTab: visible
    Accessible.role: Accessible.Button
    Accessible.name: label.text
    Accessible.onPressAction: pill.clicked()
    Keys.onSpacePressed: clicked()
    Keys.onReturnPressed: clicked()

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.small

        Icon {
            name: "up"
            size: Theme.smallIcon
            colour: Theme.colours.accentInk
            anchors.verticalCenter: parent.verticalCenter
        }
        PlainLabel {
            id: label
            text: qsTr("%n new post(s)", "", pill.count)
            color: Theme.colours.accentInk
            font.weight: Font.Medium
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
    MouseArea {
        anchors.fill: parent
        cursorShape: Qt.PointingHandCursor
        onClicked: pill.clicked()
    }
    FocusRing {
        radius: height / 2
    }
}
