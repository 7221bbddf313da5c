// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/commandpeer.h"

#include "command/command.h"
#include "command/verbs.h"
#include "domain/words.h"
#include "session/engine.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocalSocket>

namespace Petrel {

namespace {

constexpr int mostWaiting = 100;

QStringList toStrings(const QJsonArray &array)
{
    QStringList strings;
    for (const auto &value : array)
        strings.append(value.toString());
    return strings;
}

} // namespace

RemoteConsole::RemoteConsole(QLocalSocket &socket)
    : m_socket(socket)
{ }

void RemoteConsole::send(const QJsonObject &message)
{
    m_socket.write(SocketFrames::encode(message));
}

void RemoteConsole::out(const QString &text)
{
    send({{QStringLiteral("out"), text}});
}

void RemoteConsole::err(const QString &text)
{
    send({{QStringLiteral("err"), text}});
}

Task<QString> RemoteConsole::ask(const QString &prompt)
{
    m_asked.emplace();
    send({{QStringLiteral("ask"), prompt}});
    return m_asked->task();
}

void RemoteConsole::openBrowser(const QUrl &url)
{
    send({{QStringLiteral("open"), QString::fromLatin1(url.toEncoded())}});
}

void RemoteConsole::answer(const std::optional<QString> &line)
{
    const auto asked = std::exchange(m_asked, std::nullopt);
    if (asked && line)
        asked->finish(*line);
}

CommandPeer::CommandPeer(Engine &engine, QLocalSocket *socket, std::function<void()> raise, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_socket(socket),
      m_raise(std::move(raise)),
      m_console(*socket)
{
    socket->setParent(this);
    connect(socket, &QLocalSocket::readyRead, this, &CommandPeer::read);
    connect(socket, &QLocalSocket::disconnected, this, &QObject::deleteLater);
    read();
}

CommandPeer::~CommandPeer()
{
    m_socket->disconnect(this);
}

void CommandPeer::finishUp()
{
    m_closing = true;
    m_waiting.clear();
    if (!m_command)
        m_socket->disconnectFromServer();
}

void CommandPeer::read()
{
    m_reader.feed(m_socket->readAll());
    while (auto message = m_reader.next())
        take(*message);
    if (m_reader.broken())
        m_socket->abort();
}

void CommandPeer::take(const QJsonObject &message)
{
    if (message.contains(QStringLiteral("line"))) {
        const QJsonValue line = message.value(QStringLiteral("line"));
        return m_console.answer(line.isString() ? std::optional(line.toString()) : std::nullopt);
    }
    if (message.value(QStringLiteral("raise")).toBool())
        return raise();
    if (m_closing || m_waiting.size() >= mostWaiting)
        return;
    m_waiting.enqueue(message);
    beginNext();
}

void CommandPeer::raise()
{
    const bool shown = m_raise && !m_closing;
    if (shown)
        m_raise();
    m_console.send({{QStringLiteral("exit"), shown ? int(ExitDone) : int(ExitFailed)}});
}

void CommandPeer::beginNext()
{
    if (!m_command && !m_waiting.isEmpty())
        begin(m_waiting.dequeue());
}

//! The holder reads tokens from its own place; a command for another place must not quietly get these.
QString CommandPeer::otherCredentials(const QString &asked) const
{
    if (asked.isEmpty() || asked == m_engine.credentialsFile())
        return {};
    return QCoreApplication::translate(
               "Petrel::CommandPeer",
               "Another Petrel has this profile open and keeps its tokens elsewhere than in "
               "%1. End it first, or leave --credentials-file out.")
               .arg(safeLine(asked))
        + QLatin1Char('\n');
}

void CommandPeer::begin(const QJsonObject &message)
{
    auto parsed = parseInvocation(toStrings(message.value(QStringLiteral("argv")).toArray()));
    if (!parsed.ok()) {
        m_console.err(errorWords(parsed.error()) + QLatin1Char('\n'));
        return ended(ExitUsage);
    }
    Invocation invocation = parsed.take();
    if (!invocation.verb) {
        m_console.out(helpText());
        return ended(ExitDone);
    }
    const QString refused = otherCredentials(message.value(QStringLiteral("credentials")).toString());
    if (!refused.isEmpty()) {
        m_console.err(refused);
        return ended(ExitFailed);
    }
    invocation.stdinText = message.value(QStringLiteral("stdin")).toString();
    invocation.token = message.value(QStringLiteral("token")).toString();
    m_command = makeCommand({m_engine, m_console, invocation});
    // Queued: a command may end within run().
    connect(m_command.get(), &Command::finished, this, &CommandPeer::ended, Qt::QueuedConnection);
    m_command->run();
}

void CommandPeer::ended(int exitCode)
{
    m_command.reset();
    m_console.send({{QStringLiteral("exit"), exitCode}});
    if (m_closing)
        m_socket->disconnectFromServer();
    else
        beginNext();
}

} // namespace Petrel
