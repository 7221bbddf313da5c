// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/stepcontext.h"

#include "base/backoff.h"
#include "outbox/ledger.h"

namespace Petrel {

qint64 StepContext::backoffUntil(int failures) const
{
    return clock.nowMs() + Backoff{}.pauseMs(failures + 1, clock.chance());
}

qint64 StepContext::retryAt(const Error &error, int failures) const
{
    return error.retryAfterMs ? clock.nowMs() + *error.retryAfterMs : backoffUntil(failures);
}

ReadFailure classifyRead(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::ServerDown:
    case ErrorKind::RateLimited:
    case ErrorKind::SignedOut:
    case ErrorKind::Conflict:
        return ReadFailure::Later;
    case ErrorKind::Malformed:
    case ErrorKind::Forbidden:
    case ErrorKind::Rejected:
    case ErrorKind::Unsupported:
        return ReadFailure::NoAnswer;
    case ErrorKind::NotFound:
        return ReadFailure::Gone;
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
        return ReadFailure::Broken;
    }
    Q_UNREACHABLE();
}

ActionReason waitReason(const Error &error)
{
    if (error.kind == ErrorKind::RateLimited)
        return ActionReason::RateLimited;
    return error.kind == ErrorKind::SignedOut ? ActionReason::SignedOut : ActionReason::ServerDown;
}

CommonEnding commonEnding(const StepContext &context, const Outcome &outcome, int failures)
{
    const qint64 retryAt = outcome.retryAtMs > 0 ? outcome.retryAtMs : context.backoffUntil(failures);
    switch (outcome.kind) {
    case OutcomeKind::NotSent:
        return {true, ActionReason::ServerDown, retryAt};
    case OutcomeKind::RateLimited:
        return {true, ActionReason::RateLimited, retryAt};
    case OutcomeKind::SignedOut:
        return {true, ActionReason::SignedOut, 0};
    case OutcomeKind::Done:
    case OutcomeKind::Uncertain:
    case OutcomeKind::AlreadyTrue:
    case OutcomeKind::DuplicateSomewhere:
    case OutcomeKind::Rejected:
        return {};
    }
    Q_UNREACHABLE();
}

Task<Unit> settleCommon(const StepContext &context, const ActionId &id, const CommonEnding &ending,
                        const QString &words)
{
    const qint64 now = context.clock.nowMs();
    const AccountId account = context.account.id;
    return context.store.journal([=](JournalTx &tx) -> Result<Unit> {
        Ledger ledger(tx, now);
        if (ending.reason == ActionReason::SignedOut) {
            if (auto closed = ledger.accountSignedOut(account); !closed.ok())
                return closed;
        }
        return ledger.notSent(id, ending.reason, words, ending.notBeforeMs);
    });
}

Task<Unit> postponeAfter(const StepContext &context, const Action &action, const Error &error)
{
    const qint64 now = context.clock.nowMs();
    const qint64 until = error.kind == ErrorKind::SignedOut ? 0 : context.retryAt(error, action.failures);
    const ActionId id = action.id;
    const AccountId account = context.account.id;
    return context.store.journal([=](JournalTx &tx) -> Result<Unit> {
        Ledger ledger(tx, now);
        if (error.kind == ErrorKind::SignedOut) {
            if (auto closed = ledger.accountSignedOut(account); !closed.ok())
                return closed;
        }
        return ledger.postpone(id, waitReason(error), error.message, until);
    });
}

} // namespace Petrel
