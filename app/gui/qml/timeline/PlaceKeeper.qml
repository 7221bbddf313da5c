// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! Keeps the reader's place in a timeline: over new posts that arrive above, and over restarts.
Item {
    id: keeper

    required property PostList list
    required property var controller
    property string identity: ""
    property real offset: 0
    property bool restored: false
    // Whose place that is: the page may show another account before it is saved.
    property var noted: null

    function note(): void {
        const index = list.indexAt(list.width / 2, list.contentY + 1);
        const card = (index < 0 ? null : list.itemAtIndex(index)) as PostCard;
        if (card === null || !controller || !restored)
            return;
        identity = card.model.identity;
        offset = list.contentY - card.y;
        noted = controller;
        controller.model.seen(identity);
        if (list.contentY - list.originY < list.height && !controller.model.atTop)
            controller.model.fetchNewer();
        saver.restart();
    }

    // What the timer would still do.
    function saveNow(): void {
        if (saver.running && noted)
            noted.savePlace(identity, Math.round(offset));
        saver.stop();
    }

    function find(wanted: string): int {
        return wanted === "" || !controller ? -1 : controller.model.rowOf(wanted);
    }

    function go(wanted: string, pixels: real): bool {
        const index = find(wanted);
        if (index < 0)
            return false;
        list.positionViewAtIndex(index, ListView.Beginning);
        const card = list.itemAtIndex(index);
        if (card !== null)
            list.contentY = Math.min(card.y + pixels, Math.max(list.originY, list.originY + list.contentHeight - list.height));
        return true;
    }

    function restore(): void {
        if (restored || !controller || list.count === 0)
            return;
        restored = true;
        go(controller.restoredIdentity, controller.restoredOffset);
        note();
    }

    function hold(): void {
        if (restored && !list.scrolled)
            go(identity, offset);
    }

    visible: false
    onControllerChanged: {
        saveNow();
        identity = "";
        restored = false;
        Qt.callLater(restore);
    }

    Timer {
        id: saver
        interval: 500
        onTriggered: if (keeper.noted)
            keeper.noted.savePlace(keeper.identity, Math.round(keeper.offset))
    }
    Connections {
        target: App

        function onFlushing(): void {
            keeper.saveNow();
        }
    }
    Connections {
        target: keeper.list

        function onContentYChanged(): void {
            if (keeper.list.scrolled || keeper.list.activeFocus)
                Qt.callLater(keeper.note);
        }
        function onMovementEnded(): void {
            keeper.note();
        }
        function onCountChanged(): void {
            if (!keeper.restored)
                Qt.callLater(keeper.restore);
        }
    }
    Connections {
        target: keeper.controller ? keeper.controller.model : null
        ignoreUnknownSignals: true

        function onRowsInserted(parent: var, first: int): void {
            if (keeper.restored && first <= keeper.list.firstInSight())
                Qt.callLater(keeper.hold);
        }
    }
}
