// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QString>
#include <QTimer>

#include <algorithm>
#include <limits>

namespace Petrel {

namespace {

class SystemAlarm : public Alarm {
public:
    SystemAlarm(qint64 delayMs, std::function<void()> f)
        : m_leftMs(std::max<qint64>(0, delayMs)),
          m_call(std::move(f))
    {
        m_timer.setSingleShot(true);
        // A coarse timer may ring a twentieth too early.
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (m_leftMs > 0) {
                startTimer();
                return;
            }
            // The call may destroy this alarm.
            const auto call = m_call;
            call();
        });
        startTimer();
    }

private:
    //! A timer counts in int, which ends after 24 days.
    void startTimer()
    {
        const qint64 part = std::min<qint64>(m_leftMs, std::numeric_limits<int>::max());
        m_leftMs -= part;
        m_timer.start(int(part));
    }

    QTimer m_timer;
    qint64 m_leftMs;
    std::function<void()> m_call;
};

class SystemClock : public Clock {
public:
    SystemClock() { m_elapsed.start(); }
    qint64 nowMs() const override { return QDateTime::currentMSecsSinceEpoch(); }
    qint64 monotonicMs() const override { return m_elapsed.elapsed(); }
    std::unique_ptr<Alarm> alarm(qint64 delayMs, std::function<void()> f) override
    {
        return std::make_unique<SystemAlarm>(delayMs, std::move(f));
    }
    double chance() override { return QRandomGenerator::global()->generateDouble(); }
    QByteArray randomBytes(int count) override
    {
        QByteArray bytes(count, Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(QRandomGenerator::system()->generate() & 0xff);
        return bytes;
    }

private:
    QElapsedTimer m_elapsed;
};

} // namespace

std::unique_ptr<Clock> makeSystemClock()
{
    return std::make_unique<SystemClock>();
}

QString randomToken(Clock &clock)
{
    return QString::fromLatin1(clock.randomBytes(16).toHex());
}

} // namespace Petrel
