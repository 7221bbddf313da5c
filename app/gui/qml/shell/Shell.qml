// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! The whole window: rail, columns, and what floats above them.
FocusScope {
    id: shell

    readonly property bool beside: width >= Theme.besideFrom
    readonly property bool threadOpen: App.thread !== null && App.page === "home"
    readonly property var account: accounts.account
    readonly property TimelinePage timeline: home.item as TimelinePage
    readonly property ThreadPage conversation: thread.item as ThreadPage
    readonly property PostList activeList: {
        if (conversation && (!beside || conversation.activeFocus))
            return conversation.list;
        return timeline ? timeline.list : null;
    }
    readonly property var shortcuts: keyboard.table
    readonly property bool atPosts: App.page === "home" && activeList !== null
    // Its type is not named here: that alone would have it read.
    readonly property var floating: overlays.item
    readonly property bool covered: floating !== null && floating.opened
    // What had the keyboard before something was shown above it.
    property Item former: null

    function step(by: int): void {
        if (atPosts)
            activeList.step(by);
    }

    function currentCard(): PostCard {
        return atPosts ? activeList.currentCard() : null;
    }

    function withCurrent(deed: var): void {
        const card = currentCard();
        if (card !== null && !card.model.ghost)
            deed(activeList.controller, card.model);
    }

    function openCurrent(): void {
        if (atPosts)
            activeList.openCurrent();
    }

    function toggleWarning(): void {
        const card = currentCard();
        if (card !== null)
            card.toggleWarning();
    }

    function openPictures(): void {
        const card = currentCard();
        if (card !== null && !card.covered && card.model.attachments.length > 0)
            showAttachment(card.model.attachments, 0);
    }

    function openMenu(): void {
        const card = currentCard();
        if (card !== null && !card.model.ghost)
            above().showPostMenu(card, card, activeList.controller);
    }

    function showAttachment(attachments: var, at: int): void {
        const isPicture = one => one.kind === "image" || one.kind === "animated";
        if (isPicture(attachments[at]))
            above().showPictures(attachments.filter(isPicture), attachments.slice(0, at).filter(isPicture).length);
        else
            App.openLink(attachments[at].url);
    }

    function write(): void {
        if (!App.hasAccounts)
            return;
        App.page = "home";
        uncoverComposer();
        if (timeline)
            timeline.composer.focusText();
    }

    // Where there is room for one column, the conversation lies over the composer.
    function uncoverComposer(): void {
        if (threadOpen && !beside)
            App.closeThread();
    }

    function newest(): void {
        if (App.page === "home" && timeline) {
            timeline.controller.refresh();
            timeline.toNewest();
        }
    }

    function go(page: string): void {
        if (!App.hasAccounts)
            return;
        App.page = page;
    }

    function toAccount(id: string): void {
        // What is half typed is for the account it was begun with.
        if (timeline)
            timeline.composer.commit();
        App.currentAccount = id;
        go("home");
        // Who writes goes on at the end of what he finds.
        if (timeline && timeline.composer.activeFocus)
            timeline.composer.focusText();
    }

    function toAccountAt(index: int): void {
        const id = accounts.idAt(index);
        if (id !== "")
            toAccount(id);
    }

    function scaleText(by: real): void {
        Platform.textScale = by === 0 ? 1 : Math.max(0.8, Math.min(1.6, Math.round((Platform.textScale + by) * 10) / 10));
    }

    function above(): var {
        if (isWithin(Window.activeFocusItem, shell))
            former = Window.activeFocusItem;
        overlays.active = true;
        return overlays.item;
    }

    function showWeather(): void {
        above().showWeather();
    }

    function help(): void {
        above().showHelp(keyboard.table);
    }

    function back(): void {
        if (timeline && timeline.composer.activeFocus) {
            timeline.list.takeFocus();
            return;
        }
        if (App.page === "signin") {
            App.signIn.cancel();
            App.page = App.hasAccounts ? "home" : "welcome";
        } else if (App.page === "outbox") {
            App.page = "home";
        } else if (threadOpen) {
            App.closeThread();
        }
        focusContent();
    }

    // Never away from who writes: the letters that follow would be commands.
    function focusContent(): void {
        if (atPosts && !(timeline && timeline.visible && timeline.composer.activeFocus))
            activeList.takeFocus();
    }

    function focusFormer(): void {
        const wanted = former;
        former = null;
        for (const page of [conversation, timeline]) {
            if (page && page.visible && isWithin(wanted, page.list))
                return page.list.takeFocus();
        }
        if (wanted !== null && wanted.visible && wanted.enabled)
            wanted.forceActiveFocus();
        else
            focusContent();
    }

    function isWithin(item: Item, place: Item): bool {
        while (item !== null && item !== place)
            item = item.parent;
        return item !== null;
    }

    function signIn(): void {
        App.page = "signin";
    }

    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true
    focus: true

    CurrentAccount {
        id: accounts
        model: App.accounts
    }
    Keyboard {
        id: keyboard
        shell: shell
        active: App.ready && !shell.covered && !(shell.timeline && shell.timeline.composer.choosing)
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.colours.ground
    }
    Loader {
        id: demo
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        active: App.demo !== null
        height: active ? implicitHeight : 0

        sourceComponent: DemoBar {
            controller: App.demo
        }
    }
    Banner {
        id: notes
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: demo.bottom
        shown: App.notes.length > 0
        icon: "warning"
        text: App.notes.join("\n")
        button: qsTr("Understood")
        onClicked: App.dismissNotes()
    }
    Item {
        id: body
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: notes.bottom
        anchors.bottom: parent.bottom

        Loader {
            id: rail
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            width: active ? Theme.rail : 0
            active: App.ready && App.hasAccounts

            sourceComponent: Rail {
                onAccountWanted: account => {
                    shell.toAccount(account);
                    shell.focusContent();
                }
                onAccountMenuWanted: (account, handle, beside) => shell.above().showAccountMenu(account, handle, beside)
                onAddWanted: shell.signIn()
                onOutboxWanted: shell.go(App.page === "outbox" ? "home" : "outbox")
                onWeatherWanted: shell.showWeather()
                onHelpWanted: shell.help()
            }
        }
        Item {
            id: columns
            anchors.left: rail.right
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: parent.bottom

            readonly property bool two: shell.threadOpen && shell.beside
            readonly property real one: Math.min(Theme.column, two ? Math.floor((width - Theme.hair) / 2) : width)

            Loader {
                id: home
                active: App.ready && App.home !== null
                visible: App.page === "home" && active && (!shell.threadOpen || shell.beside)
                width: columns.one
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.horizontalCenterOffset: columns.two ? -(columns.one + Theme.hair) / 2 : 0
                focus: visible

                sourceComponent: TimelinePage {
                    focus: true
                    controller: App.home
                    account: shell.account
                    onOpenWanted: uri => App.openThread(uri)
                    onPictureWanted: (attachments, at) => shell.showAttachment(attachments, at)
                    onMenuWanted: (card, beside) => shell.above().showPostMenu(card, beside, controller)
                    onWeatherWanted: shell.showWeather()
                    onAccountMenuWanted: beside => shell.above().showAccountMenu(App.currentAccount, account ? account.handle : "", beside)
                    onSignInWanted: shell.signIn()
                }
            }
            Loader {
                id: thread
                active: shell.threadOpen
                width: columns.one
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.horizontalCenterOffset: columns.two ? (columns.one + Theme.hair) / 2 : 0
                onLoaded: (item as Item).forceActiveFocus()

                sourceComponent: ThreadPage {
                    focus: true
                    controller: App.thread
                    onOpenWanted: uri => App.openThread(uri)
                    onPictureWanted: (attachments, at) => shell.showAttachment(attachments, at)
                    onMenuWanted: (card, beside) => shell.above().showPostMenu(card, beside, controller)
                    onBackWanted: shell.back()
                }
            }
            Loader {
                id: others
                anchors.fill: parent
                active: !App.ready || App.page !== "home" || App.home === null
                // By its address: what a start does not show it does not read either.
                source: "OtherPages.qml"
            }
            Connections {
                target: others.item
                ignoreUnknownSignals: true

                function onBackWanted(): void {
                    shell.back();
                }
                function onAddWanted(): void {
                    shell.signIn();
                }
            }
        }
    }
    Loader {
        id: toast
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.giant + Theme.huge
        active: false

        sourceComponent: Toast {
            room: shell.width - 2 * Theme.large
        }
    }
    Loader {
        id: overlays
        active: false
        source: "Overlays.qml"
    }
    Connections {
        target: overlays.item
        ignoreUnknownSignals: true

        function onClosed(): void {
            shell.focusFormer();
        }
    }
    Connections {
        target: App.composer

        function onFocusWanted(): void {
            // Later: it may be the conversation that asks.
            if (shell.threadOpen && !shell.beside)
                Qt.callLater(shell.write);
        }
    }
    Connections {
        target: App

        function onSaid(words: string, isError: bool): void {
            toast.active = true;
            (toast.item as Toast).say(words, isError);
        }
        function onRemovalNeedsForce(id: string, words: string): void {
            shell.above().ask(qsTr("Something still waits"), words, qsTr("Remove anyway"), () => App.removeAccount(id, true));
        }
        function onPageChanged(): void {
            // Who comes back comes to the posts, unless somebody asks for the text.
            if (App.page !== "home" && shell.timeline)
                shell.timeline.list.focus = true;
            Qt.callLater(shell.focusContent);
        }
    }
}
