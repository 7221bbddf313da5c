// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "store/database.h"

#include <QHash>

#include <optional>

namespace Petrel {

//! Actions with their intents in the journal. Works on any connection that sees the journal; writes need one
//! that may.
class ActionStore {
public:
    explicit ActionStore(Database &database)
        : m_db(database)
    { }
    //! Writes a new action with the intents that follow from it; sets its id.
    Result<Unit> insert(Action &action);
    //! Writes everything that may change (all but id, uid, account, kind, createdAt). Deletes the intents of
    //! an action that is no longer open.
    Result<Unit> update(const Action &action);
    //! Moves an action that is queued, waiting or uncertain to `sending`; false = somebody else was first.
    Result<bool> claimForSending(const ActionId &id);
    //! NotFound where there is none.
    Result<Action> find(const ActionId &id);
    Result<std::optional<Action>> findByUid(const QString &uid);
    //! Not settled, in written order; a null account = all accounts.
    Result<QVector<Action>> open(const AccountId &account);
    //! How many are open.
    struct OpenCount {
        int open = 0;
        int needYou = 0; //!< of these, how many wait for the person
    };
    //! Accounts without an open action are left out.
    Result<QHash<AccountId, OpenCount>> openCounts();
    //! The newest `limit` actions, open or settled, newest first; a null account = all.
    Result<QVector<Action>> recent(const AccountId &account, int limit);
    //! Open Set actions on the same thing, in written order.
    Result<QVector<Action>> openOn(const AccountId &account, ActionKind kind, const PostUri &subject);
    //! Actions that wait for this one, open ones only.
    Result<QVector<Action>> dependents(const ActionId &id);
    //! Deletes what was settled before `beforeMs` and nothing open depends on; gives how many.
    Result<qint64> purgeSettled(qint64 beforeMs);

private:
    Result<QVector<Action>> collect(Statement &statement);
    Database &m_db;
};

} // namespace Petrel
