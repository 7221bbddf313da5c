// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/steadytimes.h"

#include "support/fakeclock.h"

#include <QTest>

using namespace Petrel;

class SteadyTimesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAgeCountsMonotonicTimeOnceSeen();
    void aMomentInTheFutureIsNow();
    void neverIsVeryLongAgo();
    void aWaitIsBoundedAndDoesNotSlide();
};

void SteadyTimesTest::anAgeCountsMonotonicTimeOnceSeen()
{
    FakeClock clock;
    SteadyTimes times(clock);
    const qint64 moment = clock.nowMs() - 1000;
    QCOMPARE(times.ageOf(moment), 1000);
    clock.setWallClock(clock.nowMs() + 365LL * 86'400'000);
    clock.advance(500);
    QCOMPARE(times.ageOf(moment), 1500);
}

void SteadyTimesTest::aMomentInTheFutureIsNow()
{
    FakeClock clock;
    SteadyTimes times(clock);
    const qint64 moment = clock.nowMs() + 365LL * 86'400'000;
    QCOMPARE(times.ageOf(moment), 0);
    clock.advance(60'000);
    QCOMPARE(times.ageOf(moment), 60'000);
}

void SteadyTimesTest::neverIsVeryLongAgo()
{
    FakeClock clock;
    SteadyTimes times(clock);
    QVERIFY(times.ageOf(0) > 1'000'000'000'000LL);
}

void SteadyTimesTest::aWaitIsBoundedAndDoesNotSlide()
{
    FakeClock clock;
    SteadyTimes times(clock);
    const qint64 farAway = clock.nowMs() + 365LL * 86'400'000;
    QCOMPARE(times.until(farAway, 600'000), 600'000);
    clock.advance(599'000);
    QCOMPARE(times.until(farAway, 600'000), 1'000);
    clock.advance(2'000);
    QVERIFY(times.until(farAway, 600'000) <= 0);
    QCOMPARE(times.until(0, 600'000), 0);
}

QTEST_GUILESS_MAIN(SteadyTimesTest)
#include "steadytimestest.moc"
