// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "outbox/reconciler.h"
#include "outbox/steadytimes.h"
#include "outbox/stepcontext.h"

#include <QObject>

#include <optional>

namespace Petrel {

//! The steps of publishing: baseline, attempt, check, watch. Each makes one request, writes truth, then settles; what is
//! kept here between steps (a baseline, a round under way) is only reads that may be made again.
class CreateSteps : public QObject {
public:
    CreateSteps(const StepContext &context, SteadyTimes &times, QObject *parent);

    [[nodiscard]] bool baselineReady() const;
    [[nodiscard]] ActionId runningRound() const { return m_roundOf; }
    //! Server uptime this action has spent uncertain.
    [[nodiscard]] qint64 uncertainUptime(const Action &action, const Check &check);

    //! Reads one more page for the baseline; `next` is the post that waits for it.
    Task<Unit> takeBaseline(const Action &next);
    Task<Unit> publish(const Action &action);
    Task<Unit> checkOwn(const Action &action);
    Task<Unit> look(const Watch &watch);

private:
    struct Taken {
        QVector<Post> posts;
        int nextSource = 0;
        qint64 beganMonotonicMs = 0;
        qint64 beganAtMs = 0;
        bool reachedStart = true;
    };
    //! The attempt about to be made, or why there is none.
    struct Prepared {
        Attempt attempt;
        PublishRequest request;
    };

    Result<Prepared> prepare(const Action &action) const;
    [[nodiscard]] Baseline baseline() const;
    //! A post of the baseline that already says what the action would: the profile may be a copy put back.
    [[nodiscard]] std::optional<Post> earlierCopy(const Action &action);
    Task<Unit> send(const Action &action, const Prepared &prepared);
    Task<Unit> settleOutcome(const Action &action, const Attempt &attempt, const Outcome &outcome);
    Task<Unit> settleFound(const Action &action, const Post &post, const std::optional<Post> &second, qint64 watchMs);
    Task<Unit> storeBaselinePage(const Action &next, const Result<OwnPage> &page);
    Task<Unit> beginRound(const Action &action);
    Task<Unit> useRoundPage(const Action &action, const Result<OwnPage> &page);
    Task<Unit> endRound(const Action &action, bool complete);
    Task<Unit> useLookPage(const Watch &watch, const Action &action, const Result<OwnPage> &page);
    Result<RoundGoal> goalOf(const Action &action);
    Result<QSet<PostUri>> takenByOthers(const QVector<Post> &posts, const ActionId &own);
    [[nodiscard]] bool absenceIsProved(const Action &action);
    void noteOwn(const Post &post);

    StepContext m_context;
    SteadyTimes &m_times;
    std::optional<Taken> m_taken;
    std::optional<Round> m_round;
    ActionId m_roundOf;
    qint64 m_roundBeganAtMs = 0;
    QHash<ActionId, qint64> m_uptimeMarks; //!< the gate's uptime when an action was first seen uncertain in this run
    int m_lookSource = 0;
};

} // namespace Petrel
