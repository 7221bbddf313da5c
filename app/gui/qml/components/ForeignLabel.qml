// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! What somebody wrote, shown exactly as it is and from the side where its own language begins.
Text {
    textFormat: Text.PlainText
    color: Theme.colours.text
    font.pixelSize: Theme.normalText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
