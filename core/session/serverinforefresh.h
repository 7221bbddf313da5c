// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "service/registry.h"
#include "session/accountsession.h"

#include <QObject>

namespace Petrel {

//! Keeps what is remembered of the accounts' servers (limits, flavour) from growing old, as servers are
//! upgraded.
class ServerInfoRefresh : public QObject {
    Q_OBJECT
public:
    //! All references must outlive it.
    ServerInfoRefresh(ServiceRegistry &registry, const AccountSession::Shared &shared,
                      QObject *parent = nullptr);

    //! Asks the account's server anew where what is remembered is older than a day and the weather allows a
    //! request. What it says is written down and holds from the next start on: a queue at work keeps the
    //! rules it began with. Gives whether something was written; a failure changes nothing and is asked again
    //! the next time.
    Task<bool> ifOld(const Account &account);

private:
    Task<bool> keep(const AccountId &id, const ServerDescription &server);

    ServiceRegistry &m_registry;
    AccountSession::Shared m_shared;
};

} // namespace Petrel
