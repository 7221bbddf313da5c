// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Colours {
    ground: "#eceff1"
    surface: "#fbfcfc"
    raised: "#ffffff"
    field: "#ffffff"
    hover: "#f1f4f5"
    line: "#dfe4e7"
    edge: "#7a8791"
    text: "#1a2227"
    softText: "#56626b"
    accent: "#0b6680"
    accentInk: "#ffffff"
    accentGround: "#e0eff3"
    favourite: "#965600"
    boost: "#14703c"
    bookmark: "#9a2f63"
    warning: "#7d5000"
    warningGround: "#fcf1d8"
    danger: "#ab211a"
    dangerInk: "#ffffff"
    dangerGround: "#fbe8e5"
    shade: "#59141d22"
}
