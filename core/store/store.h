// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "store/changeset.h"
#include "store/database.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Petrel {

class Clock;

//! Instants a test may count or stop at.
enum class StorePoint { BeforeCacheCommit, AfterCacheCommit, BeforeJournalCommit, AfterJournalCommit };

struct StoreOptions {
    QString directory; //!< the profile; created with mode 0700
    Clock *clock = nullptr; //!< must outlive the store
    QByteArray machineId; //!< of this computer, hashed before it is stored
    //! True: writes run on the store's own thread. False: at once on the caller's, for reproducible tests.
    bool threaded = true;
    //! Called at each point on the writing thread; answering false "kills" the store: that commit does not
    //! happen (Before…) or is the last one (After…), and every later write fails with Storage. Opening has
    //! two commits of its own (journal, then cache); killed there, open() fails with Storage.
    std::function<bool(StorePoint)> onPoint;
};

//! What opening found out; decides whether actions may go out by themselves.
struct StartReport {
    enum class Journal {
        Healthy,
        RestoredByUs, //!< was damaged or lost; the newest good copy took its place, or (`fresh`) there was
                      //!< none
        OlderThanCache, //!< somebody put an old copy back
        OtherMachine, //!< found on another computer
    };
    Journal journal = Journal::Healthy;
    qint64 journalTimeMs = 0; //!< when this journal was last known good, for the last three; 0 = unknown
    bool cacheSetAside = false; //!< the cache was damaged or of another journal; a new one was begun
    bool fresh = false; //!< the profile is new
    qint64 generation = 0; //!< of this start
    qint64 startedAtMs = 0;
};

//! A write transaction on the journal; `changes` goes out after its commit.
struct JournalTx {
    Database &db;
    ChangeSet &changes;
};

//! A write transaction on the cache.
struct CacheTx {
    Database &db;
    ChangeSet &changes;
};

//! The two databases of a profile. Opened once per process, under the profile's lock. Lives on the thread
//! that opens it; tasks end there. Reads go through reader(): journal as main, cache attached as "cache",
//! overlay views on top. Destroying it carries out the writes already asked for, and ends their tasks as
//! Cancelled, which then says nothing about whether they happened. What a write captures is copied to and
//! destroyed on the writing thread.
class Store : public QObject {
    Q_OBJECT
public:
    //! Opens, checks, copies, migrates and raises the generation, in the order that keeps copies older than
    //! caches. A journal of a newer Petrel is refused with words (Unsupported) and left as it is. The
    //! journal's raise also settles what the cache proves to be done and leaves no action in `sending`; after
    //! anything but a healthy journal every open action is `uncertain`, reason `restored`, with an attempt
    //! that ended at the journal's time: see journalstart.h. Both raises pass onPoint: the journal's, then
    //! the cache's.
    static Result<std::unique_ptr<Store>> open(const StoreOptions &options);
    ~Store() override;

    //! Runs f in one journal transaction (synchronous=FULL), committed if f succeeds.
    //! F: Result<T>(JournalTx &).
    template <typename F> auto journal(F f) -> Task<typename std::invoke_result_t<F, JournalTx &>::Value>
    {
        using T = typename std::invoke_result_t<F, JournalTx &>::Value;
        return dispatch<T>([f = std::move(f)](Store &store, ChangeSet &changes) mutable -> Result<T> {
            return store.template inJournal<T>(f, changes);
        });
    }

    //! Runs f in one cache transaction (synchronous=NORMAL). F: Result<T>(CacheTx &).
    template <typename F> auto cache(F f) -> Task<typename std::invoke_result_t<F, CacheTx &>::Value>
    {
        using T = typename std::invoke_result_t<F, CacheTx &>::Value;
        return dispatch<T>([f = std::move(f)](Store &store, ChangeSet &changes) mutable -> Result<T> {
            return store.template inCache<T>(f, changes, false);
        });
    }

    //! Server truth first (durably), then the journal: the only way a settle is written. One ChangeSet for
    //! both. Where the second fails the first stays; the next start settles by the action's uid in the cache.
    template <typename C, typename J>
    auto settle(C cacheWork, J journalWork) -> Task<typename std::invoke_result_t<J, JournalTx &>::Value>
    {
        using T = typename std::invoke_result_t<J, JournalTx &>::Value;
        return dispatch<T>([c = std::move(cacheWork), j = std::move(journalWork)](
                               Store &store, ChangeSet &changes) mutable -> Result<T> {
            auto truth = store.template inCache<Unit>(c, changes, true);
            if (!truth.ok())
                return truth.error();
            return store.template inJournal<T>(j, changes);
        });
    }

    //! The owner thread's read-only connection with the overlay views. Finish every statement before
    //! returning to the event loop. To read what belongs together in several statements, use a
    //! ReadTransaction.
    [[nodiscard]] Database &reader();
    [[nodiscard]] const StartReport &startReport() const;
    [[nodiscard]] QString directory() const;

Q_SIGNALS:
    //! Once per commit (once per settle), on the owner's thread.
    void changed(const Petrel::ChangeSet &changes);

private:
    Store();
    struct Private;
    std::unique_ptr<Private> d;

    [[nodiscard]] Database &journalWriter();
    [[nodiscard]] Database &cacheWriter();
    Result<Unit> openReader();
    //! Asks onPoint; an error once the store was killed.
    Result<Unit> reach(StorePoint point);
    void runOnWriter(std::function<void()> work);
    void postToOwner(std::function<void()> call);
    void announce(const ChangeSet &changes);

    //! Keeps a promise on the owner's thread until its work is done; null while the store is being destroyed.
    [[nodiscard]] quint64 keep(std::shared_ptr<void> promise);
    [[nodiscard]] std::shared_ptr<void> take(quint64 ticket);

    template <typename T, typename F> Result<T> inJournal(F &f, ChangeSet &changes)
    {
        ChangeSet own;
        JournalTx tx{journalWriter(), own};
        auto result = commitAround<T>(journalWriter(), StorePoint::BeforeJournalCommit,
                                      StorePoint::AfterJournalCommit, [&] { return f(tx); });
        if (result.ok())
            changes.merge(own);
        return result;
    }

    template <typename T, typename F> Result<T> inCache(F &f, ChangeSet &changes, bool durable)
    {
        if (auto set = cacheWriter().setFullSync(durable); !set.ok())
            return set.error();
        ChangeSet own;
        CacheTx tx{cacheWriter(), own};
        auto result = commitAround<T>(cacheWriter(), StorePoint::BeforeCacheCommit,
                                      StorePoint::AfterCacheCommit, [&] { return f(tx); });
        if (result.ok())
            changes.merge(own);
        return result;
    }

    template <typename T, typename F>
    Result<T> commitAround(Database &db, StorePoint before, StorePoint after, F work)
    {
        Transaction transaction(db);
        if (!transaction.begun().ok())
            return transaction.begun().error();
        Result<T> result = work();
        if (!result.ok())
            return result;
        if (auto alive = reach(before); !alive.ok())
            return alive.error();
        if (auto done = transaction.commit(); !done.ok())
            return done.error();
        if (auto alive = reach(after); !alive.ok())
            return alive.error();
        return result;
    }

    template <typename T> Task<T> dispatch(std::function<Result<T>(Store &, ChangeSet &)> work)
    {
        auto promise = std::make_shared<Promise<T>>();
        Task<T> task = promise->task();
        // The promise stays on the owner's thread, where its task ends: the writer carries a number there and
        // back.
        const quint64 ticket = keep(std::move(promise));
        if (ticket == 0)
            return task;
        runOnWriter([this, ticket, work = std::move(work)] {
            auto changes = std::make_shared<ChangeSet>();
            auto result = std::make_shared<Result<T>>(work(*this, *changes));
            postToOwner([this, ticket, changes, result] {
                const auto promise = std::static_pointer_cast<Promise<T>>(take(ticket));
                if (!changes->isEmpty())
                    announce(*changes);
                promise->finish(std::move(*result));
            });
        });
        return task;
    }
};

//! A consistent view over several reads: touches the journal first, so that its snapshot is the older one.
//! One inside another shares its view.
class ReadTransaction {
public:
    explicit ReadTransaction(Database &reader);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

private:
    Database &m_reader;
    bool m_open = false;
};

} // namespace Petrel
