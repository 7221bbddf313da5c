// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/words.h"

#include "base/clock.h"
#include "domain/words.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace Petrel {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;
constexpr qint64 stepMs = minuteMs / 2;

//! One decimal below ten, none above, never rounded up into what is not there yet.
QString shortened(double n)
{
    const double cut = n < 10 ? std::floor(n * 10) / 10 : std::floor(n);
    const bool whole = cut >= 10 || cut == std::floor(cut);
    return QLocale().toString(cut, 'f', whole ? 0 : 1);
}

} // namespace

Words::Words(Clock &clock, QObject *parent)
    : QObject(parent),
      m_clock(clock),
      m_nowMs(double(clock.nowMs()))
{
    goOn();
}

Words::~Words() = default;

void Words::goOn()
{
    const double now = double(m_clock.nowMs());
    m_alarm = m_clock.alarm(stepMs, [this] { goOn(); });
    if (now == m_nowMs)
        return;
    m_nowMs = now;
    Q_EMIT nowMsChanged();
}

QString Words::age(double ms, double nowMs) const
{
    const qint64 age = qint64(nowMs) - qint64(ms);
    if (age < minuteMs)
        return tr("now");
    if (age < hourMs)
        return tr("%n m", "minutes, short", int(age / minuteMs));
    if (age < dayMs)
        return tr("%n h", "hours, short", int(age / hourMs));
    if (age < 7 * dayMs)
        return tr("%n d", "days, short", int(age / dayMs));
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(qint64(ms)).date(), QLocale::ShortFormat);
}

QString Words::exact(double ms) const
{
    if (ms == 0)
        return {};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(qint64(ms));
    return tr("%1, %2", "date, time")
        .arg(QLocale().toString(at.date(), QLocale::LongFormat),
             QLocale().toString(at.time(), QLocale::ShortFormat));
}

QString Words::moment(double ms, double nowMs) const
{
    return ms == 0 ? QString() : clockTime(qint64(ms), qint64(nowMs));
}

QString Words::until(double ms, double nowMs) const
{
    if (ms == 0)
        return {};
    const qint64 left = qint64(ms) - qint64(nowMs);
    if (left <= 0)
        return tr("now");
    if (left < minuteMs)
        return tr("in %n second(s)", nullptr, int((left + 999) / 1000));
    if (left < hourMs)
        return tr("in %n minute(s)", nullptr, int((left + minuteMs / 2) / minuteMs));
    if (left < 2 * dayMs)
        return tr("in %n hour(s)", nullptr, int((left + hourMs / 2) / hourMs));
    return tr("in %n day(s)", nullptr, int((left + dayMs / 2) / dayMs));
}

QString Words::count(double n) const
{
    if (n < 1'000)
        return QLocale().toString(qint64(n));
    if (n < 1'000'000)
        return tr("%1 K", "thousands").arg(shortened(n / 1'000));
    return tr("%1 M", "millions").arg(shortened(n / 1'000'000));
}

} // namespace Petrel
