// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <map>
#include <memory>

namespace Petrel {

//! A clock that stands still until a test moves it. Chance and bytes come from the seed.
class FakeClock : public Clock {
public:
    explicit FakeClock(quint64 seed = 1, qint64 nowMs = 1'790'000'000'000);
    ~FakeClock() override;

    qint64 nowMs() const override { return m_now; }
    qint64 monotonicMs() const override { return m_monotonic; }
    std::unique_ptr<Alarm> alarm(qint64 delayMs, std::function<void()> f) override;
    double chance() override;
    QByteArray randomBytes(int count) override;

    //! Moves time on, ringing every alarm on the way in order, those set meanwhile too.
    void advance(qint64 ms);
    //! Rings the next alarm, moving time to it; false where there is none within `withinMs`.
    bool advanceToNextAlarm(qint64 withinMs);
    //! Changes wall time only, as a person or a time server would.
    void setWallClock(qint64 nowMs) { m_now = nowMs; }
    [[nodiscard]] int pendingAlarms() const { return int(m_alarms.size()); }

private:
    class FakeAlarm;
    struct Entry {
        FakeAlarm *alarm;
        std::function<void()> call;
    };
    quint64 next();

    quint64 m_random;
    qint64 m_now;
    qint64 m_monotonic = 1'000'000;
    qint64 m_serial = 0;
    std::map<std::pair<qint64, qint64>, Entry> m_alarms; //!< by (monotonic time, order of setting)
};

} // namespace Petrel
