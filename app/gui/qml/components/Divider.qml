// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! A line between things, as wide as its place.
Rectangle {
    implicitHeight: Theme.hair
    color: Theme.colours.line
    Accessible.ignored: true
}
