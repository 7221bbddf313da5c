// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/weather.h"
#include "store/database.h"

#include <QVector>

namespace Petrel {

//! One outage of a server. endedAtMs 0 = still going on.
struct Outage {
    qint64 id = 0;
    ServerHost host;
    qint64 startedAtMs = 0;
    qint64 endedAtMs = 0;
    WeatherCause cause = WeatherCause::None;
    int requestsLost = 0;

    friend bool operator==(const Outage &, const Outage &) = default;
};

//! So many lost requests make a record of the log an outage; fewer are single failures.
constexpr int requestsOfAnOutage = 4;

//! Which part of the time from `sinceMs` to `nowMs` was free of outages, 0 to 1; one that goes on ends now.
[[nodiscard]] double availabilityOf(const QVector<Outage> &outages, qint64 sinceMs, qint64 nowMs);

//! The log of outages in the journal.
class WeatherStore {
public:
    explicit WeatherStore(Database &database)
        : m_db(database)
    { }
    //! Inserts (id 0, sets it) or updates.
    Result<Unit> save(Outage &outage);
    //! Outages that touch the time since `sinceMs`, oldest first.
    Result<QVector<Outage>> since(const ServerHost &host, qint64 sinceMs);
    //! Outages still open, of any host (left so by a crash, or going on).
    Result<QVector<Outage>> open();
    //! Forgets what ended before that.
    Result<Unit> purge(qint64 beforeMs);

private:
    Database &m_db;
};

} // namespace Petrel
