// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! What is told in full below the post that was opened: when exactly, for whom, changed or not.
PlainLabel {
    id: facts

    required property var post

    color: Theme.colours.softText
    font.pixelSize: Theme.smallText
    wrapMode: Text.Wrap
    text: [Words.exact(post.timeMs), post.visibilityWords, post.edited ? qsTr("Edited") : ""].filter(part => part !== "").join(" · ")
}
