// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! How each server is doing.
Sheet {
    id: sheet

    title: qsTr("How your servers are doing")

    Repeater {
        model: sheet.opened ? App.weather.servers : null

        ServerCard {
            width: parent.width
            onTryWanted: App.weather.tryNow(host)
        }
    }
    PlainLabel {
        width: parent.width
        text: qsTr("Petrel tries again by itself, soon at first, then more rarely. One server's storm never holds up another.")
        wrapMode: Text.Wrap
        font.pixelSize: Theme.smallText
        color: Theme.colours.softText
    }
}
