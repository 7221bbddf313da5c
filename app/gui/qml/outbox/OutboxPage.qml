// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! Everything that waits to be sent, why, and since when.
FocusScope {
    id: page

    required property var controller

    signal backWanted

    Rectangle {
        anchors.fill: parent
        color: Theme.colours.surface
    }
    ColumnHeader {
        id: header
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        backward: true
        title: qsTr("Outbox")
        ageWords: page.controller.count === 0 ? "" : qsTr("%n action(s) kept on this computer until the servers have them", "", page.controller.count)
        onBackWanted: page.backWanted()

        PushButton {
            visible: page.controller.count > 0
            text: qsTr("Try now")
            onClicked: page.controller.tryNow()
        }
    }
    ListView {
        id: list

        property bool byKeyboard: false

        objectName: "outboxList"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        model: page.controller.model
        clip: true
        focus: true
        currentIndex: -1
        reuseItems: true
        cacheBuffer: 200
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        highlightMoveDuration: 0
        Keys.onPressed: event => {
            byKeyboard = true;
            if (currentIndex < 0)
                currentIndex = 0;
            event.accepted = false;
        }
        Accessible.role: Accessible.List
        Accessible.name: header.title
        ScrollBar.vertical: ScrollBar {}

        delegate: OutboxRow {
            controller: page.controller
            ringed: list.byKeyboard
        }
    }
    Blank {
        anchors.centerIn: list
        width: Math.min(list.width - 2 * Theme.huge, 400)
        visible: page.controller.count === 0
        icon: "outbox"
        title: qsTr("Nothing waits")
        words: qsTr("What you write or do while a server is away stands here until it is back. Nothing is lost, and nothing is sent twice.")
    }
}
