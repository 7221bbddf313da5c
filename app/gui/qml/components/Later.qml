// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

//! A popup that is made when it is first wanted, and kept from then on: what nobody has opened costs a start nothing.
Loader {
    id: later

    readonly property bool opened: item !== null && (item as T.Popup).opened

    function wanted(): QtObject {
        active = true;
        return item;
    }

    active: false
}
