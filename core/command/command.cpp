// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"

#include "command/console.h"
#include "command/jsonvalues.h"
#include "command/verbs.h"
#include "domain/words.h"

#include <QJsonDocument>

namespace Petrel {

Command::Command(const CommandContext &context)
    : m_context(context)
{ }

void Command::print(const QString &line)
{
    m_context.console.out(line + QLatin1Char('\n'));
}

void Command::printJson(const QJsonObject &object)
{
    m_context.console.out(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)));
}

void Command::fail(const Error &error, int exitCode)
{
    const QString words = errorWords(error);
    if (json())
        printJson({{QStringLiteral("error"), errorJson(error)}});
    m_context.console.err(words + QLatin1Char('\n'));
    finish(exitCode);
}

void Command::finish(int exitCode)
{
    if (m_finished)
        return;
    m_finished = true;
    Q_EMIT finished(exitCode);
}

std::unique_ptr<Command> makeCommand(const CommandContext &context)
{
    return context.invocation.verb->make(context);
}

} // namespace Petrel
