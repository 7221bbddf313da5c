// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! One picture, film or sound of a post. Until the picture is there, or while it is covered, its blurhash stands in.
Rectangle {
    id: tile

    required property var attachment
    property bool covered: false
    property int more: 0
    readonly property string kind: attachment.kind
    readonly property bool seen: kind === "image" || kind === "animated"
    readonly property string blurhash: attachment.blurhash ? attachment.blurhash : ""

    signal opened

    function kindWords(): string {
        switch (kind) {
        case "image":
            return qsTr("Picture");
        case "animated":
            return qsTr("Animation");
        case "video":
            return qsTr("Film");
        case "audio":
            return qsTr("Sound");
        }
        return qsTr("Attachment");
    }

    radius: Theme.radius
    color: Theme.colours.line
    clip: true
    Accessible.role: seen ? Accessible.Graphic : Accessible.Button
    Accessible.name: attachment.altText !== "" ? qsTr("%1: %2").arg(kindWords()).arg(attachment.altText)
                                               : qsTr("%1 without a description").arg(kindWords())
    Accessible.onPressAction: tile.opened()

    Image {
        anchors.fill: parent
        visible: tile.blurhash !== "" && picture.opacity < 1
        source: visible ? "image://blurhash/" + encodeURIComponent(tile.blurhash) : ""
        sourceSize.width: 32
        sourceSize.height: 32
        asynchronous: true
        smooth: true
    }
    Image {
        id: picture
        anchors.fill: parent
        source: tile.covered || tile.width < 1 || tile.height < 1 ? "" : tile.attachment.preview
        // In steps, so that a window that grows does not ask for every size on the way.
        sourceSize.width: Theme.pixels(Math.ceil(tile.width / 64) * 64)
        sourceSize.height: Theme.pixels(Math.ceil(tile.height / 64) * 64)
        fillMode: Image.PreserveAspectCrop
        asynchronous: true
        opacity: status === Image.Ready ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.motion
            }
        }
    }
    // What few pictures have is made for those alone: they pass by the hundred.
    Loader {
        anchors.centerIn: parent
        active: tile.seen && !tile.covered && tile.blurhash === "" && picture.status !== Image.Ready

        sourceComponent: Icon {
            name: "picture"
            size: Theme.huge
            colour: Theme.colours.edge
        }
    }
    Loader {
        anchors.centerIn: parent
        active: !tile.seen && !tile.covered

        sourceComponent: Rectangle {
            implicitWidth: Theme.giant
            implicitHeight: Theme.giant
            radius: Theme.huge
            color: "#b3000000"

            Icon {
                anchors.centerIn: parent
                name: tile.kind === "audio" ? "audio" : tile.kind === "video" ? "play" : "browser"
                size: Theme.huge
                colour: "#ffffff"
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: tile.more > 0

        sourceComponent: Rectangle {
            color: "#99000000"

            PlainLabel {
                anchors.centerIn: parent
                text: qsTr("+%1", "so many more pictures").arg(tile.more)
                font.pixelSize: Theme.titleText
                color: "#ffffff"
            }
        }
    }
    MouseArea {
        anchors.fill: parent
        enabled: !tile.covered
        hoverEnabled: true
        cursorShape: Qt.PointingHandCursor
        onClicked: tile.opened()
    }
    Loader {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.small
        active: tile.attachment.altText !== "" && tile.more === 0

        sourceComponent: AltBadge {
            words: tile.attachment.altText
        }
    }
}
