// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! The line below the text: for whom, with a warning or not, in which language, how much is left, and the button.
Item {
    id: tools

    required property var controller
    readonly property bool ready: controller !== null
    readonly property Item first: visibility

    signal visibilityWanted(Item beside)
    signal languageWanted(Item beside)
    signal done

    function wordsOf(choices: var, value: string): string {
        const found = choices.find(choice => choice.value === value);
        return found ? found.words : value;
    }

    implicitHeight: flow.height

    Row {
        id: flow
        anchors.left: parent.left
        anchors.leftMargin: -Theme.small
        height: Theme.control

        PushButton {
            id: visibility
            flat: true
            icon: tools.ready ? tools.controller.visibility : ""
            text: tools.ready ? tools.wordsOf(tools.controller.visibilities, tools.controller.visibility) : ""
            spoken: qsTr("Who may see this: %1").arg(text)
            onClicked: tools.visibilityWanted(visibility)
        }
        IconButton {
            visible: tools.ready && tools.controller.canWarn
            icon: "warning"
            text: tools.ready && tools.controller.warningShown ? qsTr("Remove the content warning") : qsTr("Add a content warning")
            pressed: tools.ready && tools.controller.warningShown
            onClicked: tools.controller.warningShown = !tools.controller.warningShown
        }
        PushButton {
            id: language
            objectName: "languageButton"
            visible: tools.ready && tools.controller.canLanguage
            flat: true
            text: tools.ready && tools.controller.language !== "" ? tools.controller.language.toUpperCase() : qsTr("Language")
            spoken: tools.ready && tools.controller.language !== "" ? qsTr("Language: %1").arg(tools.wordsOf(tools.controller.languages, tools.controller.language))
                                                                    : qsTr("Language")
            onClicked: tools.languageWanted(language)
        }
    }
    PlainLabel {
        id: saved
        anchors.left: flow.right
        anchors.leftMargin: Theme.small
        anchors.right: count.left
        anchors.rightMargin: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        // Better nothing than three dots.
        visible: tools.ready && tools.controller.text !== "" && width >= implicitWidth
        text: tools.ready ? tools.controller.savedWords : ""
        horizontalAlignment: Text.AlignRight
        color: Theme.colours.softText
        font.pixelSize: Theme.smallText
    }
    PlainLabel {
        id: count
        anchors.right: button.left
        anchors.rightMargin: Theme.medium
        anchors.verticalCenter: parent.verticalCenter
        text: tools.ready ? tools.controller.remaining : ""
        color: tools.ready && tools.controller.remaining < 0 ? Theme.colours.danger
                                                             : tools.ready && tools.controller.remaining < 30 ? Theme.colours.warning
                                                                                                              : Theme.colours.softText
        font.pixelSize: Theme.smallText
        Accessible.name: tools.ready ? qsTr("%n character(s) left", "", tools.controller.remaining) : ""
    }
    PushButton {
        id: button
        anchors.right: parent.right
        primary: true
        icon: tools.ready && tools.controller.willQueue ? "outbox" : ""
        text: tools.ready ? tools.controller.buttonWords : ""
        spoken: tools.ready ? qsTr("%1 as %2").arg(text).arg(tools.controller.handle) : ""
        enabled: tools.ready && tools.controller.canPost && !tools.controller.posting
        onClicked: tools.done()

        Tip {
            text: button.spoken
            shown: hover.hovered

            HoverHandler {
                id: hover
            }
        }
    }
}
