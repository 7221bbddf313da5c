// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! One post of a timeline or thread. Light on purpose: hundreds pass by while one scrolls, so what is rare (pictures,
//! warning, ghost, gap) is made only where it is. When the card leaves the view it is used for another post, and what it
//! is likely to need again (pictures, warning, the line above) is kept with it, unseen.
Item {
    id: card

    required property var model
    required property int index
    required property var controller
    property bool threaded: false
    property bool ringed: false
    readonly property bool current: ListView.isCurrentItem
    readonly property bool focused: current && ringed && ListView.view.activeFocus
    readonly property bool opened: threaded && model.opened
    // Nobody has to scroll past what a stranger made endless. What waits is one's own, and cannot be opened.
    readonly property bool whole: opened || model.ghost
    readonly property bool covered: model.contentWarning !== "" && !uncovered
    // The deepest answer, too, has room for its buttons.
    readonly property int deepest: threaded ? Math.max(0, Math.min(8, Math.floor((width - 2 * Theme.large - content.anchors.leftMargin - 5 * Theme.action) / Theme.medium))) : 0
    readonly property int indent: Math.min(model.depth, deepest) * Theme.medium
    property bool uncovered: false

    signal pointed
    signal openWanted(string uri)
    signal pictureWanted(var attachments, int at)
    signal menuWanted(Item card, Item beside)

    function toggleWarning(): void {
        uncovered = !uncovered;
    }

    width: ListView.view ? ListView.view.width : implicitWidth
    height: column.height + Theme.medium + gap.height
    Accessible.role: Accessible.ListItem
    Accessible.name: model.spoken
    Accessible.focusable: true
    Accessible.focused: focused
    Accessible.onPressAction: card.openWanted(model.uri)
    ListView.onPooled: {
        uncovered = false;
        if (media.item !== null)
            (media.item as MediaGrid).uncovered = false;
    }

    Rectangle {
        anchors.fill: parent
        anchors.bottomMargin: gap.height
        color: card.opened ? Theme.colours.raised : area.containsMouse && !card.model.ghost ? Theme.colours.hover : "transparent"
    }
    MouseArea {
        id: area
        anchors.fill: parent
        anchors.bottomMargin: gap.height
        hoverEnabled: true
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onClicked: mouse => {
            card.pointed();
            if (mouse.button === Qt.RightButton)
                card.menuWanted(card, null);
            else if (!card.model.ghost && !card.opened)
                card.openWanted(card.model.uri);
        }
    }
    ThreadLines {
        depth: card.indent / Theme.medium
        anchors.left: parent.left
        anchors.leftMargin: Theme.large
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.bottomMargin: gap.height
    }

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.large + card.indent
        anchors.rightMargin: Theme.large
        topPadding: Theme.medium
        spacing: Theme.tiny

        KeptPart {
            width: parent.width
            wanted: card.model.boosterName !== "" || card.model.isReply && !card.threaded

            sourceComponent: PostOrigin {
                post: card.model
            }
        }
        PostHeader {
            width: parent.width
            post: card.model
            big: card.opened
        }
        Column {
            id: content
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: card.opened ? 0 : Theme.avatar + Theme.medium
            spacing: Theme.small

            KeptPart {
                width: parent.width
                wanted: card.model.contentWarning !== ""

                sourceComponent: WarningBar {
                    words: card.model.contentWarning
                    open: !card.covered
                    onToggled: card.toggleWarning()
                }
            }
            LinkedLabel {
                id: body
                width: parent.width
                visible: !card.covered && card.model.body !== ""
                text: card.model.body
                maximumLineCount: card.whole ? undefined : Theme.mostLines
                lineHeight: Theme.lineHeight
                font.pixelSize: card.opened ? Theme.bigText : Theme.normalText
                opacity: card.model.removalPending ? 0.5 : 1
            }
            KeptPart {
                width: parent.width
                wanted: body.visible && (card.model.bodyCut || body.truncated)

                sourceComponent: BodyEnd {
                    post: card.model
                    last: card.whole
                    reachable: card.current
                    onOpenWanted: card.openWanted(card.model.uri)
                }
            }
            KeptPart {
                id: media
                width: parent.width
                wanted: !card.covered && card.model.attachments.length > 0

                sourceComponent: MediaGrid {
                    // What is behind the warning is not even fetched.
                    attachments: media.wanted ? card.model.attachments : []
                    hidden: card.model.sensitive
                    onPictureWanted: at => card.pictureWanted(card.model.attachments, at)
                }
            }
            Loader {
                width: parent.width
                active: card.opened
                visible: active

                sourceComponent: PostFacts {
                    post: card.model
                }
            }
            Loader {
                width: parent.width
                active: card.model.ghost
                visible: active

                sourceComponent: GhostBar {
                    post: card.model
                    controller: card.controller
                }
            }
            ActionRow {
                width: parent.width
                visible: !card.model.ghost
                post: card.model
                controller: card.controller
                reachable: card.current
                onMoreWanted: button => card.menuWanted(card, button)
            }
        }
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: gap.height
    }
    Loader {
        id: gap
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: active ? implicitHeight : 0
        active: card.model.gapBelow === true

        sourceComponent: GapRow {
            words: card.model.gapWords
            filling: card.model.gapFilling
            onFillWanted: card.controller.fillGap(card.model.identity)
        }
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        anchors.bottomMargin: gap.height + 2
        visible: card.focused
        color: "transparent"
        radius: Theme.radius
        border.width: 2
        border.color: Theme.colours.accent
    }
}
