// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Petrel

//! The pictures of a post, one at a time and as large as the window allows, with their descriptions.
Popup {
    id: view

    property var attachments: []
    property int at: 0
    readonly property var shown: attachments.length > at ? attachments[at] : null

    function show(pictures: var, first: int): void {
        attachments = pictures;
        at = first;
        open();
    }

    function move(by: int): void {
        at = Math.max(0, Math.min(attachments.length - 1, at + by));
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    focus: true
    padding: Theme.large
    background: Rectangle {
        color: "#f00b0f11"
    }
    contentItem: FocusScope {
        focus: true
        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Picture %1 of %2").arg(view.at + 1).arg(view.attachments.length)
        Keys.onLeftPressed: view.move(LayoutMirroring.enabled ? 1 : -1)
        Keys.onRightPressed: view.move(LayoutMirroring.enabled ? -1 : 1)

        Image {
            id: picture
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: close.bottom
            anchors.bottom: below.top
            anchors.margins: Theme.medium
            source: view.opened && view.shown ? view.shown.source : ""
            sourceSize.width: Theme.pixels(width)
            sourceSize.height: Theme.pixels(height)
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            Accessible.role: Accessible.Graphic
            Accessible.name: description.text

            Image {
                anchors.fill: parent
                visible: picture.status !== Image.Ready
                source: visible && view.shown ? view.shown.preview : ""
                sourceSize.width: Theme.pixels(width)
                sourceSize.height: Theme.pixels(height)
                fillMode: Image.PreserveAspectFit
                asynchronous: true
            }
        }
        Row {
            id: below
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            spacing: Theme.medium

            IconButton {
                visible: view.attachments.length > 1
                enabled: view.at > 0
                icon: "back"
                mirrored: true
                colour: "#ffffff"
                text: qsTr("Previous picture")
                anchors.verticalCenter: parent.verticalCenter
                onClicked: view.move(-1)
            }
            PlainLabel {
                id: description
                width: Math.min(implicitWidth, view.availableWidth - 3 * Theme.giant, Theme.column)
                text: view.shown && view.shown.altText !== "" ? view.shown.altText : qsTr("No description was given.")
                wrapMode: Text.Wrap
                maximumLineCount: 6
                elide: Text.ElideRight
                color: "#ffffff"
                horizontalAlignment: Text.AlignHCenter
                anchors.verticalCenter: parent.verticalCenter
            }
            IconButton {
                visible: view.attachments.length > 1
                enabled: view.at < view.attachments.length - 1
                icon: "back"
                rotation: 180
                mirrored: true
                colour: "#ffffff"
                text: qsTr("Next picture")
                anchors.verticalCenter: parent.verticalCenter
                onClicked: view.move(1)
            }
        }
        IconButton {
            id: close
            anchors.right: parent.right
            anchors.top: parent.top
            icon: "close"
            text: qsTr("Close")
            colour: "#ffffff"
            focus: true
            onClicked: view.close()
        }
    }
}
