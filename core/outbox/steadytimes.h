// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QHash>

namespace Petrel {

//! Ages and waits of stored wall times, safe against a wall clock that jumps: a moment is tied to the
//! monotonic clock when it is first seen in this run, and only that is counted from then on. A moment in the
//! future counts as now (an age is never negative), and a wait is never longer than its limit. Milliseconds.
class SteadyTimes {
public:
    explicit SteadyTimes(const Clock &clock)
        : m_clock(clock)
    { }
    //! How long ago a stored moment was; 0 (never) gives a very long time.
    [[nodiscard]] qint64 ageOf(qint64 storedMs);
    //! How long until a stored moment, at most `limitMs`, counted from when it was first asked for; 0 or less
    //! = due.
    [[nodiscard]] qint64 until(qint64 storedMs, qint64 limitMs);

private:
    const Clock &m_clock;
    QHash<qint64, qint64> m_past; //!< stored moment → monotonic
    QHash<qint64, qint64> m_future;
};

} // namespace Petrel
