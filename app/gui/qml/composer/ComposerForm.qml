// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! What one fills in to post: whom it answers, a warning, the text, for whom, in which language.
FocusScope {
    id: form

    property var controller: null
    property real maximumHeight: 600
    readonly property bool ready: controller !== null
    readonly property bool choosing: visibility.opened || language.opened
    readonly property var inputMethod: Qt.inputMethod

    signal sendWanted
    //! A key that the text has not taken yet.
    signal keyInText(var event)

    function focusText(): void {
        area.forceActiveFocus();
        area.cursorPosition = area.length;
    }

    // What the input method still holds is text for whoever sees it. Where it does not give it up it is taken.
    function commit(): void {
        inputMethod.commit();
        const held = area.preeditText;
        if (held === "")
            return;
        inputMethod.reset();
        area.insert(area.cursorPosition, held);
    }

    implicitHeight: fields.height
    focus: true

    Column {
        id: fields
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large
        topPadding: Theme.medium
        bottomPadding: Theme.medium
        spacing: Theme.small

        ReplyContext {
            id: context
            width: parent.width
            visible: form.ready && form.controller.replyTo
            handle: form.ready ? form.controller.replyToHandle : ""
            excerpt: form.ready ? form.controller.replyToExcerpt : ""
            onDropped: form.controller.clearReply()
        }
        TextLine {
            id: warning
            width: parent.width
            visible: form.ready && form.controller.warningShown
            label: qsTr("Content warning")
            placeholderText: label
            text: form.ready ? form.controller.contentWarning : ""
            onTextEdited: form.controller.contentWarning = text
            KeyNavigation.tab: area
        }
        ScrollView {
            id: scroll

            readonly property real others: fields.topPadding + fields.bottomPadding
                                           + [context, warning, tools, problem].reduce((sum, item) => sum + (item.visible ? item.height + fields.spacing : 0), 0)
            readonly property real wanted: Math.max(2 * metrics.lineSpacing, Math.min(12 * metrics.lineSpacing, area.contentHeight))

            width: parent.width
            // Whole, or the field's lower edge is cut off.
            height: Math.ceil(Math.min(wanted + area.topPadding + area.bottomPadding,
                                       Math.max(Theme.giant, form.maximumHeight - Math.max(4 * Theme.giant, others))))
            clip: true
            contentWidth: availableWidth
            ScrollBar.horizontal.policy: ScrollBar.AlwaysOff

            TextArea {
                id: area
                objectName: "composerText"
                focus: true
                text: form.ready ? form.controller.text : ""
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap
                color: Theme.colours.text
                font.pixelSize: Theme.normalText
                placeholderText: form.ready && form.controller.replyTo ? qsTr("Write an answer") : qsTr("What would you like to say?")
                placeholderTextColor: Theme.colours.softText
                selectionColor: Theme.colours.accent
                selectedTextColor: Theme.colours.accentInk
                selectByMouse: true
                leftPadding: Theme.small
                rightPadding: Theme.small
                topPadding: Theme.small
                bottomPadding: Theme.small
                Accessible.name: qsTr("Your post")
                onTextChanged: if (form.ready && form.controller.text !== text)
                    form.controller.text = text
                background: Rectangle {
                    radius: Theme.radius
                    color: Theme.colours.field
                    border.width: area.activeFocus ? 2 : 1
                    border.color: area.activeFocus ? Theme.colours.accent : Theme.colours.edge
                }
                KeyNavigation.priority: KeyNavigation.BeforeItem
                KeyNavigation.tab: tools.first
                KeyNavigation.backtab: warning.visible ? warning : null
                Keys.onPressed: event => form.keyInText(event)
            }
            FontMetrics {
                id: metrics
                font: area.font
            }
        }
        Binding {
            target: area
            property: "text"
            value: form.ready ? form.controller.text : ""
        }
        ComposerTools {
            id: tools
            width: parent.width
            controller: form.controller
            onVisibilityWanted: beside => visibility.showBeside(beside)
            onLanguageWanted: beside => language.showBeside(beside)
            onDone: form.sendWanted()
        }
        PlainLabel {
            id: problem
            width: parent.width
            visible: text !== ""
            text: form.ready ? [form.controller.unsavedWords, form.controller.canPost ? "" : form.controller.whyNot].filter(words => words !== "").join("\n") : ""
            wrapMode: Text.Wrap
            color: Theme.colours.danger
            font.pixelSize: Theme.smallText
        }
    }
    Picker {
        id: visibility
        title: qsTr("Who may see this")
        choices: form.ready ? form.controller.visibilities : []
        chosen: form.ready ? form.controller.visibility : ""
        iconOf: value => value
        onPicked: value => form.controller.visibility = value
        onClosed: area.forceActiveFocus()
    }
    Picker {
        id: language
        title: qsTr("Language")
        choices: form.ready ? form.controller.languages : []
        chosen: form.ready ? form.controller.language : ""
        onPicked: value => form.controller.language = value
        onClosed: area.forceActiveFocus()
    }
}
