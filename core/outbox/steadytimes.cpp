// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/steadytimes.h"

#include <algorithm>
#include <limits>

namespace Petrel {

namespace {

// Far beyond what any queue refers to at a time; only bounds a process that runs for months.
constexpr int forgetAt = 20'000;

} // namespace

qint64 SteadyTimes::ageOf(qint64 storedMs)
{
    if (storedMs == 0)
        return std::numeric_limits<qint64>::max() / 4;
    auto known = m_past.constFind(storedMs);
    if (known == m_past.constEnd()) {
        if (m_past.size() > forgetAt)
            m_past.clear();
        const qint64 age = std::max<qint64>(0, m_clock.nowMs() - storedMs);
        known = m_past.insert(storedMs, m_clock.monotonicMs() - age);
    }
    return m_clock.monotonicMs() - known.value();
}

qint64 SteadyTimes::until(qint64 storedMs, qint64 limitMs)
{
    if (storedMs == 0)
        return 0;
    auto known = m_future.constFind(storedMs);
    if (known == m_future.constEnd()) {
        if (m_future.size() > forgetAt)
            m_future.clear();
        const qint64 wait = std::clamp<qint64>(storedMs - m_clock.nowMs(), 0, limitMs);
        known = m_future.insert(storedMs, m_clock.monotonicMs() + wait);
    }
    return known.value() - m_clock.monotonicMs();
}

} // namespace Petrel
