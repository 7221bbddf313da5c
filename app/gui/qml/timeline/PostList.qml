// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! A list of posts that the keyboard can walk: a timeline or a thread.
ListView {
    id: list

    required property var controller
    property bool threaded: false
    // The ring shows where the keyboard is; who points with a mouse knows where he is.
    property bool byKeyboard: false
    property bool calm: true
    // What is in sight comes first, cards beyond the edge with the next frame.
    property bool painted: false
    // By the person: with the wheel, by flicking or at the bar.
    readonly property bool scrolled: moving || bar.pressed
    // Before the end is in sight, so that nobody stands there waiting.
    readonly property bool nearEnd: count > 0 && contentY - originY > contentHeight - 2 * height

    signal openWanted(string uri)
    signal pictureWanted(var attachments, int at)
    signal menuWanted(Item card, Item beside)

    function takeFocus(): void {
        calm = true;
        forceActiveFocus();
    }

    function point(index: int): void {
        byKeyboard = false;
        currentIndex = index;
        takeFocus();
    }

    function step(by: int): void {
        if (count === 0)
            return;
        byKeyboard = true;
        const from = currentCard() !== null ? currentIndex + by : firstInSight();
        currentIndex = Math.max(0, Math.min(count - 1, from));
        positionViewAtIndex(currentIndex, ListView.Contain);
        forceActiveFocus();
    }

    // What keys act on. After a turn of the wheel nobody thinks of the post that he pointed at before.
    function currentCard(): PostCard {
        return cardInSight(currentItem) ? currentItem as PostCard : null;
    }

    function openCurrent(): void {
        const card = currentCard();
        if (card !== null && !card.model.ghost && !card.opened)
            openWanted(card.model.uri);
    }

    function cardInSight(card: Item): bool {
        return card !== null && card.y + card.height > contentY && card.y < contentY + height;
    }

    function firstInSight(): int {
        const whole = indexAt(width / 2, contentY + Theme.small);
        return whole < 0 ? 0 : whole;
    }

    // Qt 6.4 asks a model for more when it has made the last card, but not when it has reused one for it.
    function fetchMore(): void {
        if (nearEnd && model)
            model.fetchMore(model.index(-1, -1));
    }

    model: controller ? controller.model : null
    reuseItems: true
    cacheBuffer: painted ? 200 : 0
    clip: true
    currentIndex: -1
    highlightMoveDuration: 0
    highlightFollowsCurrentItem: false
    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: false
    activeFocusOnTab: true
    pixelAligned: true
    // Else the first post would be the current one, though nobody went there.
    onModelChanged: currentIndex = -1
    onNearEndChanged: Qt.callLater(fetchMore)
    onCountChanged: Qt.callLater(fetchMore)
    onActiveFocusChanged: {
        if (!activeFocus)
            return;
        if (!calm) {
            byKeyboard = true;
            if (currentIndex < 0 && count > 0)
                currentIndex = firstInSight();
        }
        calm = false;
    }
    Accessible.role: Accessible.List
    Keys.onReturnPressed: openCurrent()
    Keys.onEnterPressed: openCurrent()
    Keys.onDownPressed: step(1)
    Keys.onUpPressed: step(-1)
    Keys.onPressed: event => {
        switch (event.key) {
        case Qt.Key_PageDown:
        case Qt.Key_Space:
            contentY = Math.min(contentY + height * 0.9, Math.max(originY, originY + contentHeight - height));
            break;
        case Qt.Key_PageUp:
            contentY = Math.max(contentY - height * 0.9, originY);
            break;
        case Qt.Key_Home:
            positionViewAtBeginning();
            break;
        case Qt.Key_End:
            positionViewAtEnd();
            break;
        default:
            return;
        }
        event.accepted = true;
    }

    Connections {
        target: list.painted ? null : list.Window.window

        function onFrameSwapped(): void {
            list.painted = list.count > 0;
        }
    }

    ScrollBar.vertical: ScrollBar {
        id: bar
        policy: list.contentHeight > list.height ? ScrollBar.AsNeeded : ScrollBar.AlwaysOff
    }
    delegate: PostCard {
        controller: list.controller
        threaded: list.threaded
        ringed: list.byKeyboard
        onPointed: list.point(index)
        onOpenWanted: uri => list.openWanted(uri)
        onPictureWanted: (attachments, at) => list.pictureWanted(attachments, at)
        onMenuWanted: (card, beside) => list.menuWanted(card, beside)
    }
}
