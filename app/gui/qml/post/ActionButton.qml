// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! One small button below a post: an icon, perhaps a count, perhaps the pip of what waits.
Item {
    id: button

    required property string icon
    required property string words
    property int count: 0
    //! The width that there is for it. The least has none for a count.
    property int room: Theme.action
    property alias countWords: number.text
    property alias countWidth: number.implicitWidth
    property bool on: false
    property bool pending: false
    property bool reachable: false
    property bool mirrored: false
    property color lit: Theme.colours.accent
    readonly property bool hovered: mouse.containsMouse
    readonly property color ink: on ? lit : hovered || activeFocus ? Theme.colours.text : Theme.colours.softText

    signal clicked

    width: Math.min(room, Theme.action + (count > 0 ? Theme.tiny + number.implicitWidth : 0))
    height: Theme.control
    opacity: enabled ? 1 : 0.4
    activeFocusOnTab: reachable && enabled
    Accessible.role: Accessible.Button
    Accessible.name: pending ? qsTr("%1, waits for the server").arg(words) : words
    Accessible.checkable: on
    Accessible.checked: on
    Accessible.onPressAction: button.clicked()
    Keys.onSpacePressed: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    Icon {
        id: symbol
        anchors.left: parent.left
        anchors.leftMargin: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        name: button.icon
        size: Theme.actionIcon
        colour: button.ink
        mirror: button.mirrored && Theme.mirrored
    }
    Text {
        id: number
        anchors.left: symbol.right
        anchors.leftMargin: Theme.tiny
        anchors.verticalCenter: parent.verticalCenter
        visible: button.room > Theme.action
        text: button.count > 0 ? Words.count(button.count) : ""
        textFormat: Text.PlainText
        color: button.ink
        font.pixelSize: Theme.smallText
        Accessible.ignored: true
    }
    Rectangle {
        anchors.horizontalCenter: symbol.right
        anchors.verticalCenter: symbol.top
        visible: button.pending
        width: 7
        height: 7
        radius: 3.5
        color: Theme.colours.accent
    }
    MouseArea {
        id: mouse
        anchors.fill: parent
        hoverEnabled: true
        cursorShape: Qt.PointingHandCursor
        onClicked: button.clicked()
    }
}
