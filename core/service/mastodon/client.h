// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "net/httpclient.h"
#include "service/mastodon/serverinfo.h"

#include <QJsonObject>

namespace Petrel {

//! Builds a request to a path below a server's base; `path` and `query` are already encoded.
[[nodiscard]] HttpRequest apiRequest(const QUrl &base, HttpRequest::Method method, const QString &path,
                                     const QString &query = {});
//! A form body, every name and value encoded. The request leaves exactly once.
void setForm(HttpRequest &request, const QVector<std::pair<QByteArray, QByteArray>> &fields);
//! A reference as one segment of a path.
[[nodiscard]] QString pathSegment(const RemoteRef &ref);

//! One account's requests; the only place that sends with its token. Also the context of all tasks of its
//! service: when it is gone nothing is called any more.
class MastodonClient : public QObject {
    Q_OBJECT
public:
    MastodonClient(HttpTransport &transport, Clock &clock, const ServerInfo &server, const Secret &token,
                   QObject *parent = nullptr);

    Task<HttpExchange> get(const QString &path, const QString &query = {});
    //! A change that must not happen twice: leaves exactly once.
    Task<HttpExchange> postOnce(const QString &path, const QJsonObject &body,
                                const QString &idempotencyKey = {});
    //! A change that is harmless to repeat and takes no body.
    Task<HttpExchange> post(const QString &path);
    Task<HttpExchange> remove(const QString &path);

    [[nodiscard]] const ServerInfo &server() const { return m_server; }
    [[nodiscard]] qint64 nowMs() const;

private:
    Task<HttpExchange> send(HttpRequest request);

    HttpTransport &m_transport;
    Clock &m_clock;
    ServerInfo m_server;
    Secret m_token;
};

} // namespace Petrel
