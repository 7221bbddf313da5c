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
    // Five buttons spread over the column, but never so far that the eye loses the row. In a narrow one the two without a
    // count move together, so that the others have room for theirs.
    readonly property int step: Math.max(Theme.action, Math.min(96, Math.floor((width - Theme.actionIcon - Theme.action) / 3)))
    readonly property int lastStep: Math.max(Theme.action, Math.min(step, Math.floor(width) - Theme.actionIcon - 3 * step))
    // All counts or none: one that is missing among others would read as nought. They may reach the edge of their button,
    // since the next one begins with a gap.
    readonly property int room: Math.max(reply.countWidth, boost.countWidth, favourite.countWidth)
                                <= step - Theme.small - Theme.actionIcon - Theme.tiny ? step : Theme.action
    readonly property ActionButton focused: reply.activeFocus ? reply : boost.activeFocus ? boost : favourite.activeFocus ? favourite
                                                              : bookmark.activeFocus ? bookmark : more.activeFocus ? more : null
    readonly property ActionButton hovered: reply.hovered ? reply : boost.hovered ? boost : favourite.hovered ? favourite
                                                          : bookmark.hovered ? bookmark : more.hovered ? more : null

    signal moreWanted(Item button)

    implicitHeight: Theme.control

    ActionButton {
        id: reply
        anchors.left: parent.left
        anchors.leftMargin: -Theme.small
        icon: "reply"
        count: row.post.replyCount
        room: row.room
        words: qsTr("Reply")
        mirrored: true
        reachable: row.reachable
        onClicked: row.controller.reply(row.post.uri)
    }
    ActionButton {
        id: boost
        anchors.left: parent.left
        anchors.leftMargin: row.step - Theme.small
        icon: "boost"
        count: row.post.boostCount
        room: row.room
        words: !row.post.canBoost ? qsTr("This post cannot be boosted") : row.post.boosted ? qsTr("Take the boost back") : qsTr("Boost")
        enabled: row.post.canBoost
        on: row.post.boosted
        pending: row.post.boostPending
        lit: Theme.colours.boost
        reachable: row.reachable
        onClicked: row.controller.boost(row.post.uri, !row.post.boosted)
    }
    ActionButton {
        id: favourite
        anchors.left: parent.left
        anchors.leftMargin: 2 * row.step - Theme.small
        icon: row.post.favourited ? "favourite-on" : "favourite"
        count: row.post.favouriteCount
        room: row.room
        words: row.post.favourited ? qsTr("No longer a favourite") : qsTr("Favourite")
        on: row.post.favourited
        pending: row.post.favouritePending
        lit: Theme.colours.favourite
        reachable: row.reachable
        onClicked: row.controller.favourite(row.post.uri, !row.post.favourited)
    }
    ActionButton {
        id: bookmark
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
        anchors.leftMargin: 3 * row.step + row.lastStep - Theme.small
        icon: "more"
        words: qsTr("More")
        pending: row.post.removalPending
        reachable: row.reachable
        onClicked: row.moreWanted(more)
    }
    // One for the row: only one button has the keyboard, or the pointer.
    Loader {
        x: row.focused ? row.focused.x : 0
        width: row.focused ? row.focused.width : 0
        height: parent.height
        active: row.focused !== null

        sourceComponent: FocusRing {
            around: row.focused
            gap: -2
        }
    }
    Loader {
        x: row.hovered ? row.hovered.x : 0
        width: row.hovered ? row.hovered.width : 0
        height: parent.height
        active: row.hovered !== null

        sourceComponent: Tip {
            shown: row.hovered !== null
            text: row.hovered ? [row.hovered.Accessible.name, row.hovered.countWords].filter(words => words !== "").join(" · ") : ""
        }
    }
}
