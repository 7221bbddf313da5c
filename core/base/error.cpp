// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <QCoreApplication>

namespace Petrel {

bool Error::isTransient() const
{
    switch (kind) {
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::ServerDown:
    case ErrorKind::RateLimited:
    case ErrorKind::Conflict:
        return true;
    case ErrorKind::SignedOut:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Rejected:
    case ErrorKind::Malformed:
    case ErrorKind::Storage:
    case ErrorKind::Unsupported:
    case ErrorKind::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

bool Error::isOutage() const
{
    switch (kind) {
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::ServerDown:
        return true;
    case ErrorKind::RateLimited:
    case ErrorKind::Conflict:
    case ErrorKind::SignedOut:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Rejected:
    case ErrorKind::Malformed:
    case ErrorKind::Storage:
    case ErrorKind::Unsupported:
    case ErrorKind::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Offline:
        return QStringLiteral("offline");
    case ErrorKind::Timeout:
        return QStringLiteral("timeout");
    case ErrorKind::ServerDown:
        return QStringLiteral("server-down");
    case ErrorKind::RateLimited:
        return QStringLiteral("rate-limited");
    case ErrorKind::SignedOut:
        return QStringLiteral("signed-out");
    case ErrorKind::Forbidden:
        return QStringLiteral("forbidden");
    case ErrorKind::NotFound:
        return QStringLiteral("not-found");
    case ErrorKind::Conflict:
        return QStringLiteral("conflict");
    case ErrorKind::Rejected:
        return QStringLiteral("rejected");
    case ErrorKind::Malformed:
        return QStringLiteral("malformed");
    case ErrorKind::Storage:
        return QStringLiteral("storage");
    case ErrorKind::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

namespace {

QString kindInWords(ErrorKind kind)
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("Petrel::Error", text);
    };
    switch (kind) {
    case ErrorKind::Offline:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "This computer has no network."));
    case ErrorKind::Timeout:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "The server did not answer in time."));
    case ErrorKind::ServerDown:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "The server cannot be reached."));
    case ErrorKind::RateLimited:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "The server asks for a pause."));
    case ErrorKind::SignedOut:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "This account is signed out."));
    case ErrorKind::Forbidden:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "The server does not allow this."));
    case ErrorKind::NotFound:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "Not found, or not visible to this account."));
    case ErrorKind::Conflict:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "It changed on the server meanwhile."));
    case ErrorKind::Rejected:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "The server refused this."));
    case ErrorKind::Malformed:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "This could not be understood."));
    case ErrorKind::Storage:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "This could not be saved on this computer."));
    case ErrorKind::Unsupported:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "This server cannot do this."));
    case ErrorKind::Cancelled:
        return translated(QT_TRANSLATE_NOOP("Petrel::Error", "Cancelled."));
    }
    Q_UNREACHABLE();
}

} // namespace

QString describeError(const Error &error)
{
    const QString words = kindInWords(error.kind);
    return error.message.isEmpty() ? words : words + QLatin1Char(' ') + error.message;
}

} // namespace Petrel
