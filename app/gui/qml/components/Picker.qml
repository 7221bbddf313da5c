// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQml
import Petrel

//! A menu to choose one of several: a list of {value, words, explanation}.
Pop {
    id: picker

    required property var choices
    required property string chosen
    property var iconOf: value => ""

    signal picked(string value)

    function showBeside(item: Item): void {
        popup(item, 0, -implicitHeight - Theme.tiny);
    }

    implicitWidth: 280

    Instantiator {
        model: picker.choices
        onObjectAdded: (index, object) => picker.insertItem(index, object)
        onObjectRemoved: (index, object) => picker.removeItem(object)

        delegate: PopItem {
            required property var modelData

            text: modelData.words
            words: modelData.explanation ? modelData.explanation : ""
            symbol: picker.iconOf(modelData.value)
            chosen: modelData.value === picker.chosen
            onTriggered: picker.picked(modelData.value)
        }
    }
}
