// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! A switch with its words.
Item {
    id: toggle

    required property string text
    property bool on: false

    signal toggled

    implicitWidth: knobs.width + Theme.small + label.implicitWidth
    implicitHeight: Theme.control
    activeFocusOnTab: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: on
    Accessible.onPressAction: toggle.toggled()
    Accessible.onToggleAction: toggle.toggled()
    Keys.onSpacePressed: toggled()
    Keys.onReturnPressed: toggled()

    Rectangle {
        id: knobs
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: 36
        height: 20
        radius: 10
        color: toggle.on ? Theme.colours.accent : "transparent"
        border.width: toggle.on ? 0 : 2
        border.color: Theme.colours.edge

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: toggle.on ? undefined : parent.left
            anchors.right: toggle.on ? parent.right : undefined
            anchors.margins: 4
            width: 12
            height: 12
            radius: 6
            color: toggle.on ? Theme.colours.accentInk : Theme.colours.edge
        }
    }
    PlainLabel {
        id: label
        anchors.left: knobs.right
        anchors.leftMargin: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        text: toggle.text
        font.pixelSize: Theme.smallText
        Accessible.ignored: true
    }
    MouseArea {
        anchors.fill: parent
        cursorShape: Qt.PointingHandCursor
        onClicked: toggle.toggled()
    }
    FocusRing {}
}
