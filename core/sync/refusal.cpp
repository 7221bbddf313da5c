// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/refusal.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

ErrorKind kindOf(ActionReason reason)
{
    switch (reason) {
    case ActionReason::RateLimited:
        return ErrorKind::RateLimited;
    case ActionReason::SignedOut:
        return ErrorKind::SignedOut;
    case ActionReason::Held:
        return ErrorKind::Forbidden;
    default:
        return ErrorKind::ServerDown;
    }
}

} // namespace

Error refusal(const Permission &permission, qint64 nowMs)
{
    Error error{kindOf(permission.reason), {}, QStringLiteral("the gate is closed"), {}};
    if (permission.reason == ActionReason::Held)
        error.message = QCoreApplication::translate("Petrel::Refusal", "This account is paused.");
    if (permission.untilMs > nowMs)
        error.retryAfterMs = permission.untilMs - nowMs;
    return error;
}

} // namespace Petrel
