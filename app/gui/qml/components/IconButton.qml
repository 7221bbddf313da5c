// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! A square button that is an icon; its words are its tooltip and its name.
Item {
    id: button

    required property string icon
    required property string text
    property int iconSize: Theme.icon
    property color colour: mouse.containsMouse || activeFocus ? Theme.colours.text : Theme.colours.softText
    property bool mirrored: false
    property bool pressed: false

    signal clicked

    implicitWidth: Theme.control
    implicitHeight: Theme.control
    opacity: enabled ? 1 : 0.45
    activeFocusOnTab: enabled
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.focusable: true
    Accessible.onPressAction: button.clicked()
    Keys.onSpacePressed: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.colours.line
        opacity: button.pressed ? 1 : mouse.containsMouse ? 0.6 : 0
    }
    Icon {
        anchors.centerIn: parent
        name: button.icon
        size: button.iconSize
        colour: button.colour
        mirror: button.mirrored && Theme.mirrored
    }
    MouseArea {
        id: mouse
        anchors.fill: parent
        hoverEnabled: true
        cursorShape: Qt.PointingHandCursor
        onClicked: button.clicked()
    }
    FocusRing {
        gap: 0
    }
    Tip {
        text: button.text
        shown: mouse.containsMouse
    }
}
