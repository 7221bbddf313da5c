// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profilesync.h"

#include "base/clock.h"
#include "service/profiles.h"
#include "service/service.h"
#include "store/accountstore.h"
#include "store/poststore.h"
#include "store/store.h"
#include "weather/gate.h"

namespace Petrel {

ProfileSync::ProfileSync(const Account &account, Store &store, Service &service, Gate &gate, Clock &clock,
                         QObject *parent)
    : QObject(parent),
      m_account(account),
      m_store(store),
      m_service(service),
      m_gate(gate),
      m_clock(clock)
{ }

Task<bool> ProfileSync::ifOld()
{
    const auto known = AccountStore(m_store.reader()).find(m_account.id);
    if (!known.ok())
        return known.error();
    const qint64 now = m_clock.nowMs();
    // A clock set back makes everything look new; the answer puts it right.
    const qint64 age = now - known.value().profileAtMs;
    const bool tried = m_clock.monotonicMs() - m_triedAtMs < oldMs;
    if (!m_service.profiles() || tried || (age >= 0 && age < oldMs) || !m_gate.ask(m_account.id).allowed)
        return Result<bool>(false);
    m_triedAtMs = m_clock.monotonicMs();
    return m_service.profiles()->self().then(this, [this, now](const OwnProfile &own) -> Task<bool> {
        // Somebody else's profile would mean a token that is not this account's.
        if (own.profile.handle != m_account.handle)
            return Error{
                ErrorKind::Malformed, {}, QStringLiteral("the token speaks for another account"), {}};
        return keep(own, now);
    });
}

Task<bool> ProfileSync::keep(const OwnProfile &own, qint64 askedAtMs)
{
    const Source source{m_account.host, m_account.id, askedAtMs};
    return m_store.settle(
        [own, source](CacheTx &tx) { return PostStore(tx.db).putProfile(own.profile, source); },
        [own, id = m_account.id, now = m_clock.nowMs()](JournalTx &tx) -> Result<bool> {
            AccountStore accounts(tx.db);
            auto found = accounts.find(id);
            if (!found.ok())
                return found.error();
            Account account = found.take();
            takeOver(account, own, now);
            tx.changes.accounts = true;
            if (auto written = accounts.update(account); !written.ok())
                return written.error();
            return true;
        });
}

} // namespace Petrel
