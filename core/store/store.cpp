// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "base/clock.h"
#include "base/mailbox.h"
#include "store/migrator.h"
#include "store/storefiles.h"
#include "store/storestart.h"

#include <QThread>

#include <condition_variable>
#include <map>
#include <mutex>

namespace Petrel {

namespace {

constexpr qint64 readerMmapBytes = 256LL * 1024 * 1024;

} // namespace

namespace Detail {

//! Waits on one thread for a call that another carries out.
class Handover {
public:
    void done()
    {
        const std::lock_guard lock(m_mutex);
        m_done = true;
        m_wake.notify_one();
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_done; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_done = false;
};

} // namespace Detail

struct Store::Private {
    StoreOptions options;
    StartReport report;
    std::unique_ptr<Database> reader;

    // Of the owner's thread.
    std::map<quint64, std::shared_ptr<void>> promises;
    quint64 lastTicket = 0;
    bool closing = false;
    std::unique_ptr<Mailbox> ownerMail;

    // Of the writing thread.
    std::unique_ptr<Database> journal;
    std::unique_ptr<Database> cache;
    bool killed = false;

    std::unique_ptr<QThread> thread;
    std::unique_ptr<Mailbox> writerMail;

    //! Runs a call on the writing thread behind all that was asked for before, and waits for it.
    void runAndWait(const std::function<void()> &call)
    {
        if (!thread)
            return call();
        Detail::Handover handover;
        writerMail->post([&] {
            call();
            handover.done();
        });
        handover.wait();
    }
};

Store::Store()
    : d(std::make_unique<Private>())
{ }

Store::~Store()
{
    d->closing = true;
    if (d->thread)
        d->runAndWait([] {});
    // Dropping a promise ends its task, whose consumer may still read.
    while (!d->promises.empty()) {
        auto promises = std::move(d->promises);
        d->promises.clear();
    }
    // The last connection to close folds the log into the file, which the reading one could not.
    d->reader.reset();
    d->runAndWait([this] {
        d->journal.reset();
        d->cache.reset();
    });
    if (d->thread) {
        d->thread->quit();
        d->thread->wait();
    }
}

Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options)
{
    if (auto made = makePrivateDirectory(options.directory); !made.ok())
        return made.error();
    std::unique_ptr<Store> store(new Store);
    Private &d = *store->d;
    d.options = options;
    if (options.threaded) {
        d.ownerMail = std::make_unique<Mailbox>();
        d.thread = std::make_unique<QThread>();
        d.thread->setObjectName(QStringLiteral("petrel-store"));
        d.writerMail = std::make_unique<Mailbox>();
        d.writerMail->moveToThread(d.thread.get());
        d.thread->start();
    }

    Result<Unit> started = Unit{};
    d.runAndWait([&] {
        const StoreStart::Reach reach = [raw = store.get()](StorePoint point) { return raw->reach(point); };
        StoreStart start(d.options, reach, d.report);
        started = start.run();
        d.journal = start.takeJournal();
        d.cache = start.takeCache();
    });
    if (!started.ok())
        return started.error();
    if (auto opened = store->openReader(); !opened.ok())
        return opened.error();
    return store;
}

Result<Unit> Store::openReader()
{
    Database::Options options;
    options.readOnly = true;
    options.mmapBytes = readerMmapBytes;
    options.onDamage = [profile = d->options.directory] { StoreStart::suspectCache(profile); };
    auto opened = Database::open(StoreStart::journalPath(d->options.directory), options);
    if (!opened.ok())
        return opened.error();
    d->reader = opened.take();
    {
        // Attached files are read-only as well where the main one was opened so.
        Statement attach = d->reader->statement(QStringLiteral("ATTACH DATABASE ? AS cache"));
        attach.bind(StoreStart::cachePath(d->options.directory));
        if (auto done = attach.run(); !done.ok())
            return done.error();
    }
    if (auto overlay = storeScript(QStringLiteral("overlay.sql")); overlay.ok()) {
        if (auto laid = runScript(*d->reader, overlay.value()); !laid.ok())
            return laid;
    }
    return d->reader->execute(QStringLiteral("PRAGMA query_only=1"));
}

Database &Store::reader()
{
    Q_ASSERT(QThread::currentThread() == thread());
    return *d->reader;
}

const StartReport &Store::startReport() const
{
    return d->report;
}

QString Store::directory() const
{
    return d->options.directory;
}

Database &Store::journalWriter()
{
    return *d->journal;
}

Database &Store::cacheWriter()
{
    return *d->cache;
}

Result<Unit> Store::reach(StorePoint point)
{
    if (!d->killed && d->options.onPoint && !d->options.onPoint(point))
        d->killed = true;
    if (d->killed)
        return Error{ErrorKind::Storage, {}, QStringLiteral("the store was stopped"), {}};
    return Unit{};
}

void Store::runOnWriter(std::function<void()> work)
{
    if (d->writerMail)
        d->writerMail->post(std::move(work));
    else
        work();
}

void Store::postToOwner(std::function<void()> call)
{
    if (d->ownerMail)
        d->ownerMail->post(std::move(call));
    else
        call();
}

void Store::announce(const ChangeSet &changes)
{
    Q_EMIT changed(changes);
}

quint64 Store::keep(std::shared_ptr<void> promise)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (d->closing)
        return 0;
    d->promises.emplace(++d->lastTicket, std::move(promise));
    return d->lastTicket;
}

std::shared_ptr<void> Store::take(quint64 ticket)
{
    auto kept = d->promises.extract(ticket);
    return kept ? std::move(kept.mapped()) : nullptr;
}

ReadTransaction::ReadTransaction(Database &reader)
    : m_reader(reader),
      m_open(m_reader.m_readTransactions++ == 0 && reader.execute(QStringLiteral("BEGIN")).ok())
{
    if (!m_open)
        return;
    // The journal's snapshot must be the older one: a settle writes the cache first.
    (void)reader.number(QStringLiteral("SELECT count(*) FROM main.profile"));
    (void)reader.number(QStringLiteral("SELECT count(*) FROM cache.cache_profile"));
}

ReadTransaction::~ReadTransaction()
{
    if (m_open)
        (void)m_reader.execute(QStringLiteral("COMMIT"));
    --m_reader.m_readTransactions;
}

} // namespace Petrel
