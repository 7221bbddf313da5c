// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "outbox/processor.h"

#include <QVector>

#include <functional>

namespace Petrel {

class Store;

//! Ends when `condition` holds; looked at on the next turn of the event loop, and again after each commit and
//! each move of one of the processors, always after the processors themselves have looked. Cancelled when
//! `context` goes first; the condition must bear that a processor is gone.
[[nodiscard]] Task<Unit> untilTrue(std::function<bool()> condition, const QVector<Processor *> &processors,
                                   Store &store, QObject *context);
//! Stops the processors and ends when every step that was under way has ended, at the latest after
//! `longestMs`.
[[nodiscard]] Task<Unit> stopAll(const QVector<Processor *> &processors, Store &store, Clock &clock,
                                 qint64 longestMs, QObject *context);

} // namespace Petrel
