// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/oncesender.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QSslSocket>

#include <algorithm>

namespace Petrel {

namespace {

// RFC 8305: a second address is tried beside a silent first one after this.
constexpr qint64 staggerMs = 250;
constexpr qsizetype mostAddresses = 6;

//! The resolver's order, but with the two families taking turns.
QList<QHostAddress> takingTurns(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> first;
    QList<QHostAddress> second;
    for (const auto &address : addresses)
        (address.protocol() == addresses.constFirst().protocol() ? first : second).append(address);
    QList<QHostAddress> turns;
    while (!first.isEmpty() || !second.isEmpty()) {
        if (!first.isEmpty())
            turns.append(first.takeFirst());
        if (!second.isEmpty())
            turns.append(second.takeFirst());
    }
    return turns.mid(0, mostAddresses);
}

bool canCarry(const QNetworkProxy &proxy)
{
    return proxy.type() == QNetworkProxy::NoProxy
        || proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
}

//! Addresses that need no look-up; "localhost" is this computer whatever a resolver says (RFC 6761, 6.3), since
//! plain http is spoken to it.
QList<QHostAddress> knownAddresses(const QString &host)
{
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)};
    const QHostAddress literal(host);
    return literal.isNull() ? QList<QHostAddress>() : QList<QHostAddress>{literal};
}

} // namespace

OnceSender::OnceSender(Clock &clock, const QSslConfiguration &tls, HttpRequest request, Done done,
                       QObject *parent)
    : InFlight(clock, std::move(request), std::move(done), parent),
      m_tls(tls),
      m_parser(m_request.maxBytes)
{ }

OnceSender::~OnceSender()
{
    stop();
}

void OnceSender::start()
{
    const QString host = m_request.url.host(QUrl::FullyEncoded);
    const auto proxies = proxiesFor(m_request.url);
    const auto proxy = std::find_if(proxies.begin(), proxies.end(), canCarry);
    if (proxy != proxies.end() && proxy->type() != QNetworkProxy::NoProxy) {
        connectTo(host, *proxy);
        return;
    }
    m_addresses = knownAddresses(host);
    if (!m_addresses.isEmpty()) {
        tryNext();
        return;
    }
    QHostInfo::lookupHost(host, this, [this](const QHostInfo &info) { found(info); });
}

void OnceSender::found(const QHostInfo &info)
{
    if (ended())
        return;
    progressed();
    if (info.addresses().isEmpty()) {
        failed(unlessOffline(HttpFault::NameNotResolved, m_request.url), info.errorString(), true);
        return;
    }
    m_addresses = takingTurns(info.addresses());
    tryNext();
}

void OnceSender::tryNext()
{
    m_nextAddress.reset();
    if (m_addresses.isEmpty() || m_socket || ended())
        return;
    const QString address = m_addresses.takeFirst().toString();
    if (!m_addresses.isEmpty())
        m_nextAddress = m_clock.alarm(staggerMs, [this] { tryNext(); });
    connectTo(address, QNetworkProxy::NoProxy);
}

void OnceSender::connectTo(const QString &host, const QNetworkProxy &proxy)
{
    auto *socket = new QSslSocket(this);
    m_candidates.append(socket);
    socket->setProxy(proxy);
    socket->setSslConfiguration(m_tls);
    socket->setPeerVerifyName(m_request.url.host(QUrl::FullyEncoded));
    connect(socket, &QSslSocket::connected, this, [this, socket] { connected(socket); });
    connect(socket, &QSslSocket::errorOccurred, this,
            [this, socket](QAbstractSocket::SocketError error) { socketFailed(socket, error); });
    socket->connectToHost(
        host, quint16(m_request.url.port(m_request.url.scheme() == QLatin1String("https") ? 443 : 80)));
}

void OnceSender::connected(QSslSocket *socket)
{
    if (m_socket || ended())
        return;
    m_nextAddress.reset();
    m_addresses.clear();
    m_socket = socket;
    m_candidates.removeOne(socket);
    const auto losers = std::exchange(m_candidates, {});
    for (auto *loser : losers)
        drop(loser);
    progressed();
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QSslSocket::bytesWritten, this, [this] { progressed(); });
    connect(socket, &QSslSocket::encryptedBytesWritten, this, [this] { progressed(); });
    connect(socket, &QSslSocket::readyRead, this, [this] { read(); });
    if (m_request.url.scheme() == QLatin1String("https")) {
        connect(socket, &QSslSocket::encrypted, this, [this] { writeRequest(); });
        socket->startClientEncryption();
    } else {
        writeRequest();
    }
}

void OnceSender::writeRequest()
{
    // A second handshake on one connection must not write a second request.
    if (m_written || ended())
        return;
    m_written = true;
    progressed();
    QByteArray target = m_request.url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (m_request.url.hasQuery())
        target += '?' + m_request.url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray bytes = methodName(m_request.method) + ' ' + target
        + " HTTP/1.1\r\nHost: " + hostKey(m_request.url).toLatin1()
        + "\r\nContent-Length: " + QByteArray::number(m_request.body.size())
        + "\r\nConnection: close\r\nAccept-Encoding: identity\r\n";
    const auto headers = requestHeaders(m_request);
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    m_socket->write(bytes + "\r\n" + m_request.body);
}

void OnceSender::read()
{
    if (ended())
        return;
    progressed();
    m_parser.feed(m_socket->readAll());
    conclude();
}

void OnceSender::conclude()
{
    switch (m_parser.state()) {
    case AnswerParser::State::Incomplete:
        return;
    case AnswerParser::State::Complete:
        answered(m_parser.take());
        return;
    case AnswerParser::State::TooLarge:
        failed(HttpFault::AnswerTooLarge, QStringLiteral("answer too large"), provedUnsent());
        return;
    case AnswerParser::State::Broken:
        failed(HttpFault::ConnectionLost,
               m_parser.status() ? QStringLiteral("answer broke off") : QStringLiteral("no answer in HTTP"),
               provedUnsent());
        return;
    }
}

void OnceSender::socketFailed(QSslSocket *socket, QAbstractSocket::SocketError error)
{
    if (ended())
        return;
    if (!m_socket) {
        m_candidates.removeOne(socket);
        const QString why = socket->errorString();
        const HttpFault fault = faultOf(error);
        drop(socket);
        if (!m_addresses.isEmpty())
            tryNext();
        else if (m_candidates.isEmpty())
            failed(fault, why, true);
        return;
    }
    if (!m_written) {
        failed(faultOf(error), socket->errorString(), true);
        return;
    }
    // What came before the end may be a whole answer.
    m_parser.feed(socket->readAll());
    if (error == QAbstractSocket::RemoteHostClosedError)
        m_parser.finish();
    if (m_parser.state() == AnswerParser::State::Incomplete)
        failed(error == QAbstractSocket::SocketTimeoutError ? HttpFault::TimedOut : HttpFault::ConnectionLost,
               socket->errorString(), false);
    else
        conclude();
}

HttpFault OnceSender::faultOf(QAbstractSocket::SocketError error) const
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
    case QAbstractSocket::ProxyNotFoundError:
        return unlessOffline(HttpFault::NameNotResolved, m_request.url);
    case QAbstractSocket::ConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionRefusedError:
        return HttpFault::Refused;
    case QAbstractSocket::SocketTimeoutError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return HttpFault::TimedOut;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return HttpFault::TlsFailed;
    case QAbstractSocket::RemoteHostClosedError:
        return HttpFault::ConnectionLost;
    default:
        // No route to there.
        return unlessOffline(HttpFault::Refused, m_request.url);
    }
}

void OnceSender::drop(QSslSocket *socket)
{
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void OnceSender::stop()
{
    m_nextAddress.reset();
    const auto candidates = std::exchange(m_candidates, {});
    for (auto *candidate : candidates)
        drop(candidate);
    if (auto *socket = std::exchange(m_socket, nullptr))
        drop(socket);
}

} // namespace Petrel
