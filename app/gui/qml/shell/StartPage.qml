// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! While the profile is opened, and where it could not be.
Item {
    Rectangle {
        anchors.fill: parent
        color: Theme.colours.surface
    }
    Blank {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.huge, 460)
        visible: App.startError !== ""
        icon: "warning"
        title: qsTr("Petrel could not open your profile")
        words: App.startError
    }
}
