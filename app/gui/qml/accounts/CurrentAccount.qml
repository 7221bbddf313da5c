// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQml

//! The row of the model that is the current account, as an object; null without one.
Instantiator {
    id: accounts

    property AccountFacts account: null

    function look(): void {
        let found = null;
        for (let i = 0; i < count; ++i) {
            const row = objectAt(i) as AccountFacts;
            if (row && row.current)
                found = row;
        }
        account = found;
    }

    function idAt(index: int): string {
        const row = (index < count ? objectAt(index) : null) as AccountFacts;
        return row ? row.accountId : "";
    }

    onCountChanged: look()
    onObjectAdded: look()
    onObjectRemoved: (index, object) => {
        if (object === account)
            account = null;
        Qt.callLater(look);
    }

    delegate: AccountFacts {
        onCurrentChanged: Qt.callLater(accounts.look)
    }
}
