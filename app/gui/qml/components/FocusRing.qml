// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! What has the keyboard's focus shows it.
Rectangle {
    property Item around: parent as Item
    property int gap: 2

    anchors.fill: parent
    anchors.margins: -gap
    radius: Theme.radius + gap
    color: "transparent"
    border.width: 2
    border.color: Theme.colours.accent
    visible: around !== null && around.activeFocus
}
