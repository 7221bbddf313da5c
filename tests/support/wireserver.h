// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QUrl>
#include <QVector>

#include <functional>
#include <utility>

class QSslSocket;
class QTcpServer;

namespace Petrel {

//! A request as it arrived on the wire; `whole` once its body is complete.
struct WireRequest {
    int connection = 0;
    QByteArray method;
    QByteArray target;
    QVector<std::pair<QByteArray, QByteArray>> headers; //!< names in lower case
    QByteArray body;
    bool whole = false;
    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
};

//! The server's end of one connection, in the hands of a test.
class WireConnection : public QObject {
    Q_OBJECT
public:
    WireConnection(QSslSocket *socket, int number, QObject *parent);
    [[nodiscard]] int number() const { return m_number; }
    void write(const QByteArray &bytes);
    //! Ends the stream in order, after what was written.
    void close();
    //! Cuts it with a reset.
    void reset();

Q_SIGNALS:
    void gone();
    //! All that was written has been handed to the network.
    void drained();

private:
    friend class WireServer;
    QSslSocket *m_socket;
    int m_number;
    QByteArray m_received;
    int m_current = -1; //!< index of the request being received, or -1
    bool m_deaf = false;
};

//! Counts and keeps every request that reaches a listening socket, plain or TLS, and answers as the test
//! scripts it: byte for byte, or by closing at any point. Knows nothing of what is right.
class WireServer : public QObject {
    Q_OBJECT
public:
    enum class Transport { Plain, Tls };
    explicit WireServer(Transport transport, const QHostAddress &address = QHostAddress::LocalHost);
    ~WireServer() override;

    [[nodiscard]] QUrl url(const QString &path, const QString &host = QStringLiteral("127.0.0.1")) const;
    [[nodiscard]] quint16 port() const;
    //! Refuses connections from now on.
    void stopListening();
    //! Closes the connections that are open.
    void closeConnections();

    //! A connection was accepted, nothing read nor encrypted yet.
    std::function<void(WireConnection &)> onAccepted;
    //! The head of a request arrived; its body perhaps not.
    std::function<void(WireConnection &, const WireRequest &)> onHead;
    //! A whole request arrived.
    std::function<void(WireConnection &, const WireRequest &)> onRequest;

    //! Every request whose head arrived, in order.
    [[nodiscard]] const QVector<WireRequest> &requests() const { return m_requests; }
    [[nodiscard]] int count(const QByteArray &method) const;
    [[nodiscard]] int accepted() const { return m_accepted; }
    [[nodiscard]] int open() const { return int(m_open.size()); }

    [[nodiscard]] static QByteArray certificate();
    //! A complete answer with Content-Length.
    [[nodiscard]] static QByteArray answer(int status, const QByteArray &body,
                                           const QByteArray &contentType = "application/json",
                                           const QByteArray &moreHeaders = {});

private:
    void accept(qintptr descriptor);
    void read(WireConnection *connection);

    Transport m_transport;
    QTcpServer *m_server;
    QVector<WireRequest> m_requests;
    QVector<WireConnection *> m_open;
    int m_accepted = 0;
};

} // namespace Petrel
