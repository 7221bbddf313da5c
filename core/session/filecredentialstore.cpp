// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/filecredentialstore.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Petrel {

namespace {

constexpr qint64 maxBytes = 4 * 1024 * 1024;

QString translated(const char *text)
{
    return QCoreApplication::translate("Petrel::FileCredentialStore", text);
}

Error storageError(const QString &words, const QString &detail)
{
    return {ErrorKind::Storage, words, detail, {}};
}

//! Looks at the open file, not at its name, so that nobody can swap it in between.
std::optional<Error> whyUnsafe(const QFile &file)
{
    struct stat info { };
    if (::fstat(file.handle(), &info) != 0 || !S_ISREG(info.st_mode))
        return Error{ErrorKind::Unsupported,
                     translated(QT_TRANSLATE_NOOP("Petrel::FileCredentialStore", "%1 is not a plain file."))
                         .arg(file.fileName()),
                     {},
                     {}};
    if (info.st_uid != ::geteuid())
        return Error{ErrorKind::Unsupported,
                     translated(QT_TRANSLATE_NOOP("Petrel::FileCredentialStore",
                                                  "%1 belongs to somebody else; tokens are not kept in it."))
                         .arg(file.fileName()),
                     {},
                     {}};
    if ((info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error{
            ErrorKind::Unsupported,
            translated(
                QT_TRANSLATE_NOOP(
                    "Petrel::FileCredentialStore",
                    "Others may read or write %1. Make it yours alone first, with \"chmod 600\" on it."))
                .arg(file.fileName()),
            {},
            {}};
    return std::nullopt;
}

bool syncDirectoryOf(const QString &path)
{
    const QByteArray directory = QFile::encodeName(QFileInfo(path).absolutePath());
    const int fd = ::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool synced = ::fsync(fd) == 0;
    ::close(fd);
    return synced;
}

} // namespace

FileCredentialStore::FileCredentialStore(const QString &path, QObject *parent)
    : CredentialStore(parent),
      m_path(QFileInfo(path).absoluteFilePath())
{ }

Result<FileCredentialStore::Entries> FileCredentialStore::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return Entries{};
    if (!file.open(QIODevice::ReadOnly))
        return storageError(
            translated(QT_TRANSLATE_NOOP("Petrel::FileCredentialStore", "%1 cannot be read.")).arg(m_path),
            file.errorString());
    if (auto unsafe = whyUnsafe(file))
        return *unsafe;
    const QByteArray bytes = file.read(maxBytes);
    if (bytes.trimmed().isEmpty())
        return Entries{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return Error{ErrorKind::Malformed,
                     translated(QT_TRANSLATE_NOOP("Petrel::FileCredentialStore",
                                                  "%1 is not a file of Petrel's tokens, or is damaged."))
                         .arg(m_path),
                     {},
                     {}};
    Entries entries;
    const QJsonObject object = document.object();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        entries.insert(entry.key(), QByteArray::fromBase64(entry.value().toString().toLatin1()));
    return entries;
}

Result<Unit> FileCredentialStore::save(const Entries &entries) const
{
    QJsonObject object;
    for (auto entry = entries.begin(); entry != entries.end(); ++entry)
        object.insert(entry.key(), QString::fromLatin1(entry.value().toBase64()));
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(object).toJson()) > 0 && file.flush() && ::fsync(file.handle()) == 0
        && file.commit() && syncDirectoryOf(m_path);
    if (written)
        return Unit{};
    return storageError(
        translated(QT_TRANSLATE_NOOP("Petrel::FileCredentialStore", "%1 cannot be written: %2."))
            .arg(m_path, file.errorString()),
        file.errorString());
}

Task<Secret> FileCredentialStore::read(const AccountId &account)
{
    const auto entries = load();
    if (!entries.ok())
        return entries.error();
    const auto found = entries.value().constFind(account.value());
    if (found == entries.value().cend())
        return Error{ErrorKind::NotFound,
                     translated(QT_TRANSLATE_NOOP("Petrel::FileCredentialStore",
                                                  "%1 holds no token for this account. Sign in again."))
                         .arg(m_path),
                     {},
                     {}};
    return Result<Secret>(Secret(*found));
}

Task<Unit> FileCredentialStore::write(const AccountId &account, const Secret &secret)
{
    auto entries = load();
    if (!entries.ok())
        return entries.error();
    Entries changed = entries.take();
    changed.insert(account.value(), secret.reveal());
    return save(changed);
}

Task<Unit> FileCredentialStore::remove(const AccountId &account)
{
    auto entries = load();
    if (!entries.ok())
        return entries.error();
    Entries changed = entries.take();
    if (changed.remove(account.value()) == 0)
        return Error{ErrorKind::NotFound, {}, QStringLiteral("no such entry"), {}};
    return save(changed);
}

Task<Unit> FileCredentialStore::available()
{
    // Writing back what is there proves the right to write and makes the file, 0600, where there is none.
    auto entries = load();
    if (!entries.ok())
        return entries.error();
    return save(entries.value());
}

} // namespace Petrel
