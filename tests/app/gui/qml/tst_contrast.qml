// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Petrel

TestCase {
    name: "Contrast"

    function channel(value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    function light(colour) {
        return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b);
    }

    function ratio(one, other) {
        const a = light(one);
        const b = light(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    function pairs(least, inks, grounds) {
        const rows = [];
        for (const theme of ["lightColours", "darkColours"])
            for (const ink of inks)
                for (const ground of grounds)
                    rows.push({tag: theme + ": " + ink + " on " + ground, theme: theme, ink: ink, ground: ground, least: least});
        return rows;
    }

    function test_textStandsOutFromItsGround_data() {
        return [].concat(pairs(4.5, ["text", "softText"], ["ground", "surface", "raised", "field", "hover", "line", "accentGround", "warningGround", "dangerGround"]),
                         pairs(4.5, ["accent"], ["ground", "surface", "raised", "hover", "accentGround", "warningGround"]),
                         pairs(4.5, ["danger"], ["ground", "surface", "raised", "hover", "dangerGround", "accentGround"]),
                         pairs(4.5, ["warning"], ["ground", "surface", "raised", "warningGround"]),
                         pairs(4.5, ["favourite", "boost", "bookmark"], ["surface", "raised", "hover"]),
                         pairs(4.5, ["accentInk"], ["accent"]),
                         pairs(4.5, ["dangerInk"], ["danger"]),
                         pairs(4.5, ["surface"], ["text"]),
                         pairs(3, ["edge"], ["ground", "surface", "raised", "field"]));
    }

    function test_textStandsOutFromItsGround(data) {
        const found = ratio(Theme[data.theme][data.ink], Theme[data.theme][data.ground]);
        verify(found >= data.least, found.toFixed(2) + " : 1");
    }
}
