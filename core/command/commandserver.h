// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "command/socketpath.h"

#include <QLocalServer>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Petrel {

class CommandPeer;
class Engine;

//! The holder's end of the profile's socket: carries out what other processes hand in, with the same code as
//! for its own terminal. Commands of one connection run one after another, connections at the same time.
class CommandServer : public QObject {
    Q_OBJECT
public:
    //! The caller holds the profile's lock: a socket lying about there is a dead one's and is taken away.
    CommandServer(Engine &engine, const QString &profileDirectory, QObject *parent = nullptr);
    ~CommandServer() override;
    //! Whoever starts the program again asks for its window: what shows it.
    void setRaise(std::function<void()> raise) { m_raise = std::move(raise); }
    Result<Unit> listen();
    //! Takes in nothing more; ends when every command begun is over.
    Task<Unit> drain();

private:
    void connected();
    void left();

    Engine &m_engine;
    SocketPath m_path;
    QLocalServer m_server;
    std::function<void()> m_raise;
    int m_peers = 0;
    bool m_draining = false;
    std::optional<Promise<Unit>> m_drained;
};

} // namespace Petrel
