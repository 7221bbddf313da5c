// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "outbox/reconciler.h"
#include "outbox/steadytimes.h"
#include "outbox/stepcontext.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace Petrel {

//! Finding out what became of a post whose answer was lost: rounds through the account's own posts, and the
//! watch for a late second copy. A round under way is only a series of reads, kept in memory and begun again
//! after a crash.
class CheckSteps : public QObject {
public:
    //! `context` must outlive it; what it says of the account is read anew at each step.
    CheckSteps(const StepContext &context, SteadyTimes &times, QObject *parent);

    [[nodiscard]] ActionId runningRound() const { return m_roundOf; }
    //! Server uptime this action has spent uncertain, in milliseconds.
    [[nodiscard]] qint64 uncertainUptime(const Action &action, const Check &check);

    //! One page of the action's round; the last one settles it.
    Task<Unit> checkOwn(const Action &action);
    //! One look for a second copy.
    Task<Unit> look(const Watch &watch);

private:
    Task<Unit> beginRound(const Action &action);
    Task<Unit> useRoundPage(const Action &action, const Result<OwnPage> &page);
    Task<Unit> endRound(const Action &action, bool complete);
    Task<Unit> useLookPage(const Watch &watch, const Action &action, const Result<OwnPage> &page);
    Result<RoundGoal> goalOf(const Action &action);
    [[nodiscard]] bool absenceIsProved(const Action &action);

    const StepContext &m_context;
    SteadyTimes &m_times;
    std::optional<Round> m_round;
    ActionId m_roundOf;
    qint64 m_roundBeganAtMs = 0;
    QHash<ActionId, qint64>
        m_uptimeMarks; //!< the gate's uptime when an action was first seen uncertain in this run
    int m_lookSource = 0;
};

} // namespace Petrel
