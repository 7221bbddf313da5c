// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedtransport.h"

#include <QTest>

namespace Petrel {

namespace {

QString methodName(HttpRequest::Method method)
{
    switch (method) {
    case HttpRequest::Method::Get:
        return QStringLiteral("GET");
    case HttpRequest::Method::Post:
        return QStringLiteral("POST");
    case HttpRequest::Method::Put:
        return QStringLiteral("PUT");
    case HttpRequest::Method::Patch:
        return QStringLiteral("PATCH");
    case HttpRequest::Method::Delete:
        return QStringLiteral("DELETE");
    }
    Q_UNREACHABLE();
}

} // namespace

ScriptedTransport::~ScriptedTransport()
{
    if (!isFinished())
        QTest::qFail(complaints().constData(), __FILE__, __LINE__);
}

void ScriptedTransport::answer(Method method, const QString &url, int status, const QByteArray &body,
                               const QByteArray &contentType, const Headers &headers)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.contentType = contentType;
    response.headers = headers;
    response.serverDateMs = m_serverDateMs;
    HttpExchange exchange;
    exchange.response = response;
    m_script.push_back({method, url, exchange});
}

void ScriptedTransport::fault(Method method, const QString &url, HttpFault fault, bool provedUnsent)
{
    HttpExchange exchange;
    exchange.fault = fault;
    exchange.provedUnsent = provedUnsent;
    m_script.push_back({method, url, exchange});
}

void ScriptedTransport::complain(const QString &words)
{
    m_complaints.append(words);
}

void ScriptedTransport::inspect(const HttpRequest &request)
{
    const QByteArray address = request.url.toEncoded();
    if (request.onceOnly && request.body.isEmpty())
        complain(QStringLiteral("once-only request without a body"));
    if (!request.bearer.isEmpty() && address.contains(request.bearer.reveal()))
        complain(QStringLiteral("token in an address"));
    for (const auto &[name, value] : request.headers) {
        if (name.toLower() == "authorization"
            || (!request.bearer.isEmpty() && value.contains(request.bearer.reveal())))
            complain(QStringLiteral("token in a header"));
    }
}

Task<HttpExchange> ScriptedTransport::send(const HttpRequest &request)
{
    m_requests.append(request);
    inspect(request);
    const QString asked =
        methodName(request.method) + QLatin1Char(' ') + QString::fromLatin1(request.url.toEncoded());
    HttpExchange exchange;
    exchange.fault = HttpFault::Aborted;
    if (m_script.empty()) {
        complain(QStringLiteral("unexpected request: ") + asked);
    } else {
        const Line line = m_script.front();
        m_script.pop_front();
        const QString expected = methodName(line.method) + QLatin1Char(' ') + line.url;
        if (expected == asked)
            exchange = line.exchange;
        else
            complain(QStringLiteral("expected %1 but was asked %2").arg(expected, asked));
    }
    exchange.host = hostKey(request.url);
    return Result<HttpExchange>(exchange);
}

QByteArray ScriptedTransport::lastHeader(const QByteArray &name) const
{
    for (const auto &[key, value] : m_requests.last().headers) {
        if (key.toLower() == name.toLower())
            return value;
    }
    return {};
}

QByteArray ScriptedTransport::complaints() const
{
    QStringList all = m_complaints;
    for (const Line &line : m_script)
        all.append(QStringLiteral("never asked: %1 %2").arg(methodName(line.method), line.url));
    return all.join(QStringLiteral("; ")).toUtf8();
}

} // namespace Petrel
