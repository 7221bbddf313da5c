// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/console.h"
#include "command/socketframes.h"

#include <QObject>
#include <QQueue>

#include <functional>
#include <memory>
#include <optional>

class QLocalSocket;

namespace Petrel {

class Command;
class Engine;

//! A terminal at the far end of a socket.
class RemoteConsole : public Console {
    Q_OBJECT
public:
    explicit RemoteConsole(QLocalSocket &socket);
    void out(const QString &text) override;
    void err(const QString &text) override;
    Task<QString> ask(const QString &prompt) override;
    void openBrowser(const QUrl &url) override;
    void send(const QJsonObject &message);
    //! The answer to ask(); nothing = the input has ended.
    void answer(const std::optional<QString> &line);

private:
    QLocalSocket &m_socket;
    std::optional<Promise<QString>> m_asked;
};

//! One process that hands in commands. Deletes itself when the connection ends; a command that still waits
//! then is given up, what it wrote down stays.
class CommandPeer : public QObject {
    Q_OBJECT
public:
    //! Takes the socket over. `raise` shows the holder's window; empty where it has none.
    CommandPeer(Engine &engine, QLocalSocket *socket, std::function<void()> raise, QObject *parent);
    ~CommandPeer() override;
    //! Ends the connection as soon as no command is under way.
    void finishUp();

private:
    void read();
    void take(const QJsonObject &message);
    void beginNext();
    void begin(const QJsonObject &message);
    void raise();
    void ended(int exitCode);
    [[nodiscard]] QString otherCredentials(const QString &asked) const;

    Engine &m_engine;
    QLocalSocket *m_socket;
    std::function<void()> m_raise;
    RemoteConsole m_console;
    FrameReader m_reader;
    QQueue<QJsonObject> m_waiting;
    std::unique_ptr<Command> m_command;
    bool m_closing = false;
};

} // namespace Petrel
