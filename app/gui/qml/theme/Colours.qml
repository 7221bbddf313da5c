// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

//! The colours of one theme, by what they are for. tst_contrast demands 4.5 : 1 of every pair of text and ground.
QtObject {
    required property color ground      // behind the columns
    required property color surface     // columns, cards
    required property color raised      // what floats: sheets, menus, the composer
    required property color field       // where one types
    required property color hover       // a surface under the pointer
    required property color line        // between things
    required property color edge        // around controls, 3 : 1
    required property color text
    required property color softText
    required property color accent
    required property color accentInk
    required property color accentGround
    required property color favourite
    required property color boost
    required property color bookmark
    required property color warning
    required property color warningGround
    required property color danger
    required property color dangerInk
    required property color dangerGround
    required property color shade       // over the window, below a sheet
}
