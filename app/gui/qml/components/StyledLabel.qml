// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Text with the markup that Petrel itself made of a post. Never give it anything else.
Text {
    // Whole pixels, else whatever stands below is smeared over two rows of them.
    height: Math.ceil(implicitHeight)
    textFormat: Text.StyledText
    color: Theme.colours.text
    font.pixelSize: Theme.normalText
    wrapMode: Text.Wrap
    // The card has one composed sentence, which says this, too.
    Accessible.ignored: true
}
