// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! In the demo: says that this world is invented, and takes its servers down and up.
Rectangle {
    id: bar

    required property var controller

    implicitHeight: flow.height + 2 * Theme.small
    color: Theme.colours.accentGround

    Flow {
        id: flow
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large
        spacing: Theme.large

        PlainLabel {
            width: Math.min(implicitWidth, flow.width)
            height: Math.max(Theme.control, implicitHeight)
            wrapMode: Text.Wrap
            verticalAlignment: Text.AlignVCenter
            text: qsTr("Demo: an invented world on this computer. Switch a server off and go on reading and writing.")
            font.pixelSize: Theme.smallText
        }
        Repeater {
            model: bar.controller ? bar.controller.servers : []

            Toggle {
                required property var modelData

                text: modelData.host
                on: !modelData.down
                onToggled: bar.controller.setDown(modelData.host, !modelData.down)
            }
        }
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
}
