// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storefiles.h"

#include "store/storageerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Petrel {

namespace {

const std::array<QString, 3> &databaseSuffixes()
{
    static const std::array<QString, 3> suffixes{QString(), QStringLiteral("-wal"), QStringLiteral("-shm")};
    return suffixes;
}

Result<Unit> syncPath(const QString &path, int flags)
{
    const int fd = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (fd < 0)
        return fileError(errno, path);
    const int failed = ::fsync(fd) == 0 ? 0 : errno;
    ::close(fd);
    if (failed)
        return fileError(failed, path);
    return Unit{};
}

Result<Unit> renamePath(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return fileError(errno, to);
    return Unit{};
}

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

} // namespace

Result<Unit> makePrivateDirectory(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return Unit{};
    const QString parent = QFileInfo(info.absoluteFilePath()).path();
    if (!QFileInfo(parent).isDir() && !QDir().mkpath(parent))
        return fileError(errno ? errno : EACCES, parent);
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0 && errno != EEXIST)
        return fileError(errno, path);
    return Unit{};
}

Result<Unit> makePrivateFile(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return fileError(errno, path);
    const int failed = ::fchmod(fd, 0600) == 0 ? 0 : errno;
    ::close(fd);
    if (failed)
        return fileError(failed, path);
    for (const QString &suffix : databaseSuffixes()) {
        const QByteArray name = QFile::encodeName(path + suffix);
        if (::chmod(name.constData(), 0600) != 0 && errno != ENOENT)
            return fileError(errno, path + suffix);
    }
    return Unit{};
}

Result<Unit> syncFile(const QString &path)
{
    return syncPath(path, O_RDONLY);
}

Result<Unit> moveFile(const QString &from, const QString &to)
{
    if (auto renamed = renamePath(from, to); !renamed.ok())
        return renamed;
    return syncPath(QFileInfo(to).absolutePath(), O_RDONLY | O_DIRECTORY);
}

Result<QString> setAside(const QString &path, const QString &label)
{
    const QFileInfo info(path);
    const QString base = info.absolutePath() + QLatin1Char('/') + info.completeBaseName();
    QString target;
    for (int number = 1; target.isEmpty() || isThere(target); ++number)
        target = base + QStringLiteral(".%1-%2.sqlite").arg(label).arg(number);
    for (const QString &suffix : databaseSuffixes()) {
        if (!isThere(path + suffix))
            continue;
        if (auto renamed = renamePath(path + suffix, target + suffix); !renamed.ok())
            return renamed.error();
    }
    if (auto synced = syncPath(info.absolutePath(), O_RDONLY | O_DIRECTORY); !synced.ok())
        return synced.error();
    return target;
}

void removeDatabase(const QString &path)
{
    for (const QString &suffix : databaseSuffixes())
        QFile::remove(path + suffix);
}

bool holdsData(const QString &path)
{
    return QFileInfo(path).size() > 0 || QFileInfo(path + QStringLiteral("-wal")).size() > 0;
}

} // namespace Petrel
