// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! One account in the rail: its picture in the ring of its colour, its weather if that is not clear, what needs it.
Item {
    id: row

    required property int index
    required property string accountId
    required property string handle
    required property string displayName
    required property string avatar
    required property color colour
    required property string problem
    required property bool signedOut
    required property string weather
    required property string weatherWords
    required property int waiting
    required property int needsYou
    required property bool current
    readonly property string words: lines([displayName !== "" ? displayName + " (" + handle + ")" : handle,
        problem !== "" ? problem : weatherWords,
        needsYou > 0 ? qsTr("%n action(s) need you", "", needsYou) : waiting > 0 ? qsTr("%n action(s) waiting", "", waiting) : ""])

    signal clicked
    signal menuWanted(Item beside)

    function lines(parts: var): string {
        return parts.filter(part => part !== "").join("\n");
    }

    width: ListView.view ? ListView.view.width : Theme.rail
    height: Theme.giant + Theme.medium
    activeFocusOnTab: true
    Accessible.role: Accessible.RadioButton
    Accessible.name: words
    Accessible.checked: current
    Accessible.onPressAction: row.clicked()
    Keys.onSpacePressed: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onMenuPressed: menuWanted(row)

    Rectangle {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.tiny
        height: row.current ? parent.height - Theme.large : 0
        radius: 2
        color: row.colour
    }
    Rectangle {
        id: ring
        anchors.centerIn: parent
        width: Theme.avatar + Theme.tiny + 2
        height: width
        radius: Theme.bigRadius + 3
        color: row.colour

        // Two grounds rather than a border, which breaks up at fractional scales.
        Rectangle {
            anchors.fill: parent
            anchors.margins: 2
            radius: Theme.bigRadius + 1
            color: Theme.colours.ground
        }
    }
    Avatar {
        anchors.centerIn: parent
        size: Theme.avatar - 2
        source: row.avatar
        name: row.displayName !== "" ? row.displayName : row.handle
        opacity: row.signedOut ? 0.5 : 1
    }
    Rectangle {
        visible: row.signedOut || row.weather !== "clear"
        anchors.horizontalCenter: ring.right
        anchors.horizontalCenterOffset: -Theme.tiny
        anchors.verticalCenter: ring.bottom
        anchors.verticalCenterOffset: -Theme.tiny
        width: Theme.huge - 2
        height: width
        radius: width / 2
        color: Theme.colours.ground

        Icon {
            anchors.centerIn: parent
            name: row.signedOut ? "sign-out" : row.weather
            size: Theme.smallIcon
            colour: row.signedOut ? Theme.colours.danger : Theme.weatherColour(row.weather)
        }
    }
    Badge {
        anchors.horizontalCenter: ring.right
        anchors.horizontalCenterOffset: -Theme.tiny
        anchors.verticalCenter: ring.top
        anchors.verticalCenterOffset: Theme.tiny
        count: row.needsYou > 0 ? row.needsYou : row.waiting
        urgent: row.needsYou > 0
    }
    MouseArea {
        id: mouse
        anchors.fill: parent
        hoverEnabled: true
        cursorShape: Qt.PointingHandCursor
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onClicked: event => event.button === Qt.RightButton ? row.menuWanted(row) : row.clicked()
    }
    FocusRing {
        gap: -Theme.tiny
    }
    Tip {
        text: row.words
        shown: mouse.containsMouse
    }
}
