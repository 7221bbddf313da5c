// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! The composer while nobody writes: one line that waits.
Item {
    id: line

    required property string avatar
    required property string handle

    signal clicked

    implicitHeight: Theme.header
    activeFocusOnTab: true
    onActiveFocusChanged: if (activeFocus)
        line.clicked()
    Accessible.role: Accessible.Button
    Accessible.name: label.text
    Accessible.onPressAction: line.clicked()

    Avatar {
        id: picture
        anchors.left: parent.left
        anchors.leftMargin: Theme.large + (Theme.avatar - Theme.smallAvatar) / 2
        anchors.verticalCenter: parent.verticalCenter
        size: Theme.smallAvatar
        source: line.avatar
        name: line.handle
    }
    PlainLabel {
        id: label
        anchors.left: parent.left
        anchors.leftMargin: Theme.large + Theme.avatar + Theme.medium
        anchors.right: parent.right
        anchors.rightMargin: Theme.large
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Write a post")
        color: Theme.colours.softText
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    MouseArea {
        anchors.fill: parent
        cursorShape: Qt.IBeamCursor
        onClicked: line.clicked()
    }
}
