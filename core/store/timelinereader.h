// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "domain/timeline.h"
#include "store/database.h"

#include <optional>

namespace Petrel {

//! One row of a timeline as it is to be shown: truth with the user's open wishes laid over it.
struct TimelineRow {
    //! Who the row is, from its ghost through its truth: the action's uid for what we published, else the
    //! entry's uri.
    QString identity;
    Entry entry; //!< flags of entry.post are the shown ones; a ghost's uri is its action's uid
    //! The flag is a wish not yet confirmed.
    bool favouritePending = false;
    bool boostPending = false;
    bool bookmarkPending = false;
    bool removalPending = false; //!< its deletion is waiting
    //! A post of the outbox that is not on the server as far as we know: entry.post is made from the action.
    std::optional<Action> ghost;
    bool gapBelow = false; //!< posts are known to be missing below this row
    qint64 rank = 0; //!< with entry.timeMs the place to go on from

    friend bool operator==(const TimelineRow &, const TimelineRow &) = default;
};

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
    Result<TimelineRow> ghostRow(const ActionId &action, qint64 rank);

    Database &m_db;
};

} // namespace Petrel
