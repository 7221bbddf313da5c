// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/answerparser.h"
#include "net/inflight.h"

#include <QAbstractSocket>
#include <QHostAddress>
#include <QList>
#include <QSslConfiguration>

class QHostInfo;
class QSslSocket;

namespace Petrel {

//! Sends one request over one connection made for it, and never a second time: there is no code here that
//! could. Several addresses of a host may be tried, but only until the first connection stands; nothing is
//! written before that one is chosen (and encrypted). From the first byte written on, nothing is proved
//! unsent.
class OnceSender : public InFlight {
    Q_OBJECT
public:
    OnceSender(Clock &clock, const QSslConfiguration &tls, HttpRequest request, Done done, QObject *parent);
    ~OnceSender() override;
    void start() override;

protected:
    void stop() override;
    bool provedUnsent() const override { return !m_written; }

private:
    void found(const QHostInfo &info);
    void tryNext();
    void connectTo(const QString &host, const QNetworkProxy &proxy);
    void connected(QSslSocket *socket);
    void writeRequest();
    void read();
    void conclude();
    void socketFailed(QSslSocket *socket, QAbstractSocket::SocketError error);
    void drop(QSslSocket *socket);
    [[nodiscard]] HttpFault faultOf(QAbstractSocket::SocketError error) const;

    QSslConfiguration m_tls;
    AnswerParser m_parser;
    QList<QHostAddress> m_addresses; //!< not tried yet
    QList<QSslSocket *> m_candidates; //!< connecting; emptied when one is chosen
    QSslSocket *m_socket = nullptr; //!< the chosen one
    std::unique_ptr<Alarm> m_nextAddress;
    bool m_written = false;
};

} // namespace Petrel
