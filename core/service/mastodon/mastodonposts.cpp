// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodonposts.h"

#include "service/mastodon/answer.h"
#include "service/mastodon/client.h"
#include "service/mastodon/json.h"
#include "service/mastodon/postreader.h"
#include "service/mastodon/profilereader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

namespace Petrel {

namespace {

Result<Post> postFrom(const HttpExchange &exchange, const MastodonClient &client)
{
    if (!succeeded(exchange))
        return readError(exchange, client.server(), client.nowMs());
    const auto document = Json::objectFrom(exchange.response->body);
    const auto post =
        document ? readPost(*document, client.server(), exchange.response->serverDateMs) : std::nullopt;
    if (!post)
        return unreadableAnswer(exchange);
    return *post;
}

Error notKnownHere()
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message = QCoreApplication::translate(
        "Petrel::MastodonSearch", "This account's server does not know a post at this address.");
    return error;
}

//! The uri behind the web address of a post on Mastodon itself; other addresses as they are.
QString uriBehind(const QString &address)
{
    static const QRegularExpression page(QStringLiteral("\\A(https?://[^/]+)/@([^/@]+)/(\\d+)/?\\z"));
    const QRegularExpressionMatch match = page.match(address);
    if (!match.hasMatch())
        return address;
    return QStringLiteral("%1/users/%2/statuses/%3")
        .arg(match.captured(1), match.captured(2), match.captured(3));
}

QString comparable(const QString &address)
{
    const QUrl url(address, QUrl::TolerantMode);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    const QString port = url.port() < 0 ? QString() : QLatin1Char(':') + QString::number(url.port());
    const QString query = url.hasQuery() ? QLatin1Char('?') + url.query(QUrl::FullyEncoded) : QString();
    return url.host(QUrl::FullyEncoded).toLower() + port + path + query;
}

bool isAt(const Post &post, const QString &address)
{
    return sameAddress(post.uri.value(), address) || sameAddress(post.url, address);
}

} // namespace

bool sameAddress(const QString &a, const QString &b)
{
    const QString left = comparable(a);
    return !QUrl(a, QUrl::TolerantMode).host().isEmpty() && left == comparable(b);
}

Task<Post> MastodonPosts::fetch(const RemoteRef &ref)
{
    return m_client.get(QStringLiteral("/api/v1/statuses/%1").arg(pathSegment(ref)))
        .then(&m_client, [this](const HttpExchange &exchange) { return postFrom(exchange, m_client); });
}

Task<OwnProfile> MastodonProfiles::self()
{
    return m_client.get(QStringLiteral("/api/v1/accounts/verify_credentials"))
        .then(&m_client, [this](const HttpExchange &exchange) {
            return ownProfileFrom(exchange, m_client.server(), m_client.nowMs());
        });
}

Task<Post> MastodonSearch::resolvePost(const QString &address)
{
    const QString wanted = address.trimmed();
    // One server dies of a search for nothing.
    if (wanted.isEmpty() || QUrl(wanted).host().isEmpty())
        return notKnownHere();
    if (m_client.server().flavour == Flavour::Snac)
        return resolveByName(wanted);
    const QString query = QStringLiteral("q=%1&resolve=true&type=statuses&limit=5")
                              .arg(QString::fromLatin1(QUrl::toPercentEncoding(wanted)));
    return m_client.get(QStringLiteral("/api/v2/search"), query)
        .then(&m_client, [this, wanted](const HttpExchange &exchange) -> Result<Post> {
            // So it says that it could not fetch what it was asked for.
            if (m_client.server().flavour == Flavour::GoToSocial && exchange.response
                && exchange.response->status == 500 && Json::objectFrom(exchange.response->body))
                return notKnownHere();
            if (!succeeded(exchange))
                return readError(exchange, m_client.server(), m_client.nowMs());
            const auto document = Json::objectFrom(exchange.response->body);
            if (!document || !document->value(QLatin1String("statuses")).isArray())
                return unreadableAnswer(exchange);
            const QJsonArray found = Json::array(*document, QLatin1String("statuses"));
            for (const QJsonValue &value : found) {
                const auto post =
                    readPost(value.toObject(), m_client.server(), exchange.response->serverDateMs);
                if (post && isAt(*post, wanted))
                    return *post;
            }
            return notKnownHere();
        });
}

Task<Post> MastodonSearch::resolveByName(const QString &address)
{
    const QString uri = uriBehind(address);
    const QByteArray name = QByteArrayLiteral("0000000000")
        + QCryptographicHash::hash(uri.toUtf8(), QCryptographicHash::Md5).toHex();
    return m_client.get(QStringLiteral("/api/v1/statuses/%1").arg(QString::fromLatin1(name)))
        .then(&m_client, [this, uri](const HttpExchange &exchange) -> Result<Post> {
            Result<Post> post = postFrom(exchange, m_client);
            if (post.ok() ? !isAt(post.value(), uri) : post.error().kind == ErrorKind::NotFound)
                return notKnownHere();
            return post;
        });
}

} // namespace Petrel
