// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeclock.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

using namespace Petrel;

class ClockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void alarmsRingInTheOrderOfTheirTime()
    {
        FakeClock clock;
        QList<int> rung;
        const auto late = clock.alarm(300, [&] { rung.append(3); });
        const auto early = clock.alarm(100, [&] { rung.append(1); });
        const auto middle = clock.alarm(200, [&] { rung.append(2); });
        clock.advance(250);
        QCOMPARE(rung, (QList<int>{1, 2}));
        clock.advance(50);
        QCOMPARE(rung, (QList<int>{1, 2, 3}));
        QCOMPARE(clock.pendingAlarms(), 0);
    }

    void alarmsOfOneMomentRingInTheOrderTheyWereSet()
    {
        FakeClock clock;
        QList<int> rung;
        const auto a = clock.alarm(100, [&] { rung.append(1); });
        const auto b = clock.alarm(100, [&] { rung.append(2); });
        clock.advance(100);
        QCOMPARE(rung, (QList<int>{1, 2}));
    }

    void anAlarmSeesItsOwnMoment()
    {
        FakeClock clock;
        const qint64 start = clock.nowMs();
        const qint64 monotonic = clock.monotonicMs();
        qint64 wall = 0;
        qint64 steady = 0;
        const auto alarm = clock.alarm(70, [&] {
            wall = clock.nowMs() - start;
            steady = clock.monotonicMs() - monotonic;
        });
        clock.advance(1'000);
        QCOMPARE(wall, 70);
        QCOMPARE(steady, 70);
        QCOMPARE(clock.nowMs() - start, 1'000);
        QCOMPARE(clock.monotonicMs() - monotonic, 1'000);
    }

    void anAlarmSetByAnAlarmRingsOnTheWay()
    {
        FakeClock clock;
        QList<qint64> rung;
        const qint64 start = clock.monotonicMs();
        std::unique_ptr<Alarm> second;
        const auto first = clock.alarm(100, [&] {
            rung.append(clock.monotonicMs() - start);
            second = clock.alarm(100, [&] { rung.append(clock.monotonicMs() - start); });
        });
        clock.advance(250);
        QCOMPARE(rung, (QList<qint64>{100, 200}));
    }

    void aDestroyedAlarmStaysSilent()
    {
        FakeClock clock;
        bool rung = false;
        auto alarm = clock.alarm(100, [&] { rung = true; });
        QCOMPARE(clock.pendingAlarms(), 1);
        alarm.reset();
        QCOMPARE(clock.pendingAlarms(), 0);
        clock.advance(200);
        QVERIFY(!rung);
    }

    void anAlarmMayDestroyItselfAndAnother()
    {
        FakeClock clock;
        int rung = 0;
        std::unique_ptr<Alarm> self;
        auto other = clock.alarm(100, [&] { rung += 10; });
        self = clock.alarm(50, [&] {
            ++rung;
            other.reset();
            self.reset();
        });
        clock.advance(200);
        QCOMPARE(rung, 1);
    }

    void aChangedWallClockMovesNoAlarm()
    {
        FakeClock clock;
        bool rung = false;
        const auto alarm = clock.alarm(100, [&] { rung = true; });
        clock.setWallClock(clock.nowMs() - 365ll * 24 * 3600 * 1000);
        clock.advance(99);
        QVERIFY(!rung);
        clock.advance(1);
        QVERIFY(rung);
    }

    void theNextAlarmIsReachedOnlyWithinItsLimit()
    {
        FakeClock clock;
        bool rung = false;
        const auto alarm = clock.alarm(100, [&] { rung = true; });
        QVERIFY(!clock.advanceToNextAlarm(99));
        QVERIFY(clock.advanceToNextAlarm(100));
        QVERIFY(rung);
        QVERIFY(!clock.advanceToNextAlarm(1'000'000));
    }

    void anAlarmOutlivesItsClockHarmlessly()
    {
        std::unique_ptr<Alarm> alarm;
        {
            FakeClock clock;
            alarm = clock.alarm(100, [] {});
        }
        alarm.reset();
    }

    void chanceAndBytesRepeatWithTheSeed()
    {
        FakeClock a(7);
        FakeClock b(7);
        FakeClock c(8);
        QCOMPARE(a.randomBytes(16), b.randomBytes(16));
        QCOMPARE(a.chance(), b.chance());
        QVERIFY(a.randomBytes(16) != c.randomBytes(16));
        for (int i = 0; i < 1'000; ++i) {
            const double chance = a.chance();
            QVERIFY(chance >= 0 && chance < 1);
        }
    }

    void theSystemsAlarmRingsOnceFromTheEventLoop()
    {
        const auto clock = makeSystemClock();
        int rung = 0;
        const auto alarm = clock->alarm(0, [&] { ++rung; });
        QCOMPARE(rung, 0);
        QTRY_COMPARE(rung, 1);
        bool later = false;
        const auto marker = clock->alarm(5, [&] { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(rung, 1);
    }

    void theSystemsAlarmIsCancelledByDestroyingIt()
    {
        const auto clock = makeSystemClock();
        bool rung = false;
        bool later = false;
        auto alarm = clock->alarm(0, [&] { rung = true; });
        const auto marker = clock->alarm(5, [&] { later = true; });
        alarm.reset();
        QTRY_VERIFY(later);
        QVERIFY(!rung);
    }

    void theSystemsAlarmMayDestroyItself()
    {
        const auto clock = makeSystemClock();
        bool rung = false;
        std::unique_ptr<Alarm> alarm;
        alarm = clock->alarm(0, [&] {
            alarm.reset();
            rung = true;
        });
        QTRY_VERIFY(rung);
    }

    void theSystemsAlarmTakesAnyDelay()
    {
        const auto clock = makeSystemClock();
        bool rung = false;
        const auto past = clock->alarm(-5'000, [&] { rung = true; });
        const auto never = clock->alarm(std::numeric_limits<qint64>::max(), [] { qFatal("rang at once"); });
        QTRY_VERIFY(rung);
    }

    void theSystemsClockIsTheComputers()
    {
        const auto clock = makeSystemClock();
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const qint64 now = clock->nowMs();
        QVERIFY(now >= before && now <= QDateTime::currentMSecsSinceEpoch());
        const qint64 monotonic = clock->monotonicMs();
        QVERIFY(clock->monotonicMs() >= monotonic);
        const double chance = clock->chance();
        QVERIFY(chance >= 0 && chance < 1);
    }

    void tokensAreLongAndNeverTheSame()
    {
        const auto clock = makeSystemClock();
        QSet<QString> tokens;
        for (int i = 0; i < 200; ++i) {
            const QString token = randomToken(*clock);
            QCOMPARE(token.size(), 32);
            tokens.insert(token);
        }
        QCOMPARE(tokens.size(), 200);
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "clocktest.moc"
