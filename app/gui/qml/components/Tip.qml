// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! The words that appear beside what the pointer rests on. Costs nothing until then.
Item {
    id: tip

    required property string text
    property bool shown: false

    anchors.fill: parent
    ToolTip.visible: shown && text !== ""
    ToolTip.text: text
    ToolTip.delay: 600
    Accessible.ignored: true
}
