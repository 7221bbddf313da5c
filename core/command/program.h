// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/invocation.h"
#include "command/terminal.h"
#include "outbox/processoroptions.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace Petrel {

class Alarm;
class Clock;
class Command;
class CommandClient;
class CommandServer;
class Engine;
class ProfileLock;

//! petrelctl from its arguments to its exit code. Whoever gets the profile's lock carries out its command and
//! serves others meanwhile; everybody else hands the command to that process, and tries for the lock again
//! when it goes away.
class Program : public QObject {
    Q_OBJECT
public:
    //! `arguments` without the program's name. Another `processing` is for test programs only.
    explicit Program(const QStringList &arguments, const ProcessorOptions &processing = {});
    ~Program() override;
    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void end(int exitCode);
    void refuse(const Error &error, int exitCode);
    void understood();
    [[nodiscard]] QString profileDirectory() const;
    void attempt();
    void attemptSoon();
    void handOver();
    void hold(std::shared_ptr<ProfileLock> lock);
    void started(const Result<Unit> &result);
    void commandEnded(int exitCode);
    void release();

    QStringList m_arguments;
    ProcessorOptions m_processing;
    Terminal m_terminal;
    Invocation m_invocation;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Alarm> m_alarm;
    qint64 m_waitingSince = 0;
    int m_exit = 0;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<CommandServer> m_server;
    std::unique_ptr<Command> m_command;
    CommandClient *m_client = nullptr;
};

} // namespace Petrel
