// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

//! What pages ask of an account, from its row in the model.
QtObject {
    required property string accountId
    required property string handle
    required property string problem
    required property bool signedOut
    required property string weather
    required property string weatherWords
    required property bool current
}
