// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/weatherstore.h"

#include "store/sqlrun.h"

#include <algorithm>

namespace Petrel {

namespace {

const QString outageColumns = QStringLiteral("id, host, started_at, ended_at, cause, requests_lost");

WeatherCause causeFromName(const QString &name)
{
    for (int value = int(WeatherCause::None); value <= int(WeatherCause::RateLimited); ++value) {
        if (weatherCauseName(WeatherCause(value)) == name)
            return WeatherCause(value);
    }
    return WeatherCause::None;
}

Result<QVector<Outage>> collectOutages(Statement &read)
{
    QVector<Outage> outages;
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return outages;
        outages.append(Outage{read.integer(0), ServerHost(read.text(1)), read.integer(2), read.integer(3),
                              causeFromName(read.text(4)), int(read.integer(5))});
    }
}

} // namespace

Result<Unit> WeatherStore::save(Outage &outage)
{
    const bool isNew = outage.id == 0;
    Statement write = m_db.statement(
        isNew ? QStringLiteral("INSERT INTO weather_log (host, started_at, ended_at, cause, requests_lost) "
                               "VALUES (?, ?, ?, ?, ?)")
              : QStringLiteral("UPDATE weather_log SET host = ?, started_at = ?, ended_at = ?, cause = ?, "
                               "requests_lost = ? WHERE id = ?"));
    write.bind(outage.host).bind(outage.startedAtMs).bind(outage.endedAtMs);
    write.bind(weatherCauseName(outage.cause)).bind(outage.requestsLost);
    if (!isNew)
        write.bind(outage.id);
    auto done = write.run();
    if (!done.ok())
        return done.error();
    if (isNew)
        outage.id = write.insertedId();
    else if (done.value() == 0)
        return Error{ErrorKind::NotFound, {}, QStringLiteral("no outage %1").arg(outage.id), {}};
    return Unit{};
}

Result<QVector<Outage>> WeatherStore::since(const ServerHost &host, qint64 sinceMs)
{
    Statement read =
        m_db.statement(QStringLiteral("SELECT %1 FROM weather_log WHERE host = ? "
                                      "AND (ended_at = 0 OR ended_at >= ?) ORDER BY started_at, id")
                           .arg(outageColumns));
    read.bind(host).bind(sinceMs);
    return collectOutages(read);
}

Result<QVector<Outage>> WeatherStore::open()
{
    Statement read =
        m_db.statement(QStringLiteral("SELECT %1 FROM weather_log WHERE ended_at = 0 ORDER BY started_at, id")
                           .arg(outageColumns));
    return collectOutages(read);
}

Result<Unit> WeatherStore::purge(qint64 beforeMs)
{
    return runSql(m_db, QStringLiteral("DELETE FROM weather_log WHERE ended_at <> 0 AND ended_at < ?"),
                  beforeMs);
}

double availabilityOf(const QVector<Outage> &outages, qint64 sinceMs, qint64 nowMs)
{
    if (nowMs <= sinceMs)
        return 1;
    qint64 lost = 0;
    for (const Outage &outage : outages) {
        if (outage.requestsLost < requestsOfAnOutage)
            continue;
        const qint64 end = outage.endedAtMs == 0 ? nowMs : std::min(nowMs, outage.endedAtMs);
        lost += std::max<qint64>(0, end - std::max(sinceMs, outage.startedAtMs));
    }
    return std::max(0.0, 1.0 - double(lost) / double(nowMs - sinceMs));
}

} // namespace Petrel
