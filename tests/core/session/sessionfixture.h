// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "session/accountmanager.h"
#include "session/engine.h"
#include "store/profilelock.h"
#include "support/fakeclock.h"
#include "support/fakemastodon/directtransport.h"
#include "support/fakemastodon/fakemastodon.h"
#include "support/memorycredentialstore.h"
#include "support/temporaryprofile.h"

#include <QCoreApplication>

#include <functional>
#include <memory>
#include <optional>

namespace Petrel {

//! An engine on a profile of its own, with two servers in this process and no sockets. Everything happens in
//! processEvents() and the fake clock.
class SessionFixture {
public:
    SessionFixture()
        : one(Fake::Flavour::Mastodon42, clock, QUrl(QStringLiteral("https://one.example"))),
          two(Fake::Flavour::Mastodon42, clock, QUrl(QStringLiteral("https://two.example")))
    {
        for (Fake::FakeMastodon *server : {&one, &two}) {
            server->world().addUser(QStringLiteral("alice"));
            server->world().addUser(QStringLiteral("bob"));
            server->world().follow(QStringLiteral("alice"), QStringLiteral("bob"));
        }
    }

    //! A new process on the same profile; tokens stay with the store that is handed on.
    void open()
    {
        engine.reset();
        transport.emplace(clock, &observer);
        transport->addServer(one);
        transport->addServer(two);
        EngineOptions options;
        options.profileDirectory = profile.path();
        options.machineId = "this machine";
        options.threaded = false;
        options.clock = &clock;
        options.transport = &*transport;
        options.onPoint = onPoint;
        auto store = std::make_unique<KeptCredentials>(tokens);
        credentials = store.get();
        options.credentials = std::move(store);
        auto lock = ProfileLock::acquire(profile.path());
        if (!lock.ok())
            qFatal("the profile is locked");
        auto opened = Engine::open(lock.take(), std::move(options));
        if (!opened.ok())
            qFatal("%s", qPrintable(describeError(opened.error()) + opened.error().detail));
        engine = opened.take();
        observer.target = &engine->weather();
        if (!wait(engine->start()).ok())
            qFatal("the engine does not start");
    }

    //! Runs the event loop, and the clock where nothing else moves, until the task ends.
    template <typename T> Result<T> wait(Task<T> task, qint64 withinMs = 120'000)
    {
        std::optional<Result<T>> result;
        QObject context;
        task.finally(&context, [&](Result<T> r) { result.emplace(std::move(r)); });
        const qint64 end = clock.monotonicMs() + withinMs;
        while (!result) {
            settle();
            if (!result && !clock.advanceToNextAlarm(end - clock.monotonicMs()))
                break;
        }
        return result ? *result : Result<T>(Error{ErrorKind::Timeout, {}, QStringLiteral("never ended"), {}});
    }

    //! Lets everything happen that needs no time.
    void settle()
    {
        for (int quiet = 0; quiet < 3;) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            quiet = transport && !transport->idle() ? 0 : quiet + 1;
        }
    }

    Secret tokenOf(Fake::FakeMastodon &server, const QString &user)
    {
        return Secret(server.world().issueToken(user));
    }

    //! Tokens that outlive an engine.
    class KeptCredentials : public MemoryCredentialStore {
    public:
        explicit KeptCredentials(QHash<QString, Secret> &kept)
            : m_kept(kept)
        { }
        Task<Secret> read(const AccountId &account) override
        {
            if (failing)
                return MemoryCredentialStore::read(account);
            const auto found = m_kept.constFind(account.value());
            if (found == m_kept.cend())
                return Error{ErrorKind::NotFound, {}, QStringLiteral("no such entry"), {}};
            return Result<Secret>(*found);
        }
        Task<Unit> write(const AccountId &account, const Secret &secret) override
        {
            if (failing)
                return MemoryCredentialStore::write(account, secret);
            m_kept.insert(account.value(), secret);
            return Result<Unit>(Unit{});
        }
        Task<Unit> remove(const AccountId &account) override
        {
            if (failing)
                return MemoryCredentialStore::remove(account);
            if (m_kept.remove(account.value()) == 0)
                return Error{ErrorKind::NotFound, {}, {}, {}};
            return Result<Unit>(Unit{});
        }

    private:
        QHash<QString, Secret> &m_kept;
    };

    struct Observer : HttpObserver {
        HttpObserver *target = nullptr;
        void exchanged(const HttpExchange &exchange) override
        {
            if (target)
                target->exchanged(exchange);
        }
    };

    TemporaryProfile profile;
    FakeClock clock;
    Fake::FakeMastodon one;
    Fake::FakeMastodon two;
    std::function<bool(StorePoint)> onPoint; //!< of the next open()
    QHash<QString, Secret> tokens;
    Observer observer;
    std::optional<Fake::DirectTransport> transport;
    MemoryCredentialStore *credentials = nullptr; //!< the engine's
    std::unique_ptr<Engine> engine;
};

} // namespace Petrel
