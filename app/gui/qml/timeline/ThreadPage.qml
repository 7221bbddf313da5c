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
    property bool shown: false
    property real shownAt: 0

    signal openWanted(string uri)
    signal pictureWanted(var attachments, int at)
    signal menuWanted(Item card, Item beside)
    signal backWanted

    // What comes before it arrives later and would push it out of sight. But who has gone on is not called back.
    function showOpened(): void {
        if (opened < 0 || opened >= list.count)
            return;
        list.forceLayout();
        if (shown && (list.currentIndex !== opened || Math.abs(list.contentY - shownAt) >= 1))
            return;
        shown = true;
        list.currentIndex = opened;
        list.positionViewAtIndex(opened, opened === 0 ? ListView.Beginning : ListView.Contain);
        shownAt = list.contentY;
    }

    onControllerChanged: {
        shown = false;
        Qt.callLater(showOpened);
    }
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
        button: qsTr("Try now")
        onClicked: page.controller.refresh()
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
        PushButton {
            visible: page.controller && !page.controller.loading
            primary: true
            text: qsTr("Try now")
            onClicked: page.controller.refresh()
        }
    }
}
