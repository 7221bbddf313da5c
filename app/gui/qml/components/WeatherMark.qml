// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! How a server is doing, as one small icon.
Icon {
    required property string weather

    name: weather
    size: Theme.smallIcon
    colour: Theme.weatherColour(weather)
}
