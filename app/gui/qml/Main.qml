// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! The window.
ApplicationWindow {
    id: window

    property alias shell: shell

    width: 1180
    height: 820
    minimumWidth: 400
    minimumHeight: 480
    visible: true
    title: qsTr("Petrel")
    color: Theme.colours.ground
    font.pixelSize: Theme.normalText

    palette.window: Theme.colours.raised
    palette.windowText: Theme.colours.text
    palette.base: Theme.colours.field
    palette.text: Theme.colours.text
    palette.highlight: Theme.colours.accent
    palette.highlightedText: Theme.colours.accentInk
    palette.toolTipBase: Theme.colours.raised
    palette.toolTipText: Theme.colours.text
    palette.mid: Theme.colours.edge
    palette.dark: Theme.colours.edge

    Binding {
        target: Theme
        property: "pixelRatio"
        value: window.Screen.devicePixelRatio
    }
    Shell {
        id: shell
        anchors.fill: parent
    }
}
