// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

//! A part that not every post has. Made for the first that wants it, then kept unseen for the next one of its card.
Loader {
    required property bool wanted

    active: wanted || item !== null
    visible: wanted
}
