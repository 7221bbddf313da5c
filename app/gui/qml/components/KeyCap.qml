// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! A key, drawn as one.
Rectangle {
    id: cap

    required property string text

    implicitWidth: Math.max(height, label.implicitWidth + Theme.medium)
    implicitHeight: Theme.huge
    radius: Theme.tiny
    color: Theme.colours.surface
    border.width: 1
    border.color: Theme.colours.edge

    PlainLabel {
        id: label
        anchors.centerIn: parent
        text: cap.text
        font.pixelSize: Theme.smallText
        Accessible.ignored: true
    }
}
