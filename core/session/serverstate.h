// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "store/weatherstore.h"
#include "weather/outagedetector.h"

#include <QString>

#include <optional>

namespace Petrel {

class Engine;

//! What is known of a server now: from this run where it has spoken with it, else from the log of outages,
//! since a program that has just started knows nothing by itself.
struct ServerState {
    ServerWeather now;
    std::optional<Outage> goingOn; //!< still open in the log
    QVector<Outage> last30Days;
    qint64 watchedSinceMs = 0; //!< 30 days ago, or when the account came
    double availability = 1; //!< since then
};

[[nodiscard]] Result<ServerState> serverState(Engine &engine, const ServerHost &host);
//! "server down since 13:42 (it refuses connections)"; empty while nothing speaks against the server.
[[nodiscard]] QString troubleWords(const ServerState &state, qint64 nowMs);

} // namespace Petrel
