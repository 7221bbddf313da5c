// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/directtransport.h"

#include "base/clock.h"
#include "support/fakemastodon/addresses.h"
#include "support/fakemastodon/fakemastodon.h"

#include <QDateTime>
#include <QLocale>
#include <QPointer>

#include <algorithm>

namespace Petrel::Fake {

struct DirectTransport::Flight {
    quint64 id = 0;
    HttpRequest request;
    Promise<HttpExchange> promise;
    qint64 startedAtMs = 0;
    qint64 startedMono = 0;
    std::unique_ptr<Alarm> timeout;
    std::unique_ptr<Alarm> answer;
};

namespace {

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

WireRequest onTheWire(const HttpRequest &request)
{
    WireRequest wire;
    wire.method = methodName(request.method);
    wire.setTarget(request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment));
    wire.headers.emplaceBack("host", hostOf(request.url).toLatin1());
    for (const auto &[name, value] : request.headers)
        wire.headers.emplaceBack(name.toLower(), value);
    if (wire.header("user-agent").isEmpty())
        wire.headers.emplaceBack("user-agent", "Petrel");
    if (!request.contentType.isEmpty())
        wire.headers.emplaceBack("content-type", request.contentType);
    if (!request.bearer.isEmpty())
        wire.headers.emplaceBack("authorization", "Bearer " + request.bearer.reveal());
    wire.body = request.body;
    return wire;
}

HttpResponse offTheWire(const WireResponse &wire)
{
    HttpResponse response;
    response.status = wire.status;
    response.contentType = wire.header("Content-Type").split(';').first().trimmed().toLower();
    response.body = wire.body;
    for (const auto &[name, value] : wire.headers)
        response.headers.emplaceBack(name.toLower(), value);
    const QString date = QString::fromLatin1(wire.header("Date"));
    if (!date.isEmpty()) {
        QDateTime time = QLocale::c().toDateTime(date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        time.setTimeSpec(Qt::UTC);
        response.serverDateMs = time.toMSecsSinceEpoch();
    }
    return response;
}

HttpExchange faulty(HttpFault fault, bool provedUnsent = false)
{
    HttpExchange exchange;
    exchange.fault = fault;
    exchange.provedUnsent = provedUnsent;
    return exchange;
}

} // namespace

DirectTransport::DirectTransport(Clock &clock, HttpObserver *observer, QObject *parent)
    : HttpTransport(parent),
      m_clock(clock),
      m_observer(observer)
{ }

DirectTransport::~DirectTransport() = default;

void DirectTransport::addServer(FakeMastodon &server)
{
    m_servers.insert(hostOf(server.base()), &server);
}

DirectTransport::Flight *DirectTransport::flight(quint64 id)
{
    const auto it =
        std::find_if(m_flights.begin(), m_flights.end(), [&](const auto &f) { return f->id == id; });
    return it == m_flights.end() ? nullptr : it->get();
}

void DirectTransport::post(std::function<void()> call)
{
    ++m_posted;
    m_mailbox.post([this, call = std::move(call)] {
        --m_posted;
        if (!m_killed)
            call();
    });
}

bool DirectTransport::tell(TransportEvent event, const HttpRequest &request)
{
    ++m_events;
    if (onEvent)
        onEvent(event, m_events, request);
    return !m_killed;
}

Task<HttpExchange> DirectTransport::send(const HttpRequest &request)
{
    Q_ASSERT_X(!request.onceOnly || !request.body.isEmpty(), "DirectTransport::send",
               "a request that must leave once has a body");
    ++m_sent;
    m_flights.push_back(std::make_unique<Flight>());
    Flight &flight = *m_flights.back();
    flight.id = m_nextId++;
    flight.request = request;
    flight.startedAtMs = m_clock.nowMs();
    flight.startedMono = m_clock.monotonicMs();
    if (!m_killed)
        post([this, id = flight.id] { leave(id); });
    return flight.promise.task();
}

void DirectTransport::leave(quint64 id)
{
    Flight *flight = this->flight(id);
    const HttpRequest request = flight->request;
    FakeMastodon *server = m_servers.value(hostOf(request.url));
    if (!m_network)
        return deliver(id, faulty(HttpFault::NoNetworkHere, true));
    if (!server)
        return deliver(id, faulty(HttpFault::NameNotResolved, true));
    if (server->isDown())
        return deliver(id, faulty(HttpFault::Refused, true));
    if (!tell(TransportEvent::BytesOut, request))
        return;
    flight->timeout = m_clock.alarm(request.timeoutMs, [this, id] {
        if (!m_killed)
            deliver(id, faulty(HttpFault::TimedOut));
    });
    const QString host = hostOf(request.url);
    if (!request.bearer.isEmpty() && !m_tokenHosts.contains(host)) {
        m_tokenHosts.append(host);
        m_tokenHosts.sort();
    }
    const Reply reply = server->receive(onTheWire(request));
    if (!tell(TransportEvent::Committed, request))
        return;
    HttpExchange exchange;
    switch (reply.kind) {
    case Reply::Kind::Refused:
        return arrive(id, faulty(HttpFault::Refused, true), 0);
    case Reply::Kind::Silence:
        return;
    case Reply::Kind::Dropped:
    case Reply::Kind::Cut:
        return arrive(id, faulty(HttpFault::ConnectionLost), 0);
    case Reply::Kind::Answer:
        if (reply.response.body.size() > request.maxBytes)
            return arrive(id, faulty(HttpFault::AnswerTooLarge), 0);
        exchange.response = offTheWire(reply.response);
        return arrive(id, exchange, reply.delayMs);
    }
}

void DirectTransport::arrive(quint64 id, HttpExchange exchange, qint64 delayMs)
{
    if (delayMs <= 0)
        return post([this, id, exchange] { deliver(id, exchange); });
    flight(id)->answer = m_clock.alarm(delayMs, [this, id, exchange] {
        if (!m_killed)
            deliver(id, exchange);
    });
}

void DirectTransport::deliver(quint64 id, HttpExchange exchange)
{
    const auto it =
        std::find_if(m_flights.begin(), m_flights.end(), [&](const auto &f) { return f->id == id; });
    if (it == m_flights.end())
        return;
    if (!tell(TransportEvent::AnswerIn, (*it)->request))
        return;
    const std::unique_ptr<Flight> flight = std::move(*it);
    m_flights.erase(it);
    exchange.host = hostOf(flight->request.url);
    exchange.startedAtMs = flight->startedAtMs;
    exchange.tookMs = m_clock.monotonicMs() - flight->startedMono;
    const QPointer<DirectTransport> self(this);
    if (m_observer)
        m_observer->exchanged(exchange);
    if (self && m_killed)
        return;
    flight->promise.finish(exchange);
}

} // namespace Petrel::Fake
