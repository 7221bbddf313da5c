// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "domain/timeline.h"
#include "store/database.h"

#include <optional>

namespace Petrel {

//! One row of a timeline or a thread as it is to be shown: truth with the user's open wishes laid over it.
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

//! Above every rank the cache gives: among equal times a ghost is the newest.
constexpr qint64 ghostRank = qint64(1) << 62;

//! Columns of the view `shown_post`, for queries whose rows are read by readRow() and which name before them,
//! in this order, what the row is: its time, rank, entry uri and entry reference.
[[nodiscard]] const QString &shownColumns();
//! How many columns readRow() reads; what a query names after them is its own.
constexpr int rowColumns = 45;
//! Row id of the post in the cache.
[[nodiscard]] qint64 postIdOf(const Statement &row);
//! A row as told by the cache, with the wishes laid over it.
[[nodiscard]] TimelineRow readRow(const Statement &row);
//! The row of a post of the outbox, made from its action. To be called with the store's reader connection.
Result<TimelineRow> ghostRow(Database &reader, const ActionId &action);

} // namespace Petrel
