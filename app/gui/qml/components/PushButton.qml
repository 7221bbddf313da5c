// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! A button with words. The primary one is what most people want next.
Rectangle {
    id: button

    required property string text
    property string icon: ""
    property string spoken: text
    property bool primary: false
    property bool danger: false
    property bool flat: false
    //! No wider than this: the words wrap instead.
    property real room: Infinity
    readonly property real padding: flat ? Theme.small : Theme.large
    readonly property color ink: !enabled ? Theme.colours.softText : !primary ? (danger ? Theme.colours.danger : Theme.colours.accent)
                                          : danger ? Theme.colours.dangerInk : Theme.colours.accentInk

    signal clicked

    implicitWidth: row.implicitWidth + 2 * padding
    implicitHeight: Math.max(Theme.control, Math.ceil(label.height) + Theme.medium)
    radius: Theme.radius
    color: primary && !enabled ? Theme.colours.line : primary ? (danger ? Theme.colours.danger : Theme.colours.accent)
                   : mouse.containsMouse ? Theme.colours.hover : "transparent"
    border.width: primary || flat ? 0 : 1
    border.color: Theme.colours.edge
    activeFocusOnTab: enabled
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.focusable: true
    Accessible.onPressAction: button.clicked()
    Keys.onSpacePressed: clicked()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.small

        Icon {
            id: symbol
            name: button.icon
            visible: name !== ""
            size: Theme.smallIcon
            colour: button.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        Text {
            id: label
            width: Math.min(implicitWidth, button.room - 2 * button.padding - (button.icon === "" ? 0 : symbol.width + row.spacing))
            text: button.text
            wrapMode: Text.Wrap
            horizontalAlignment: button.flat ? Text.AlignLeft : Text.AlignHCenter
            textFormat: Text.PlainText
            color: button.ink
            font.pixelSize: Theme.normalText
            font.weight: Font.Medium
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
    MouseArea {
        id: mouse
        anchors.fill: parent
        hoverEnabled: true
        cursorShape: Qt.PointingHandCursor
        onClicked: button.clicked()
    }
    FocusRing {}
}
