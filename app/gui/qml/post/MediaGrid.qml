// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! The pictures of a post, up to four in sight; the fourth says how many more there are.
Item {
    id: grid

    required property var attachments
    property bool hidden: false
    property bool uncovered: false
    readonly property int count: attachments.length
    readonly property int shown: Math.min(count, 4)
    // Tiles are kept for the next post.
    property int made: 0
    readonly property var nothing: ({
            "kind": "image",
            "preview": "",
            "altText": "",
            "blurhash": ""
        })
    readonly property bool covered: hidden && !uncovered
    readonly property real gap: Theme.tiny
    readonly property real half: Math.floor((width - gap) / 2)
    // Two rows and the gap between them: even, as the gap is.
    readonly property real tall: count === 1 ? single() : 2 * Math.round(width * 0.28)

    signal pictureWanted(int at)

    // A lone picture keeps its shape within reason, so that no portrait fills the window.
    function single(): real {
        const first = attachments[0];
        if (first.kind === "audio")
            return Theme.control * 2;
        const ratio = first.width > 0 && first.height > 0 ? first.height / first.width : 0.56;
        return Math.round(width * Math.max(0.4, Math.min(ratio, 0.9)));
    }

    function make(): void {
        made = Math.max(made, shown);
    }

    implicitHeight: tall
    onShownChanged: make()
    Component.onCompleted: make()

    Repeater {
        model: grid.made

        MediaTile {
            required property int index
            readonly property bool leading: index === 0 || index === 2 && grid.shown !== 3

            visible: index < grid.count
            attachment: index < grid.count ? grid.attachments[index] : grid.nothing
            more: index === 3 ? grid.count - 4 : 0
            covered: grid.covered
            anchors.left: leading ? grid.left : undefined
            anchors.right: leading ? undefined : grid.right
            anchors.top: index < 2 ? grid.top : undefined
            anchors.bottom: index >= 2 ? grid.bottom : undefined
            width: grid.count === 1 ? grid.width : grid.half
            height: grid.count <= 2 || grid.shown === 3 && index === 0 ? grid.tall : (grid.tall - grid.gap) / 2
            onOpened: grid.pictureWanted(index)
        }
    }
    Loader {
        anchors.centerIn: parent
        active: grid.covered

        sourceComponent: Rectangle {
            implicitWidth: cover.width + Theme.small
            implicitHeight: cover.height + Theme.small
            radius: Theme.radius
            color: Theme.colours.raised

            PushButton {
                id: cover
                anchors.centerIn: parent
                flat: true
                icon: "eye"
                text: qsTr("Show what is sensitive")
                activeFocusOnTab: false
                onClicked: grid.uncovered = true
            }
        }
    }
    Loader {
        anchors.top: parent.top
        anchors.right: parent.right
        anchors.margins: Theme.small
        active: grid.hidden && grid.uncovered

        sourceComponent: IconButton {
            icon: "eye-off"
            text: qsTr("Cover again")
            colour: "#ffffff"
            activeFocusOnTab: false
            onClicked: grid.uncovered = false

            Rectangle {
                anchors.fill: parent
                z: -1
                radius: Theme.radius
                color: "#b3000000"
            }
        }
    }
}
