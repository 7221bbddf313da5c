// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Petrel

//! Asks before something that cannot be taken back.
Sheet {
    id: question

    property string words: ""
    property string yes: ""
    property var deed: null

    function ask(heading: string, text: string, button: string, then: var): void {
        title = heading;
        words = text;
        yes = button;
        deed = then;
        open();
    }

    title: ""
    place: 420

    PlainLabel {
        width: parent.width
        text: question.words
        wrapMode: Text.Wrap
        lineHeight: Theme.lineHeight
    }
    Flow {
        width: parent.width
        spacing: Theme.small
        layoutDirection: Qt.RightToLeft
        LayoutMirroring.enabled: Theme.mirrored

        PushButton {
            objectName: "yes"
            primary: true
            danger: true
            text: question.yes
            onClicked: {
                question.close();
                question.deed();
            }
        }
        PushButton {
            text: qsTr("Cancel")
            onClicked: question.close()
        }
    }
}
