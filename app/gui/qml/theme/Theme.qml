// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import Petrel
import Petrel.App

//! Every measure, colour and time of the window. Pages take them from here and write none themselves.
QtObject {
    id: theme

    readonly property bool dark: Platform.dark
    readonly property Colours colours: dark ? darkColours : lightColours
    readonly property LightColours lightColours: LightColours {}
    readonly property DarkColours darkColours: DarkColours {}

    // The 4 px grid.
    readonly property int hair: 1
    readonly property int tiny: 4
    readonly property int small: 8
    readonly property int medium: 12
    readonly property int large: 16
    readonly property int huge: 24
    readonly property int giant: 48

    readonly property int radius: 6
    readonly property int bigRadius: 10

    readonly property real textScale: Platform.textScale
    readonly property int smallText: Math.round(12 * textScale)
    readonly property int normalText: Math.round(14 * textScale)
    readonly property int bigText: Math.round(16 * textScale)
    readonly property int titleText: Math.round(20 * textScale)
    readonly property real lineHeight: 1.25
    readonly property int mostLines: 30

    readonly property int control: Math.max(32, Math.round(32 * textScale))
    readonly property int icon: 20
    readonly property int smallIcon: 16
    readonly property int actionIcon: 18
    //! The least that one of the buttons below a post takes.
    readonly property int action: actionIcon + 2 * small
    readonly property int avatar: 44
    readonly property int smallAvatar: 32

    readonly property int rail: 64
    readonly property int header: Math.round(56 * Math.max(1, textScale))
    readonly property int column: 640
    readonly property int besideFrom: 1100
    readonly property int sheet: 480
    readonly property int tip: 400

    readonly property bool mirrored: Qt.application.layoutDirection === Qt.RightToLeft

    readonly property int motion: Platform.reducedMotion ? 0 : 120

    // Set by the window: pictures are asked for in pixels of the screen.
    property real pixelRatio: 1

    function pixels(length: real): int {
        return Math.ceil(length * pixelRatio);
    }

    function weatherColour(state: string): color {
        switch (state) {
        case "down":
            return colours.danger;
        case "slow":
        case "suspect":
        case "limited":
            return colours.warning;
        }
        return colours.softText;
    }
}
