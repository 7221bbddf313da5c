// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/accountsession.h"

#include "service/registry.h"
#include "sync/profilesync.h"
#include "sync/syncengine.h"
#include "sync/threadsync.h"
#include "weather/outagedetector.h"

#include <QCoreApplication>

#include <utility>

namespace Petrel {

Result<std::unique_ptr<AccountSession>> AccountSession::make(const Account &account,
                                                             const Credentials &credentials,
                                                             ServiceProvider *provider, const Shared &shared)
{
    auto service = provider ? provider->makeService(account, credentials) : nullptr;
    if (!service)
        return Error{
            ErrorKind::Unsupported,
            QCoreApplication::translate("Petrel::AccountSession",
                                        "This Petrel cannot speak for %1: what it remembers of the server is "
                                        "of another version. Sign in again.")
                .arg(account.handle),
            QStringLiteral("no service for ") + account.service,
            {}};
    return std::unique_ptr<AccountSession>(
        new AccountSession(account, std::move(service), !credentials.token.isEmpty(), shared));
}

AccountSession::AccountSession(const Account &account, std::unique_ptr<Service> service, bool hasToken,
                               const Shared &shared)
    : m_account(account),
      m_weather(shared.weather),
      m_hasToken(hasToken),
      m_service(std::move(service)),
      m_sync(std::make_unique<SyncEngine>(account, shared.store, *m_service, shared.weather, shared.clock)),
      m_threads(
          std::make_unique<ThreadSync>(account, shared.store, *m_service, shared.weather, shared.clock)),
      m_profile(
          std::make_unique<ProfileSync>(account, shared.store, *m_service, shared.weather, shared.clock)),
      m_processor(std::make_unique<Processor>(account, shared.store, *m_service, shared.weather, shared.clock,
                                              shared.processing))
{
    tellGate();
    connect(m_processor.get(), &Processor::signedOut, this, [this] { Q_EMIT signedOut(m_account.id); });
    connect(&m_weather, &OutageDetector::changed, this, [this](const ServerHost &host) {
        if (m_sending && host == m_account.host)
            m_processor->wake();
    });
}

AccountSession::~AccountSession()
{
    retire();
}

void AccountSession::retire()
{
    if (std::exchange(m_retired, true))
        return;
    m_processor->stop();
    m_weather.removeAccount(m_account.id);
}

Capabilities AccountSession::capabilities() const
{
    return m_service->capabilities();
}

bool AccountSession::canPublish() const
{
    return m_service->publisher() != nullptr;
}

bool AccountSession::canReact() const
{
    return m_service->interactions() != nullptr;
}

void AccountSession::startSending()
{
    m_sending = true;
    m_processor->start();
}

void AccountSession::update(const Account &account)
{
    const bool gateMoves = account.signedOut != m_account.signedOut || account.paused != m_account.paused;
    m_account = account;
    if (gateMoves)
        tellGate();
}

void AccountSession::tellGate()
{
    m_weather.setAccount(m_account.id, m_account.host, m_account.signedOut || !m_hasToken, m_account.paused);
}

} // namespace Petrel
