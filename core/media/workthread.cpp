// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/workthread.h"

#include "base/mailbox.h"

#include <QThread>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace Petrel {

struct WorkThread::Private {
    // Of the owner's thread.
    std::map<quint64, std::shared_ptr<void>> promises;
    quint64 lastTicket = 0;
    std::unique_ptr<Mailbox> ownerMail;

    std::atomic<bool> closing = false;
    std::unique_ptr<QThread> thread;
    std::unique_ptr<Mailbox> workMail;
};

WorkThread::WorkThread(const QString &name, bool threaded, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>())
{
    if (!threaded)
        return;
    d->ownerMail = std::make_unique<Mailbox>();
    d->thread = std::make_unique<QThread>();
    d->thread->setObjectName(name);
    d->workMail = std::make_unique<Mailbox>();
    d->workMail->moveToThread(d->thread.get());
    d->thread->start();
}

WorkThread::~WorkThread()
{
    finishWith([] {});
    if (d->thread) {
        d->thread->quit();
        d->thread->wait();
    }
    // Dropping a promise ends its task, whose consumer may ask for more.
    while (!d->promises.empty()) {
        auto promises = std::move(d->promises);
        d->promises.clear();
    }
}

void WorkThread::finishWith(const std::function<void()> &last)
{
    d->closing = true;
    if (!d->thread)
        return last();
    std::mutex mutex;
    std::condition_variable wake;
    bool done = false;
    d->workMail->post([&] {
        last();
        const std::lock_guard lock(mutex);
        done = true;
        wake.notify_one();
    });
    std::unique_lock lock(mutex);
    wake.wait(lock, [&] { return done; });
}

void WorkThread::dispatch(std::function<void()> work)
{
    if (!d->workMail) {
        if (!d->closing)
            work();
        return;
    }
    d->workMail->post([this, work = std::move(work)] {
        if (!d->closing)
            work();
    });
}

void WorkThread::toOwner(std::function<void()> call)
{
    if (d->ownerMail)
        d->ownerMail->post(std::move(call));
    else
        call();
}

quint64 WorkThread::keep(std::shared_ptr<void> promise)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (d->closing)
        return 0;
    d->promises.emplace(++d->lastTicket, std::move(promise));
    return d->lastTicket;
}

std::shared_ptr<void> WorkThread::take(quint64 ticket)
{
    auto kept = d->promises.extract(ticket);
    return kept ? std::move(kept.mapped()) : nullptr;
}

} // namespace Petrel
