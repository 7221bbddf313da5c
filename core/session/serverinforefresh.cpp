// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/serverinforefresh.h"

#include "base/clock.h"
#include "store/accountstore.h"
#include "store/store.h"
#include "weather/outagedetector.h"

namespace Petrel {

namespace {

constexpr qint64 oldMs = 24LL * 3600 * 1000;

} // namespace

ServerInfoRefresh::ServerInfoRefresh(ServiceRegistry &registry, const AccountSession::Shared &shared,
                                     QObject *parent)
    : QObject(parent),
      m_registry(registry),
      m_shared(shared)
{ }

Task<bool> ServerInfoRefresh::ifOld(const Account &account)
{
    ServiceProvider *provider = m_registry.provider(account.service);
    // A clock set back makes everything look new; one set forward is put right by the answer.
    const qint64 age = m_shared.clock.nowMs() - account.serverInfoAtMs;
    if (!provider || (age >= 0 && age < oldMs) || !m_shared.weather.ask(account.id).allowed)
        return Result<bool>(false);
    return provider->authenticator()
        .discover(account.host.value())
        .then(this, [this, account](const ServerDescription &server) -> Task<bool> {
            // Another name means another server answered for it: what is known of ours stays.
            if (server.host != account.host || server.softwareUnknown)
                return Result<bool>(false);
            return keep(account.id, server);
        });
}

Task<bool> ServerInfoRefresh::keep(const AccountId &id, const ServerDescription &server)
{
    return m_shared.store.journal(
        [id, info = server.info, now = m_shared.clock.nowMs()](JournalTx &tx) -> Result<bool> {
            AccountStore accounts(tx.db);
            auto found = accounts.find(id);
            if (!found.ok())
                return found.error();
            Account account = found.take();
            account.serverInfo = info;
            account.serverInfoAtMs = now;
            if (auto written = accounts.update(account); !written.ok())
                return written.error();
            tx.changes.accounts = true;
            return true;
        });
}

} // namespace Petrel
