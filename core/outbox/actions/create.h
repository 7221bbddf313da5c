// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "outbox/stepcontext.h"
#include "service/publisher.h"

#include <QObject>

#include <optional>

namespace Petrel {

//! The steps of publishing: baseline and attempt. Each makes one request, writes truth, then settles. The
//! baseline kept here between steps is only a read that may be made again.
class CreateSteps : public QObject {
public:
    //! `context` must outlive it; what it says of the account is read anew at each step.
    CreateSteps(const StepContext &context, QObject *parent);

    [[nodiscard]] bool baselineReady() const;
    //! Reads one more page for the baseline; `next` is the post that waits for it.
    Task<Unit> takeBaseline(const Action &next);
    Task<Unit> publish(const Action &action);

private:
    struct Taken {
        QVector<Post> posts;
        int nextSource = 0;
        qint64 beganMonotonicMs = 0;
        qint64 beganAtMs = 0;
        bool reachedStart = true;
        qint64 serverDateMs = 0; //!< of the first page, by the server's clock; 0 = it did not say
    };
    //! The attempt about to be made.
    struct Prepared {
        Attempt attempt;
        PublishRequest request;
    };

    Result<Prepared> prepare(const Action &action) const;
    [[nodiscard]] Baseline baseline() const;
    //! A post of the baseline that already says what the action would: the profile may be a copy put back.
    [[nodiscard]] std::optional<Post> earlierCopy(const Action &action);
    Task<Unit> send(const Action &action, const Prepared &prepared);
    Task<Unit> settleOutcome(const Action &action, const Outcome &outcome, bool repeat);
    Task<Unit> storeBaselinePage(const Action &next, const Result<OwnPage> &page);
    void noteOwn(const Post &post);

    const StepContext &m_context;
    std::optional<Taken> m_taken;
};

} // namespace Petrel
