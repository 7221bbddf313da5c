// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! The strip at the edge of the window: the accounts, one more, and what waits.
Rectangle {
    id: rail

    signal accountWanted(string account)
    signal accountMenuWanted(string account, string handle, Item beside)
    signal addWanted
    signal outboxWanted
    signal weatherWanted
    signal helpWanted

    implicitWidth: Theme.rail
    color: Theme.colours.ground
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Accounts")

    ListView {
        id: list
        objectName: "rail"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.small
        anchors.bottom: below.top
        clip: true
        model: App.accounts
        spacing: Theme.tiny
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: false
        currentIndex: -1

        delegate: RailAccount {
            onClicked: rail.accountWanted(accountId)
            onMenuWanted: beside => rail.accountMenuWanted(accountId, handle, beside)
        }
        footer: Item {
            width: rail.width
            height: Theme.giant + Theme.small

            IconButton {
                anchors.centerIn: parent
                icon: "add"
                text: qsTr("Add an account")
                onClicked: rail.addWanted()
            }
        }
    }
    Column {
        id: below
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.small
        spacing: Theme.tiny

        RailButton {
            icon: "outbox"
            text: App.outbox.count > 0 ? qsTr("Outbox: %n waiting", "", App.outbox.count) : qsTr("Outbox")
            count: App.outbox.count
            urgent: App.outbox.needsYou > 0
            chosen: App.page === "outbox"
            onClicked: rail.outboxWanted()
        }
        RailButton {
            icon: App.weather.worst === "" ? "clear" : App.weather.worst
            colour: Theme.weatherColour(App.weather.worst)
            text: qsTr("How your servers are doing")
            onClicked: rail.weatherWanted()
        }
        RailButton {
            readonly property var choices: ["system", "light", "dark"]

            icon: "theme"
            text: Platform.themeChoice === "light" ? qsTr("Colours: light") : Platform.themeChoice === "dark" ? qsTr("Colours: dark")
                                                                                                          : qsTr("Colours: as the desktop has them")
            onClicked: Platform.themeChoice = choices[(choices.indexOf(Platform.themeChoice) + 1) % 3]
        }
        RailButton {
            icon: "help"
            text: qsTr("Keyboard shortcuts")
            onClicked: rail.helpWanted()
        }
    }
    Rectangle {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.hair
        color: Theme.colours.line
    }
}
