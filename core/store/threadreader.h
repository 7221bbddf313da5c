// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/timelinerow.h"

namespace Petrel {

//! A row of a thread.
struct ThreadRow {
    TimelineRow
        row; //!< a replied-to post that the cache knows is named by its uri, whatever the server named
    //! 0 = the post that was asked for; its parent is at -1, a reply to it at 1. A ghost is one deeper than
    //! what it answers.
    int depth = 0;
};

//! A thread as it is to be shown.
struct ThreadRows {
    //! In display order: each post followed by its replies, oldest first; empty = this account was told of no
    //! such post.
    QVector<ThreadRow> rows;
    bool cut = false; //!< the cache knows more of it than the bounds let through
};

//! Reads threads from the cache on the store's reader connection: the posts above one, the post, and all that
//! answer it, as the account's own server tells them and with the account's open wishes laid over them. What
//! a server told to other accounts only is not shown: it may not be meant for this one. Replies that wait in
//! the outbox stand under what they answer. One call is one consistent view.
//!
//! Who answers whom is what servers say, so a chain may be endless or a circle: no post comes twice, and the
//! bounds hold whatever they say. Past them the posts nearest to the one asked for are kept.
class ThreadReader {
public:
    static constexpr int mostAncestors = 100;
    static constexpr int mostDescendants = 400; //!< ghosts not counted
    static constexpr int mostDepth = 60; //!< of descendants

    explicit ThreadReader(Database &reader)
        : m_db(reader)
    { }
    Result<ThreadRows> rows(const AccountId &account, const PostUri &post);
    //! The statements behind it that meet the cache's large tables, for tests of their plans.
    [[nodiscard]] static QStringList statements();

private:
    Database &m_db;
};

} // namespace Petrel
