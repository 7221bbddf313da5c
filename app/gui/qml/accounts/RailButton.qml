// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! One place of the rail.
Item {
    id: place

    required property string icon
    required property string text
    property color colour: Theme.colours.softText
    property int count: 0
    property bool urgent: false
    property bool chosen: false

    signal clicked

    implicitWidth: Theme.rail
    implicitHeight: Theme.giant - Theme.tiny

    Rectangle {
        anchors.centerIn: parent
        width: Theme.avatar
        height: Theme.avatar - Theme.tiny
        radius: Theme.radius
        color: Theme.colours.accentGround
        visible: place.chosen
    }
    IconButton {
        anchors.centerIn: parent
        width: Theme.avatar
        height: Theme.avatar - Theme.tiny
        icon: place.icon
        iconSize: 22
        text: place.text
        colour: place.chosen ? Theme.colours.accent : place.colour
        onClicked: place.clicked()
    }
    Badge {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.horizontalCenterOffset: Theme.medium
        anchors.top: parent.top
        count: place.count
        urgent: place.urgent
    }
}
