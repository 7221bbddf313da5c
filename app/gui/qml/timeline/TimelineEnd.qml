// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! The foot of a timeline: more is on its way, or can be asked for, or this is all there is.
Item {
    id: end

    //! Whether it may come in sight.
    required property bool near
    required property bool loading
    required property bool reached

    signal olderWanted

    implicitHeight: Theme.giant + Theme.huge

    Loader {
        anchors.fill: parent
        active: end.near

        sourceComponent: Item {
            Pulse {
                anchors.centerIn: parent
                visible: end.loading
            }
            PushButton {
                anchors.centerIn: parent
                visible: !end.loading && !end.reached
                flat: true
                text: qsTr("Fetch older posts")
                onClicked: end.olderWanted()
            }
            PlainLabel {
                anchors.centerIn: parent
                width: Math.min(implicitWidth, parent.width - 2 * Theme.large)
                visible: end.reached && !end.loading
                text: qsTr("That is all. The server has nothing older.")
                wrapMode: Text.Wrap
                color: Theme.colours.softText
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
