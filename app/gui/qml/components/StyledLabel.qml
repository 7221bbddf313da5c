// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! Text with the markup that Petrel itself made of a post. Never give it anything else.
Text {
    id: label

    textFormat: Text.StyledText
    color: Theme.colours.text
    linkColor: Theme.colours.accent
    font.pixelSize: Theme.normalText
    wrapMode: Text.Wrap
    onLinkActivated: link => App.openLink(link)
    // The card has one composed sentence, which says this, too.
    Accessible.ignored: true

    HoverHandler {
        enabled: label.hoveredLink !== ""
        cursorShape: Qt.PointingHandCursor
    }
}
