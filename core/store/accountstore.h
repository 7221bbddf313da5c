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
    Result<Unit> insert(const Account &account);
    Result<Unit> update(const Account &account);
    //! Deletes the account with its actions.
    Result<Unit> remove(const AccountId &id);

private:
    Database &m_db;
};

} // namespace Petrel
