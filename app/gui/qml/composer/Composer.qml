// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! Where one writes: a quiet line until it is used, then as tall as the text. It never covers what one reads, and
//! whatever is typed is kept on this computer at once.
FocusScope {
    id: composer

    required property var controller
    property real maximumHeight: 600
    readonly property bool ready: controller !== null
    readonly property bool busy: ready && (controller.text !== "" || controller.replyTo || controller.warningShown)
    readonly property bool choosing: visibility.opened || language.opened
    readonly property bool open: ready && (activeFocus || busy || choosing)

    signal leaveWanted
    signal sent

    function focusText(): void {
        if (!ready)
            return;
        area.forceActiveFocus();
        area.cursorPosition = area.length;
    }

    function send(): void {
        if (ready && controller.canPost && !controller.posting)
            controller.post();
    }

    implicitHeight: ready ? (open ? full.height : line.height) : 0
    visible: ready

    Connections {
        target: composer.controller
        ignoreUnknownSignals: true

        function onFocusWanted(): void {
            composer.focusText();
        }
        function onPosted(): void {
            composer.sent();
            composer.leaveWanted();
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.colours.raised
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
    }
    ComposerLine {
        id: line
        anchors.left: parent.left
        anchors.right: parent.right
        visible: !composer.open
        avatar: composer.ready ? composer.controller.avatar : ""
        handle: composer.ready ? composer.controller.handle : ""
        onClicked: composer.focusText()
    }
    Column {
        id: full
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large
        topPadding: Theme.medium
        bottomPadding: Theme.medium
        spacing: Theme.small
        // Not «visible»: the text must be able to take the focus that opens it.
        opacity: composer.open ? 1 : 0
        enabled: composer.ready

        ReplyContext {
            width: parent.width
            visible: composer.ready && composer.controller.replyTo
            handle: composer.ready ? composer.controller.replyToHandle : ""
            excerpt: composer.ready ? composer.controller.replyToExcerpt : ""
            onDropped: composer.controller.clearReply()
        }
        TextLine {
            id: warning
            width: parent.width
            visible: composer.ready && composer.controller.warningShown
            label: qsTr("Content warning")
            placeholderText: label
            text: composer.ready ? composer.controller.contentWarning : ""
            onTextEdited: composer.controller.contentWarning = text
            KeyNavigation.tab: area
        }
        ScrollView {
            id: scroll

            readonly property real wanted: Math.max(2 * metrics.lineSpacing, Math.min(12 * metrics.lineSpacing, area.contentHeight))

            width: parent.width
            height: Math.min(wanted + area.topPadding + area.bottomPadding,
                             Math.max(Theme.giant, composer.maximumHeight - 4 * Theme.giant))
            clip: true
            contentWidth: availableWidth
            ScrollBar.horizontal.policy: ScrollBar.AlwaysOff

            TextArea {
                id: area
                objectName: "composerText"
                focus: true
                text: composer.ready ? composer.controller.text : ""
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                color: Theme.colours.text
                font.pixelSize: Theme.normalText
                placeholderText: composer.ready && composer.controller.replyTo ? qsTr("Write an answer") : qsTr("What would you like to say?")
                placeholderTextColor: Theme.colours.softText
                selectionColor: Theme.colours.accent
                selectedTextColor: Theme.colours.accentInk
                selectByMouse: true
                leftPadding: Theme.small
                rightPadding: Theme.small
                topPadding: Theme.small
                bottomPadding: Theme.small
                Accessible.name: qsTr("Your post")
                onTextChanged: if (composer.ready && composer.controller.text !== text)
                    composer.controller.text = text
                background: Rectangle {
                    radius: Theme.radius
                    color: Theme.colours.field
                    border.width: area.activeFocus ? 2 : 1
                    border.color: area.activeFocus ? Theme.colours.accent : Theme.colours.edge
                }
                KeyNavigation.priority: KeyNavigation.BeforeItem
                KeyNavigation.tab: tools.first
                KeyNavigation.backtab: warning.visible ? warning : null
                Keys.onPressed: event => {
                    if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && event.modifiers & Qt.ControlModifier) {
                        composer.send();
                        event.accepted = true;
                    }
                }
            }
            FontMetrics {
                id: metrics
                font: area.font
            }
        }
        Binding {
            target: area
            property: "text"
            value: composer.ready ? composer.controller.text : ""
        }
        ComposerTools {
            id: tools
            width: parent.width
            controller: composer.controller
            onVisibilityWanted: beside => visibility.showBeside(beside)
            onLanguageWanted: beside => language.showBeside(beside)
            onDone: composer.send()
        }
        PlainLabel {
            width: parent.width
            visible: text !== ""
            text: composer.ready && !composer.controller.canPost && composer.busy ? composer.controller.whyNot : ""
            wrapMode: Text.Wrap
            color: Theme.colours.danger
            font.pixelSize: Theme.smallText
        }
    }
    Picker {
        id: visibility
        choices: composer.ready ? composer.controller.visibilities : []
        chosen: composer.ready ? composer.controller.visibility : ""
        iconOf: value => value
        onPicked: value => composer.controller.visibility = value
        onClosed: area.forceActiveFocus()
    }
    Picker {
        id: language
        choices: composer.ready ? composer.controller.languages : []
        chosen: composer.ready ? composer.controller.language : ""
        onPicked: value => composer.controller.language = value
        onClosed: area.forceActiveFocus()
    }
}
