// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/ownposts.h"

#include "service/mastodon/answer.h"
#include "service/mastodon/client.h"
#include "service/mastodon/pagereader.h"
#include "service/mastodon/postreader.h"

#include <QUrlQuery>

namespace Petrel {

namespace {

constexpr int pageSize = 40;
const QString homePath = QStringLiteral("/api/v1/timelines/home");
const QString homeFirstPage = QStringLiteral("limit=40");
const QString ownFirstPage = QStringLiteral("limit=40&exclude_reblogs=true");

//! A page for the walk, or why it proves nothing.
Result<StatusPage> provenPage(const HttpExchange &exchange, const MastodonClient &client, const QString &path,
                              const QString &query)
{
    if (!succeeded(exchange))
        return readError(exchange, client.server(), client.nowMs());
    if (exchange.response->status != 200)
        return unreadableAnswer(exchange);
    const auto page = readStatusPage(*exchange.response, client.server(), path, query);
    if (!page)
        return unreadableAnswer(exchange);
    return *page;
}

Error listMoved()
{
    Error error;
    error.kind = ErrorKind::Conflict;
    error.detail = QStringLiteral("the page's place in the list is gone");
    return error;
}

} // namespace

OwnPosts::OwnPosts(MastodonClient &client, const Account &account)
    : m_client(client),
      m_account(account)
{ }

QStringList OwnPosts::sources() const
{
    if (m_client.server().flavour == Flavour::Snac)
        return {QStringLiteral("statuses"), QStringLiteral("home")};
    return {QStringLiteral("statuses")};
}

bool OwnPosts::isOwn(const Post &post) const
{
    if (!m_account.ref.isNull() && post.author.ref == m_account.ref)
        return true;
    return post.author.handle == m_account.handle.toLower();
}

Task<OwnPage> OwnPosts::page(int source, const QString &cursor)
{
    return source == 1 ? homePage(cursor) : ownPage(cursor);
}

Task<OwnPage> OwnPosts::ownPage(const QString &cursor)
{
    const QString path = QStringLiteral("/api/v1/accounts/%1/statuses").arg(pathSegment(m_account.ref));
    const QString query = cursor.isEmpty() ? ownFirstPage : cursor;
    return m_client.get(path, query)
        .then(&m_client, [this, path, query](const HttpExchange &exchange) -> Result<OwnPage> {
            const auto page = provenPage(exchange, m_client, path, query);
            if (!page.ok())
                return page.error();
            const bool whole = m_client.server().flavour == Flavour::Snac;
            OwnPage own;
            own.serverDateMs = exchange.response->serverDateMs;
            for (const Entry &entry : page.value().entries) {
                if (isOwn(entry.post) && (whole || !entry.boostedBy))
                    own.posts.append(entry.post);
            }
            if (whole) {
                // The server's own limit is far above this: a list so short has lost nothing.
                own.reachedStart = page.value().ids.size() < pageSize;
            } else {
                own.olderCursor = page.value().olderCursor;
                own.reachedStart = page.value().ids.isEmpty() && !page.value().linked;
            }
            return own;
        });
}

Task<OwnPage> OwnPosts::homePage(const QString &cursor)
{
    // The cursor is the query, then '#' and the element that both pages must show.
    const QString query = cursor.isEmpty() ? homeFirstPage : cursor.section(QLatin1Char('#'), 0, 0);
    const RemoteRef shared(cursor.section(QLatin1Char('#'), 1));
    return m_client.get(homePath, query)
        .then(&m_client, [this, query, shared](const HttpExchange &exchange) -> Result<OwnPage> {
            const auto page = provenPage(exchange, m_client, homePath, query);
            if (!page.ok())
                return page.error();
            const QStringList &ids = page.value().ids;
            const Flavour flavour = m_client.server().flavour;
            if (!shared.isNull() && (ids.isEmpty() || stablePostRef(ids.first(), flavour) != shared))
                return listMoved();
            OwnPage own;
            own.serverDateMs = exchange.response->serverDateMs;
            for (const Entry &entry : page.value().entries) {
                if (isOwn(entry.post) && entry.ref != shared)
                    own.posts.append(entry.post);
            }
            own.reachedStart = ids.size() < pageSize;
            if (own.reachedStart)
                return own;
            QUrlQuery next(homeFirstPage);
            next.addQueryItem(QStringLiteral("max_id"), ids.at(ids.size() - 2));
            own.olderCursor = next.query(QUrl::FullyEncoded) + QLatin1Char('#')
                + stablePostRef(ids.last(), flavour).value();
            return own;
        });
}

} // namespace Petrel
