// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! One thin line for each level above an answer.
Row {
    id: lines

    property int depth: 0

    spacing: Theme.medium - 1
    visible: depth > 0
    Accessible.ignored: true

    Repeater {
        model: lines.depth

        Rectangle {
            width: 1
            height: lines.height
            color: Theme.colours.edge
            opacity: 0.6
        }
    }
}
