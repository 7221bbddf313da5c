// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/credentialstore.h"

#include <QHash>

namespace Petrel {

//! Tokens in one file that only its owner can read: the way for computers without a keychain. A file that
//! others may read or write, or that belongs to somebody else, is refused with words. Each change replaces
//! the file whole and is on the disk when its task ends.
class FileCredentialStore : public CredentialStore {
    Q_OBJECT
public:
    explicit FileCredentialStore(const QString &path, QObject *parent = nullptr);

    Task<Secret> read(const AccountId &account) override;
    Task<Unit> write(const AccountId &account, const Secret &secret) override;
    Task<Unit> remove(const AccountId &account) override;
    Task<Unit> available() override;

    [[nodiscard]] QString path() const { return m_path; }

private:
    using Entries = QHash<QString, QByteArray>;
    [[nodiscard]] Result<Entries> load() const;
    [[nodiscard]] Result<Unit> save(const Entries &entries) const;
    QString m_path;
};

} // namespace Petrel
