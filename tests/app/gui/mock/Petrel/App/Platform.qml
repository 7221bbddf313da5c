// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

QtObject {
    property bool dark: themeChoice === "dark"
    property bool reducedMotion: false
    property real textScale: 1
    property string themeChoice: "light"

    function announce(item: Item): void {
    }
}
