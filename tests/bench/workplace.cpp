// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/workplace.h"

#include "base/clock.h"
#include "base/error.h"
#include "bench/picturemaker.h"
#include "bench/postmaker.h"
#include "bench/profilemaker.h"
#include "support/temporaryprofile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QTextStream>

namespace Petrel {

Workplace::Workplace()
{
    m_taken.bind(QHostAddress::LocalHost);
}

QString Workplace::trouble() const
{
    if (!m_folder.isValid())
        return m_folder.errorString();
    return m_taken.localPort() == 0 ? m_taken.errorString() : QString();
}

QString Workplace::refusingServer() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_taken.localPort());
}

QString Workplace::profile(const QString &name) const
{
    return m_folder.filePath(name);
}

QString Workplace::credentials(const QString &name) const
{
    return m_folder.filePath(name + QStringLiteral(".credentials"));
}

Result<Unit> Workplace::makeProfile(const QString &name, ProfilePlan plan) const
{
    QElapsedTimer timer;
    timer.start();
    const auto clock = makeSystemClock();
    // In memory, then copied: written page by page, a disk would be all that takes time.
    const TemporaryProfile made;
    plan.directory = made.path();
    plan.credentialsFile = credentials(name);
    if (plan.serverAddress.isEmpty())
        plan.serverAddress = refusingServer();
    if (auto filled = Petrel::makeProfile(plan, *clock); !filled.ok())
        return filled;
    if (!QDir().mkpath(profile(name)) || !made.copyTo(profile(name)))
        return Error{ErrorKind::Storage, {}, QStringLiteral("the profile cannot be copied"), {}};
    const qint64 posts = timer.elapsed();
    const PostMaker maker(plan.serverAddress, clock->nowMs());
    if (auto filled = fillPictures(profile(name), maker); !filled.ok())
        return filled;
    QTextStream(stdout) << QStringLiteral("  a profile of %L1 posts: written in %2 s, its pictures in %3 s\n")
                               .arg(plan.posts)
                               .arg(double(posts) / 1e3, 0, 'f', 1)
                               .arg(double(timer.elapsed() - posts) / 1e3, 0, 'f', 1);
    return Unit{};
}

QStringList Workplace::argumentsFor(const QString &name) const
{
    return {QStringLiteral("--profile"), profile(name), QStringLiteral("--credentials-file"),
            credentials(name)};
}

} // namespace Petrel
