// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/inflight.h"

#include "base/logging.h"

#include <QNetworkInterface>
#include <QNetworkProxy>

#include <algorithm>

namespace Petrel {

namespace {

// A server that drips a byte now and then must not hold its place for ever.
constexpr int patienceTimes = 20;

bool isHeaderSafe(const QByteArray &text)
{
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == 127; });
}

bool isHeaderName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_';
    });
}

//! Headers that only the client itself may write: framing, and whatever could carry a credential past
//! `bearer`.
bool isOurs(const QByteArray &lowerCaseName)
{
    static const QByteArrayList ours{"host",
                                     "connection",
                                     "content-length",
                                     "content-type",
                                     "authorization",
                                     "transfer-encoding",
                                     "cookie",
                                     "proxy-authorization",
                                     "upgrade",
                                     "expect",
                                     "te",
                                     "accept-encoding"};
    return ours.contains(lowerCaseName);
}

} // namespace

InFlight::InFlight(Clock &clock, HttpRequest request, Done done, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_request(std::move(request)),
      m_done(std::move(done)),
      m_startedAtMs(clock.nowMs()),
      m_startedMonotonicMs(clock.monotonicMs()),
      m_lastProgressMs(m_startedMonotonicMs)
{
    m_alarm = m_clock.alarm(m_request.timeoutMs, [this] { tooLate(); });
    if (m_request.wantedBy) {
        connect(m_request.wantedBy, &QObject::destroyed, this,
                [this] { failed(HttpFault::Aborted, QStringLiteral("wanted no longer"), provedUnsent()); });
    }
}

InFlight::~InFlight() = default;

void InFlight::progressed()
{
    // The alarm is not set anew for every packet: it looks at this when it rings.
    m_lastProgressMs = m_clock.monotonicMs();
}

void InFlight::tooLate()
{
    if (m_ended)
        return;
    const qint64 now = m_clock.monotonicMs();
    const qint64 end = std::min(m_lastProgressMs + m_request.timeoutMs,
                                m_startedMonotonicMs + patienceTimes * m_request.timeoutMs);
    if (now < end) {
        m_alarm = m_clock.alarm(end - now, [this] { tooLate(); });
        return;
    }
    failed(HttpFault::TimedOut, QStringLiteral("silent too long"), provedUnsent());
}

void InFlight::answered(HttpResponse response)
{
    HttpExchange exchange;
    exchange.detail = QString::number(response.status);
    exchange.response = std::move(response);
    end(std::move(exchange));
}

void InFlight::failed(HttpFault fault, const QString &why, bool provedUnsent)
{
    HttpExchange exchange;
    exchange.fault = fault;
    exchange.provedUnsent = provedUnsent;
    exchange.detail = why;
    end(std::move(exchange));
}

void InFlight::end(HttpExchange exchange)
{
    if (m_ended)
        return;
    m_ended = true;
    m_alarm.reset();
    stop();
    exchange.host = hostKey(m_request.url);
    exchange.startedAtMs = m_startedAtMs;
    exchange.tookMs = m_clock.monotonicMs() - m_startedMonotonicMs;
    // The path names what was asked; a query may hold what a person typed.
    exchange.detail = QString::fromLatin1(methodName(m_request.method)) + QLatin1Char(' ') + exchange.host
        + m_request.url.path(QUrl::FullyEncoded) + QLatin1String(": ") + exchange.detail;
    qCDebug(logNet).noquote() << exchange.detail;
    // Later, from the event loop: whoever hears of it may destroy the client, and with it the sockets whose
    // signals are still on the stack.
    QMetaObject::invokeMethod(
        this,
        [this, exchange = std::move(exchange)] {
            setParent(nullptr);
            deleteLater();
            const Done done = std::move(m_done);
            done(exchange);
        },
        Qt::QueuedConnection);
}

QString refusal(const HttpRequest &request)
{
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty())
        return QStringLiteral("no address");
    if (scheme != QLatin1String("https") && scheme != QLatin1String("http"))
        return QStringLiteral("scheme not spoken");
    if (scheme == QLatin1String("http") && !isLoopback(request.url.host()))
        return QStringLiteral("plain http to another computer");
    for (const auto &[name, value] : request.headers) {
        if (!isHeaderName(name) || !isHeaderSafe(value) || isOurs(name.toLower()))
            return QStringLiteral("header not allowed: ")
                + QString::fromLatin1(name.left(40).toPercentEncoding());
    }
    if (!isHeaderSafe(request.contentType) || !isHeaderSafe(request.bearer.reveal()))
        return QStringLiteral("control character in a header");
    if (request.onceOnly && request.body.isEmpty())
        return QStringLiteral("a request that goes out once needs a body");
    return {};
}

QVector<std::pair<QByteArray, QByteArray>> requestHeaders(const HttpRequest &request)
{
    QVector<std::pair<QByteArray, QByteArray>> headers{{"User-Agent", "Petrel/" PETREL_VERSION},
                                                       {"Accept", "application/json"}};
    for (const auto &header : request.headers) {
        const auto same = std::find_if(headers.begin(), headers.end(), [&](const auto &existing) {
            return existing.first.compare(header.first, Qt::CaseInsensitive) == 0;
        });
        if (same == headers.end())
            headers.append(header);
        else
            same->second = header.second;
    }
    if (!request.body.isEmpty())
        headers.append(
            {"Content-Type",
             request.contentType.isEmpty() ? QByteArray("application/octet-stream") : request.contentType});
    if (!request.bearer.isEmpty())
        headers.append({"Authorization", "Bearer " + request.bearer.reveal()});
    return headers;
}

QByteArray methodName(HttpRequest::Method method)
{
    switch (method) {
    case HttpRequest::Method::Get:
        return "GET";
    case HttpRequest::Method::Post:
        return "POST";
    case HttpRequest::Method::Put:
        return "PUT";
    case HttpRequest::Method::Patch:
        return "PATCH";
    case HttpRequest::Method::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

QList<QNetworkProxy> proxiesFor(const QUrl &url)
{
    if (isLoopback(url.host()))
        return {QNetworkProxy::NoProxy};
    return QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
}

bool hasNetwork()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface &interface) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || flags.testFlag(QNetworkInterface::IsLoopBack))
            return false;
        const auto entries = interface.addressEntries();
        return std::any_of(entries.begin(), entries.end(),
                           [](const QNetworkAddressEntry &entry) { return !entry.ip().isLinkLocal(); });
    });
}

HttpFault unlessOffline(HttpFault otherwise, const QUrl &url)
{
    return isLoopback(url.host()) || hasNetwork() ? otherwise : HttpFault::NoNetworkHere;
}

} // namespace Petrel
