// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keychaincredentialstore.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

namespace Petrel {

namespace {

QString serviceName()
{
    return QStringLiteral("org.petrel.Petrel");
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Petrel::KeychainCredentialStore", text);
}

Error errorOf(const QKeychain::Job &job)
{
    const QString detail = QStringLiteral("keychain: %1").arg(job.errorString());
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {ErrorKind::NotFound,
                translated(QT_TRANSLATE_NOOP("Petrel::KeychainCredentialStore",
                                             "The keychain holds no token for this account. Sign in again.")),
                detail,
                {}};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {ErrorKind::Unsupported,
                translated(
                    QT_TRANSLATE_NOOP("Petrel::KeychainCredentialStore",
                                      "The keychain is locked or refuses access. Unlock it and try again, or "
                                      "keep the tokens in a file of your own with --credentials-file FILE.")),
                detail,
                {}};
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    return {ErrorKind::Unsupported,
            translated(QT_TRANSLATE_NOOP("Petrel::KeychainCredentialStore",
                                         "No keychain can be reached here, and Petrel does not leave tokens "
                                         "lying about by itself. Start a "
                                         "keychain (GNOME Keyring, KWallet, KeePassXC), or keep the tokens "
                                         "in a file only you can read with "
                                         "--credentials-file FILE.")),
            detail,
            {}};
}

//! Runs a job that deletes itself; `give` makes the value of a job that went well.
template <typename T, typename J, typename F> Task<T> runJob(J *job, const QString &key, F give)
{
    Promise<T> promise;
    job->setKey(key);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, job, give](QKeychain::Job *) {
        promise.finish(job->error() == QKeychain::NoError ? Result<T>(give(*job)) : Result<T>(errorOf(*job)));
    });
    job->start();
    return promise.task();
}

} // namespace

KeychainCredentialStore::KeychainCredentialStore(QObject *parent)
    : CredentialStore(parent)
{ }

Task<Secret> KeychainCredentialStore::read(const AccountId &account)
{
    return runJob<Secret>(new QKeychain::ReadPasswordJob(serviceName()), account.value(),
                          [](const QKeychain::ReadPasswordJob &job) { return Secret(job.binaryData()); });
}

Task<Unit> KeychainCredentialStore::write(const AccountId &account, const Secret &secret)
{
    return writeKey(account.value(), secret.reveal());
}

Task<Unit> KeychainCredentialStore::remove(const AccountId &account)
{
    return removeKey(account.value());
}

Task<Unit> KeychainCredentialStore::available()
{
    const QString probe = QStringLiteral("probe");
    return writeKey(probe, QByteArrayLiteral("probe")).then(this, [this, probe](Unit) {
        return removeKey(probe);
    });
}

Task<Unit> KeychainCredentialStore::writeKey(const QString &key, const QByteArray &bytes)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setBinaryData(bytes);
    return runJob<Unit>(job, key, [](const QKeychain::WritePasswordJob &) { return Unit{}; });
}

Task<Unit> KeychainCredentialStore::removeKey(const QString &key)
{
    return runJob<Unit>(new QKeychain::DeletePasswordJob(serviceName()), key,
                        [](const QKeychain::DeletePasswordJob &) { return Unit{}; });
}

} // namespace Petrel
