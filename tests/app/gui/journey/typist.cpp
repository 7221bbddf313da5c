// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "typist.h"

#include "person.h"

#include <QCoreApplication>
#include <QQuickItem>
#include <QTextStream>

#include <csignal>

namespace Petrel {

namespace {

constexpr int patienceMs = 30'000;

void say(const QString &words)
{
    QTextStream(stdout) << QString::fromLatin1(words.toUtf8().toBase64()) << '\n' << Qt::flush;
}

} // namespace

int Typist::beTheChild(const QStringList &arguments)
{
    Person person(arguments.at(0), arguments.at(1), Hands::Way::Keyboard);
    if (!person.starts() || !person.opensComposer())
        return 1;
    QQuickItem *composer = person.eyes().find(field(QStringLiteral("Your post")));
    say(composer->property("text").toString());
    QTextStream in(stdin);
    for (QString letter = in.readLine(); !letter.isEmpty(); letter = in.readLine()) {
        person.hands().type(QString::fromUtf8(QByteArray::fromBase64(letter.toLatin1())));
        if (!person.sees(QStringLiteral("Saved on this computer")))
            return 1;
        say(composer->property("text").toString());
    }
    return 1;
}

Typist::Typist(const QString &profileDirectory, const QString &credentialsFile)
{
    m_child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_child.start(QCoreApplication::applicationFilePath(),
                  {QString::fromLatin1(childArgument), profileDirectory, credentialsFile});
}

Typist::~Typist()
{
    if (m_child.state() != QProcess::NotRunning)
        kill();
}

std::optional<QString> Typist::line()
{
    while (!m_child.canReadLine()) {
        if (!m_child.waitForReadyRead(patienceMs))
            return std::nullopt;
    }
    return QString::fromUtf8(QByteArray::fromBase64(m_child.readLine().trimmed()));
}

std::optional<QString> Typist::found()
{
    return line();
}

bool Typist::types(QChar letter)
{
    m_child.write(QString(letter).toUtf8().toBase64() + '\n');
    const auto after = line();
    return after && after->endsWith(letter);
}

void Typist::kill()
{
    ::kill(pid_t(m_child.processId()), SIGKILL);
    m_child.waitForFinished();
}

} // namespace Petrel
