// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! One line of a menu: an icon, what it does, and perhaps an explanation below.
MenuItem {
    id: item

    property string symbol: ""
    property string words: ""
    property bool danger: false
    property bool chosen: false
    readonly property color ink: danger ? Theme.colours.danger : Theme.colours.text

    implicitHeight: Math.max(Theme.control + Theme.tiny, column.implicitHeight + Theme.medium)
    height: visible ? implicitHeight : 0
    Accessible.role: Accessible.MenuItem
    Accessible.name: text
    Accessible.description: words
    Accessible.checked: chosen
    contentItem: Item {
        implicitWidth: column.implicitWidth

        Icon {
            id: icon
            name: item.symbol
            size: Theme.smallIcon
            colour: item.danger ? Theme.colours.danger : Theme.colours.softText
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
        }
        Icon {
            id: mark
            visible: item.chosen
            name: visible ? "check" : ""
            size: Theme.smallIcon
            colour: Theme.colours.accent
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            id: column
            anchors.left: item.symbol === "" ? parent.left : icon.right
            anchors.leftMargin: Theme.small
            anchors.right: mark.left
            anchors.rightMargin: Theme.small
            anchors.verticalCenter: parent.verticalCenter

            PlainLabel {
                width: parent.width
                text: item.text
                color: item.ink
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            PlainLabel {
                width: parent.width
                visible: text !== ""
                text: item.words
                wrapMode: Text.Wrap
                color: Theme.colours.softText
                font.pixelSize: Theme.smallText
                Accessible.ignored: true
            }
        }
    }
    indicator: null
    arrow: null
    background: Rectangle {
        radius: Theme.tiny
        color: item.highlighted ? Theme.colours.accentGround : "transparent"
    }
}
