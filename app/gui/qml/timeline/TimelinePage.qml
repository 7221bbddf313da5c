// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! The home timeline of the current account, with the composer docked below it.
FocusScope {
    id: page

    required property var controller
    required property var account
    readonly property PostList list: list
    readonly property Composer composer: composer

    signal openWanted(string uri)
    signal pictureWanted(var attachments, int at)
    signal menuWanted(Item card, Item beside)
    signal weatherWanted
    signal accountMenuWanted(Item beside)
    signal signInWanted

    function showNewest(): void {
        controller.model.toTop();
        list.positionViewAtBeginning();
        list.currentIndex = list.count > 0 ? 0 : -1;
        keeper.note();
    }

    function toNewest(): void {
        showNewest();
        list.takeFocus();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.surface
    }
    ColumnHeader {
        id: header
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        title: page.controller.title
        subtitle: page.account ? page.account.handle : ""
        ageWords: page.controller.ageWords
        stale: page.controller.stale

        Pulse {
            anchors.verticalCenter: parent.verticalCenter
            visible: page.controller.refreshing
        }
        IconButton {
            icon: "refresh"
            text: qsTr("Fetch what is new")
            enabled: !page.controller.refreshing
            onClicked: page.controller.refresh()
        }
        IconButton {
            visible: page.account !== null && page.account.weather !== "clear"
            icon: page.account ? page.account.weather : "clear"
            colour: Theme.weatherColour(icon)
            text: page.account && page.account.weatherWords !== "" ? page.account.weatherWords : qsTr("How your servers are doing")
            onClicked: page.weatherWanted()
        }
        IconButton {
            id: accountButton
            icon: "more"
            text: qsTr("This account")
            onClicked: page.accountMenuWanted(accountButton)
        }
    }
    PostList {
        id: list
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: signedOut.bottom
        anchors.bottom: composer.top
        controller: page.controller
        focus: true
        visible: !page.controller.empty
        Accessible.name: page.controller.title
        onOpenWanted: uri => page.openWanted(uri)
        onPictureWanted: (attachments, at) => page.pictureWanted(attachments, at)
        onMenuWanted: (card, beside) => page.menuWanted(card, beside)

        footer: TimelineEnd {
            width: ListView.view.width
            near: list.nearEnd
            loading: page.controller.loadingOlder === true
            reached: page.controller.atEnd === true
            onOlderWanted: page.controller.olderWanted()
        }
    }
    PlaceKeeper {
        id: keeper
        list: list
        controller: page.controller
    }
    Banner {
        id: signedOut
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        shown: page.account !== null && page.account.signedOut && !page.controller.empty
        urgent: true
        icon: "sign-out"
        text: page.account && page.account.problem !== "" ? page.account.problem : qsTr("You are signed out. What you wrote is kept, and waits.")
        button: qsTr("Sign in again")
        onClicked: page.signInWanted()
    }
    Loader {
        anchors.centerIn: list
        width: Math.min(list.width - 2 * Theme.huge, 400)
        active: page.controller.empty

        sourceComponent: TimelineBlank {
            controller: page.controller
            account: page.account
            onSignInWanted: page.signInWanted()
        }
    }
    Loader {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: list.top
        anchors.topMargin: Theme.medium
        active: page.controller.newCount > 0

        sourceComponent: NewPostsPill {
            count: page.controller.newCount
            onClicked: page.toNewest()
        }
    }
    Composer {
        id: composer
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        maximumHeight: page.height - header.height
        controller: App.composer
        // Who is at the top sees what they have just written; who reads further down is left alone.
        onSent: {
            if (list.contentY - list.originY < list.height)
                Qt.callLater(page.showNewest);
        }
    }
}
