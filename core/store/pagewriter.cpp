// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pagewriter.h"

#include "store/pageranks.h"
#include "store/sqlrun.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <limits>

namespace Petrel {

namespace {

constexpr qint64 joinMarginMs = 6 * 3'600'000;
//! What claims to be from later than this says nothing about how new a segment is.
constexpr qint64 clockSlackMs = 3'600'000;
//! Servers take a while to put an account's own post on its home.
constexpr qint64 ownDelayMs = 60'000;
constexpr qint64 farAway = std::numeric_limits<qint64>::max();

struct Segment {
    qint64 id = 0;
    qint64 high = 0;
    qint64 low = 0;
    qint64 newestMs = 0;
    QString cursor;
    QString upperCursor;
    qint64 upperRank = 0; //!< of the first entry that upperCursor gave
    QString emptyCursor;
    bool reissued = false;
    bool atEnd = false;
};

struct KnownEntry {
    qint64 rank = 0;
    bool loose = false;
};

//! Stores one page. Lives for one call, inside the caller's transaction.
class PageWriter {
public:
    PageWriter(Database &db, qint64 timeline, const Source &source, const PagePlace &place,
               const TimelinePage &page)
        : m_db(db),
          m_timeline(timeline),
          m_source(source),
          m_place(place),
          m_page(page),
          m_fromTop(place.segment == 0)
    { }

    Result<PageStored> store()
    {
        if (auto done = begin(); !done.ok())
            return done.error();
        if (auto done = loadSegments(); !done.ok())
            return done.error();
        if (!m_fromTop && m_current < 0)
            return Error{ErrorKind::Conflict, {}, QStringLiteral("the segment is no longer there"), {}};
        if (auto done = collect(); !done.ok())
            return done.error();
        if (auto done = loadKnown(); !done.ok())
            return done.error();
        if (!m_page.complete)
            return storeLoose();
        if (m_entries.isEmpty())
            return storeEmpty();
        if (repeatsNewerPage())
            return storeNothing();
        return storePlaced();
    }

private:
    Result<Unit> begin()
    {
        const bool read = m_fromTop && m_page.complete;
        auto done =
            runSql(m_db,
                   QStringLiteral("UPDATE timeline SET pages = pages + 1,"
                                  " refreshed_at = CASE WHEN ? THEN ? ELSE refreshed_at END WHERE id = ?"),
                   read, m_source.readAtMs, m_timeline);
        if (!done.ok())
            return done;
        auto serial = askNumber(m_db, QStringLiteral("SELECT pages FROM timeline WHERE id = ?"), m_timeline);
        if (!serial.ok())
            return serial.error();
        m_serial = serial.value().value_or(0);
        return Unit{};
    }

    Result<Unit> loadSegments()
    {
        m_segments.clear();
        m_current = m_fromTop ? 0 : -1;
        Statement read = m_db.statement(
            QStringLiteral("SELECT id, high, low, newest_ms, cursor, upper_cursor, upper_rank, empty_cursor,"
                           " reissued, at_end FROM segment WHERE timeline = ? ORDER BY high DESC"));
        read.bind(m_timeline);
        for (;;) {
            auto row = read.step();
            if (!row.ok())
                return row.error();
            if (!row.value())
                break;
            if (read.integer(0) == m_place.segment)
                m_current = int(m_segments.size());
            m_segments.append({read.integer(0), read.integer(1), read.integer(2), read.integer(3),
                               read.text(4), read.text(5), read.integer(6), read.text(7), read.boolean(8),
                               read.boolean(9)});
        }
        if (m_segments.isEmpty())
            m_current = -1;
        return Unit{};
    }

    //! The page's entries that can be kept, each once, with their posts written.
    Result<Unit> collect()
    {
        PostStore posts(m_db);
        QSet<QString> seen;
        for (const Entry &entry : m_page.entries) {
            if (entry.uri.isEmpty() || entry.post.uri.isNull() || seen.contains(entry.uri))
                continue;
            seen.insert(entry.uri);
            if (auto put = posts.put(entry.post, m_source); !put.ok())
                return put;
            if (entry.boostedBy) {
                if (auto put = posts.putProfile(*entry.boostedBy, m_source); !put.ok())
                    return put;
            }
            m_entries.append(&entry);
        }
        return Unit{};
    }

    Result<Unit> loadKnown()
    {
        QJsonArray uris;
        for (const Entry *entry : m_entries)
            uris.append(entry->uri);
        m_known.clear();
        Statement read =
            m_db.statement(QStringLiteral("SELECT uri, rank, inserted_at IS NOT NULL FROM entry"
                                          " WHERE timeline = ? AND uri IN (SELECT value FROM json_each(?))"));
        read.bind(m_timeline).bind(QString::fromUtf8(QJsonDocument(uris).toJson(QJsonDocument::Compact)));
        for (;;) {
            auto row = read.step();
            if (!row.ok())
                return row.error();
            if (!row.value())
                return Unit{};
            m_known.insert(read.text(0), KnownEntry{read.integer(1), read.boolean(2)});
        }
    }

    [[nodiscard]] int unknownEntries() const { return int(m_entries.size() - m_known.size()); }
    [[nodiscard]] Slot slotOf(qint64 rank) const { return (rank - m_timeline % rankShare) / rankShare; }
    [[nodiscard]] qint64 rankOf(Slot slot) const { return slot * rankShare + m_timeline % rankShare; }
    [[nodiscard]] bool isLowest(int segment) const { return segment + 1 >= m_segments.size(); }

    Result<Unit> write(const Entry &entry, qint64 rank, bool loose)
    {
        static const QString sql = QStringLiteral(
            "INSERT INTO entry (timeline, uri, ref, post, boosted_by, time_ms, rank, inserted_at, page)"
            " SELECT ?, ?, ?, (SELECT id FROM post WHERE uri = ?),"
            " (SELECT id FROM person WHERE handle = ? AND server = (SELECT id FROM server WHERE host = ?)),"
            " ?, ?, ?, ? WHERE true"
            " ON CONFLICT (timeline, uri) DO UPDATE SET ref = excluded.ref, post = excluded.post,"
            " boosted_by = excluded.boosted_by, time_ms = excluded.time_ms, page = excluded.page,"
            " rank = CASE WHEN excluded.inserted_at IS NULL THEN excluded.rank ELSE rank END,"
            " inserted_at = CASE WHEN excluded.inserted_at IS NULL THEN NULL ELSE inserted_at END");
        Statement insert = m_db.statement(sql);
        insert.bind(m_timeline).bind(entry.uri).bind(entry.ref).bind(entry.post.uri);
        if (entry.boostedBy)
            insert.bind(entry.boostedBy->handle);
        else
            insert.bindNull();
        insert.bind(m_source.host).bind(entry.timeMs).bind(rank);
        if (loose)
            insert.bind(m_source.readAtMs);
        else
            insert.bindNull();
        insert.bind(m_serial);
        if (auto done = insert.run(); !done.ok())
            return done.error();
        return Unit{};
    }

    //! A page that says itself that it is incomplete.
    Result<PageStored> storeLoose()
    {
        const int count = int(m_entries.size());
        for (int i = 0; i < count; ++i) {
            const qint64 rank = looseRank + rankOf((m_serial << 16) + count - i);
            if (auto done = write(*m_entries[i], rank, true); !done.ok())
                return done.error();
        }
        PageStored stored;
        stored.segment = m_current >= 0 ? m_segments[m_current].id : 0;
        stored.newEntries = unknownEntries();
        stored.overGap = m_fromTop ? !m_segments.isEmpty() : !isLowest(m_current);
        return stored;
    }

    Result<PageStored> storeEmpty()
    {
        PageStored stored;
        if (m_fromTop) {
            stored.segment = m_segments.isEmpty() ? 0 : m_segments.first().id;
            stored.joined = m_segments.isEmpty();
            stored.overGap = !stored.joined;
            return stored;
        }
        Segment &segment = m_segments[m_current];
        stored.segment = segment.id;
        if (!segment.emptyCursor.isEmpty() && (m_place.cursor != segment.emptyCursor || segment.reissued)) {
            segment.atEnd = true;
            segment.cursor.clear();
            stored.atEnd = true;
            stored.joined = true;
        } else {
            segment.emptyCursor = m_place.cursor;
            segment.reissued = false;
            // A server that lost the post behind a cursor answers as if nothing came below: asking for the
            // page above once more gives a cursor that is good.
            if (!segment.upperCursor.isEmpty())
                segment.cursor = segment.upperCursor;
            stored.overGap = !isLowest(m_current);
            stored.olderCursor = stored.overGap ? segment.upperCursor : QString();
        }
        if (auto done = save(segment); !done.ok())
            return done.error();
        return stored;
    }

    //! True where the server did not heed the cursor and told a page from above the segment once more.
    [[nodiscard]] bool repeatsNewerPage() const
    {
        if (m_fromTop)
            return false;
        const auto newer = std::count_if(m_known.cbegin(), m_known.cend(), [this](const KnownEntry &entry) {
            return !entry.loose && entry.rank > m_segments[m_current].high;
        });
        return newer * 2 > m_entries.size();
    }

    [[nodiscard]] PageStored storeNothing() const
    {
        PageStored stored;
        stored.segment = m_segments[m_current].id;
        stored.overGap = !isLowest(m_current);
        return stored;
    }

    Result<PageStored> storePlaced()
    {
        if (auto done = place(); !done.ok())
            return done.error();
        for (int i = 0; i < m_entries.size(); ++i) {
            if (auto done = write(*m_entries[i], m_ranks[i], false); !done.ok())
                return done.error();
        }
        const int lowestJoined = lowestJoinedSegment();
        if (auto done = dropMissing(lowestJoined); !done.ok())
            return done.error();
        return joinSegments(lowestJoined);
    }

    //! Gives every entry of the page its rank.
    Result<Unit> place()
    {
        for (int attempt = 0; attempt < 1000; ++attempt) {
            QVector<std::optional<Slot>> known;
            for (const Entry *entry : m_entries) {
                const auto found = m_known.constFind(entry->uri);
                const bool placed = found != m_known.constEnd() && !found->loose
                    && (m_fromTop || found->rank <= m_segments[m_current].high);
                known.append(placed ? std::optional<Slot>(slotOf(found->rank)) : std::nullopt);
            }
            m_anchors = agreeing(known);
            auto upper = upperBound();
            if (!upper.ok())
                return upper.error();
            auto lower = lowerBound();
            if (!lower.ok())
                return lower.error();
            const PageSlots placed = placePage(m_anchors, upper.value(), lower.value());
            if (!placed.noRoomAbove) {
                m_ranks.clear();
                for (Slot slot : placed.slots)
                    m_ranks.append(rankOf(slot));
                return Unit{};
            }
            if (auto done = makeRoomAbove(rankOf(*placed.noRoomAbove)); !done.ok())
                return done;
        }
        return Error{ErrorKind::Storage, {}, QStringLiteral("no room between entries"), {}};
    }

    [[nodiscard]] std::optional<Slot> firstAnchor() const
    {
        for (const auto &anchor : m_anchors) {
            if (anchor)
                return anchor;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Slot> lastAnchor() const
    {
        for (auto anchor = m_anchors.crbegin(); anchor != m_anchors.crend(); ++anchor) {
            if (*anchor)
                return *anchor;
        }
        return std::nullopt;
    }

    //! The slot that what comes before the first anchor must stay below; nothing = the top.
    Result<std::optional<Slot>> upperBound()
    {
        const auto first = firstAnchor();
        if (m_fromTop) {
            if (first || m_segments.isEmpty())
                return std::optional<Slot>();
            return std::optional<Slot>(slotOf(m_segments.first().high) + slotGap
                                       + (Slot(m_entries.size()) + 1) * slotStep);
        }
        const qint64 low = m_segments[m_current].low;
        if (first ? rankOf(*first) < low : !readsAgain())
            return std::optional<Slot>(slotOf(low));
        const Slot above = first ? *first : slotOf(m_segments[m_current].upperRank);
        return neighbour(QStringLiteral("SELECT MIN(rank) FROM entry WHERE timeline = ? AND rank > ?"),
                         above);
    }

    //! The slot that what comes after the last anchor must stay above; nothing = open.
    Result<std::optional<Slot>> lowerBound()
    {
        const QString below = QStringLiteral("SELECT MAX(rank) FROM entry WHERE timeline = ? AND rank < ?");
        if (const auto last = lastAnchor())
            return neighbour(below, *last);
        if (m_fromTop)
            return std::optional<Slot>();
        // Read again, the page begins where it did, above what it then told.
        const Segment &segment = m_segments[m_current];
        return neighbour(below, readsAgain() ? slotOf(segment.upperRank) + 1 : slotOf(segment.low));
    }

    //! True where the lowest page of the segment was asked for once more.
    [[nodiscard]] bool readsAgain() const
    {
        return !m_fromTop && m_place.cursor == m_segments[m_current].upperCursor;
    }

    Result<std::optional<Slot>> neighbour(const QString &sql, Slot slot)
    {
        Statement read = m_db.statement(sql);
        read.bind(m_timeline).bind(rankOf(slot));
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value() || read.isNull(0) || read.integer(0) >= looseRank)
            return std::optional<Slot>();
        return std::optional<Slot>(slotOf(read.integer(0)));
    }

    //! Moves everything at or below a rank further down. Rare: it takes ten late entries at one and the same
    //! place.
    Result<Unit> makeRoomAbove(qint64 rank)
    {
        const qint64 way = (slotGap / 2) * rankShare;
        auto entries =
            runSql(m_db, QStringLiteral("UPDATE entry SET rank = rank - ? WHERE timeline = ? AND rank <= ?"),
                   way, m_timeline, rank);
        if (!entries.ok())
            return entries;
        auto segments =
            runSql(m_db,
                   QStringLiteral("UPDATE segment SET low = low - CASE WHEN low <= ? THEN ? ELSE 0 END,"
                                  " high = high - CASE WHEN high <= ? THEN ? ELSE 0 END,"
                                  " upper_rank = upper_rank - CASE WHEN upper_rank <= ? THEN ? ELSE 0 END"
                                  " WHERE timeline = ?"),
                   rank, way, rank, way, rank, way, m_timeline);
        if (!segments.ok())
            return segments;
        if (auto done = loadSegments(); !done.ok())
            return done;
        return loadKnown();
    }

    //! Index of the lowest segment that the page reaches without a hole; m_current where that is its own, or
    //! -1 for a page of the top that reaches none.
    [[nodiscard]] int lowestJoinedSegment() const
    {
        int lowest = m_fromTop ? -1 : m_current;
        if (const auto last = lastAnchor()) {
            const qint64 rank = rankOf(*last);
            while (!isLowest(lowest) && m_segments[lowest + 1].high >= rank)
                ++lowest;
        }
        while (!isLowest(lowest) && passes(m_segments[lowest + 1]))
            ++lowest;
        return lowest;
    }

    //! True where the page is so much older at its end that it would have shown the segment's newest.
    [[nodiscard]] bool passes(const Segment &below) const
    {
        if (below.newestMs == 0 || m_ranks.last() <= below.high)
            return false;
        const auto count = m_entries.size();
        // One old entry at the very end may be a late post, of which nothing follows.
        if (count > 2 && m_entries[count - 2]->timeMs >= below.newestMs)
            return false;
        return m_entries.last()->timeMs < below.newestMs - joinMarginMs;
    }

    //! The page is authority over its interval.
    Result<Unit> dropMissing(int lowestJoined)
    {
        const qint64 top = m_fromTop ? looseRank - 1 : m_ranks.first();
        auto placed = runSql(m_db,
                             QStringLiteral("DELETE FROM entry WHERE timeline = ? AND rank BETWEEN ? AND ?"
                                            " AND page <> ?"),
                             m_timeline, m_ranks.last(), top, m_serial);
        if (!placed.ok())
            return placed;
        const qint64 lastMs = m_entries.last()->timeMs;
        const qint64 firstMs = m_fromTop ? farAway : m_entries.first()->timeMs;
        auto loose = runSql(m_db,
                            QStringLiteral("DELETE FROM entry WHERE timeline = ? AND inserted_at IS NOT NULL"
                                           " AND time_ms BETWEEN ? AND ? AND inserted_at <= ? AND page <> ?"),
                            m_timeline, lastMs, firstMs, m_source.readAtMs - ownDelayMs, m_serial);
        if (!loose.ok())
            return loose;
        for (int i = std::max(0, m_current); i <= lowestJoined; ++i) {
            const Segment &segment = m_segments[i];
            if (segment.high >= m_ranks.last())
                continue;
            auto passed = runSql(m_db,
                                 QStringLiteral("DELETE FROM entry WHERE timeline = ? AND time_ms > ?"
                                                " AND +rank BETWEEN ? AND ? AND page <> ?"),
                                 m_timeline, lastMs + joinMarginMs, segment.low, segment.high, m_serial);
            if (!passed.ok())
                return passed;
        }
        return Unit{};
    }

    Result<PageStored> joinSegments(int lowestJoined)
    {
        const int ownIndex = m_fromTop ? -1 : m_current;
        const bool isNew = m_fromTop && lowestJoined < 0;
        PageStored stored;
        stored.newEntries = unknownEntries();
        stored.joined = lowestJoined > ownIndex;

        // The joined whole keeps the id of its upper part and, for what lies below, the facts of its lower
        // part.
        Segment whole = isNew ? Segment{} : m_segments[lowestJoined];
        const qint64 formerLow = isNew ? farAway : whole.low;
        if (!isNew) {
            whole.id = m_segments[std::max(0, ownIndex)].id;
            for (int i = std::max(0, ownIndex); i <= lowestJoined; ++i) {
                whole.high = std::max(whole.high, m_segments[i].high);
                whole.newestMs = std::max(whole.newestMs, m_segments[i].newestMs);
            }
        }
        auto bottom = actualLow(formerLow, isNew ? farAway : whole.high);
        if (!bottom.ok())
            return bottom.error();
        whole.high = isNew ? m_ranks.first() : std::max(whole.high, m_ranks.first());
        whole.low = isNew ? m_ranks.last() : std::min(whole.low, m_ranks.last());
        for (const Entry *entry : m_entries) {
            if (entry->timeMs <= m_source.readAtMs + clockSlackMs)
                whole.newestMs = std::max(whole.newestMs, entry->timeMs);
        }
        setCursors(whole, isNew || m_ranks.last() <= bottom.value(), m_ranks.last() < formerLow);

        for (int i = std::max(0, ownIndex) + 1; i <= lowestJoined; ++i) {
            if (auto done =
                    runSql(m_db, QStringLiteral("DELETE FROM segment WHERE id = ?"), m_segments[i].id);
                !done.ok())
                return done.error();
        }
        if (isNew) {
            auto id = insertSegment();
            if (!id.ok())
                return id.error();
            whole.id = id.value();
        }
        if (auto done = save(whole); !done.ok())
            return done.error();
        stored.segment = whole.id;
        stored.olderCursor = whole.cursor;
        stored.overGap = !stored.joined && !isLowest(lowestJoined);
        return stored;
    }

    //! Where a segment's lowest entry really is: the one that made its lower end may be gone.
    Result<qint64> actualLow(qint64 low, qint64 high)
    {
        Statement read = m_db.statement(QStringLiteral(
            "SELECT MIN(rank) FROM entry WHERE timeline = ? AND rank BETWEEN ? AND ? AND page <> ?"));
        read.bind(m_timeline).bind(low).bind(high).bind(m_serial);
        auto row = read.step();
        if (!row.ok())
            return row.error();
        return row.value() && !read.isNull(0) ? read.integer(0) : farAway;
    }

    //! What the page tells about going on below. `atBottom`: nothing of the segment lies below the page.
    void setCursors(Segment &whole, bool atBottom, bool grew) const
    {
        const bool walkedOn = !m_fromTop && m_place.cursor == whole.cursor;
        if (!atBottom && !walkedOn && !(readsAgain() && m_place.cursor == whole.upperCursor))
            return;
        // A server that hands out the cursor it was asked with would have us walk in circles.
        const QString older = m_page.olderCursor == m_place.cursor ? QString() : m_page.olderCursor;
        if (grew) {
            whole.emptyCursor.clear();
            whole.reissued = false;
            whole.atEnd = false;
        } else if (!older.isEmpty() && older == whole.emptyCursor) {
            whole.reissued = true;
        }
        whole.cursor = whole.atEnd ? QString() : older;
        whole.upperCursor = m_place.cursor;
        whole.upperRank = m_ranks.first();
    }

    Result<qint64> insertSegment()
    {
        Statement insert = m_db.statement(QStringLiteral(
            "INSERT INTO segment (timeline, high, low, newest_ms, cursor, upper_cursor, upper_rank,"
            " empty_cursor, reissued, at_end) VALUES (?, 0, 0, 0, '', '', 0, '', 0, 0)"));
        insert.bind(m_timeline);
        if (auto done = insert.run(); !done.ok())
            return done.error();
        return insert.insertedId();
    }

    Result<Unit> save(const Segment &segment)
    {
        return runSql(
            m_db,
            QStringLiteral("UPDATE segment SET high = ?, low = ?, newest_ms = ?, cursor = ?,"
                           " upper_cursor = ?, upper_rank = ?, empty_cursor = ?, reissued = ?, at_end = ?"
                           " WHERE id = ?"),
            segment.high, segment.low, segment.newestMs, segment.cursor, segment.upperCursor,
            segment.upperRank, segment.emptyCursor, segment.reissued, segment.atEnd, segment.id);
    }

    Database &m_db;
    const qint64 m_timeline;
    const Source &m_source;
    const PagePlace &m_place;
    const TimelinePage &m_page;
    const bool m_fromTop;
    qint64 m_serial = 0;
    QVector<Segment> m_segments; //!< newest first
    int m_current = -1; //!< the segment the page goes on from, the top one for the newest page; -1 = none
    QVector<const Entry *> m_entries;
    QHash<QString, KnownEntry> m_known;
    QVector<std::optional<Slot>> m_anchors;
    QVector<qint64> m_ranks;
};

} // namespace

Result<PageStored> writePage(Database &db, qint64 timeline, const Source &source, const PagePlace &place,
                             const TimelinePage &page)
{
    return PageWriter(db, timeline, source, place, page).store();
}

} // namespace Petrel
