// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ownpostmatch.h"
#include "service/publisher.h"

#include <QSet>

namespace Petrel {

//! What a round of checking looks for.
struct RoundGoal {
    OwnPostQuery query;
    Baseline baseline;
    //! Without a baseline page (a restored journal): own posts older than this cannot be the one, and a walk
    //! that meets one has gone far enough. 0 = the baseline decides.
    qint64 floorMs = 0;
};

//! One round: a walk through every source of own posts, fed page by page, that collects what could be the
//! post sent. Pure; made anew for each round.
class Round {
public:
    enum class Verdict {
        GoOn, //!< ask for source() and cursor() next
        Complete, //!< every source was walked down to the baseline
        CannotTell, //!< a source ended, or went on too long, before reaching it
    };

    Round(RoundGoal goal, int sources, int maxPages);

    [[nodiscard]] int source() const { return m_source; }
    [[nodiscard]] QString cursor() const { return m_cursor; }
    //! `taken`: own posts that other actions have settled on.
    Verdict feed(const OwnPage &page, const QSet<PostUri> &taken);
    //! Matches, oldest first.
    [[nodiscard]] QVector<Post> candidates() const;
    //! Whether this post of a page is one of the matches.
    [[nodiscard]] bool isCandidate(const PostUri &uri) const;

private:
    [[nodiscard]] bool isBeforeBaseline(const Post &post) const;
    RoundGoal m_goal;
    int m_sources;
    int m_maxPages;
    int m_source = 0;
    int m_pages = 0;
    QString m_cursor;
    QVector<Post> m_candidates;
};

} // namespace Petrel
