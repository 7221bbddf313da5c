// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! What somebody sees who starts Petrel for the first time.
FocusScope {
    id: page

    signal addWanted

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.surface
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.huge, 420)
        spacing: Theme.large

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "petrel"
            size: 112
            colour: Theme.colours.accent
        }
        PlainLabel {
            width: parent.width
            text: qsTr("Petrel")
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Math.round(Theme.titleText * 1.4)
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
        }
        PlainLabel {
            width: parent.width
            text: qsTr("All your accounts in one calm place. You can read and write at all times, also while a server is away.")
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            lineHeight: Theme.lineHeight
            font.pixelSize: Theme.bigText
            color: Theme.colours.softText
        }
        PushButton {
            id: add
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.max(implicitWidth, demo.visible ? demo.implicitWidth : 0)
            focus: true
            primary: true
            text: qsTr("Add an account")
            onClicked: page.addWanted()
        }
        PushButton {
            id: demo
            anchors.horizontalCenter: parent.horizontalCenter
            width: add.width
            visible: App.demoOffered
            text: qsTr("Try the demonstration")
            onClicked: App.tryDemo()
        }
        PlainLabel {
            width: parent.width
            visible: App.demoOffered
            text: qsTr("No account at hand? The demonstration is a small invented world, on this computer only.")
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            font.pixelSize: Theme.smallText
            color: Theme.colours.softText
        }
    }
}
