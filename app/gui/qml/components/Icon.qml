// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! One icon of Petrel's own set, in the colour of its place.
Image {
    id: icon

    required property string name
    property int size: Theme.icon
    property color colour: Theme.colours.softText

    width: size
    height: size
    sourceSize.width: Theme.pixels(size)
    sourceSize.height: Theme.pixels(size)
    // QML writes a colour as #rrggbb, or #aarrggbb if it is not opaque: the last six digits are the colour.
    source: name === "" ? "" : "image://icon/" + name + "/" + String(colour).slice(-6)
    smooth: true
    Accessible.ignored: true
}
