// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/timelinerow.h"

namespace Petrel {

//! A place in display order: rows strictly below it come next. Default = from the top.
struct RowPlace {
    qint64 timeMs = 0;
    qint64 rank = 0;
    bool isTop = true;
};

//! Reads windows of timelines on the store's reader connection, by keyset, never by offset. One window is one
//! consistent view.
class TimelineReader {
public:
    explicit TimelineReader(Database &reader)
        : m_db(reader)
    { }
    //! At most `limit` rows below `below`, newest first. Ghosts stand at the time they were written.
    Result<QVector<TimelineRow>> window(const TimelineKey &key, const RowPlace &below, int limit);
    //! At most `limit` rows above `above`, the nearest ones, newest first.
    Result<QVector<TimelineRow>> windowAbove(const TimelineKey &key, const RowPlace &above, int limit);
    //! How many entries the cache knows above a place, ghosts apart; counts no further than `most`.
    Result<int> countAbove(const TimelineKey &key, const RowPlace &above, int most);
    //! All accounts' homes merged, a post once, at its newest place: `seenBy` of a row are the accounts that
    //! have it, first the one that tells it here (whose refs and flags the row shows).
    struct UnifiedRow {
        TimelineRow row;
        QVector<AccountId> seenBy;
    };
    Result<QVector<UnifiedRow>> unified(const QVector<AccountId> &accounts, const RowPlace &below, int limit);
    //! The statement behind a window, for tests of its plan; `once` = of a timeline among several.
    [[nodiscard]] static QString windowSql(bool once);
    [[nodiscard]] static QString windowAboveSql();

private:
    struct Told {
        TimelineRow row;
        qint64 post = 0; //!< row id of the post in the cache; 0 for a ghost
    };
    //! The rows of one timeline that the cache knows; with `among` (timelines as JSON) only a post's newest
    //! place.
    Result<QVector<Told>> told(qint64 timeline, const RowPlace &below, int limit, const QString &among);
    //! Ghosts below a place, nearest first; with `above` those above it, nearest first.
    Result<QVector<TimelineRow>> ghosts(const AccountId &account, const RowPlace &place, int limit,
                                        bool above = false);
    //! Marks the rows below which posts are missing.
    Result<Unit> markGaps(const TimelineKey &key, QVector<TimelineRow> &rows);

    Database &m_db;
};

} // namespace Petrel
