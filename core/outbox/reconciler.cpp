// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/reconciler.h"

#include <algorithm>

namespace Petrel {

Round::Round(RoundGoal goal, int sources, int maxPages)
    : m_goal(std::move(goal)),
      m_sources(sources),
      m_maxPages(maxPages)
{ }

bool Round::isBeforeBaseline(const Post &post) const
{
    // Creation times of own posts come from one clock, the server's; equal times decide nothing.
    const qint64 floor = m_goal.floorMs > 0 ? m_goal.floorMs : m_goal.baseline.newestMs;
    return floor > 0 && post.createdAtMs < floor;
}

Round::Verdict Round::feed(const OwnPage &page, const QSet<PostUri> &taken)
{
    ++m_pages;
    bool reached = page.reachedStart;
    for (const Post &post : page.posts) {
        if (m_goal.baseline.uris.contains(post.uri) || isBeforeBaseline(post)) {
            reached = true;
            continue;
        }
        if (!taken.contains(post.uri) && !isCandidate(post.uri) && matchesOwnPost(m_goal.query, post))
            m_candidates.append(post);
    }
    if (reached) {
        ++m_source;
        m_cursor.clear();
        return m_source >= m_sources ? Verdict::Complete : Verdict::GoOn;
    }
    if (page.olderCursor.isEmpty() || page.olderCursor == m_cursor || m_pages >= m_maxPages)
        return Verdict::CannotTell;
    m_cursor = page.olderCursor;
    return Verdict::GoOn;
}

QVector<Post> Round::candidates() const
{
    QVector<Post> sorted = m_candidates;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Post &a, const Post &b) { return a.createdAtMs < b.createdAtMs; });
    return sorted;
}

bool Round::isCandidate(const PostUri &uri) const
{
    return std::any_of(m_candidates.begin(), m_candidates.end(),
                       [&](const Post &post) { return post.uri == uri; });
}

} // namespace Petrel
