// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! Below a text that is not shown to its end: where the rest of it is.
Item {
    id: end

    required property var post
    //! Of the post itself nothing more is shown, wherever one goes.
    required property bool last
    required property bool reachable

    signal openWanted

    implicitHeight: button.visible ? button.height : Math.ceil(note.implicitHeight)

    PlainLabel {
        id: note
        anchors.left: parent.left
        anchors.right: parent.right
        visible: !button.visible
        text: qsTr("The rest is too long to be shown here.")
        wrapMode: Text.Wrap
        color: Theme.colours.softText
    }
    PushButton {
        id: button
        anchors.left: parent.left
        anchors.leftMargin: -Theme.small
        visible: !end.last || end.post.webUrl !== ""
        flat: true
        text: end.last ? qsTr("Read it on the web") : qsTr("Show more")
        activeFocusOnTab: end.reachable
        onClicked: {
            if (end.last)
                App.openLink(end.post.webUrl);
            else
                end.openWanted();
        }
    }
}
