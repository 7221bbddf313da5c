// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "domain/action.h"
#include "domain/draft.h"

#include <QObject>
#include <QVector>

#include <optional>

namespace Petrel {

class Clock;
class Store;

//! A wish as a verb or a button makes it.
struct NewAction {
    AccountId account;
    ActionKind kind = ActionKind::Publish;
    Subject subject; //!< Publish: the post replied to, or nothing
    PostContent content;
    bool wanted = true;
    ActionId dependsOn; //!< an open action that must be done first (reply to a ghost)
    QString uid; //!< names the wish for ever, never used before; empty = one is made
    QString draft; //!< the draft it grew from: deleted in the same commit; empty = none
};

//! The durable queue of wishes. Every call is one journal transaction; when its task ends well the wish
//! survives any crash. Sends nothing: a Processor per account does, and hears of changes through the store.
class Outbox : public QObject {
    Q_OBJECT
public:
    Outbox(Store &store, Clock &clock, QObject *parent = nullptr);

    //! Writes a wish down. A Set wish replaces one on the same thing that was never attempted, and waits
    //! behind one that was. Cancelling out a wish never attempted leaves a wish all the same: what we believe
    //! may be stale.
    Task<Action> enqueue(const NewAction &wish);
    //! Gives up an action. Never attempted: cancelled at once. Attempted: cancelled after checking, and
    //! deleted where it is found. A Done action is Conflict. Open dependents need the person afterwards
    //! (ParentGone). On SecondCopy: keeps both copies.
    Task<Action> cancel(const ActionId &id);
    //! Gives up a post that is certainly not on the server and makes its words a draft of that name, in one
    //! commit. Conflict, with words, where it may have arrived.
    Task<Draft> takeBack(const ActionId &id, const QString &draft);
    //! The person says: go on. Clears waits and asks again: NeedsYou goes back to queued, or to being checked
    //! where an attempt's outcome is unknown; TooOld and Restored are thereby approved. On SecondCopy:
    //! enqueues the removal of the second copy and settles.
    Task<Action> retry(const ActionId &id);
    //! Resumes an account that is paused after repeated crashes.
    Task<Unit> resume(const AccountId &account);

private:
    Store &m_store;
    Clock &m_clock;
};

//! Words for where an action stands, translated, for people.
[[nodiscard]] QString describeAction(const Action &action);

} // namespace Petrel
