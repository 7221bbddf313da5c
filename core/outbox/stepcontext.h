// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/task.h"
#include "domain/account.h"
#include "domain/action.h"
#include "outbox/processoroptions.h"
#include "service/outcome.h"
#include "service/service.h"
#include "store/poststore.h"
#include "store/store.h"

namespace Petrel {

class Gate;

//! What every step of an account's queue works with. References outlive the steps.
struct StepContext {
    Account account;
    Store &store;
    Service &service;
    Gate &gate;
    Clock &clock;
    ProcessorOptions options;

    [[nodiscard]] Source source(qint64 readAtMs) const { return Source{account.host, account.id, readAtMs}; }
    //! Wall time of the next try after `failures` in a row, with jitter.
    [[nodiscard]] qint64 backoffUntil(int failures) const;
    //! Backs off, or waits as long as the server asked.
    [[nodiscard]] qint64 retryAt(const Error &error, int failures) const;
};

//! How a failed read of the server counts.
enum class ReadFailure {
    Later, //!< weather, rate limit, sign-out: says nothing, try again
    NoAnswer, //!< the server answered something that cannot be used
    Gone, //!< the server says plainly that it is not there
    Broken, //!< this computer failed, or nobody waits any more: pass the error on
};
[[nodiscard]] ReadFailure classifyRead(const Error &error);
//! The reason an action waits after such an error.
[[nodiscard]] ActionReason waitReason(const Error &error);

//! Settles what is the same for every kind of action: proved not sent, rate limited, signed out. True:
//! handled, and `task` does it.
struct CommonEnding {
    bool handled = false;
    ActionReason reason = ActionReason::None;
    qint64 notBeforeMs = 0;
};
[[nodiscard]] CommonEnding commonEnding(const StepContext &context, const Outcome &outcome, int failures);
//! Writes a common ending down.
[[nodiscard]] Task<Unit> settleCommon(const StepContext &context, const ActionId &id,
                                      const CommonEnding &ending, const QString &words);
//! Puts an action off after a failed read.
[[nodiscard]] Task<Unit> postponeAfter(const StepContext &context, const Action &action, const Error &error);

} // namespace Petrel
