// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <memory>

namespace Petrel {

//! A pending call of Clock::alarm; destroying it cancels the call.
class Alarm {
public:
    virtual ~Alarm() = default;
};

//! Time, timers and chance, handed in so that tests own them. Use from one thread (nowMs and monotonicMs from
//! any).
class Clock {
public:
    virtual ~Clock() = default;
    //! Wall time in milliseconds since 1970 UTC; may jump, also backwards.
    [[nodiscard]] virtual qint64 nowMs() const = 0;
    //! Milliseconds since an arbitrary start; never goes back.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
    //! Calls f once after at least `delayMs` on the calling thread's event loop.
    [[nodiscard]] virtual std::unique_ptr<Alarm> alarm(qint64 delayMs, std::function<void()> f) = 0;
    //! Even chance in [0, 1), for jitter.
    [[nodiscard]] virtual double chance() = 0;
    //! `count` bytes that nobody can guess (fixed by the seed in tests), for keys, states and identifiers.
    [[nodiscard]] virtual QByteArray randomBytes(int count) = 0;
};

//! The computer's own clock and entropy.
[[nodiscard]] std::unique_ptr<Clock> makeSystemClock();

//! 128 random bits as 32 hexadecimal digits.
[[nodiscard]] QString randomToken(Clock &clock);

} // namespace Petrel
