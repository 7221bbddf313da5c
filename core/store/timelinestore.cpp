// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/timelinestore.h"

#include "store/pageranks.h"
#include "store/pagewriter.h"
#include "store/sqlrun.h"

namespace Petrel {

namespace {

const QString &timelineOfKey()
{
    static const QString sql = QStringLiteral(
        "SELECT t.id FROM timeline t JOIN viewer v ON v.id = t.viewer WHERE v.account = ? AND t.name = ?");
    return sql;
}

//! The timeline's row, made where there is none; the account must have a row.
Result<qint64> timelineRow(Database &db, const TimelineKey &key)
{
    auto known = askNumber(db, timelineOfKey(), key.account, key.name);
    if (!known.ok())
        return known.error();
    if (known.value())
        return *known.value();
    auto done = runSql(
        db, QStringLiteral("INSERT INTO timeline (viewer, name) SELECT id, ? FROM viewer WHERE account = ?"),
        key.name, key.account);
    if (!done.ok())
        return done.error();
    auto made = askNumber(db, timelineOfKey(), key.account, key.name);
    if (!made.ok())
        return made.error();
    if (!made.value())
        return Error{ErrorKind::Conflict, {}, QStringLiteral("nothing was ever told to this account"), {}};
    return *made.value();
}

//! Makes the account known with its server, as a page without posts names neither.
Result<Unit> introduce(Database &db, const Source &source)
{
    auto server =
        runSql(db, QStringLiteral("INSERT INTO server (host) VALUES (?) ON CONFLICT (host) DO NOTHING"),
               source.host);
    if (!server.ok())
        return server;
    return runSql(
        db,
        QStringLiteral("INSERT INTO viewer (account, server) SELECT ?, id FROM server WHERE host = ?"
                       " ON CONFLICT (account) DO UPDATE SET server = excluded.server"),
        source.account, source.host);
}

} // namespace

Result<PageStored> TimelineStore::storePage(const TimelineKey &key, const Source &source,
                                            const PagePlace &place, const TimelinePage &page)
{
    if (source.account != key.account)
        return Error{ErrorKind::Conflict, {}, QStringLiteral("a page of another account"), {}};
    if (auto done = introduce(m_db, source); !done.ok())
        return done.error();
    auto timeline = timelineRow(m_db, key);
    if (!timeline.ok())
        return timeline.error();
    return writePage(m_db, timeline.value(), source, place, page);
}

Result<Unit> TimelineStore::insertOwn(const TimelineKey &key, const Post &post)
{
    auto timeline = timelineRow(m_db, key);
    if (!timeline.ok())
        return timeline.error();
    auto counted =
        runSql(m_db, QStringLiteral("UPDATE timeline SET pages = pages + 1 WHERE id = ?"), timeline.value());
    if (!counted.ok())
        return counted;
    Statement insert = m_db.statement(QStringLiteral(
        "INSERT INTO entry (timeline, uri, ref, post, time_ms, rank, inserted_at, page)"
        " SELECT t.id, p.uri, ?, p.id, ?, ? + ((t.pages << 16) + 1) * ? + t.id % ?, c.read_at, t.pages"
        " FROM timeline t JOIN viewer v ON v.id = t.viewer JOIN post p ON p.uri = ?"
        " JOIN copy c ON c.post = p.id AND c.server = v.server WHERE t.id = ?"
        " ON CONFLICT (timeline, uri) DO UPDATE SET ref = excluded.ref"));
    insert.bind(post.ref).bind(post.createdAtMs).bind(looseRank).bind(rankShare).bind(rankShare);
    insert.bind(post.uri).bind(timeline.value());
    auto done = insert.run();
    if (!done.ok())
        return done.error();
    if (done.value() == 0)
        return Error{ErrorKind::Conflict, {}, QStringLiteral("an own post that was not put before"), {}};
    return Unit{};
}

Result<Unit> TimelineStore::removeEntry(const TimelineKey &key, const QString &entryUri)
{
    return runSql(m_db,
                  QStringLiteral("DELETE FROM entry WHERE uri = ? AND timeline = (") + timelineOfKey()
                      + QStringLiteral(")"),
                  entryUri, key.account, key.name);
}

Result<QVector<TimelineKey>> TimelineStore::holding(const PostUri &post)
{
    Statement read = m_db.statement(
        QStringLiteral("SELECT DISTINCT v.account, t.name FROM post p CROSS JOIN entry e ON e.post = p.id"
                       " CROSS JOIN timeline t ON t.id = e.timeline CROSS JOIN viewer v ON v.id = t.viewer"
                       " WHERE p.uri = ?"));
    read.bind(post);
    QVector<TimelineKey> keys;
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return keys;
        keys.append({AccountId(read.text(0)), read.text(1)});
    }
}

Result<QVector<Gap>> TimelineStore::gaps(const TimelineKey &key)
{
    // The row above a gap is found by display order, since that is where people see the hole; where the upper
    // segment has no newer row than the lower one, its own lowest.
    Statement read = m_db.statement(
        QStringLiteral(
            "SELECT u.id, u.cursor, u.at_end, l.newest_ms, e.time_ms, e.rank"
            " FROM segment l JOIN segment u ON u.timeline = l.timeline AND u.high ="
            " (SELECT MIN(x.high) FROM segment x WHERE x.timeline = l.timeline AND x.high > l.high)"
            " LEFT JOIN entry e ON e.id = COALESCE("
            " (SELECT n.id FROM entry n WHERE n.timeline = l.timeline"
            " AND (n.time_ms, n.rank) > (l.newest_ms, l.high) ORDER BY n.time_ms, n.rank LIMIT 1),"
            " (SELECT n.id FROM entry n WHERE n.timeline = l.timeline AND n.rank >= u.low"
            " ORDER BY n.rank LIMIT 1))"
            " WHERE l.timeline = (")
        + timelineOfKey() + QStringLiteral(") ORDER BY l.high DESC"));
    read.bind(key.account).bind(key.name);
    QVector<Gap> gaps;
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return gaps;
        Gap gap;
        gap.segment = read.integer(0);
        gap.cursor = read.text(1);
        gap.permanent = read.boolean(2);
        gap.olderMs = read.integer(3);
        gap.newerMs = read.integer(4);
        gap.newerRank = read.integer(5);
        gaps.append(gap);
    }
}

Result<PagePlace> TimelineStore::placeBelow(const TimelineKey &key, qint64 segment)
{
    Statement read = m_db.statement(
        QStringLiteral("SELECT cursor FROM segment WHERE id = ? AND cursor <> '' AND timeline = (")
        + timelineOfKey() + QStringLiteral(")"));
    read.bind(segment).bind(key.account).bind(key.name);
    auto row = read.step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return Error{ErrorKind::NotFound, {}, QStringLiteral("no cursor below the segment"), {}};
    return PagePlace{segment, read.text(0)};
}

Result<qint64> TimelineStore::openEnd(const TimelineKey &key)
{
    auto lowest = askNumber(
        m_db,
        QStringLiteral(
            "SELECT CASE WHEN at_end OR cursor = '' THEN 0 ELSE id END FROM segment WHERE timeline = (")
            + timelineOfKey() + QStringLiteral(") ORDER BY high LIMIT 1"),
        key.account, key.name);
    if (!lowest.ok())
        return lowest.error();
    return lowest.value().value_or(0);
}

Result<qint64> TimelineStore::newestMs(const TimelineKey &key)
{
    auto newest = askNumber(m_db,
                            QStringLiteral("SELECT newest_ms FROM segment WHERE timeline = (")
                                + timelineOfKey() + QStringLiteral(") ORDER BY high DESC LIMIT 1"),
                            key.account, key.name);
    if (!newest.ok())
        return newest.error();
    if (newest.value())
        return *newest.value();
    return refreshedAtMs(key);
}

Result<qint64> TimelineStore::refreshedAtMs(const TimelineKey &key)
{
    auto at =
        askNumber(m_db,
                  QStringLiteral("SELECT t.refreshed_at FROM timeline t JOIN viewer v ON v.id = t.viewer"
                                 " WHERE v.account = ? AND t.name = ?"),
                  key.account, key.name);
    if (!at.ok())
        return at.error();
    return at.value().value_or(0);
}

Result<Unit> TimelineStore::removeAccount(const AccountId &account)
{
    const QString timelines =
        QStringLiteral("(SELECT t.id FROM timeline t JOIN viewer v ON v.id = t.viewer WHERE v.account = ?)");
    const QString viewer = QStringLiteral("(SELECT id FROM viewer WHERE account = ?)");
    for (const QString &sql : {QStringLiteral("DELETE FROM entry WHERE timeline IN ") + timelines,
                               QStringLiteral("DELETE FROM segment WHERE timeline IN ") + timelines,
                               QStringLiteral("DELETE FROM timeline WHERE viewer IN ") + viewer,
                               QStringLiteral("DELETE FROM post_state WHERE viewer IN ") + viewer,
                               QStringLiteral("DELETE FROM viewer WHERE account = ?")}) {
        if (auto done = runSql(m_db, sql, account); !done.ok())
            return done;
    }
    return Unit{};
}

} // namespace Petrel
