// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "browsertransport.h"

#include <QNetworkReply>

namespace Petrel {

namespace {

HttpExchange exchangeOf(const QNetworkReply &reply, const QByteArray &body)
{
    HttpExchange exchange;
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid()) {
        exchange.fault = HttpFault::ConnectionLost;
        exchange.detail = reply.errorString();
        return exchange;
    }
    HttpResponse response;
    response.status = status.toInt();
    response.body = body;
    for (const auto &[name, value] : reply.rawHeaderPairs())
        response.headers.append({name.toLower(), value});
    exchange.response = response;
    return exchange;
}

} // namespace

Task<HttpExchange> BrowserTransport::send(const HttpRequest &request)
{
    QNetworkRequest sent(request.url);
    sent.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    sent.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    sent.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    for (const auto &[name, value] : request.headers)
        sent.setRawHeader(name, value);
    const bool posts = request.method == HttpRequest::Method::Post;
    if (posts)
        sent.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    QNetworkReply *reply = posts ? m_network.post(sent, request.body) : m_network.get(sent);
    Promise<HttpExchange> promise;
    auto task = promise.task();
    connect(reply, &QNetworkReply::finished, this, [reply, promise] {
        promise.finish(exchangeOf(*reply, reply->readAll()));
        reply->deleteLater();
    });
    return task;
}

} // namespace Petrel
