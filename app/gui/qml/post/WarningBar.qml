// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! A content warning: its words, and one button.
Rectangle {
    id: bar

    required property string words
    required property bool open

    signal toggled

    implicitHeight: Math.max(Theme.control, label.height) + Theme.small
    radius: Theme.radius
    color: Theme.colours.warningGround

    ForeignLabel {
        id: label
        anchors.left: parent.left
        anchors.leftMargin: Theme.medium
        anchors.right: button.left
        anchors.rightMargin: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        text: bar.words
        Accessible.name: qsTr("Content warning: %1").arg(bar.words)
    }
    PushButton {
        id: button
        anchors.right: parent.right
        anchors.rightMargin: Theme.tiny
        anchors.verticalCenter: parent.verticalCenter
        flat: true
        text: bar.open ? qsTr("Hide") : qsTr("Show")
        spoken: bar.open ? qsTr("Hide this post again") : qsTr("Show this post")
        activeFocusOnTab: false
        onClicked: bar.toggled()
    }
}
