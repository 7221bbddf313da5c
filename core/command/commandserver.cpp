// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/commandserver.h"

#include "command/commandpeer.h"

#include <QLocalSocket>

namespace Petrel {

CommandServer::CommandServer(Engine &engine, const QString &profileDirectory, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_path(profileDirectory)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &CommandServer::connected);
}

CommandServer::~CommandServer() = default;

Result<Unit> CommandServer::listen()
{
    QLocalServer::removeServer(m_path.path());
    if (m_server.listen(m_path.path()))
        return Unit{};
    return Error{
        ErrorKind::Storage, {}, QStringLiteral("the profile's socket: ") + m_server.errorString(), {}};
}

void CommandServer::connected()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        auto *peer = new CommandPeer(m_engine, socket, m_raise, this);
        ++m_peers;
        connect(peer, &QObject::destroyed, this, &CommandServer::left);
    }
}

Task<Unit> CommandServer::drain()
{
    m_drained.emplace();
    auto task = m_drained->task();
    // Whoever has connected but is not served yet sees the end of the connection and tries again.
    m_server.close();
    m_draining = true;
    for (CommandPeer *peer : findChildren<CommandPeer *>(QString(), Qt::FindDirectChildrenOnly))
        peer->finishUp();
    if (m_peers == 0)
        m_drained->finish(Unit{});
    return task;
}

void CommandServer::left()
{
    --m_peers;
    if (m_draining && m_peers == 0)
        m_drained->finish(Unit{});
}

} // namespace Petrel
