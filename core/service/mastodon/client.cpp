// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/client.h"

#include "base/clock.h"

#include <QJsonDocument>

namespace Petrel {

HttpRequest apiRequest(const QUrl &base, HttpRequest::Method method, const QString &path,
                       const QString &query)
{
    HttpRequest request;
    request.method = method;
    const QUrl origin =
        base.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    QByteArray address = origin.toEncoded() + path.toUtf8();
    if (!query.isEmpty())
        address += '?' + query.toUtf8();
    request.url = QUrl::fromEncoded(address, QUrl::TolerantMode);
    request.headers.append({QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json")});
    return request;
}

void setForm(HttpRequest &request, const QVector<std::pair<QByteArray, QByteArray>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields) {
        if (!body.isEmpty())
            body.append('&');
        body.append(name.toPercentEncoding() + '=' + value.toPercentEncoding());
    }
    request.body = body;
    request.contentType = QByteArrayLiteral("application/x-www-form-urlencoded");
    request.onceOnly = true;
}

QString pathSegment(const RemoteRef &ref)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(ref.value()));
}

MastodonClient::MastodonClient(HttpTransport &transport, Clock &clock, const ServerInfo &server,
                               const Secret &token, QObject *parent)
    : QObject(parent),
      m_transport(transport),
      m_clock(clock),
      m_server(server),
      m_token(token)
{ }

Task<HttpExchange> MastodonClient::get(const QString &path, const QString &query)
{
    return send(apiRequest(m_server.base, HttpRequest::Method::Get, path, query));
}

Task<HttpExchange> MastodonClient::postOnce(const QString &path, const QJsonObject &body,
                                            const QString &idempotencyKey)
{
    HttpRequest request = apiRequest(m_server.base, HttpRequest::Method::Post, path);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.contentType = QByteArrayLiteral("application/json");
    request.onceOnly = true;
    if (!idempotencyKey.isEmpty())
        request.headers.append({QByteArrayLiteral("Idempotency-Key"), idempotencyKey.toUtf8()});
    return send(std::move(request));
}

Task<HttpExchange> MastodonClient::post(const QString &path)
{
    return send(apiRequest(m_server.base, HttpRequest::Method::Post, path));
}

Task<HttpExchange> MastodonClient::remove(const QString &path)
{
    return send(apiRequest(m_server.base, HttpRequest::Method::Delete, path));
}

qint64 MastodonClient::nowMs() const
{
    return m_clock.nowMs();
}

Task<HttpExchange> MastodonClient::send(HttpRequest request)
{
    request.bearer = m_token;
    return m_transport.send(request);
}

} // namespace Petrel
