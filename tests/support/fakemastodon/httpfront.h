// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/fakemastodon.h"

#include <QByteArray>
#include <QTcpServer>

#include <functional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Petrel::Fake {

//! HTTP/1.1 on a port of 127.0.0.1: reads requests, asks a handler, plays its reply at socket level.
class HttpFront : public QTcpServer {
public:
    using Handler = std::function<Reply(const WireRequest &request)>;
    HttpFront(Handler handler, Clock &clock, QObject *parent = nullptr);

    //! Like snac: one answer per connection without announcing it, and no chunked bodies.
    bool closesConnections = false;
    //! PEM; both set = TLS.
    QByteArray certificate;
    QByteArray privateKey;

    [[nodiscard]] bool open(quint16 port);
    //! Stops listening and resets every connection; open(port()) goes on.
    void shut();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int requestsBegun() const { return m_begun; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    friend class HttpConnection;

    Handler m_handler;
    Clock &m_clock;
    quint16 m_port = 0;
    int m_connections = 0;
    int m_begun = 0;
};

} // namespace Petrel::Fake
