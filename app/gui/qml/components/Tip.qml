// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! The words that appear beside what the pointer rests on. Costs next to nothing until then.
Loader {
    id: tip

    property string text: ""
    property bool shown: false

    anchors.fill: parent
    active: shown && text !== ""

    sourceComponent: Item {
        ToolTip {
            id: bubble
            visible: true
            delay: 600
            width: Math.min(implicitWidth, Theme.tip)
            padding: Theme.small
            text: tip.text
            contentItem: PlainLabel {
                text: bubble.text
                font.pixelSize: Theme.smallText
                wrapMode: Text.Wrap
                color: Theme.colours.surface
            }
            background: Rectangle {
                color: Theme.colours.text
                radius: Theme.radius
            }
            enter: null
            exit: null
        }
    }
}
