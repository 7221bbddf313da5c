// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! The top of a column: what it shows, of whom, and how old that is.
Rectangle {
    id: header

    required property string title
    property string subtitle: ""
    property string ageWords: ""
    property bool stale: false
    property bool backward: false
    default property alias buttons: row.data

    signal backWanted
    signal titlePressed

    implicitHeight: Theme.header
    color: Theme.colours.surface

    IconButton {
        id: back
        anchors.left: parent.left
        anchors.leftMargin: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        visible: header.backward
        icon: "back"
        mirrored: true
        text: qsTr("Back")
        onClicked: header.backWanted()
    }
    Column {
        anchors.left: header.backward ? back.right : parent.left
        anchors.leftMargin: header.backward ? Theme.small : Theme.large
        anchors.right: row.left
        anchors.rightMargin: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        Item {
            width: parent.width
            height: title.height

            PlainLabel {
                id: title
                anchors.left: parent.left
                text: header.title
                width: Math.min(implicitWidth, parent.width)
                elide: Text.ElideRight
                font.pixelSize: Theme.bigText
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            PlainLabel {
                anchors.left: title.right
                anchors.leftMargin: Theme.small
                anchors.right: parent.right
                anchors.baseline: title.baseline
                text: header.subtitle
                elide: Text.ElideRight
                color: Theme.colours.softText
            }
        }
        PlainLabel {
            id: age
            width: parent.width
            visible: text !== ""
            text: header.ageWords
            elide: Text.ElideRight
            font.pixelSize: Theme.smallText
            color: header.stale ? Theme.colours.warning : Theme.colours.softText

            HoverHandler {
                id: ageHover
            }
            Tip {
                shown: ageHover.hovered && age.truncated
                text: header.ageWords
            }
        }
    }
    Row {
        id: row
        anchors.right: parent.right
        anchors.rightMargin: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.tiny
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
}
