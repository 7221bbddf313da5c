// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/httpfront.h"

#include "base/clock.h"
#include "support/fakemastodon/requestparser.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpSocket>

#include <sys/socket.h>

namespace Petrel::Fake {

namespace {

QByteArray headOf(const WireResponse &response)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + " Status\r\n";
    for (const auto &[name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    return head + "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n\r\n";
}

} // namespace

//! One accepted connection; lives as long as its socket.
class HttpConnection : public QObject {
public:
    HttpConnection(HttpFront &front, QTcpSocket *socket)
        : QObject(&front),
          m_front(front),
          m_socket(socket)
    {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    }

    // With no lingering, closing sends RST: what a crashed server or a cut line looks like.
    void reset()
    {
        const linger none{1, 0};
        setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
        m_socket->abort();
        deleteLater();
    }

private:
    void read()
    {
        m_parser.feed(m_socket->readAll());
        while (!m_busy && m_socket->isOpen()) {
            switch (m_parser.next()) {
            case RequestParser::State::NeedsMore:
                return;
            case RequestParser::State::Begun:
                ++m_front.m_begun;
                if (m_parser.wantsContinue())
                    m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
                break;
            case RequestParser::State::Ready:
                play(m_front.m_handler(m_parser.request()));
                break;
            case RequestParser::State::Chunked:
                if (!m_front.closesConnections)
                    m_socket->write("HTTP/1.1 411 Status\r\nContent-Length: 0\r\n\r\n");
                return m_socket->disconnectFromHost();
            case RequestParser::State::Malformed:
                m_socket->write("HTTP/1.1 400 Status\r\nContent-Length: 0\r\n\r\n");
                return m_socket->disconnectFromHost();
            }
        }
    }

    void play(const Reply &reply)
    {
        switch (reply.kind) {
        case Reply::Kind::Answer:
            if (reply.delayMs <= 0)
                return send(reply.response);
            m_busy = true;
            m_alarm = m_front.m_clock.alarm(reply.delayMs, [this, response = reply.response] {
                m_busy = false;
                send(response);
                read();
            });
            return;
        case Reply::Kind::Silence:
            m_busy = true;
            return;
        case Reply::Kind::Refused:
        case Reply::Kind::Dropped:
            m_busy = true;
            return reset();
        case Reply::Kind::Cut:
            m_busy = true;
            m_socket->write(headOf(reply.response)
                            + reply.response.body.left(reply.response.body.size() / 2));
            return m_socket->disconnectFromHost();
        }
    }

    void send(const WireResponse &response)
    {
        m_socket->write(headOf(response) + response.body);
        if (m_front.closesConnections || m_parser.request().header("connection").toLower() == "close")
            m_socket->disconnectFromHost();
    }

    HttpFront &m_front;
    QTcpSocket *m_socket;
    RequestParser m_parser;
    bool m_busy = false;
    std::unique_ptr<Alarm> m_alarm;
};

HttpFront::HttpFront(Handler handler, Clock &clock, QObject *parent)
    : QTcpServer(parent),
      m_handler(std::move(handler)),
      m_clock(clock)
{ }

bool HttpFront::open(quint16 port)
{
    if (!listen(QHostAddress::LocalHost, port))
        return false;
    m_port = serverPort();
    return true;
}

void HttpFront::shut()
{
    close();
    const auto connections = findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : connections) {
        if (auto *connection = dynamic_cast<HttpConnection *>(socket->parent()))
            connection->reset();
    }
}

void HttpFront::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    if (certificate.isEmpty()) {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        new HttpConnection(*this, socket);
        return;
    }
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    socket->setLocalCertificate(QSslCertificate(certificate, QSsl::Pem));
    socket->setPrivateKey(QSslKey(privateKey, QSsl::Rsa, QSsl::Pem));
    socket->startServerEncryption();
    new HttpConnection(*this, socket);
}

} // namespace Petrel::Fake
