// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Petrel

//! A list to choose one of several: {value, words, explanation}. Of a long one only what is in sight is made; typing the
//! beginning of an entry goes there.
Popup {
    id: picker

    required property var choices
    required property string chosen
    property string title: ""
    property var iconOf: value => ""

    signal picked(string value)

    function showBeside(item: Item): void {
        parent = item;
        open();
        list.currentIndex = Math.max(0, choices.findIndex(choice => choice.value === chosen));
        list.positionViewAtIndex(list.currentIndex, ListView.Center);
        list.forceActiveFocus();
    }

    function pick(value: string): void {
        picked(value);
        close();
    }

    // Not what Esc or Backspace are told to have typed.
    function isLetter(text: string): bool {
        return text !== "" && text >= " " && text !== "\u007f";
    }

    // From the entry after the current one, and around.
    function goTo(beginning: string): void {
        for (let step = 0; step < choices.length; ++step) {
            const index = (list.currentIndex + step + (beginning.length > 1 ? 0 : 1)) % choices.length;
            if (choices[index].words.toLocaleLowerCase().startsWith(beginning)) {
                list.currentIndex = index;
                return;
            }
        }
    }

    x: Theme.mirrored && parent ? parent.width - width : 0
    y: -height - Theme.tiny
    margins: Theme.small
    width: 280
    padding: Theme.tiny
    modal: true
    dim: false
    focus: true
    background: Rectangle {
        color: Theme.colours.raised
        radius: Theme.radius
        border.width: 1
        border.color: Theme.colours.edge
    }
    contentItem: ListView {
        id: list

        property string typed: ""

        LayoutMirroring.enabled: Theme.mirrored
        LayoutMirroring.childrenInherit: true
        implicitHeight: Math.min(contentHeight, 360)
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        // Else the list would crawl to what is far.
        highlightMoveDuration: 0
        model: picker.visible ? picker.choices : []
        ScrollBar.vertical: ScrollBar {
            policy: list.contentHeight > list.height ? ScrollBar.AsNeeded : ScrollBar.AlwaysOff
        }
        Accessible.role: Accessible.List
        Accessible.name: picker.title
        Keys.onReturnPressed: picker.pick(picker.choices[currentIndex].value)
        Keys.onEnterPressed: picker.pick(picker.choices[currentIndex].value)
        Keys.onPressed: event => {
            if (event.key === Qt.Key_Space && typed === "") {
                picker.pick(picker.choices[currentIndex].value);
            } else if (picker.isLetter(event.text)) {
                typed += event.text.toLocaleLowerCase();
                picker.goTo(typed);
                forget.restart();
            } else {
                return;
            }
            event.accepted = true;
        }

        delegate: PopItem {
            required property var modelData
            required property int index

            width: ListView.view.width
            text: modelData.words
            words: modelData.explanation ? modelData.explanation : ""
            symbol: picker.iconOf(modelData.value)
            chosen: modelData.value === picker.chosen
            highlighted: ListView.isCurrentItem
            focusPolicy: Qt.NoFocus
            onHoveredChanged: if (hovered)
                ListView.view.currentIndex = index
            onClicked: picker.pick(modelData.value)
        }

        Timer {
            id: forget
            interval: 1000
            onTriggered: list.typed = ""
        }
    }
}
