// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "domain/post.h"
#include "store/actionstore.h"
#include "store/attemptstore.h"
#include "store/store.h"

namespace Petrel {

//! Writes into the journal what became of an action: one call per event, inside the caller's transaction.
//! Each reads the action afresh, so that what the person decided meanwhile is kept: what was given up or
//! replaced while a request was under way stays so, unless the server says that it has happened all the same.
class Ledger {
public:
    Ledger(JournalTx &tx, qint64 nowMs);

    //! Writes the attempt before its request leaves and moves the action to Sending. False: somebody else has
    //! it.
    Result<bool> begin(const ActionId &id, Attempt &attempt);
    //! The attempt is proved not to have happened: the action waits until `notBeforeMs`.
    Result<Unit> notSent(const ActionId &id, ActionReason reason, const QString &words, qint64 notBeforeMs);
    //! A clear no.
    Result<Unit> refused(const ActionId &id, const QString &words);
    //! The outcome is unknown: checks begin.
    Result<Unit> uncertain(const ActionId &id, const QString &words, qint64 serverDateMs);
    //! The post exists. `watchMs` > 0: look out for a late second copy that long.
    Result<Unit> published(const ActionId &id, const Post &post, const QString &difference, qint64 watchMs);
    //! It had been published and is gone since.
    Result<Unit> publishedAndGone(const ActionId &id);
    //! The wish is true on the server.
    Result<Unit> fulfilled(const ActionId &id);
    //! Checks proved that no attempt ever happened. `maxSends`: beyond it the person decides; `watchMs` for a
    //! post that was to be cancelled.
    Result<Unit> absent(const ActionId &id, int maxSends, qint64 watchMs);
    //! The person must decide.
    Result<Unit> ask(const ActionId &id, ActionReason reason, const QString &words);
    //! A step before the attempt, or a check, failed for now.
    Result<Unit> postpone(const ActionId &id, ActionReason reason, const QString &words, qint64 notBeforeMs);
    //! A round ended without finding anything.
    Result<Unit> roundEnded(const ActionId &id, bool blind, qint64 beganAtMs, qint64 uptimeMs, int maxBlind);
    //! The server's name for the post acted on is known now.
    Result<Unit> resolved(const ActionId &id, const Subject &subject);
    //! A second copy of what was published has appeared.
    Result<Unit> secondCopy(const ActionId &id, const Post &copy);
    //! The server's word for "signed out" closes the account until the next sign-in.
    Result<Unit> accountSignedOut(const AccountId &account);

private:
    Result<Action> open(const ActionId &id);
    Result<Unit> save(Action &action);
    Result<Unit> endAttempt(const ActionId &id, AttemptEnding ending, const QString &words,
                            qint64 serverDateMs);
    Result<Unit> settle(Action &action, ActionState state, ActionReason reason);
    Result<Unit> saveWatch(const ActionId &id, qint64 watchMs);

    JournalTx &m_tx;
    ActionStore m_actions;
    AttemptStore m_attempts;
    qint64 m_now;
};

//! A removal of a post that `origin` published, to be inserted into the queue of the same account.
[[nodiscard]] Action removalOf(const Action &origin, const PostUri &uri, const RemoteRef &ref,
                               const QString &url, const QString &uid, qint64 nowMs);

} // namespace Petrel
