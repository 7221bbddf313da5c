// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Three quiet dots while something is under way; they stand still where motion is unwelcome.
Row {
    id: pulse

    property int step: 0
    property bool running: visible

    spacing: Theme.tiny
    Accessible.ignored: true

    Timer {
        interval: 300
        repeat: true
        running: pulse.running && Theme.motion > 0
        onTriggered: pulse.step = (pulse.step + 1) % 3
    }
    Repeater {
        model: pulse.visible ? 3 : 0

        Rectangle {
            required property int index

            width: 5
            height: 5
            radius: 2.5
            color: pulse.step === index && Theme.motion > 0 ? Theme.colours.accent : Theme.colours.edge
        }
    }
}
