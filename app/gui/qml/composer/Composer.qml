// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Where one writes: a quiet line until it is used, then as tall as the text. It never covers what one reads, and
//! whatever is typed is kept on this computer at once.
FocusScope {
    id: composer

    required property var controller
    property real maximumHeight: 600
    readonly property bool ready: controller !== null
    readonly property bool busy: ready && (controller.text !== "" || controller.replyTo || controller.warningShown)
    // Once it was wanted. Its type is not named here: that alone would have it read.
    readonly property var fields: form.item
    readonly property bool choosing: fields !== null && fields.choosing
    readonly property bool open: ready && (activeFocus || busy || choosing)

    signal sent

    function focusText(): void {
        if (!ready)
            return;
        form.active = true;
        fields.focusText();
    }

    function commit(): void {
        if (activeFocus && fields !== null)
            fields.commit();
    }

    // Who has sent from here writes on here, until Esc: letters that no text takes are commands.
    function send(): void {
        commit();
        if (!ready || !controller.canPost || controller.posting)
            return;
        if (activeFocus)
            focusText();
        controller.post();
    }

    function sendOnKey(event: var): void {
        if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && event.modifiers & Qt.ControlModifier) {
            send();
            event.accepted = true;
        }
    }

    implicitHeight: ready ? (open && fields !== null ? fields.height : line.height) : 0
    visible: ready
    // The text sees its keys first; the fields beside it leave this one to their surroundings.
    Keys.onPressed: event => sendOnKey(event)
    onBusyChanged: if (busy)
        form.active = true

    Connections {
        target: composer.controller
        ignoreUnknownSignals: true

        function onFocusWanted(): void {
            composer.focusText();
        }
        function onPosted(): void {
            composer.sent();
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
        // Above the text, which is there unseen.
        z: 1
        avatar: composer.ready ? composer.controller.avatar : ""
        handle: composer.ready ? composer.controller.handle : ""
        onClicked: composer.focusText()
    }
    Loader {
        id: form
        anchors.left: parent.left
        anchors.right: parent.right
        focus: true
        active: false
        // By its address: a start in which nobody writes does not read it either.
        source: "ComposerForm.qml"
        // Not «visible»: the text must be able to take the focus that opens it.
        opacity: composer.open ? 1 : 0
        enabled: composer.ready
    }
    Binding {
        target: form.item
        when: form.item !== null
        property: "controller"
        value: composer.controller
    }
    Binding {
        target: form.item
        when: form.item !== null
        property: "maximumHeight"
        value: composer.maximumHeight
    }
    Connections {
        target: form.item
        ignoreUnknownSignals: true

        function onSendWanted(): void {
            composer.send();
        }
        function onKeyInText(event: var): void {
            composer.sendOnKey(event);
        }
    }
}
