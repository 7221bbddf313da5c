// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"

namespace Petrel {

class FakeClock::FakeAlarm : public Alarm {
public:
    FakeAlarm(FakeClock *clock, std::pair<qint64, qint64> key)
        : clock(clock),
          key(key)
    { }
    ~FakeAlarm() override
    {
        if (clock)
            clock->m_alarms.erase(key);
    }
    FakeClock *clock;
    std::pair<qint64, qint64> key;
};

FakeClock::FakeClock(quint64 seed, qint64 nowMs)
    : m_random(seed * 0x9E3779B97F4A7C15ull + 1),
      m_now(nowMs)
{ }

FakeClock::~FakeClock()
{
    for (auto &[key, entry] : m_alarms)
        entry.alarm->clock = nullptr;
}

std::unique_ptr<Alarm> FakeClock::alarm(qint64 delayMs, std::function<void()> f)
{
    const auto key = std::make_pair(m_monotonic + std::max<qint64>(0, delayMs), ++m_serial);
    auto alarm = std::make_unique<FakeAlarm>(this, key);
    m_alarms.emplace(key, Entry{alarm.get(), std::move(f)});
    return alarm;
}

quint64 FakeClock::next()
{
    // splitmix64
    quint64 z = (m_random += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

double FakeClock::chance()
{
    return double(next() >> 11) / double(1ull << 53);
}

QByteArray FakeClock::randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(next() & 0xff);
    return bytes;
}

void FakeClock::advance(qint64 ms)
{
    const qint64 end = m_monotonic + ms;
    while (advanceToNextAlarm(end - m_monotonic)) { }
    m_now += end - m_monotonic;
    m_monotonic = end;
}

bool FakeClock::advanceToNextAlarm(qint64 withinMs)
{
    const auto first = m_alarms.begin();
    if (first == m_alarms.end() || first->first.first > m_monotonic + withinMs)
        return false;
    const qint64 step = std::max<qint64>(0, first->first.first - m_monotonic);
    m_now += step;
    m_monotonic += step;
    Entry entry = std::move(first->second);
    entry.alarm->clock = nullptr;
    m_alarms.erase(first);
    entry.call();
    return true;
}

} // namespace Petrel
