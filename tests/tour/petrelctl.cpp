// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/petrelctl.h"

#include <QJsonDocument>

namespace Petrel {

namespace {

constexpr int longestMs = 110'000;

} // namespace

QJsonObject Ran::json() const
{
    return QJsonDocument::fromJson(output.toUtf8()).object();
}

PetrelCtl::PetrelCtl(const QString &program, const QString &profile, const QString &credentialsFile)
    : m_program(program),
      m_profile(profile),
      m_credentialsFile(credentialsFile)
{ }

std::unique_ptr<QProcess> PetrelCtl::start(const QStringList &arguments, const QByteArray &input) const
{
    auto process = std::make_unique<QProcess>();
    process->start(m_program,
                   QStringList{QStringLiteral("--profile"), m_profile, QStringLiteral("--credentials-file"),
                               m_credentialsFile}
                       + arguments);
    process->write(input);
    process->closeWriteChannel();
    return process;
}

Ran PetrelCtl::finish(QProcess &process)
{
    Ran ran;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(longestMs)) {
        process.kill();
        process.waitForFinished();
    } else if (process.exitStatus() == QProcess::NormalExit && process.error() != QProcess::FailedToStart) {
        ran.exitCode = process.exitCode();
    }
    ran.output = QString::fromUtf8(process.readAllStandardOutput());
    ran.errors = QString::fromUtf8(process.readAllStandardError());
    return ran;
}

Ran PetrelCtl::run(const QStringList &arguments, const QByteArray &input) const
{
    return finish(*start(arguments, input));
}

} // namespace Petrel
