// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Text that is shown exactly as it is, whoever wrote it.
Text {
    textFormat: Text.PlainText
    color: Theme.colours.text
    // To the side where reading begins, whatever the first letter is.
    horizontalAlignment: Text.AlignLeft
    font.pixelSize: Theme.normalText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
