// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "domain/action.h"
#include "store/accountstore.h"
#include "store/actionstore.h"
#include "store/attemptstore.h"
#include "store/store.h"
#include "support/fakeclock.h"
#include "support/temporaryprofile.h"

#include <QEventLoop>
#include <QtTest>

#include <optional>

namespace Petrel {

//! Lets the event loop turn until a task has ended.
template <typename T> Result<T> ended(Task<T> task)
{
    std::optional<Result<T>> outcome;
    QObject context;
    QEventLoop loop;
    task.finally(&context, [&](Result<T> result) {
        outcome.emplace(std::move(result));
        loop.quit();
    });
    if (!outcome)
        loop.exec();
    return *outcome;
}

inline StoreOptions optionsFor(const QString &directory, Clock &clock, bool threaded = false)
{
    StoreOptions options;
    options.directory = directory;
    options.clock = &clock;
    options.machineId = "this computer";
    options.threaded = threaded;
    return options;
}

//! Null where opening failed.
inline std::unique_ptr<Store> opened(const StoreOptions &options)
{
    auto store = Store::open(options);
    if (!store.ok()) {
        qWarning().noquote() << store.error().message << store.error().detail;
        return nullptr;
    }
    return store.take();
}

inline Account accountNamed(const QString &id)
{
    Account account;
    account.id = AccountId(id);
    account.service = QStringLiteral("test");
    account.host = ServerHost(QStringLiteral("example.org"));
    account.handle = id + QStringLiteral("@example.org");
    return account;
}

inline Action publishOf(const QString &account, const QString &uid)
{
    Action action;
    action.uid = uid;
    action.account = AccountId(account);
    action.content.text = QStringLiteral("text of ") + uid;
    action.createdAtMs = 1'789'999'000'000;
    return action;
}

inline Action wishOf(const QString &account, const QString &uid, ActionKind kind, const QString &subject)
{
    Action action = publishOf(account, uid);
    action.content = {};
    action.kind = kind;
    action.subject.uri = PostUri(subject);
    return action;
}

//! Writes an account into the journal.
inline bool addAccount(Store &store, const Account &account)
{
    return ended(store.journal([account](JournalTx &tx) { return AccountStore(tx.db).insert(account); }))
        .ok();
}

//! Writes an action into the journal; gives its id, null on failure.
inline ActionId addAction(Store &store, const Action &action)
{
    auto written = ended(store.journal([action](JournalTx &tx) -> Result<ActionId> {
        Action copy = action;
        if (auto done = ActionStore(tx.db).insert(copy); !done.ok())
            return done.error();
        tx.changes.actions.insert(copy.id);
        return copy.id;
    }));
    return written.ok() ? written.value() : ActionId();
}

inline Action actionOf(Store &store, const ActionId &id)
{
    auto found = ActionStore(store.reader()).find(id);
    return found.ok() ? found.value() : Action{};
}

inline QVector<Attempt> attemptsOf(Store &store, const ActionId &id)
{
    auto found = AttemptStore(store.reader()).of(id);
    return found.ok() ? found.value() : QVector<Attempt>{};
}

//! Overwrites bytes of a file in place.
inline bool spoil(const QString &path, qint64 from, qint64 count)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(from)
        && file.write(QByteArray(count, '\x5a')) == count;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace Petrel
