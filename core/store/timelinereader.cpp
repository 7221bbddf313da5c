// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/timelinereader.h"

#include "store/postrow.h"
#include "store/sqlrun.h"
#include "store/store.h"
#include "store/timelinestore.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace Petrel {

namespace {

bool isAbove(const TimelineRow &a, const TimelineRow &b)
{
    return a.entry.timeMs != b.entry.timeMs ? a.entry.timeMs > b.entry.timeMs : a.rank > b.rank;
}

RowPlace reachable(const RowPlace &below)
{
    constexpr qint64 farAway = std::numeric_limits<qint64>::max();
    return below.isTop ? RowPlace{farAway, farAway, false} : below;
}

TimelineRow readEntryRow(const Statement &row)
{
    TimelineRow result = readRow(row);
    if (!row.isNull(rowColumns))
        result.entry.boostedBy = readProfile(row, rowColumns);
    return result;
}

Result<qint64> timelineId(Database &db, const TimelineKey &key)
{
    auto id =
        askNumber(db,
                  QStringLiteral("SELECT t.id FROM cache.timeline t JOIN cache.viewer v ON v.id = t.viewer"
                                 " WHERE v.account = ? AND t.name = ?"),
                  key.account, key.name);
    if (!id.ok())
        return id.error();
    return id.value().value_or(0);
}

QString jsonOf(const QVector<qint64> &numbers)
{
    QJsonArray all;
    for (qint64 number : numbers)
        all.append(number);
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QString windowColumns()
{
    return QStringLiteral("SELECT time_ms, rank, entry_uri, entry_ref, ") + shownColumns()
        + QStringLiteral(", booster_handle, booster_uri, booster_ref, booster_name, booster_name_facets,"
                         " booster_url, booster_avatar, booster_bot, booster_locked"
                         " FROM timeline_row WHERE timeline = ? AND (time_ms, rank) ");
}

} // namespace

QString TimelineReader::windowAboveSql()
{
    return windowColumns() + QStringLiteral("> (?, ?) ORDER BY time_ms, rank LIMIT ?");
}

QString TimelineReader::windowSql(bool once)
{
    const QString base = windowColumns() + QStringLiteral("< (?, ?)");
    // A post that stands anywhere higher in the timelines of the last value is left out.
    const QString higher =
        QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM cache.entry AS n WHERE n.post = timeline_row.post_id"
                       " AND n.timeline IN (SELECT value FROM json_each(?))"
                       " AND (n.time_ms, n.rank) > (timeline_row.time_ms, timeline_row.rank))");
    return base + (once ? higher : QString()) + QStringLiteral(" ORDER BY time_ms DESC, rank DESC LIMIT ?");
}

Result<QVector<TimelineReader::Told>> TimelineReader::told(qint64 timeline, const RowPlace &below, int limit,
                                                           const QString &among)
{
    static const QString plain = windowSql(false);
    static const QString once = windowSql(true);
    const RowPlace place = reachable(below);
    Statement read = m_db.statement(among.isEmpty() ? plain : once);
    read.bind(timeline).bind(place.timeMs).bind(place.rank);
    if (!among.isEmpty())
        read.bind(among);
    read.bind(limit);
    QVector<Told> rows;
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return rows;
        rows.append(Told{readEntryRow(read), postIdOf(read)});
    }
}

Result<QVector<TimelineRow>> TimelineReader::ghosts(const AccountId &account, const RowPlace &place,
                                                    int limit, bool above)
{
    struct Place {
        qint64 timeMs;
        qint64 action;
    };
    QVector<Place> places;
    {
        Statement read = m_db.statement(QStringLiteral("SELECT created_at, action FROM ghost WHERE account = "
                                                       "? AND (created_at, action + ?) %1 (?, ?)")
                                            .arg(above ? QLatin1Char('>') : QLatin1Char('<')));
        read.bind(account).bind(ghostRank).bind(place.timeMs).bind(place.rank);
        for (;;) {
            auto row = read.step();
            if (!row.ok())
                return row.error();
            if (!row.value())
                break;
            places.append({read.integer(0), read.integer(1)});
        }
    }
    std::sort(places.begin(), places.end(), [above](const Place &a, const Place &b) {
        const bool newer = a.timeMs != b.timeMs ? a.timeMs > b.timeMs : a.action > b.action;
        return newer != above;
    });
    QVector<TimelineRow> rows;
    for (const Place &one : places.mid(0, limit)) {
        auto row = ghostRow(m_db, ActionId(one.action));
        if (!row.ok())
            return row.error();
        rows.append(row.take());
    }
    return rows;
}

Result<Unit> TimelineReader::markGaps(const TimelineKey &key, QVector<TimelineRow> &rows)
{
    auto gaps = TimelineStore(m_db).gaps(key);
    if (!gaps.ok())
        return gaps.error();
    for (TimelineRow &row : rows) {
        row.gapBelow = std::any_of(gaps.value().cbegin(), gaps.value().cend(), [&row](const Gap &gap) {
            return gap.newerMs == row.entry.timeMs && gap.newerRank == row.rank;
        });
    }
    return Unit{};
}

Result<QVector<TimelineRow>> TimelineReader::window(const TimelineKey &key, const RowPlace &below, int limit)
{
    const ReadTransaction transaction(m_db);
    auto rows = ghosts(key.account, reachable(below), limit);
    if (!rows.ok())
        return rows;
    QVector<TimelineRow> all = rows.take();
    auto timeline = timelineId(m_db, key);
    if (!timeline.ok())
        return timeline.error();
    auto truth = told(timeline.value(), below, limit, {});
    if (!truth.ok())
        return truth.error();
    for (const Told &one : truth.value())
        all.append(one.row);
    std::sort(all.begin(), all.end(), isAbove);
    if (all.size() > limit)
        all.resize(limit);
    if (auto marked = markGaps(key, all); !marked.ok())
        return marked.error();
    return all;
}

Result<QVector<TimelineRow>> TimelineReader::windowAbove(const TimelineKey &key, const RowPlace &above,
                                                         int limit)
{
    if (above.isTop)
        return QVector<TimelineRow>();
    const ReadTransaction transaction(m_db);
    auto rows = ghosts(key.account, above, limit, true);
    if (!rows.ok())
        return rows;
    QVector<TimelineRow> all = rows.take();
    auto timeline = timelineId(m_db, key);
    if (!timeline.ok())
        return timeline.error();
    static const QString sql = windowAboveSql();
    Statement read = m_db.statement(sql);
    read.bind(timeline.value()).bind(above.timeMs).bind(above.rank).bind(limit);
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            break;
        all.append(readEntryRow(read));
    }
    std::sort(all.begin(), all.end(), isAbove);
    if (all.size() > limit)
        all.remove(0, all.size() - limit);
    if (auto marked = markGaps(key, all); !marked.ok())
        return marked.error();
    return all;
}

Result<int> TimelineReader::countAbove(const TimelineKey &key, const RowPlace &above, int most)
{
    if (above.isTop)
        return 0;
    const ReadTransaction transaction(m_db);
    auto timeline = timelineId(m_db, key);
    if (!timeline.ok())
        return timeline.error();
    auto count = askNumber(m_db,
                           QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM cache.entry WHERE timeline = ?"
                                          " AND (time_ms, rank) > (?, ?) LIMIT ?)"),
                           timeline.value(), above.timeMs, above.rank, most);
    if (!count.ok())
        return count.error();
    return int(count.value().value_or(0));
}

Result<QVector<TimelineReader::UnifiedRow>> TimelineReader::unified(const QVector<AccountId> &accounts,
                                                                    const RowPlace &below, int limit)
{
    const ReadTransaction transaction(m_db);
    struct Candidate {
        Told told;
        AccountId account;
    };
    QVector<Candidate> all;
    QVector<qint64> timelines;
    for (const AccountId &account : accounts) {
        auto rows = ghosts(account, reachable(below), limit);
        if (!rows.ok())
            return rows.error();
        for (const TimelineRow &row : rows.value())
            all.append({Told{row, 0}, account});
        auto timeline = timelineId(m_db, TimelineKey{account});
        if (!timeline.ok())
            return timeline.error();
        timelines.append(timeline.value());
    }
    for (int i = 0; i < accounts.size(); ++i) {
        auto rows = told(timelines[i], below, limit, jsonOf(timelines));
        if (!rows.ok())
            return rows.error();
        for (const Told &row : rows.value())
            all.append({row, accounts[i]});
    }
    std::sort(all.begin(), all.end(),
              [](const Candidate &a, const Candidate &b) { return isAbove(a.told.row, b.told.row); });
    if (all.size() > limit)
        all.resize(limit);

    QVector<UnifiedRow> result;
    QHash<qint64, int> place;
    for (const Candidate &one : all) {
        if (one.told.post != 0)
            place.insert(one.told.post, int(result.size()));
        result.append({one.told.row, {one.account}});
    }
    Statement read = m_db.statement(QStringLiteral(
        "SELECT DISTINCT e.post, v.account FROM cache.entry e CROSS JOIN cache.timeline t ON t.id = "
        "e.timeline"
        " CROSS JOIN cache.viewer v ON v.id = t.viewer WHERE e.post IN (SELECT value FROM json_each(?))"
        " AND e.timeline IN (SELECT value FROM json_each(?))"));
    read.bind(jsonOf(place.keys().toVector())).bind(jsonOf(timelines));
    QHash<qint64, QVector<AccountId>> seen;
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            break;
        seen[read.integer(0)].append(AccountId(read.text(1)));
    }
    for (auto post = seen.cbegin(); post != seen.cend(); ++post) {
        QVector<AccountId> &seenBy = result[place.value(post.key())].seenBy;
        // In the order asked for, so that the same accounts are always named alike.
        for (const AccountId &account : accounts) {
            if (post.value().contains(account) && !seenBy.contains(account))
                seenBy.append(account);
        }
    }
    return result;
}

} // namespace Petrel
