// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Petrel

//! A panel over the window, with a title, which Esc or a press beside it closes.
Popup {
    id: sheet

    required property string title
    default property alias content: column.data
    property int place: Theme.sheet

    modal: true
    focus: true
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(place, (parent ? parent.width : place) - 2 * Theme.huge)
    height: Math.min(implicitHeight, (parent ? parent.height : implicitHeight) - 2 * Theme.huge)
    implicitHeight: header.height + body.contentHeight + Theme.huge
    padding: 0
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle {
        color: Theme.colours.shade
    }
    background: Rectangle {
        color: Theme.colours.raised
        radius: Theme.bigRadius
        border.width: 1
        border.color: Theme.colours.line
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.motion
        }
    }
    exit: null

    contentItem: FocusScope {
        focus: true
        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        Item {
            id: header
            anchors.left: parent.left
            anchors.right: parent.right
            height: Theme.header

            PlainLabel {
                anchors.left: parent.left
                anchors.leftMargin: Theme.huge
                anchors.right: close.left
                anchors.verticalCenter: parent.verticalCenter
                text: sheet.title
                elide: Text.ElideRight
                font.pixelSize: Theme.bigText
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            IconButton {
                id: close
                anchors.right: parent.right
                anchors.rightMargin: Theme.medium
                anchors.verticalCenter: parent.verticalCenter
                icon: "close"
                text: qsTr("Close")
                focus: true
                onClicked: sheet.close()
            }
        }
        Flickable {
            id: body
            anchors.top: header.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.medium
            contentHeight: column.height + Theme.medium
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}

            Column {
                id: column
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.leftMargin: Theme.huge
                anchors.rightMargin: Theme.huge
                spacing: Theme.large
            }
        }
    }
}
