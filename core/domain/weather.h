// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Petrel {

//! State of one server.
enum class WeatherState { Clear, Slow, Suspect, Down, RateLimited };

//! What people would say caused it.
enum class WeatherCause {
    None,
    NoNetworkHere,
    NameNotResolved,
    CertificateProblem,
    Refused,
    TimedOut,
    ConnectionLost,
    ServerError, //!< 502, 503, 504 or HTML of a proxy
    Maintenance, //!< 503 with Retry-After
    RateLimited,
};

[[nodiscard]] QString weatherStateName(WeatherState state);
[[nodiscard]] QString weatherCauseName(WeatherCause cause);

} // namespace Petrel
