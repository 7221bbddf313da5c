// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "domain/action.h"
#include "outbox/processoroptions.h"

#include <QObject>

#include <memory>

namespace Petrel {

class Clock;
class Gate;
class Service;
class Store;

//! How far an account's queue is.
enum class QueueState {
    Idle, //!< nothing open (a watch counts as nothing)
    Busy, //!< a step is under way or due now
    Waiting, //!< something waits for a time, the weather or a check
    NeedsYou, //!< everything else is done; at least one action needs the person
};

//! Carries out one account's wishes, step by step: each step makes at most one request, writes server truth
//! to the cache, then settles the journal. All state between steps is in the store; destroying a processor at
//! any time is only a pause. Runs on the store owner's thread.
class Processor : public QObject {
    Q_OBJECT
public:
    using Options = ProcessorOptions;
    //! All references must outlive it; `service` is the account's own.
    Processor(const Account &account, Store &store, Service &service, Gate &gate, Clock &clock,
              const Options &options, QObject *parent = nullptr);
    ~Processor() override;

    //! Begins: until then it takes no step, whatever wakes it.
    void start();
    //! Looks again at once (weather changed, new wish). Safe to call at any time.
    void wake();
    //! Tries now whatever waits for back-off; settling pauses are kept.
    void tryNow();
    //! Takes no further step after the one under way.
    void stop();
    [[nodiscard]] QueueState state() const;
    //! Wall time of the next thing to happen by itself; 0 = none known.
    [[nodiscard]] qint64 nextWakeMs() const;

Q_SIGNALS:
    void stateChanged();
    //! A step ended (for tests and for progress).
    void stepped();
    //! The server no longer takes the token.
    void signedOut();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Petrel
