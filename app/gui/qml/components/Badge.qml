// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! A small count.
Rectangle {
    id: badge

    required property int count
    property bool urgent: false

    visible: count > 0
    implicitHeight: Theme.smallText + Theme.tiny
    implicitWidth: Math.max(implicitHeight, number.implicitWidth + Theme.small)
    radius: height / 2
    color: urgent ? Theme.colours.danger : Theme.colours.accent
    Accessible.ignored: true

    Text {
        id: number
        anchors.centerIn: parent
        text: Words.count(badge.count)
        textFormat: Text.PlainText
        font.pixelSize: Theme.smallText - 1
        font.weight: Font.Medium
        color: badge.urgent ? Theme.colours.dangerInk : Theme.colours.accentInk
        Accessible.ignored: true
    }
}
