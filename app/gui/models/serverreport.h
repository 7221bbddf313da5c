// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/weather.h"

#include <QtGlobal>

#include <functional>

namespace Petrel {

//! What is known of a server right now; times are wall time in milliseconds.
struct ServerReport {
    WeatherState state = WeatherState::Clear;
    WeatherCause cause = WeatherCause::None;
    qint64 sinceMs = 0; //!< when the state began; 0 = since the program started
    qint64 lastSuccessMs = 0; //!< 0 = none in this run
    qint64 nextTryMs = 0; //!< 0 = none planned

    friend bool operator==(const ServerReport &, const ServerReport &) = default;
};

//! Asks whoever watches the servers.
using AskServer = std::function<ServerReport(const ServerHost &)>;

//! "clear", "slow", "suspect", "down", "limited", as pages name a state.
[[nodiscard]] QString weatherWord(WeatherState state);
//! One sentence: "example.org has been down since 13:42: it refuses connections."; empty when clear.
[[nodiscard]] QString weatherSentence(const QString &server, const ServerReport &report, qint64 nowMs);

} // namespace Petrel
