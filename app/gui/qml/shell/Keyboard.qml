// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQml

//! Every shortcut of the window in one table, from which the help sheet is made, too. Each entry has its sequences, how
//! they are shown, what they do in words, and the deed.
Item {
    id: keyboard

    required property Item shell
    property bool active: true
    readonly property var table: [
        entry(["j"], ["j", "↓"], qsTr("Next post"), () => shell.step(1)),
        entry(["k"], ["k", "↑"], qsTr("Previous post"), () => shell.step(-1)),
        entry(["o"], [qsTr("Enter", "a key"), "o"], qsTr("Open the conversation"), () => shell.openCurrent()),
        entry(["r"], ["r"], qsTr("Reply"), () => shell.withCurrent((by, post) => by.reply(post.uri))),
        entry(["b"], ["b"], qsTr("Boost, or take it back"), () => shell.withCurrent((by, post) => {
            if (post.canBoost)
                by.boost(post.uri, !post.boosted);
        })),
        entry(["f"], ["f"], qsTr("Favourite, or take it back"), () => shell.withCurrent((by, post) => by.favourite(post.uri, !post.favourited))),
        entry(["d"], ["d"], qsTr("Bookmark, or take it back"), () => shell.withCurrent((by, post) => by.bookmark(post.uri, !post.bookmarked))),
        entry(["x"], ["x"], qsTr("Show or hide what is behind a warning"), () => shell.toggleWarning()),
        entry(["e"], ["e"], qsTr("Open the pictures"), () => shell.openPictures()),
        entry(["m", "Menu"], ["m"], qsTr("What else can be done with the post"), () => shell.openMenu()),
        entry(["n", "c", "Ctrl+N"], ["n", "c", keys("Ctrl+N")], qsTr("Write a post"), () => shell.write()),
        entry([], [keys("Ctrl+Return")], qsTr("Send what is written"), null),
        entry([".", "F5"], [".", "F5"], qsTr("Fetch what is new and go there"), () => shell.newest()),
        entry(["g, h"], ["g", "h"], qsTr("Go to the home timeline"), () => shell.go("home")),
        entry(["g, o"], ["g", "o"], qsTr("Go to the outbox"), () => shell.go("outbox")),
        entry([], [keys("Ctrl+1"), "…", keys("Ctrl+9")], qsTr("Switch to that account"), null),
        entry(["Ctrl++", "Ctrl+="], [keys("Ctrl++")], qsTr("Larger text"), () => shell.scaleText(0.1)),
        entry(["Ctrl+-"], [keys("Ctrl+-")], qsTr("Smaller text"), () => shell.scaleText(-0.1)),
        entry(["Ctrl+0"], [keys("Ctrl+0")], qsTr("Text as it was"), () => shell.scaleText(0)),
        entry(["?", "F1"], ["?", "F1"], qsTr("These shortcuts"), () => shell.help()),
        entry(["Esc"], [qsTr("Esc", "a key")], qsTr("Back"), () => shell.back())
    ]

    function entry(sequences: var, shown: var, words: string, deed: var): var {
        return {
            "sequences": sequences,
            "shown": shown,
            "words": words,
            "deed": deed
        };
    }

    // How this desktop writes a key.
    function keys(sequence: string): string {
        return sequence.replace("Ctrl+", qsTr("Ctrl+", "the key, before another")).replace("Return", qsTr("Enter", "a key"));
    }

    Instantiator {
        model: keyboard.table.filter(item => item.deed !== null)

        delegate: Shortcut {
            required property var modelData

            sequences: modelData.sequences
            enabled: keyboard.active
            onActivated: modelData.deed()
            onActivatedAmbiguously: modelData.deed()
        }
    }
    Instantiator {
        model: 9

        delegate: Shortcut {
            required property int index

            sequences: ["Ctrl+" + (index + 1)]
            enabled: keyboard.active
            onActivated: keyboard.shell.toAccountAt(index)
        }
    }
}
