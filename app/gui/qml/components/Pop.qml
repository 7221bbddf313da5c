// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! A menu in Petrel's dress. Fill it with PopItem.
Menu {
    id: menu

    implicitWidth: 240
    padding: Theme.tiny
    background: Rectangle {
        color: Theme.colours.raised
        radius: Theme.radius
        border.width: 1
        border.color: Theme.colours.edge
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.motion
        }
    }
    exit: null
}
