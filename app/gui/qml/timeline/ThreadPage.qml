// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! One conversation: what came before the opened post, the post itself, and the answers to it.
FocusScope {
    id: page

    required property var controller
    readonly property PostList list: list
    readonly property int opened: controller ? controller.openedIndex : -1

    signal openWanted(string uri)
    signal pictureWanted(var attachments, int at)
    signal menuWanted(Item card, Item beside)
    signal backWanted

    function showOpened(): void {
        if (opened < 0 || opened >= list.count)
            return;
        list.currentIndex = opened;
        list.positionViewAtIndex(opened, opened === 0 ? ListView.Beginning : ListView.Contain);
    }

    onControllerChanged: Qt.callLater(showOpened)
    onOpenedChanged: Qt.callLater(showOpened)
    Component.onCompleted: Qt.callLater(showOpened)

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
        title: qsTr("Conversation")
        onBackWanted: page.backWanted()

        Pulse {
            anchors.verticalCenter: parent.verticalCenter
            visible: page.controller && page.controller.loading
        }
    }
    Banner {
        id: problem
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        shown: page.controller !== null && page.controller.errorWords !== "" && list.count > 0
        icon: "warning"
        text: page.controller ? page.controller.errorWords : ""
    }
    PostList {
        id: list
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: problem.bottom
        anchors.bottom: parent.bottom
        controller: page.controller
        threaded: true
        focus: true
        Accessible.name: header.title
        onOpenWanted: uri => page.openWanted(uri)
        onPictureWanted: (attachments, at) => page.pictureWanted(attachments, at)
        onMenuWanted: (card, beside) => page.menuWanted(card, beside)
        onCountChanged: Qt.callLater(page.showOpened)

        footer: Item {
            width: 1
            height: Theme.giant
        }
    }
    Blank {
        anchors.centerIn: list
        width: Math.min(list.width - 2 * Theme.huge, 400)
        visible: page.controller && list.count === 0
        icon: page.controller && page.controller.errorWords !== "" ? "down" : ""
        title: !page.controller || page.controller.loading ? qsTr("Fetching the conversation …") : qsTr("The conversation could not be fetched")
        words: page.controller ? page.controller.errorWords : ""

        Pulse {
            visible: page.controller && page.controller.loading
        }
    }
}
