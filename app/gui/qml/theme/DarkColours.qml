// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

Colours {
    ground: "#0e1316"
    surface: "#151c20"
    raised: "#1d262b"
    field: "#11171a"
    hover: "#1a2227"
    line: "#29343a"
    edge: "#6b7b85"
    text: "#e4eaed"
    softText: "#9cabb4"
    accent: "#63c3dd"
    accentInk: "#05222b"
    accentGround: "#15323c"
    favourite: "#e6b354"
    boost: "#66c98f"
    bookmark: "#e691bc"
    warning: "#e6b354"
    warningGround: "#302817"
    danger: "#ff9187"
    dangerInk: "#33100d"
    dangerGround: "#391f1d"
    shade: "#99000000"
}
