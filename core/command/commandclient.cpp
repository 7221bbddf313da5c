// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/commandclient.h"

#include <QJsonArray>

namespace Petrel {

CommandClient::CommandClient(const QString &profileDirectory, Console &console, QObject *parent)
    : QObject(parent),
      m_path(profileDirectory),
      m_console(console)
{
    connect(&m_socket, &QLocalSocket::connected, this, [this] { send(m_request); });
    connect(&m_socket, &QLocalSocket::readyRead, this, &CommandClient::read);
    connect(&m_socket, &QLocalSocket::disconnected, this, &CommandClient::giveUp);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &CommandClient::giveUp);
}

void CommandClient::run(const Request &request)
{
    m_request = {{QStringLiteral("argv"), QJsonArray::fromStringList(request.arguments)},
                 {QStringLiteral("stdin"), request.stdinText},
                 {QStringLiteral("token"), request.token},
                 {QStringLiteral("credentials"), request.credentialsFile}};
    m_socket.connectToServer(m_path.path());
}

void CommandClient::raise()
{
    m_request = {{QStringLiteral("raise"), true}};
    m_socket.connectToServer(m_path.path());
}

void CommandClient::send(const QJsonObject &message)
{
    m_socket.write(SocketFrames::encode(message));
}

void CommandClient::read()
{
    if (m_socket.isOpen())
        m_reader.feed(m_socket.readAll());
    while (auto message = m_reader.next())
        take(*message);
    if (m_reader.broken())
        m_socket.abort();
}

void CommandClient::take(const QJsonObject &message)
{
    if (m_over)
        return;
    if (message.contains(QStringLiteral("out"))) {
        m_out += message.value(QStringLiteral("out")).toString();
    } else if (message.contains(QStringLiteral("err"))) {
        m_console.err(message.value(QStringLiteral("err")).toString());
    } else if (message.contains(QStringLiteral("open"))) {
        m_console.openBrowser(QUrl(message.value(QStringLiteral("open")).toString(), QUrl::StrictMode));
    } else if (message.contains(QStringLiteral("ask"))) {
        m_console.ask(message.value(QStringLiteral("ask")).toString())
            .finally(this, [this](const Result<QString> &line) {
                send({{QStringLiteral("line"), line.ok() ? QJsonValue(line.value()) : QJsonValue()}});
            });
    } else if (message.contains(QStringLiteral("exit"))) {
        m_over = true;
        m_console.out(m_out);
        Q_EMIT finished(message.value(QStringLiteral("exit")).toInt(1));
    }
}

void CommandClient::giveUp()
{
    // What has arrived may hold the end already.
    read();
    if (m_over)
        return;
    m_over = true;
    Q_EMIT lost();
}

} // namespace Petrel
