// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! One line to type in.
TextField {
    id: field

    required property string label

    implicitHeight: Theme.control + Theme.tiny
    font.pixelSize: Theme.normalText
    color: Theme.colours.text
    placeholderTextColor: Theme.colours.softText
    selectionColor: Theme.colours.accent
    selectedTextColor: Theme.colours.accentInk
    selectByMouse: true
    Accessible.name: label

    background: Rectangle {
        radius: Theme.radius
        color: Theme.colours.field
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Theme.colours.accent : Theme.colours.edge
    }
}
