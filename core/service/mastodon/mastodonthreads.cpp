// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodonthreads.h"

#include "service/mastodon/answer.h"
#include "service/mastodon/client.h"
#include "service/mastodon/threadpagereader.h"

namespace Petrel {

namespace {

const QString contextCursor = QStringLiteral("context");

} // namespace

Task<ThreadPage> MastodonThreads::thread(const RemoteRef &ref, const QString &cursor)
{
    if (cursor.isEmpty()) {
        return m_posts.fetch(ref).then(&m_client, [](const Post &post) {
            return ThreadPage{{}, post, {}, contextCursor};
        });
    }
    return m_client.get(QStringLiteral("/api/v1/statuses/%1/context").arg(pathSegment(ref)))
        .then(&m_client, [this, ref](const HttpExchange &exchange) -> Result<ThreadPage> {
            if (!succeeded(exchange))
                return readError(exchange, m_client.server(), m_client.nowMs());
            const auto page = readContext(*exchange.response, m_client.server(), ref);
            if (!page)
                return unreadableAnswer(exchange);
            return *page;
        });
}

} // namespace Petrel
