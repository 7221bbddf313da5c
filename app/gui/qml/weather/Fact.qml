// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! A name and its value on one line.
Item {
    id: fact

    required property string name
    required property string value

    implicitHeight: value_.height
    Accessible.role: Accessible.StaticText
    Accessible.name: name + ": " + value

    PlainLabel {
        id: name_
        anchors.left: parent.left
        width: parent.width * 0.36
        text: fact.name
        elide: Text.ElideRight
        font.pixelSize: Theme.smallText
        color: Theme.colours.softText
        Accessible.ignored: true
    }
    PlainLabel {
        id: value_
        anchors.left: name_.right
        anchors.leftMargin: Theme.small
        anchors.right: parent.right
        text: fact.value
        wrapMode: Text.Wrap
        font.pixelSize: Theme.smallText
        Accessible.ignored: true
    }
}
