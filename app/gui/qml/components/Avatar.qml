// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! A person's picture, or the first letter of their name while there is none. The provider rounds it.
Item {
    id: avatar

    required property string source
    required property string name
    property int size: Theme.avatar
    property color tint: Theme.colours.line
    property color ink: Theme.colours.softText

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Loader {
        anchors.fill: parent
        active: picture.status !== Image.Ready

        sourceComponent: Rectangle {
            radius: avatar.size * 0.22
            color: avatar.tint

            Text {
                anchors.centerIn: parent
                text: String.fromCodePoint((avatar.name.trim() || "?").codePointAt(0)).toLocaleUpperCase()
                textFormat: Text.PlainText
                color: avatar.ink
                font.pixelSize: Math.round(avatar.size * 0.42)
                Accessible.ignored: true
            }
        }
    }
    Image {
        id: picture
        anchors.fill: parent
        source: avatar.source
        sourceSize.width: Theme.pixels(avatar.size)
        sourceSize.height: Theme.pixels(avatar.size)
        asynchronous: true
    }
}
