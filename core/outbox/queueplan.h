// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "outbox/settlepolicy.h"
#include "store/database.h"
#include "weather/gate.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace Petrel {

class SteadyTimes;

//! Everything of one account's queue that the next step depends on, read in one go.
struct QueueSnapshot {
    QVector<Action> open; //!< in written order
    QHash<ActionId, Action> parents; //!< actions that open ones depend on, settled or not
    QHash<ActionId, Check> checks;
    QHash<ActionId, Attempt> lastAttempts; //!< of actions in Uncertain
    QVector<Watch> watches;
};

//! Reads it from any connection that sees the journal.
Result<QueueSnapshot> loadQueue(Database &database, const AccountId &account);

//! The next thing to do for an account.
struct Step {
    enum class Kind {
        None, //!< nothing is due; see wakeInMs
        Ask, //!< hand the action to the person, for `reason`; no request
        Recover, //!< an attempt whose end was never written down becomes uncertain; no request
        Baseline, //!< read a page of own posts before publishing
        Publish,
        Change, //!< send a Set or an Amend
        Resolve, //!< ask the server for its name of the post acted on
        CheckOwn, //!< one page of a round
        CheckState, //!< read the state of the post acted on
        Watch, //!< look for a late second copy
    };
    Kind kind = Kind::None;
    ActionId action;
    ActionReason reason = ActionReason::None;
    qint64 wakeInMs = -1; //!< when nothing is due: how long until something is; -1 = not by itself
};

//! What planning needs to know beside the queue.
struct PlanContext {
    qint64 nowMs = 0; //!< wall
    SteadyTimes *times = nullptr;
    SettlePolicy settle;
    qint64 tooOldMs = 0;
    Permission permission;
    bool baselineReady = false;
    bool boostNeedsSettling = false; //!< an unanswered boost must be settled like a post
    ActionId runningRound; //!< a round is under way for this action
    QSet<ActionId> tryNow; //!< waits for back-off that the person has lifted
    //! Server uptime an action has spent uncertain, in milliseconds.
    std::function<qint64(const Action &)> uncertainUptime;
};

//! Decides the next step: pure, so that every rule of order can be tested by itself. Posts leave in written
//! order, one at a time; one that needs the person, or has been uncertain for long, lets unrelated later ones
//! pass; what depends on another waits for it. Wishes about posts go in written order among all, the very
//! fresh ones first.
[[nodiscard]] Step planStep(const QueueSnapshot &queue, const PlanContext &context);

//! When the next check of an uncertain action is due, in milliseconds from now (0 or less = now).
[[nodiscard]] qint64 checkDueInMs(const Action &action, const QueueSnapshot &queue,
                                  const PlanContext &context);

//! The longest a back-off or a server's pause may hold an action: a schedule it never is.
constexpr qint64 longestWaitMs = 600'000;

} // namespace Petrel
