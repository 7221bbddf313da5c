// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "service/authenticator.h"
#include "service/service.h"

#include <memory>
#include <vector>

namespace Petrel {

//! A network Petrel speaks: makes services and authenticators.
class ServiceProvider {
public:
    virtual ~ServiceProvider() = default;
    //! Stored in Account::service.
    [[nodiscard]] virtual QString id() const = 0;
    //! A service for one account; null where the account's serverInfo cannot be understood.
    [[nodiscard]] virtual std::unique_ptr<Service> makeService(const Account &account,
                                                               const Credentials &credentials) = 0;
    [[nodiscard]] virtual Authenticator &authenticator() = 0;
};

//! The networks of this program, in the order in which a typed server name is offered to them.
class ServiceRegistry {
public:
    void add(std::unique_ptr<ServiceProvider> provider) { m_providers.push_back(std::move(provider)); }
    [[nodiscard]] ServiceProvider *provider(const QString &id) const
    {
        for (const auto &p : m_providers) {
            if (p->id() == id)
                return p.get();
        }
        return nullptr;
    }
    [[nodiscard]] const std::vector<std::unique_ptr<ServiceProvider>> &all() const { return m_providers; }

private:
    std::vector<std::unique_ptr<ServiceProvider>> m_providers;
};

} // namespace Petrel
