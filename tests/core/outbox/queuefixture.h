// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/outbox.h"
#include "outbox/processor.h"
#include "store/accountstore.h"
#include "store/actionstore.h"
#include "store/attemptstore.h"
#include "store/poststore.h"
#include "store/store.h"
#include "support/fakeclock.h"
#include "support/gatestub.h"
#include "support/memoryservice.h"
#include "support/temporaryprofile.h"

#include <QCoreApplication>

namespace Petrel {

//! One account on the in-memory network with its outbox, in one thread under a fake clock.
class QueueFixture {
public:
    FakeClock clock;
    GateStub gate{clock};
    MemoryNetwork network{clock};
    TemporaryProfile profile;
    Account account;
    std::unique_ptr<MemoryService> service;
    std::unique_ptr<Store> store;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<Processor> processor;
    ProcessorOptions options;
    QByteArray machineId = "machine";
    std::function<bool(StorePoint)> onPoint; //!< see StoreOptions; taken over by open()

    QueueFixture()
    {
        network.addUser(QStringLiteral("alice.test"));
        network.addUser(QStringLiteral("bob.test"));
        account.id = AccountId(QStringLiteral("a"));
        account.service = QStringLiteral("memory");
        account.host = ServerHost(QStringLiteral("memory.test"));
        account.handle = QStringLiteral("alice.test");
        service = std::make_unique<MemoryService>(network, account.handle, clock);
        open();
        if (!run(store->journal([this](JournalTx &tx) { return AccountStore(tx.db).insert(account); })).ok())
            qFatal("cannot insert the account");
    }
    ~QueueFixture() { close(); }

    void open()
    {
        StoreOptions storeOptions;
        storeOptions.directory = profile.path();
        storeOptions.clock = &clock;
        storeOptions.machineId = machineId;
        storeOptions.threaded = false;
        storeOptions.onPoint = onPoint;
        auto opened = Store::open(storeOptions);
        if (!opened.ok())
            qFatal("cannot open: %s", qPrintable(opened.error().detail));
        store = opened.take();
        outbox = std::make_unique<Outbox>(*store, clock);
    }
    void close()
    {
        processor.reset();
        outbox.reset();
        store.reset();
    }
    void startProcessor()
    {
        processor = std::make_unique<Processor>(account, *store, *service, gate, clock, options);
        processor->start();
    }

    template <typename T> Result<T> run(Task<T> task)
    {
        QObject context;
        std::optional<Result<T>> result;
        task.finally(&context, [&](Result<T> r) { result.emplace(std::move(r)); });
        pump();
        return result ? std::move(*result) : Result<T>(Error{ErrorKind::Cancelled, {}, {}, {}});
    }
    void pump()
    {
        for (int i = 0; i < 60; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }
    //! Lets the fake time pass alarm by alarm.
    void pass(qint64 ms)
    {
        const qint64 end = clock.monotonicMs() + ms;
        pump();
        while (clock.advanceToNextAlarm(end - clock.monotonicMs()))
            pump();
        clock.advance(std::max<qint64>(0, end - clock.monotonicMs()));
        pump();
    }
    Action enqueuePost(const QString &text)
    {
        NewAction wish;
        wish.account = account.id;
        wish.content.text = text;
        return run(outbox->enqueue(wish)).take();
    }
    Action enqueueSet(ActionKind kind, const QString &uri, bool wanted = true)
    {
        NewAction wish;
        wish.account = account.id;
        wish.kind = kind;
        wish.wanted = wanted;
        wish.subject.uri = PostUri(uri);
        wish.subject.url = uri;
        return run(outbox->enqueue(wish)).take();
    }
    Action now(const Action &action) { return ActionStore(store->reader()).find(action.id).take(); }
    QVector<Attempt> attempts(const Action &action)
    {
        return AttemptStore(store->reader()).of(action.id).take();
    }
    qint64 intents() { return store->reader().number(QStringLiteral("SELECT count(*) FROM intent")).take(); }
    QStringList texts() { return network.textsBy(account.handle); }
};

} // namespace Petrel
