// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/credentialstore.h"

namespace Petrel {

//! Tokens in the desktop's keychain (secret service, KWallet …), one entry per account.
class KeychainCredentialStore : public CredentialStore {
    Q_OBJECT
public:
    explicit KeychainCredentialStore(QObject *parent = nullptr);

    Task<Secret> read(const AccountId &account) override;
    Task<Unit> write(const AccountId &account, const Secret &secret) override;
    Task<Unit> remove(const AccountId &account) override;
    //! Writes an entry and takes it out again: a keychain may be there and yet stay locked.
    Task<Unit> available() override;

private:
    Task<Unit> writeKey(const QString &key, const QByteArray &bytes);
    Task<Unit> removeKey(const QString &key);
};

} // namespace Petrel
