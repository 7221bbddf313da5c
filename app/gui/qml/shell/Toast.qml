// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! A few words about what was just done, which go by themselves.
Rectangle {
    id: toast

    property string words: ""
    property bool bad: false
    required property real room
    readonly property real widest: Math.min(520, room)

    function say(text: string, isError: bool): void {
        words = text;
        bad = isError;
        visible = true;
        timer.restart();
        Platform.announce(toast);
    }

    visible: false
    implicitWidth: Math.min(label.implicitWidth + 2 * Theme.large, widest)
    implicitHeight: label.height + 2 * Theme.medium
    radius: Theme.bigRadius
    color: bad ? Theme.colours.danger : Theme.colours.text
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words

    PlainLabel {
        id: label
        anchors.centerIn: parent
        width: Math.min(implicitWidth, toast.widest - 2 * Theme.large)
        text: toast.words
        wrapMode: Text.Wrap
        color: toast.bad ? Theme.colours.dangerInk : Theme.colours.surface
        Accessible.ignored: true
    }
    Timer {
        id: timer
        interval: toast.bad ? 8000 : 4000
        onTriggered: toast.visible = false
    }
    MouseArea {
        anchors.fill: parent
        onClicked: toast.visible = false
    }
}
