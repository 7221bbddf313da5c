// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "store/database.h"

#include <QVector>

namespace Petrel {

//! Accounts in the journal. Works on any connection that sees the journal; writes need one that may.
class AccountStore {
public:
    explicit AccountStore(Database &database)
        : m_db(database)
    { }
    Result<QVector<Account>> all();
    //! NotFound where there is none.
    Result<Account> find(const AccountId &id);
    //! Without a colour it gets the smallest number that no other account has.
    Result<Unit> insert(const Account &account);
    //! Writes everything but the id and the colour.
    Result<Unit> update(const Account &account);
    //! Deletes the account with its actions and drafts.
    Result<Unit> remove(const AccountId &id);

private:
    Result<int> freeColour();
    Database &m_db;
};

} // namespace Petrel
