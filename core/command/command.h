// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "command/exitcode.h"
#include "command/invocation.h"

#include <QJsonObject>
#include <QObject>

namespace Petrel {

class Console;
class Engine;

//! What a command works with; all must outlive it.
struct CommandContext {
    Engine &engine;
    Console &console;
    Invocation invocation;
};

//! One verb being carried out, on the profile's own process, for a terminal here or at the far end of the
//! socket. run() once; finished() once, perhaps within run(). Destroying it gives up waiting; wishes written
//! down stay.
class Command : public QObject {
    Q_OBJECT
public:
    explicit Command(const CommandContext &context);
    virtual void run() = 0;

Q_SIGNALS:
    void finished(int exitCode);

protected:
    [[nodiscard]] Engine &engine() { return m_context.engine; }
    [[nodiscard]] Console &console() { return m_context.console; }
    [[nodiscard]] const Invocation &invocation() const { return m_context.invocation; }
    [[nodiscard]] bool json() const { return m_context.invocation.json(); }

    void print(const QString &line);
    void printJson(const QJsonObject &object);
    //! Says what went wrong (and as JSON where that is asked for) and ends.
    void fail(const Error &error, int exitCode = ExitFailed);
    void finish(int exitCode);

private:
    CommandContext m_context;
    bool m_finished = false;
};

//! The command of an invocation that names a verb.
[[nodiscard]] std::unique_ptr<Command> makeCommand(const CommandContext &context);

} // namespace Petrel
