// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "support/fakeclock.h"

#include <QCoreApplication>
#include <QObject>

#include <optional>

namespace Petrel {

//! Lets everything happen that is due now: events already posted, and what they post.
inline void drain(int rounds = 50)
{
    for (int i = 0; i < rounds; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

//! Runs a task to its end under the fake clock: what is due now first, then the clock moves from alarm to
//! alarm, at most `longestMs` in all. Nothing where the task did not end by then.
template <typename T>
[[nodiscard]] std::optional<Result<T>> driveToEnd(Task<T> task, FakeClock &clock,
                                                  qint64 longestMs = 3'600'000)
{
    QObject context;
    std::optional<Result<T>> ended;
    task.finally(&context, [&ended](Result<T> result) { ended.emplace(std::move(result)); });
    const qint64 until = clock.monotonicMs() + longestMs;
    for (;;) {
        for (int i = 0; i < 20 && !ended; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
        if (ended || !clock.advanceToNextAlarm(until - clock.monotonicMs()))
            return ended;
    }
}

} // namespace Petrel
