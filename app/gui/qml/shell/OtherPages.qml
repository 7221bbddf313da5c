// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! The pages that stand where the timeline else stands, one at a time.
Item {
    id: pages

    readonly property real column: Math.min(Theme.column, width)

    signal backWanted
    signal addWanted

    Loader {
        active: App.ready && App.page === "outbox"
        width: pages.column
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        onLoaded: (item as Item).forceActiveFocus()

        sourceComponent: OutboxPage {
            focus: true
            controller: App.outbox
            onBackWanted: pages.backWanted()
        }
    }
    Loader {
        active: App.ready && App.page === "signin"
        width: pages.column
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        onLoaded: (item as Item).forceActiveFocus()

        sourceComponent: SignInPage {
            focus: true
            controller: App.signIn
            onBackWanted: pages.backWanted()
        }
    }
    Loader {
        anchors.fill: parent
        active: App.ready && (App.page === "welcome" || App.page === "home" && App.home === null)
        onLoaded: (item as Item).forceActiveFocus()

        sourceComponent: WelcomePage {
            focus: true
            onAddWanted: pages.addWanted()
        }
    }
    Loader {
        anchors.fill: parent
        active: !App.ready

        sourceComponent: StartPage {}
    }
}
