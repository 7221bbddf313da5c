// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/weathercommand.h"

#include "base/clock.h"
#include "domain/words.h"
#include "session/engine.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Petrel {

void WeatherCommand::run()
{
    QVector<ServerHost> hosts;
    for (const Account &account : engine().accounts().accounts()) {
        if (!hosts.contains(account.host))
            hosts.append(account.host);
    }
    QJsonArray servers;
    for (const ServerHost &host : std::as_const(hosts)) {
        const auto state = serverState(engine(), host);
        if (!state.ok())
            return fail(state.error());
        if (json())
            servers.append(toJson(host, state.value()));
        else
            tell(host, state.value());
    }
    if (json())
        printJson({{QStringLiteral("servers"), servers}});
    else if (hosts.isEmpty())
        print(
            QCoreApplication::translate("Petrel::WeatherCommand", "No account yet, so no server to watch."));
    finish(ExitDone);
}

void WeatherCommand::tell(const ServerHost &host, const ServerState &state)
{
    const qint64 now = engine().clock().nowMs();
    const QString trouble = troubleWords(state, now);
    print(QStringLiteral("%1: %2").arg(host.value(),
                                       trouble.isEmpty() ? stateWords(state.now.state) : trouble));
    if (state.now.retryAtMs > now)
        print(QStringLiteral("  ")
              + QCoreApplication::translate("Petrel::WeatherCommand", "next try at %1")
                    .arg(clockTime(state.now.retryAtMs, now)));
    if (state.now.lastSuccessMs != 0)
        print(QStringLiteral("  ")
              + QCoreApplication::translate("Petrel::WeatherCommand", "last answer at %1")
                    .arg(clockTime(state.now.lastSuccessMs, now)));
    print(QStringLiteral("  ")
          + QCoreApplication::translate("Petrel::WeatherCommand",
                                        "reachable %1 % of the time since %2, as seen from here")
                .arg(state.availability * 100, 0, 'f', 1)
                .arg(clockTime(state.watchedSinceMs, now)));
    for (const Outage &outage : state.last30Days) {
        const QString end = outage.endedAtMs == 0
            ? QCoreApplication::translate("Petrel::WeatherCommand", "going on")
            : durationOf(outage.endedAtMs - outage.startedAtMs);
        print(QStringLiteral("  ")
              + QCoreApplication::translate("Petrel::WeatherCommand", "%1: %2, %3, %n request(s) lost",
                                            nullptr, outage.requestsLost)
                    .arg(clockTime(outage.startedAtMs, now), end, causeWords(outage.cause)));
    }
}

QJsonObject WeatherCommand::toJson(const ServerHost &host, const ServerState &state)
{
    QJsonArray outages;
    for (const Outage &outage : state.last30Days)
        outages.append(QJsonObject{{QStringLiteral("startedAt"), isoTime(outage.startedAtMs)},
                                   {QStringLiteral("endedAt"), isoTime(outage.endedAtMs)},
                                   {QStringLiteral("cause"), weatherCauseName(outage.cause)},
                                   {QStringLiteral("requestsLost"), outage.requestsLost}});
    return {
        {QStringLiteral("server"), host.value()},
        {QStringLiteral("state"), weatherStateName(state.now.state)},
        {QStringLiteral("cause"), weatherCauseName(state.now.cause)},
        {QStringLiteral("since"), isoTime(state.now.sinceMs)},
        {QStringLiteral("lastSuccess"), isoTime(state.now.lastSuccessMs)},
        {QStringLiteral("retryAt"), isoTime(state.now.retryAtMs)},
        {QStringLiteral("failures"), state.now.failures},
        {QStringLiteral("trouble"), troubleWords(state, engine().clock().nowMs())},
        {QStringLiteral("availability"), state.availability},
        {QStringLiteral("outages"), outages},
    };
}

} // namespace Petrel
