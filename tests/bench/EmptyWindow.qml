// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

//! What any program of this toolkit and style costs: a window of Petrel's size with nothing in it.
ApplicationWindow {
    width: 1180
    height: 820
    visible: true
}
