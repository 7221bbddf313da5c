// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Who boosted a post, or whom it answers: one small line above it.
Item {
    id: origin

    required property var post
    readonly property bool boosted: post.boosterName !== ""

    implicitHeight: line.height
    Accessible.ignored: true

    Icon {
        id: icon
        anchors.right: line.left
        anchors.rightMargin: Theme.medium
        anchors.verticalCenter: line.verticalCenter
        name: origin.boosted ? "boost" : "reply"
        size: Theme.smallIcon
        mirror: !origin.boosted && Theme.mirrored
    }
    StyledLabel {
        id: line
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.avatar + Theme.medium
        font.pixelSize: Theme.smallText
        color: Theme.colours.softText
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        maximumLineCount: 1
        horizontalAlignment: Text.AlignLeft
        // Name and handle are markup that Petrel made.
        text: origin.boosted ? qsTr("%1 boosted").arg(origin.post.boosterName)
                             : origin.post.replyToHandle !== "" ? qsTr("In reply to %1").arg(origin.post.replyToHandle)
                                                                : qsTr("In reply to another post")
    }
}
