// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! What one can do with an account.
Pop {
    id: menu

    property string account: ""
    property string handle: ""

    signal removalWanted(string account, string handle)
    signal weatherWanted

    function show(id: string, name: string, beside: Item): void {
        account = id;
        handle = name;
        popup(beside, 0, beside.height);
    }

    PopItem {
        enabled: false
        text: menu.handle
    }
    PopItem {
        symbol: "clear"
        text: qsTr("How your servers are doing")
        onTriggered: menu.weatherWanted()
    }
    PopItem {
        symbol: "sign-out"
        text: qsTr("Sign out")
        words: qsTr("Keeps what was read, and what waits.")
        onTriggered: App.signOut(menu.account)
    }
    PopItem {
        symbol: "delete"
        danger: true
        text: qsTr("Remove the account …")
        onTriggered: menu.removalWanted(menu.account, menu.handle)
    }
}
