// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Below the text: for whom, with a warning or not, in which language, how much is left, and the button. One line where
//! that is long enough.
Item {
    id: tools

    required property var controller
    readonly property bool ready: controller !== null
    readonly property bool canWarn: ready && controller.canWarn
    readonly property bool canLanguage: ready && controller.canLanguage
    readonly property Item first: visibility
    readonly property real choicesWidth: Math.ceil(visibility.width + (canWarn ? warning.width : 0) + (canLanguage ? language.width : 0))
    readonly property Item last: canLanguage ? language : canWarn ? warning : visibility
    readonly property real lastEnd: (Theme.mirrored ? choices.width - last.x : last.x + last.width) - Theme.small
    readonly property real endingWidth: Math.ceil(count.implicitWidth + ending.spacing + button.width)
    readonly property bool beside: lastEnd + Theme.medium + endingWidth <= width

    signal visibilityWanted(Item beside)
    signal languageWanted(Item beside)
    signal done

    function wordsOf(choices: var, value: string): string {
        const found = choices.find(choice => choice.value === value);
        return found ? found.words : value;
    }

    implicitHeight: beside ? Math.max(choices.height, ending.height) : choices.height + Theme.tiny + ending.height

    Flow {
        id: choices
        anchors.left: parent.left
        anchors.leftMargin: -Theme.small
        width: Math.min(tools.choicesWidth, tools.width + Theme.small)

        PushButton {
            id: visibility
            room: tools.width + Theme.small
            flat: true
            icon: tools.ready ? tools.controller.visibility : ""
            text: tools.ready ? tools.wordsOf(tools.controller.visibilities, tools.controller.visibility) : ""
            spoken: qsTr("Who may see this: %1").arg(text)
            onClicked: tools.visibilityWanted(visibility)
        }
        IconButton {
            id: warning
            visible: tools.canWarn
            icon: "warning"
            text: tools.ready && tools.controller.warningShown ? qsTr("Remove the content warning") : qsTr("Add a content warning")
            pressed: tools.ready && tools.controller.warningShown
            onClicked: tools.controller.warningShown = !tools.controller.warningShown
        }
        PushButton {
            id: language
            objectName: "languageButton"
            visible: tools.canLanguage
            flat: true
            text: tools.ready && tools.controller.language !== "" ? tools.controller.language.toUpperCase() : qsTr("Language")
            spoken: tools.ready && tools.controller.language !== "" ? qsTr("Language: %1").arg(tools.wordsOf(tools.controller.languages, tools.controller.language))
                                                                    : qsTr("Language")
            onClicked: tools.languageWanted(language)
        }
    }
    PlainLabel {
        id: saved
        anchors.left: parent.left
        anchors.leftMargin: tools.beside ? tools.lastEnd + Theme.small : 0
        anchors.right: ending.left
        anchors.rightMargin: Theme.small
        anchors.verticalCenter: ending.verticalCenter
        // Better nothing than three dots.
        visible: tools.ready && tools.controller.text !== "" && width >= implicitWidth
        text: tools.ready ? tools.controller.savedWords : ""
        horizontalAlignment: Text.AlignRight
        color: Theme.colours.softText
        font.pixelSize: Theme.smallText
    }
    // From the far end: the button is at the corner, and what does not fit beside it wraps.
    Flow {
        id: ending
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: Math.min(tools.endingWidth, tools.width)
        spacing: Theme.medium
        layoutDirection: Qt.RightToLeft

        PushButton {
            id: button
            room: tools.width
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
        PlainLabel {
            id: count
            height: Theme.control
            verticalAlignment: Text.AlignVCenter
            text: tools.ready ? tools.controller.remaining : ""
            color: tools.ready && tools.controller.remaining < 0 ? Theme.colours.danger
                                                                 : tools.ready && tools.controller.remaining < 30 ? Theme.colours.warning
                                                                                                                  : Theme.colours.softText
            font.pixelSize: Theme.smallText
            Accessible.name: tools.ready ? qsTr("%n character(s) left", "", tools.controller.remaining) : ""
        }
    }
}
