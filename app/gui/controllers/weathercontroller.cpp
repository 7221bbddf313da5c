// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/weathercontroller.h"

#include "gui/controllers/wishdesk.h"
#include "session/engine.h"
#include "session/serverstate.h"
#include "weather/outagedetector.h"

namespace Petrel {

AskServer serverReports(Engine &engine)
{
    return [&engine](const ServerHost &host) -> ServerReport {
        const auto state = serverState(engine, host);
        if (!state.ok())
            return {};
        const ServerWeather &now = state.value().now;
        ServerReport report{now.state, now.cause, now.sinceMs, now.lastSuccessMs, now.retryAtMs};
        const auto &outage = state.value().goingOn;
        if (outage && now.state != WeatherState::RateLimited) {
            // The log reaches back further than this run.
            report.sinceMs = outage->startedAtMs;
            if (now.state != WeatherState::Down && outage->requestsLost >= requestsOfAnOutage)
                report.state = WeatherState::Down;
            if (report.cause == WeatherCause::None)
                report.cause = outage->cause;
        }
        return report;
    };
}

WeatherController::WeatherController(Engine &engine, WishDesk &wishes, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_wishes(wishes),
      m_model(engine.store(), engine.clock(), serverReports(engine))
{
    connect(&m_model, &WeatherModel::worstChanged, this, &WeatherController::worstChanged);
    connect(&m_engine.weather(), &OutageDetector::changed, &m_model, &WeatherModel::refresh);
}

QVariantMap WeatherController::of(const QString &host) const
{
    return m_model.of(host);
}

void WeatherController::tryNow(const QString &host)
{
    m_wishes.tryServer(ServerHost(host));
    Q_EMIT askWanted(ServerHost(host));
}

} // namespace Petrel
