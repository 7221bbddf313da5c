// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! What one can do with a post. Each deed shows at once; a pip says that the server has not confirmed it yet.
Item {
    id: row

    required property var post
    required property var controller
    property bool reachable: false
    // Five buttons spread over the column, but never so far that the eye loses the row.
    readonly property real step: Math.min(96, (width - Theme.control) / 4)

    signal moreWanted(Item button)

    implicitHeight: Theme.control

    ActionButton {
        anchors.left: parent.left
        anchors.leftMargin: -Theme.small
        icon: "reply"
        count: row.post.replyCount
        words: qsTr("Reply")
        mirrored: true
        reachable: row.reachable
        onClicked: row.controller.reply(row.post.uri)
    }
    ActionButton {
        anchors.left: parent.left
        anchors.leftMargin: row.step - Theme.small
        icon: "boost"
        count: row.post.boostCount
        words: !row.post.canBoost ? qsTr("This post cannot be boosted") : row.post.boosted ? qsTr("Take the boost back") : qsTr("Boost")
        enabled: row.post.canBoost
        on: row.post.boosted
        pending: row.post.boostPending
        lit: Theme.colours.boost
        reachable: row.reachable
        onClicked: row.controller.boost(row.post.uri, !row.post.boosted)
    }
    ActionButton {
        anchors.left: parent.left
        anchors.leftMargin: 2 * row.step - Theme.small
        icon: row.post.favourited ? "favourite-on" : "favourite"
        count: row.post.favouriteCount
        words: row.post.favourited ? qsTr("No longer a favourite") : qsTr("Favourite")
        on: row.post.favourited
        pending: row.post.favouritePending
        lit: Theme.colours.favourite
        reachable: row.reachable
        onClicked: row.controller.favourite(row.post.uri, !row.post.favourited)
    }
    ActionButton {
        anchors.left: parent.left
        anchors.leftMargin: 3 * row.step - Theme.small
        icon: row.post.bookmarked ? "bookmark-on" : "bookmark"
        words: row.post.bookmarked ? qsTr("Remove the bookmark") : qsTr("Bookmark")
        on: row.post.bookmarked
        pending: row.post.bookmarkPending
        lit: Theme.colours.bookmark
        reachable: row.reachable
        onClicked: row.controller.bookmark(row.post.uri, !row.post.bookmarked)
    }
    ActionButton {
        id: more
        anchors.left: parent.left
        anchors.leftMargin: 4 * row.step - Theme.small
        icon: "more"
        words: qsTr("More")
        pending: row.post.removalPending
        reachable: row.reachable
        onClicked: row.moreWanted(more)
    }
}
