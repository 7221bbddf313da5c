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

    function step(by: int): void {
        if (atPosts)
            activeList.step(by);
    }

    function currentCard(): PostCard {
        return atPosts ? activeList.currentItem as PostCard : null;
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
            postMenu.show(card, card, activeList.controller);
    }

    function showAttachment(attachments: var, at: int): void {
        const chosen = attachments[at];
        if (chosen.kind === "image" || chosen.kind === "animated")
            pictures.show(attachments.filter(other => other.kind === "image" || other.kind === "animated"),
                          attachments.slice(0, at).filter(other => other.kind === "image" || other.kind === "animated").length);
        else
            App.openLink(chosen.url);
    }

    function write(): void {
        if (!App.hasAccounts)
            return;
        App.page = "home";
        if (timeline)
            timeline.composer.focusText();
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

    function toAccount(index: int): void {
        const id = accounts.idAt(index);
        if (id !== "") {
            App.currentAccount = id;
            go("home");
        }
    }

    function scaleText(by: real): void {
        Platform.textScale = by === 0 ? 1 : Math.max(0.8, Math.min(1.6, Math.round((Platform.textScale + by) * 10) / 10));
    }

    function showWeather(): void {
        weatherSheet.open();
    }

    function help(): void {
        helpSheet.open();
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

    function focusContent(): void {
        if (App.page === "home" && activeList !== null)
            activeList.takeFocus();
    }

    function signIn(): void {
        App.page = "signin";
    }

    function confirmRemoval(by: var, uri: string): void {
        question.ask(qsTr("Delete this post?"), qsTr("It disappears for everybody, with its boosts and favourites."),
                     qsTr("Delete"), () => by.remove(uri));
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
        active: App.ready && !helpSheet.opened && !weatherSheet.opened && !question.opened && !pictures.opened
                && !postMenu.opened && !accountMenu.opened && !(shell.timeline && shell.timeline.composer.choosing)
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
                    App.currentAccount = account;
                    shell.go("home");
                    shell.focusContent();
                }
                onAccountMenuWanted: (account, handle, beside) => accountMenu.show(account, handle, beside)
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
                    onMenuWanted: (card, beside) => postMenu.show(card, beside, controller)
                    onWeatherWanted: shell.showWeather()
                    onAccountMenuWanted: beside => accountMenu.show(App.currentAccount, account ? account.handle : "", beside)
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
                    onMenuWanted: (card, beside) => postMenu.show(card, beside, controller)
                    onBackWanted: shell.back()
                }
            }
            Loader {
                active: App.ready && App.page === "outbox"
                width: columns.one
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                onLoaded: (item as Item).forceActiveFocus()

                sourceComponent: OutboxPage {
                    focus: true
                    controller: App.outbox
                    onBackWanted: shell.back()
                }
            }
            Loader {
                active: App.ready && App.page === "signin"
                width: columns.one
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                onLoaded: (item as Item).forceActiveFocus()

                sourceComponent: SignInPage {
                    focus: true
                    controller: App.signIn
                    onBackWanted: shell.back()
                }
            }
            Loader {
                anchors.fill: parent
                active: App.ready && (App.page === "welcome" || App.page === "home" && App.home === null)
                onLoaded: (item as Item).forceActiveFocus()

                sourceComponent: WelcomePage {
                    focus: true
                    onAddWanted: shell.signIn()
                }
            }
            Loader {
                anchors.fill: parent
                active: !App.ready

                sourceComponent: StartPage {}
            }
        }
    }
    Toast {
        id: toast
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.giant + Theme.huge
    }
    PostMenu {
        id: postMenu
        onRemovalWanted: uri => shell.confirmRemoval(controller, uri)
    }
    AccountMenu {
        id: accountMenu
        onWeatherWanted: shell.showWeather()
        onRemovalWanted: (account, handle) => question.ask(qsTr("Remove %1?").arg(handle),
                                                           qsTr("What Petrel read with it is removed from this computer. Nothing changes on the server."),
                                                           qsTr("Remove"), () => App.removeAccount(account, false))
    }
    WeatherSheet {
        id: weatherSheet
        onClosed: shell.focusContent()
    }
    HelpSheet {
        id: helpSheet
        table: keyboard.table
        onClosed: shell.focusContent()
    }
    Question {
        id: question
        onClosed: shell.focusContent()
    }
    PictureView {
        id: pictures
        onClosed: shell.focusContent()
    }
    Connections {
        target: App

        function onSaid(words: string, isError: bool): void {
            toast.say(words, isError);
        }
        function onRemovalNeedsForce(id: string, words: string): void {
            question.ask(qsTr("Something still waits"), words, qsTr("Remove anyway"), () => App.removeAccount(id, true));
        }
        function onPageChanged(): void {
            Qt.callLater(shell.focusContent);
        }
    }
}
