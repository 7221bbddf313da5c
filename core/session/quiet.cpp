// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/quiet.h"

#include "base/clock.h"
#include "base/mailbox.h"
#include "store/store.h"

#include <QPointer>
#include <QSet>

#include <memory>

namespace Petrel {

namespace {

//! Lives until its condition holds or its context goes.
class Watcher : public QObject {
public:
    Watcher(std::function<bool()> condition, QObject *parent)
        : QObject(parent),
          m_condition(std::move(condition))
    { }
    //! Through the event loop, so that a processor woken by the same signal has looked before.
    void lookSoon()
    {
        if (m_posted)
            return;
        m_posted = true;
        m_mailbox.post([this] {
            m_posted = false;
            look();
        });
    }
    void end()
    {
        deleteLater();
        m_promise.finish(Unit{});
    }
    [[nodiscard]] Task<Unit> task() const { return m_promise.task(); }
    std::unique_ptr<Alarm> deadline;

private:
    void look()
    {
        if (!m_promise.isFinished() && m_condition())
            end();
    }

    std::function<bool()> m_condition;
    Promise<Unit> m_promise;
    Mailbox m_mailbox;
    bool m_posted = false;
};

Watcher *watch(std::function<bool()> condition, const QVector<Processor *> &processors, Store &store,
               QObject *context)
{
    auto *watcher = new Watcher(std::move(condition), context);
    const auto soon = [watcher] { watcher->lookSoon(); };
    for (Processor *processor : processors) {
        QObject::connect(processor, &Processor::stateChanged, watcher, soon);
        QObject::connect(processor, &Processor::stepped, watcher, soon);
        QObject::connect(processor, &QObject::destroyed, watcher, soon);
    }
    QObject::connect(&store, &Store::changed, watcher, soon);
    watcher->lookSoon();
    return watcher;
}

} // namespace

Task<Unit> untilTrue(std::function<bool()> condition, const QVector<Processor *> &processors, Store &store,
                     QObject *context)
{
    return watch(std::move(condition), processors, store, context)->task();
}

Task<Unit> stopAll(const QVector<Processor *> &processors, Store &store, Clock &clock, qint64 longestMs,
                   QObject *context)
{
    auto busy = std::make_shared<QSet<const QObject *>>();
    for (Processor *processor : processors) {
        busy->insert(processor);
        // A step that ends after stop() is the last one, whatever the queue's state still says.
        QObject::connect(processor, &Processor::stepped, context,
                         [busy, processor] { busy->remove(processor); });
        QObject::connect(processor, &QObject::destroyed, context,
                         [busy, processor] { busy->remove(processor); });
        processor->stop();
    }
    const auto ended = [busy] {
        for (auto at = busy->begin(); at != busy->end();) {
            const auto *processor = static_cast<const Processor *>(*at);
            at = processor->state() == QueueState::Busy ? std::next(at) : busy->erase(at);
        }
        return busy->isEmpty();
    };
    Watcher *watcher = watch(ended, processors, store, context);
    watcher->deadline = clock.alarm(longestMs, [watcher] { watcher->end(); });
    return watcher->task();
}

} // namespace Petrel
