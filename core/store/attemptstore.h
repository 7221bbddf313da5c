// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "store/database.h"

#include <optional>

namespace Petrel {

//! Attempts, checks, watches and claims in the journal: everything behind "exactly once".
class AttemptStore {
public:
    explicit AttemptStore(Database &database)
        : m_db(database)
    { }
    //! Sets the id.
    Result<Unit> insert(Attempt &attempt);
    Result<Unit> update(const Attempt &attempt);
    //! In order of number.
    Result<QVector<Attempt>> of(const ActionId &action);
    Result<std::optional<Attempt>> last(const ActionId &action);

    //! Nothing where none was begun.
    Result<std::optional<Check>> check(const ActionId &action);
    Result<Unit> saveCheck(const Check &check);
    Result<Unit> dropCheck(const ActionId &action);

    Result<QVector<Watch>> watches(const AccountId &account);
    Result<Unit> saveWatch(const Watch &watch);
    Result<Unit> dropWatch(const ActionId &action);

    //! Who settled on this own post; nothing = nobody.
    struct Claim {
        ActionId action;
        bool tentative = false;
    };
    Result<std::optional<Claim>> claimOn(const AccountId &account, const PostUri &uri);
    //! Claims a post for an action; a firm claim replaces a tentative one, nothing replaces a firm one. False
    //! = it belongs to another action.
    Result<bool> claim(const AccountId &account, const PostUri &uri, const ActionId &action, bool tentative);
    Result<Unit> dropTentative(const ActionId &action);

private:
    Database &m_db;
};

} // namespace Petrel
