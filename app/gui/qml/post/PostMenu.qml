// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! What else one can do with a post. One menu serves the whole list.
Pop {
    id: menu

    property var controller: null
    property string uri: ""
    property string webUrl: ""
    property string bodyPlain: ""
    property bool removable: false

    signal removalWanted(string uri)

    function show(card: PostCard, beside: Item, by: var): void {
        controller = by;
        uri = card.model.uri;
        webUrl = card.model.webUrl;
        bodyPlain = card.model.bodyPlain;
        removable = card.model.own && !card.model.ghost && !card.model.removalPending;
        if (beside)
            popup(beside, 0, beside.height);
        else
            popup();
    }

    PopItem {
        symbol: "browser"
        text: qsTr("Open in the browser")
        visible: menu.webUrl !== ""
        onTriggered: App.openLink(menu.webUrl)
    }
    PopItem {
        symbol: "link"
        text: qsTr("Copy link")
        visible: menu.webUrl !== ""
        onTriggered: App.copyText(menu.webUrl)
    }
    PopItem {
        symbol: "copy"
        text: qsTr("Copy text")
        visible: menu.bodyPlain !== ""
        onTriggered: App.copyText(menu.bodyPlain)
    }
    PopItem {
        symbol: "delete"
        danger: true
        text: qsTr("Delete …")
        visible: menu.removable
        onTriggered: menu.removalWanted(menu.uri)
    }
}
