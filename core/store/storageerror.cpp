// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storageerror.h"

#include <QCoreApplication>
#include <QSqlError>

#include <cerrno>
#include <cstring>

namespace Petrel {

namespace {

constexpr QLatin1String faultPrefix("sqlite ");

StorageFault faultOfCode(int code)
{
    // SQLITE_IOERR_SHMSIZE: growing the log's index failed, for which a full disk is the one usual reason.
    if (code == 4874)
        return StorageFault::DiskFull;
    // The low byte is the primary code; drivers may give extended ones.
    switch (code & 0xff) {
    case 5:
    case 6:
        return StorageFault::Busy;
    case 3:
    case 8:
    case 10:
    case 14:
    case 23:
        return StorageFault::Denied;
    case 11:
    case 26:
        return StorageFault::Damaged;
    case 13:
        return StorageFault::DiskFull;
    default:
        return StorageFault::Other;
    }
}

QString wordsFor(StorageFault fault)
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("Petrel::Store", text);
    };
    switch (fault) {
    case StorageFault::DiskFull:
        return translated(QT_TRANSLATE_NOOP("Petrel::Store", "The disk is full."));
    case StorageFault::Damaged:
        return translated(QT_TRANSLATE_NOOP("Petrel::Store", "The file is damaged."));
    case StorageFault::Busy:
        return translated(QT_TRANSLATE_NOOP("Petrel::Store", "Another program is using the file."));
    case StorageFault::Denied:
        return translated(QT_TRANSLATE_NOOP("Petrel::Store", "The file cannot be read or written."));
    case StorageFault::Other:
        return {};
    }
    Q_UNREACHABLE();
}

int codeOfErrno(int value)
{
    switch (value) {
    case ENOSPC:
    case EDQUOT:
        return 13;
    case EACCES:
    case EPERM:
        return 3;
    case EROFS:
        return 8;
    default:
        return 10;
    }
}

Error withCode(int code, const QString &text)
{
    return Error{ErrorKind::Storage,
                 wordsFor(faultOfCode(code)),
                 faultPrefix + QString::number(code) + QStringLiteral(": ") + text,
                 {}};
}

} // namespace

Error storageError(const QSqlError &error)
{
    const QString text = error.databaseText() + QLatin1Char(' ') + error.driverText();
    bool known = false;
    const int code = error.nativeErrorCode().toInt(&known);
    // 1 is SQLite's "error in general".
    return withCode(known && code > 0 ? code : 1, text);
}

Error fileError(int errnoValue, const QString &what)
{
    return withCode(codeOfErrno(errnoValue),
                    what + QStringLiteral(": ") + QString::fromLocal8Bit(strerror(errnoValue)));
}

StorageFault storageFault(const Error &error)
{
    if (error.kind != ErrorKind::Storage || !error.detail.startsWith(faultPrefix))
        return StorageFault::Other;
    const QStringView rest = QStringView(error.detail).mid(faultPrefix.size());
    return faultOfCode(rest.left(rest.indexOf(QLatin1Char(':'))).toInt());
}

} // namespace Petrel
