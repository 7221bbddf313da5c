// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine.h"

#include "base/clock.h"
#include "base/logging.h"
#include "net/httpclient.h"
#include "outbox/outbox.h"
#include "service/mastodon/mastodonprovider.h"
#include "session/filecredentialstore.h"
#include "session/keychaincredentialstore.h"
#include "session/quiet.h"
#include "session/startnotes.h"
#include "store/actionstore.h"
#include "store/profilelock.h"
#include "store/weatherstore.h"

#include <QFileInfo>
#include <QSysInfo>

namespace Petrel {

namespace {

//! Longer than any request may take; a step cut off after that is only a pause.
constexpr qint64 longestStepMs = 40'000;
//! Settled actions and outages: as long as the window tells of them.
constexpr qint64 keepMs = 30LL * 24 * 3600 * 1000;

} // namespace

Engine::Engine() = default;

Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::open(std::shared_ptr<ProfileLock> lock, EngineOptions options)
{
    std::unique_ptr<Engine> engine(new Engine);
    engine->m_lock = std::move(lock);
    if (auto built = engine->build(options); !built.ok())
        return built.error();
    return engine;
}

Result<Unit> Engine::build(EngineOptions &options)
{
    m_clock = options.clock;
    if (!m_clock) {
        m_ownClock = makeSystemClock();
        m_clock = m_ownClock.get();
    }
    StoreOptions storing;
    storing.directory = options.profileDirectory;
    storing.clock = m_clock;
    storing.machineId = options.machineId.isEmpty() ? QSysInfo::machineUniqueId() : options.machineId;
    storing.threaded = options.threaded;
    storing.onPoint = std::move(options.onPoint);
    auto store = Store::open(storing);
    if (!store.ok())
        return store.error();
    m_store = store.take();

    m_weather = std::make_unique<OutageDetector>(m_store.get(), *m_clock);
    HttpTransport *transport = options.transport;
    if (!transport) {
        m_http = std::make_unique<HttpClient>(*m_clock, m_weather.get());
        transport = m_http.get();
    }
    if (options.addProviders)
        options.addProviders(m_registry, *transport, *m_clock);
    else
        m_registry.add(makeMastodonProvider(*transport, *m_clock));

    m_credentials = std::move(options.credentials);
    if (!m_credentials && !options.credentialsFile.isEmpty()) {
        m_credentialsFile = QFileInfo(options.credentialsFile).absoluteFilePath();
        m_credentials = std::make_unique<FileCredentialStore>(m_credentialsFile);
    } else if (!m_credentials) {
        m_credentials = std::make_unique<KeychainCredentialStore>();
    }
    m_outbox = std::make_unique<Outbox>(*m_store, *m_clock);
    Processor::Options processing = options.processing;
    processing.storeOpenedAtMs = m_store->startReport().startedAtMs;
    const AccountSession::Shared shared{*m_store, *m_weather, *m_clock, processing};
    m_accounts = std::make_unique<AccountManager>(*m_credentials, m_registry, shared);
    m_serverInfo = std::make_unique<ServerInfoRefresh>(m_registry, shared);
    return Unit{};
}

Task<Unit> Engine::start()
{
    const qint64 before = m_clock->nowMs() - keepMs;
    auto purged = m_store->journal([before](JournalTx &tx) -> Result<Unit> {
        if (auto settled = ActionStore(tx.db).purgeSettled(before); !settled.ok())
            return settled.error();
        return WeatherStore(tx.db).purge(before);
    });
    purged.finally(this, [](const Result<Unit> &done) {
        if (!done.ok())
            qCWarning(logSession) << "what is a month old cannot be forgotten:" << done.error().detail;
    });
    return m_accounts->load();
}

QStringList Engine::notes() const
{
    return startNotes(m_store->startReport());
}

Task<Unit> Engine::stop()
{
    QVector<Processor *> processors;
    for (const Account &account : m_accounts->accounts()) {
        if (auto *session = m_accounts->session(account.id))
            processors.append(&session->processor());
    }
    return stopAll(processors, *m_store, *m_clock, longestStepMs, this);
}

} // namespace Petrel
