// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! One server: its state, since when and why, when it answered last, when it is tried again, and its past outages.
Rectangle {
    id: card

    required property string host
    required property string serverName
    required property string state
    required property string stateWords
    required property real sinceMs
    required property real lastSuccessMs
    required property real nextTryMs
    required property var accounts
    required property var outages
    required property string availabilityWords
    readonly property bool fine: state === "clear"

    signal tryWanted

    implicitHeight: column.height + 2 * Theme.medium
    radius: Theme.radius
    color: Theme.colours.surface
    border.width: 1
    border.color: Theme.colours.line

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.medium
        spacing: Theme.tiny

        Item {
            width: parent.width
            height: Math.max(names.height, Theme.control)

            Icon {
                id: icon
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                name: card.state
                size: Theme.huge
                colour: Theme.weatherColour(card.state)
            }
            Column {
                id: names
                anchors.left: icon.right
                anchors.leftMargin: Theme.medium
                anchors.right: retry.visible ? retry.left : parent.right
                anchors.rightMargin: Theme.small
                anchors.verticalCenter: parent.verticalCenter

                PlainLabel {
                    width: parent.width
                    text: card.serverName
                    font.weight: Font.DemiBold
                    elide: Text.ElideMiddle
                }
                PlainLabel {
                    width: parent.width
                    text: card.accounts.join(", ")
                    elide: Text.ElideRight
                    font.pixelSize: Theme.smallText
                    color: Theme.colours.softText
                }
            }
            PushButton {
                id: retry
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: !card.fine
                text: qsTr("Try now")
                spoken: qsTr("Try %1 now").arg(card.serverName)
                onClicked: card.tryWanted()
            }
        }
        PlainLabel {
            width: parent.width
            text: card.stateWords
            wrapMode: Text.Wrap
            color: card.fine ? Theme.colours.text : Theme.weatherColour(card.state)
        }
        Fact {
            width: parent.width
            visible: !card.fine && card.sinceMs > 0
            name: qsTr("Since")
            value: Words.moment(card.sinceMs, Words.nowMs)
        }
        Fact {
            width: parent.width
            visible: card.lastSuccessMs > 0
            name: qsTr("Last answer")
            value: Words.moment(card.lastSuccessMs, Words.nowMs)
        }
        Fact {
            width: parent.width
            visible: card.nextTryMs > 0
            name: qsTr("Next try")
            value: Words.until(card.nextTryMs, Words.nowMs)
        }
        Fact {
            width: parent.width
            visible: card.availabilityWords !== ""
            name: qsTr("Reached from here")
            value: card.availabilityWords
        }
        PlainLabel {
            width: parent.width
            topPadding: Theme.tiny
            visible: card.outages.length > 0
            text: qsTr("Outages")
            font.pixelSize: Theme.smallText
            font.weight: Font.DemiBold
        }
        Repeater {
            model: card.outages

            PlainLabel {
                required property var modelData

                width: parent.width
                text: [Words.moment(modelData.startMs, Words.nowMs), modelData.words].filter(part => part !== "").join(" · ")
                wrapMode: Text.Wrap
                font.pixelSize: Theme.smallText
                color: Theme.colours.softText
            }
        }
    }
}
