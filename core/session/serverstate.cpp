// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/serverstate.h"

#include "base/clock.h"
#include "domain/words.h"
#include "session/engine.h"

#include <QCoreApplication>

#include <algorithm>

namespace Petrel {

namespace {

constexpr qint64 monthMs = 30LL * 24 * 3600 * 1000;

qint64 knownSince(Engine &engine, const ServerHost &host, qint64 nowMs)
{
    qint64 since = nowMs;
    for (const Account &account : engine.accounts().accounts()) {
        if (account.host == host)
            since = std::min(since, account.addedAtMs);
    }
    return std::max(since, nowMs - monthMs);
}

} // namespace

Result<ServerState> serverState(Engine &engine, const ServerHost &host)
{
    const qint64 now = engine.clock().nowMs();
    ServerState state;
    state.now = engine.weather().weather(host);
    auto outages = WeatherStore(engine.store().reader()).since(host, now - monthMs);
    if (!outages.ok())
        return outages.error();
    state.last30Days = outages.take();
    for (const Outage &outage : std::as_const(state.last30Days)) {
        if (outage.endedAtMs == 0)
            state.goingOn = outage;
    }
    state.watchedSinceMs = knownSince(engine, host, now);
    state.availability = availabilityOf(state.last30Days, state.watchedSinceMs, now);
    return state;
}

QString troubleWords(const ServerState &state, qint64 nowMs)
{
    const bool down = state.now.state == WeatherState::Down;
    if (!down && state.now.state == WeatherState::RateLimited)
        return QCoreApplication::translate("Petrel::ServerState", "server asks for a pause until %1")
            .arg(clockTime(state.now.retryAtMs, nowMs));
    const qint64 since = state.goingOn ? state.goingOn->startedAtMs : state.now.sinceMs;
    if (!down && !state.goingOn)
        return {};
    const WeatherCause cause = down ? state.now.cause : state.goingOn->cause;
    const bool longer = down || state.goingOn->requestsLost >= requestsOfAnOutage;
    const QString words = longer
        ? QCoreApplication::translate("Petrel::ServerState", "server down since %1")
        : QCoreApplication::translate("Petrel::ServerState", "server not answering since %1");
    const QString why = causeWords(cause);
    return words.arg(clockTime(since, nowMs))
        + (why.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(why));
}

} // namespace Petrel
