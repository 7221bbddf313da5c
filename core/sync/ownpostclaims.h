// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "domain/post.h"
#include "store/store.h"

#include <QVector>

namespace Petrel {

//! An own post on a page that is, as far as can be seen, what an action under way has just published.
struct OwnPostClaim {
    ActionId action;
    QString actionUid;
    Post post;
};

//! Looks for the results of posts being sent or checked among posts that a server told: own, not in the
//! attempt's baseline, not settled on by another action, and saying the same; oldest to oldest. Reads the
//! journal only. The claims are tentative: the answer to the request itself, or a check, has the last word.
//! Without them the ghost and the truth would stand side by side for as long as the answer is late.
Result<QVector<OwnPostClaim>> findOwnPosts(Database &database, const Account &account,
                                           const QVector<const Post *> &posts);

//! Writes claims down, to be called before their posts go into the cache; gives those that stand.
Result<QVector<OwnPostClaim>> claimOwnPosts(JournalTx &tx, const AccountId &account,
                                            const QVector<OwnPostClaim> &claims);

} // namespace Petrel
