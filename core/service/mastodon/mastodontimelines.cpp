// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodontimelines.h"

#include "service/mastodon/answer.h"
#include "service/mastodon/client.h"
#include "service/mastodon/pagereader.h"

namespace Petrel {

namespace {

const QString homePath = QStringLiteral("/api/v1/timelines/home");
const QString firstPage = QStringLiteral("limit=40");
//! The answer of a server that is still building the feed.
constexpr int partialContent = 206;

} // namespace

Task<TimelinePage> MastodonTimelines::home(const QString &cursor)
{
    const QString query = cursor.isEmpty() ? firstPage : cursor;
    return m_client.get(homePath, query)
        .then(&m_client, [this, query](const HttpExchange &exchange) -> Result<TimelinePage> {
            if (!succeeded(exchange))
                return readError(exchange, m_client.server(), m_client.nowMs());
            const auto page = readStatusPage(*exchange.response, m_client.server(), homePath, query);
            if (!page)
                return unreadableAnswer(exchange);
            return TimelinePage{page->entries, page->olderCursor,
                                exchange.response->status != partialContent};
        });
}

} // namespace Petrel
