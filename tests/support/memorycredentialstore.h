// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/credentialstore.h"

#include <QHash>

namespace Petrel {

//! Tokens in memory; `failing` plays a computer without a keychain service. Link petrel_session.
class MemoryCredentialStore : public CredentialStore {
public:
    using CredentialStore::CredentialStore;

    bool failing = false;
    [[nodiscard]] bool holds(const AccountId &account) const { return m_secrets.contains(account.value()); }
    [[nodiscard]] int size() const { return int(m_secrets.size()); }

    Task<Secret> read(const AccountId &account) override
    {
        if (failing)
            return unreachable();
        const auto it = m_secrets.constFind(account.value());
        if (it == m_secrets.cend())
            return Error{ErrorKind::NotFound, {}, QStringLiteral("no such entry"), {}};
        return Result<Secret>(*it);
    }
    Task<Unit> write(const AccountId &account, const Secret &secret) override
    {
        if (failing)
            return unreachable();
        m_secrets.insert(account.value(), secret);
        return Result<Unit>(Unit{});
    }
    Task<Unit> remove(const AccountId &account) override
    {
        if (failing)
            return unreachable();
        if (m_secrets.remove(account.value()) == 0)
            return Error{ErrorKind::NotFound, {}, QStringLiteral("no such entry"), {}};
        return Result<Unit>(Unit{});
    }
    Task<Unit> available() override
    {
        if (failing)
            return unreachable();
        return Result<Unit>(Unit{});
    }

private:
    static Error unreachable()
    {
        return Error{ErrorKind::Unsupported, QStringLiteral("no keychain service is running"), {}, {}};
    }
    QHash<QString, Secret> m_secrets;
};

} // namespace Petrel
