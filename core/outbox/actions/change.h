// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "outbox/steadytimes.h"
#include "outbox/stepcontext.h"

#include <QObject>

namespace Petrel {

//! The steps of Set and Amend actions: resolve, attempt, check by reading the state.
class ChangeSteps : public QObject {
public:
    //! `context` must outlive it; what it says of the account is read anew at each step.
    ChangeSteps(const StepContext &context, SteadyTimes &times, QObject *parent);

    //! Finds this server's name for the post acted on (also for the parent of a reply).
    Task<Unit> resolve(const Action &action);
    Task<Unit> send(const Action &action);
    Task<Unit> checkState(const Action &action);

private:
    Task<Unit> adoptParent(const Action &action);
    //! Where a repeated boost makes a second one, what is believed is not enough: boosted on the phone, or
    //! pressed twice.
    Task<Unit> readBefore(const Action &action);
    Task<Unit> useReadBefore(const Action &action, const Result<Post> &read, qint64 readAtMs);
    Task<Unit> transmit(const Action &action, const PostFlags &flags);
    Task<Unit> settleOutcome(const Action &action, const Outcome &outcome);
    Task<Unit> settleRead(const Action &action, const Result<Post> &read, qint64 readAtMs, qint64 beganAtMs);
    Task<Unit> settleTrue(const Action &action, const Post &post, qint64 readAtMs);
    Task<Unit> settleRemoved(const Action &action);
    Task<Unit> settleNegative(const Action &action, const std::optional<Post> &post, qint64 readAtMs,
                              qint64 beganAtMs);
    Task<Unit> useResolved(const Action &action, const Result<Post> &found, qint64 readAtMs);
    [[nodiscard]] bool needsSettling(const Action &action) const;

    const StepContext &m_context;
    SteadyTimes &m_times;
    ActionId m_readBefore; //!< its state has just been read; a crash only means reading it again
};

//! The flag of a post that a Set action wishes for.
[[nodiscard]] std::optional<bool> flagOf(ActionKind kind, const PostFlags &flags);

} // namespace Petrel
