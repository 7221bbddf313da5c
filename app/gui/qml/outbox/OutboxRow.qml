// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel
import Petrel.App

//! One wish that a server does not have yet.
Item {
    id: row

    required property var model
    required property int index
    required property var controller
    property bool ringed: false
    readonly property bool focused: ListView.isCurrentItem && ringed && ListView.view.activeFocus
    readonly property string times: {
        const since = qsTr("since %1").arg(Words.moment(model.sinceMs, Words.nowMs));
        return model.nextTryMs > 0 ? since + " · " + qsTr("next try %1").arg(Words.until(model.nextTryMs, Words.nowMs)) : since;
    }

    width: ListView.view ? ListView.view.width : implicitWidth
    height: column.height
    Accessible.role: Accessible.ListItem
    Accessible.name: [model.kindWords, model.title, model.stateWords, times].filter(part => part !== "").join(". ")

    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: Theme.tiny
        color: row.model.colour
    }
    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.large
        topPadding: Theme.medium
        bottomPadding: Theme.small
        spacing: Theme.tiny

        Item {
            width: parent.width
            height: kind.height

            PlainLabel {
                id: kind
                anchors.left: parent.left
                width: Math.min(implicitWidth, parent.width * 0.6)
                text: row.model.kindWords
                elide: Text.ElideRight
                font.weight: Font.DemiBold
            }
            PlainLabel {
                anchors.left: kind.right
                anchors.leftMargin: Theme.medium
                anchors.right: parent.right
                anchors.baseline: kind.baseline
                text: row.model.handle
                color: Theme.colours.softText
                font.pixelSize: Theme.smallText
                elide: Text.ElideMiddle
                horizontalAlignment: Text.AlignRight
            }
        }
        ForeignLabel {
            width: parent.width
            visible: text !== ""
            text: row.model.contentWarning !== "" ? qsTr("Content warning: %1").arg(row.model.contentWarning) : row.model.title
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        Item {
            width: parent.width
            height: state.height

            Icon {
                id: icon
                anchors.left: parent.left
                anchors.top: parent.top
                anchors.topMargin: 1
                name: row.model.needsYou ? "warning" : "clock"
                size: Theme.smallIcon
                colour: row.model.needsYou ? Theme.colours.danger : Theme.colours.accent
            }
            Column {
                id: state
                anchors.left: icon.right
                anchors.leftMargin: Theme.small
                anchors.right: parent.right

                PlainLabel {
                    width: parent.width
                    text: row.model.stateWords
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.smallText
                    color: row.model.needsYou ? Theme.colours.danger : Theme.colours.text
                }
                PlainLabel {
                    width: parent.width
                    text: row.times
                    wrapMode: Text.Wrap
                    font.pixelSize: Theme.smallText
                    color: Theme.colours.softText
                }
            }
        }
        Flow {
            id: buttons
            anchors.left: parent.left
            anchors.leftMargin: -Theme.small
            anchors.right: parent.right
            visible: row.model.canRetry || row.model.canEdit || row.model.canCancel
            spacing: Theme.tiny

            PushButton {
                visible: row.model.canRetry
                room: buttons.width
                flat: true
                text: qsTr("Try now")
                onClicked: row.controller.retry(row.model.actionId)
            }
            PushButton {
                visible: row.model.canEdit
                room: buttons.width
                flat: true
                text: qsTr("Edit")
                onClicked: row.controller.edit(row.model.actionId)
            }
            PushButton {
                visible: row.model.canCancel
                room: buttons.width
                flat: true
                danger: true
                text: qsTr("Cancel", "give up this action")
                onClicked: row.controller.cancel(row.model.actionId)
            }
        }
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        visible: row.focused
        color: "transparent"
        radius: Theme.radius
        border.width: 2
        border.color: Theme.colours.accent
    }
}
