// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "outbox/processor.h"
#include "service/registry.h"
#include "session/accountmanager.h"
#include "session/credentialstore.h"
#include "session/serverinforefresh.h"
#include "store/store.h"
#include "weather/outagedetector.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace Petrel {

class Clock;
class HttpClient;
class Outbox;
class ProfileLock;

//! What a program decides about its engine. Everything has the value for people; tests hand in other things.
struct EngineOptions {
    QString profileDirectory;
    QString credentialsFile; //!< empty = the desktop's keychain
    Processor::Options processing;
    QByteArray machineId; //!< empty = this computer's
    bool threaded = true; //!< see StoreOptions
    std::function<bool(StorePoint)> onPoint; //!< see StoreOptions
    Clock *clock = nullptr; //!< null = the computer's; must outlive the engine
    std::unique_ptr<CredentialStore> credentials; //!< overrides credentialsFile
    HttpTransport *transport = nullptr; //!< null = the real network; must outlive the engine
    //! Fills the registry; empty = every network this program speaks.
    std::function<void(ServiceRegistry &, HttpTransport &, Clock &)> addProviders;
};

//! The composition root of core: one profile at work. Owns clock, store, weather, network, registry and
//! accounts, in the order in which they need each other, and hands out references; forwards nothing.
class Engine : public QObject {
    Q_OBJECT
public:
    //! Opens the profile under a lock the caller has taken and the engine keeps.
    static Result<std::unique_ptr<Engine>> open(std::shared_ptr<ProfileLock> lock, EngineOptions options);
    ~Engine() override;

    //! Reads the accounts and their tokens; forgets what was settled long ago. Once, before anything else.
    Task<Unit> start();
    //! What opening the profile found that the person should know; empty = all is well.
    [[nodiscard]] QStringList notes() const;
    //! Lets no queue take another step; ends when every step under way has ended.
    Task<Unit> stop();

    [[nodiscard]] Clock &clock() { return *m_clock; }
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] OutageDetector &weather() { return *m_weather; }
    [[nodiscard]] ServiceRegistry &registry() { return m_registry; }
    [[nodiscard]] AccountManager &accounts() { return *m_accounts; }
    [[nodiscard]] Outbox &outbox() { return *m_outbox; }
    [[nodiscard]] ServerInfoRefresh &serverInfo() { return *m_serverInfo; }
    //! Absolute path; empty = keychain (or handed-in store).
    [[nodiscard]] QString credentialsFile() const { return m_credentialsFile; }

private:
    Engine();
    Result<Unit> build(EngineOptions &options);

    QString m_credentialsFile;
    std::shared_ptr<ProfileLock> m_lock;
    std::unique_ptr<Clock> m_ownClock;
    Clock *m_clock = nullptr;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<OutageDetector> m_weather;
    std::unique_ptr<HttpClient> m_http;
    ServiceRegistry m_registry;
    std::unique_ptr<CredentialStore> m_credentials;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<AccountManager> m_accounts;
    std::unique_ptr<ServerInfoRefresh> m_serverInfo;
};

} // namespace Petrel
