// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! What stands where nothing can be shown: an icon, a title, why, and what can be done about it.
Column {
    id: blank

    property string icon: ""
    property string title: ""
    property string words: ""
    default property alias actions: buttons.data

    spacing: Theme.medium

    Icon {
        name: blank.icon
        visible: name !== ""
        size: Theme.giant
        colour: Theme.colours.edge
        anchors.horizontalCenter: parent.horizontalCenter
    }
    PlainLabel {
        width: parent.width
        visible: text !== ""
        text: blank.title
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        font.pixelSize: Theme.bigText
        font.weight: Font.DemiBold
    }
    PlainLabel {
        width: parent.width
        visible: text !== ""
        text: blank.words
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        lineHeight: Theme.lineHeight
        color: Theme.colours.softText
    }
    Row {
        id: buttons
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.small
    }
}
