// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/wireserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

#include <sys/socket.h>

namespace Petrel {

namespace {

class DescriptorServer : public QTcpServer {
public:
    std::function<void(qintptr)> accepted;

protected:
    void incomingConnection(qintptr descriptor) override { accepted(descriptor); }
};

QByteArray testData(const QString &name)
{
    QFile file(QStringLiteral(PETREL_TEST_DATA "/tls/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing test data %s", qPrintable(file.fileName()));
    return file.readAll();
}

} // namespace

QByteArray WireRequest::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

WireConnection::WireConnection(QSslSocket *socket, int number, QObject *parent)
    : QObject(parent),
      m_socket(socket),
      m_number(number)
{
    socket->setParent(this);
    connect(socket, &QSslSocket::bytesWritten, this, [this] {
        if (m_socket->bytesToWrite() == 0)
            Q_EMIT drained();
    });
}

void WireConnection::write(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

void WireConnection::close()
{
    m_deaf = true;
    m_socket->flush();
    m_socket->disconnectFromHost();
}

void WireConnection::reset()
{
    m_deaf = true;
    m_socket->flush();
    const linger atOnce{1, 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    m_socket->abort();
}

WireServer::WireServer(Transport transport, const QHostAddress &address)
    : m_transport(transport)
{
    auto *server = new DescriptorServer;
    server->setParent(this);
    server->accepted = [this](qintptr descriptor) { accept(descriptor); };
    m_server = server;
    if (!m_server->listen(address))
        qFatal("cannot listen: %s", qPrintable(m_server->errorString()));
}

WireServer::~WireServer()
{
    for (auto *connection : std::as_const(m_open)) {
        connection->m_socket->disconnect();
        connection->m_socket->abort();
    }
}

QUrl WireServer::url(const QString &path, const QString &host) const
{
    QUrl url;
    url.setScheme(m_transport == Transport::Tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(host);
    url.setPort(port());
    url.setPath(path);
    return url;
}

quint16 WireServer::port() const
{
    return m_server->serverPort();
}

void WireServer::stopListening()
{
    m_server->close();
}

void WireServer::closeConnections()
{
    const auto open = m_open;
    for (auto *connection : open)
        connection->close();
}

int WireServer::count(const QByteArray &method) const
{
    int count = 0;
    for (const auto &request : m_requests)
        count += request.method == method;
    return count;
}

QByteArray WireServer::certificate()
{
    return testData(QStringLiteral("server.crt.pem"));
}

QByteArray WireServer::answer(int status, const QByteArray &body, const QByteArray &contentType,
                              const QByteArray &moreHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Words\r\nContent-Type: " + contentType
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body;
}

void WireServer::accept(qintptr descriptor)
{
    auto *socket = new QSslSocket;
    socket->setSocketDescriptor(descriptor);
    auto *connection = new WireConnection(socket, ++m_accepted, this);
    m_open.append(connection);
    connect(socket, &QSslSocket::readyRead, connection, [this, connection] { read(connection); });
    connect(socket, &QSslSocket::disconnected, connection, [this, connection] {
        m_open.removeOne(connection);
        Q_EMIT connection->gone();
        connection->deleteLater();
    });
    if (onAccepted)
        onAccepted(*connection);
    if (connection->m_deaf || m_transport == Transport::Plain)
        return;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(certificate()));
    configuration.setPrivateKey(QSslKey(testData(QStringLiteral("server.key.pem")), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->setSslConfiguration(configuration);
    socket->startServerEncryption();
}

void WireServer::read(WireConnection *connection)
{
    connection->m_received += connection->m_socket->readAll();
    while (!connection->m_deaf) {
        if (connection->m_current < 0) {
            const auto end = connection->m_received.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const auto lines = connection->m_received.left(end).split('\n');
            connection->m_received.remove(0, end + 4);
            WireRequest request;
            request.connection = connection->number();
            const auto words = lines.first().trimmed().split(' ');
            request.method = words.value(0);
            request.target = words.value(1);
            for (const auto &line : lines.mid(1)) {
                const auto colon = line.indexOf(':');
                request.headers.append({line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
            }
            connection->m_current = int(m_requests.size());
            m_requests.append(request);
            if (onHead)
                onHead(*connection, request);
            continue;
        }
        WireRequest &request = m_requests[connection->m_current];
        const auto missing = request.header("content-length").toLongLong() - request.body.size();
        const QByteArray part = connection->m_received.left(missing);
        request.body += part;
        connection->m_received.remove(0, part.size());
        if (part.size() < missing)
            return;
        request.whole = true;
        connection->m_current = -1;
        if (onRequest)
            onRequest(*connection, WireRequest(request));
        else
            return;
    }
}

} // namespace Petrel
