// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/weather.h"

namespace Petrel {

QString weatherStateName(WeatherState state)
{
    switch (state) {
    case WeatherState::Clear:
        return QStringLiteral("clear");
    case WeatherState::Slow:
        return QStringLiteral("slow");
    case WeatherState::Suspect:
        return QStringLiteral("suspect");
    case WeatherState::Down:
        return QStringLiteral("down");
    case WeatherState::RateLimited:
        return QStringLiteral("rate-limited");
    }
    Q_UNREACHABLE();
}

QString weatherCauseName(WeatherCause cause)
{
    switch (cause) {
    case WeatherCause::None:
        return QStringLiteral("none");
    case WeatherCause::NoNetworkHere:
        return QStringLiteral("no-network-here");
    case WeatherCause::NameNotResolved:
        return QStringLiteral("name-not-resolved");
    case WeatherCause::CertificateProblem:
        return QStringLiteral("certificate-problem");
    case WeatherCause::Refused:
        return QStringLiteral("refused");
    case WeatherCause::TimedOut:
        return QStringLiteral("timed-out");
    case WeatherCause::ConnectionLost:
        return QStringLiteral("connection-lost");
    case WeatherCause::ServerError:
        return QStringLiteral("server-error");
    case WeatherCause::Maintenance:
        return QStringLiteral("maintenance");
    case WeatherCause::RateLimited:
        return QStringLiteral("rate-limited");
    }
    Q_UNREACHABLE();
}

} // namespace Petrel
