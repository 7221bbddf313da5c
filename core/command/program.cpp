// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/program.h"

#include "base/clock.h"
#include "base/logging.h"
#include "command/command.h"
#include "command/commandclient.h"
#include "command/commandserver.h"
#include "command/verbs.h"
#include "domain/words.h"
#include "session/engine.h"
#include "store/profilelock.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace Petrel {

namespace {

constexpr qsizetype mostInput = 1024 * 1024;
//! How long somebody may hold the lock without listening: while opening, and while ending its last step.
constexpr qint64 longestSilenceMs = 60'000;
constexpr qint64 retryMs = 40;

} // namespace

Program::Program(const QStringList &arguments, const ProcessorOptions &processing)
    : m_arguments(arguments),
      m_processing(processing),
      m_clock(makeSystemClock())
{ }

Program::~Program() = default;

void Program::end(int exitCode)
{
    Q_EMIT finished(exitCode);
}

void Program::refuse(const Error &error, int exitCode)
{
    m_terminal.err(QStringLiteral("petrelctl: ") + errorWords(error) + QLatin1Char('\n'));
    end(exitCode);
}

void Program::start()
{
    auto parsed = parseInvocation(m_arguments);
    if (!parsed.ok())
        return refuse(parsed.error(), ExitUsage);
    m_invocation = parsed.take();
    if (m_invocation.help) {
        m_terminal.out(helpText());
        return end(ExitDone);
    }
    if (m_invocation.version) {
        m_terminal.out(QStringLiteral("petrelctl %1\n").arg(QCoreApplication::applicationVersion()));
        return end(ExitDone);
    }
    understood();
}

void Program::understood()
{
    if (m_invocation.wantsStdin()) {
        auto input = Terminal::readAll(mostInput);
        if (!input.ok())
            return refuse(input.error(), ExitFailed);
        m_invocation.stdinText = input.take();
    }
    m_invocation.token = randomToken(*m_clock);
    attempt();
}

QString Program::profileDirectory() const
{
    const QString given = m_invocation.value(QStringLiteral("profile"));
    if (!given.isEmpty())
        return QFileInfo(given).absoluteFilePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/petrel");
}

void Program::attempt()
{
    auto lock = ProfileLock::acquire(profileDirectory());
    if (lock.ok())
        return hold(lock.take());
    if (lock.error().kind != ErrorKind::Conflict)
        return refuse(lock.error(), ExitFailed);
    if (m_waitingSince == 0)
        m_waitingSince = m_clock->monotonicMs();
    if (m_clock->monotonicMs() - m_waitingSince > longestSilenceMs)
        return refuse({ErrorKind::Conflict,
                       QCoreApplication::translate(
                           "Petrel::Program", "Another Petrel has this profile open and does not answer."),
                       {},
                       {}},
                      ExitFailed);
    handOver();
}

void Program::attemptSoon()
{
    const qint64 pause = 1 + qint64(retryMs * m_clock->chance());
    m_alarm = m_clock->alarm(pause, [this] { attempt(); });
}

void Program::handOver()
{
    m_client = new CommandClient(profileDirectory(), m_terminal, this);
    connect(m_client, &CommandClient::finished, this, &Program::end);
    connect(m_client, &CommandClient::lost, this, [this] {
        std::exchange(m_client, nullptr)->deleteLater();
        attemptSoon();
    });
    const QString credentials = m_invocation.value(QStringLiteral("credentials-file"));
    // Absolute, as the holder may work in another folder.
    m_client->run({m_arguments, m_invocation.stdinText, m_invocation.token,
                   credentials.isEmpty() ? QString() : QFileInfo(credentials).absoluteFilePath()});
}

void Program::hold(std::shared_ptr<ProfileLock> lock)
{
    EngineOptions options;
    options.profileDirectory = profileDirectory();
    options.credentialsFile = m_invocation.value(QStringLiteral("credentials-file"));
    options.processing = m_processing;
    auto engine = Engine::open(std::move(lock), std::move(options));
    if (!engine.ok())
        return refuse(engine.error(), ExitFailed);
    m_engine = engine.take();
    for (const QString &note : m_engine->notes())
        m_terminal.err(note + QLatin1Char('\n'));
    m_engine->start().finally(this, [this](const Result<Unit> &result) { started(result); });
}

void Program::started(const Result<Unit> &result)
{
    if (!result.ok())
        return refuse(result.error(), ExitFailed);
    m_server = std::make_unique<CommandServer>(*m_engine, profileDirectory());
    if (auto listening = m_server->listen(); !listening.ok())
        qCWarning(logSession).noquote() << listening.error().detail;
    m_command = makeCommand({*m_engine, m_terminal, m_invocation});
    // Queued: a command may end within run().
    connect(m_command.get(), &Command::finished, this, &Program::commandEnded, Qt::QueuedConnection);
    m_command->run();
}

void Program::commandEnded(int exitCode)
{
    m_exit = exitCode;
    m_command.reset();
    m_server->drain().finally(this, [this](const Result<Unit> &) {
        m_engine->stop().finally(this, [this](const Result<Unit> &) { release(); });
    });
}

void Program::release()
{
    m_server.reset();
    m_engine.reset();
    end(m_exit);
}

} // namespace Petrel
