// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! The shortcuts that exist, from the very table that makes them.
Sheet {
    id: sheet

    required property var table

    title: qsTr("Keyboard shortcuts")

    Column {
        width: parent.width
        spacing: Theme.small

        Repeater {
            model: sheet.opened ? sheet.table.filter(entry => entry.words !== "") : []

            Item {
                id: row

                required property var modelData

                width: parent.width
                height: Math.max(words.height, keys.height)
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.words + ": " + modelData.shown.join(", ")

                PlainLabel {
                    id: words
                    anchors.left: parent.left
                    anchors.right: keys.left
                    anchors.rightMargin: Theme.medium
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.words
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
                Row {
                    id: keys
                    anchors.right: parent.right
                    spacing: Theme.tiny

                    Repeater {
                        model: row.modelData.shown

                        KeyCap {
                            required property string modelData

                            text: modelData
                        }
                    }
                }
            }
        }
    }
}
