// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "domain/capabilities.h"
#include "outbox/processor.h"
#include "service/authenticator.h"

#include <QObject>

#include <memory>

namespace Petrel {

class Clock;
class OutageDetector;
class ProfileSync;
class Service;
class ServiceProvider;
class Store;
class SyncEngine;
class ThreadSync;

//! One account at work: its service, its queue and its reading, woken by the weather of its server. Owns
//! nothing that other accounts use, so that dropping it touches nobody else.
class AccountSession : public QObject {
    Q_OBJECT
public:
    //! What every session of a program uses; all must outlive it.
    struct Shared {
        Store &store;
        OutageDetector &weather;
        Clock &clock;
        Processor::Options processing;
    };
    //! Unsupported where the account's network, or what it remembers of its server, is not known to this
    //! program. Without credentials (empty token) the session still knows what its server can do; it sends
    //! nothing then.
    static Result<std::unique_ptr<AccountSession>> make(const Account &account,
                                                        const Credentials &credentials,
                                                        ServiceProvider *provider, const Shared &shared);
    ~AccountSession() override;

    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] Service &service() { return *m_service; }
    [[nodiscard]] Processor &processor() { return *m_processor; }
    [[nodiscard]] SyncEngine &sync() { return *m_sync; }
    //! Answers Unsupported where the account's network has no threads.
    [[nodiscard]] ThreadSync &threads() { return *m_threads; }
    [[nodiscard]] ProfileSync &profile() { return *m_profile; }
    [[nodiscard]] bool hasToken() const { return m_hasToken; }
    //! What the account's server can do, known without asking it.
    [[nodiscard]] Capabilities capabilities() const;
    [[nodiscard]] bool canPublish() const;
    [[nodiscard]] bool canReact() const;

    //! Lets the queue go out from now on; until then the session only reads.
    void startSending();
    //! True once startSending() was called.
    [[nodiscard]] bool isSending() const { return m_sending; }
    //! Takes no further step and leaves the gate to whoever comes after it, also while it still exists.
    void retire();
    //! Takes over what others changed of the account (signed out, paused) and tells the gate.
    void update(const Account &account);

Q_SIGNALS:
    //! The server no longer takes the token.
    void signedOut(const Petrel::AccountId &account);

private:
    AccountSession(const Account &account, std::unique_ptr<Service> service, bool hasToken,
                   const Shared &shared);
    void tellGate();

    Account m_account;
    OutageDetector &m_weather;
    bool m_hasToken = false;
    bool m_sending = false;
    bool m_retired = false;
    std::unique_ptr<Service> m_service;
    std::unique_ptr<SyncEngine> m_sync;
    std::unique_ptr<ThreadSync> m_threads;
    std::unique_ptr<ProfileSync> m_profile;
    std::unique_ptr<Processor> m_processor;
};

} // namespace Petrel
