// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/fetchmemory.h"

#include "support/fakeclock.h"

#include <QtTest>

using namespace Petrel;

namespace {

const QString host = QStringLiteral("media.example");
const QString address = QStringLiteral("https://media.example/a");

} // namespace

class FetchMemoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSilentHostIsLeftAloneForPausesThatGrow()
    {
        FakeClock clock;
        FetchMemory memory(clock);
        qint64 longest = 0;
        for (int i = 0; i < 12; ++i) {
            memory.hostFailed(host, {ErrorKind::ServerDown, {}, {}, {}});
            const auto refusal = memory.refusal(address, host);
            QVERIFY(refusal);
            QCOMPARE(refusal->kind, ErrorKind::ServerDown);
            QVERIFY(refusal->retryAfterMs.value() >= 500);
            longest = std::max(longest, *refusal->retryAfterMs);
            clock.advance(*refusal->retryAfterMs);
            QVERIFY(!memory.refusal(address, host));
            QVERIFY(memory.isShaky(host));
        }
        QVERIFY(longest > 30'000 && longest <= 300'000);
        memory.hostAnswered(host);
        QVERIFY(!memory.isShaky(host));
    }

    void otherHostsAreNotMeant()
    {
        FakeClock clock;
        FetchMemory memory(clock);
        memory.hostFailed(host, {ErrorKind::Timeout, {}, {}, {}});
        QVERIFY(!memory.refusal(QStringLiteral("https://other.example/a"), QStringLiteral("other.example")));
    }

    void failuresThatFallTogetherCountOnce()
    {
        FakeClock clock;
        FetchMemory memory(clock);
        for (int i = 0; i < 6; ++i)
            memory.hostFailed(host, {ErrorKind::ServerDown, {}, {}, {}});
        QVERIFY(memory.refusal(address, host)->retryAfterMs.value() <= 5'000);
    }

    void aPauseAskedForIsKept()
    {
        FakeClock clock;
        FetchMemory memory(clock);
        memory.hostFailed(host, {ErrorKind::RateLimited, {}, {}, 900'000});
        QCOMPARE(memory.refusal(address, host)->retryAfterMs.value(), 900'000);
    }

    void aBrokenAddressRestsForTenMinutesAndItsHostDoesNot()
    {
        FakeClock clock;
        FetchMemory memory(clock);
        memory.addressFailed(address, {ErrorKind::NotFound, {}, {}, {}});
        QCOMPARE(memory.refusal(address, host)->kind, ErrorKind::NotFound);
        QVERIFY(!memory.refusal(address + QLatin1Char('b'), host));
        QVERIFY(!memory.isShaky(host));
        clock.advance(599'999);
        QVERIFY(memory.refusal(address, host));
        clock.advance(1);
        QVERIFY(!memory.refusal(address, host));
    }

    void itForgetsTheOldestRatherThanGrow()
    {
        FakeClock clock;
        FetchMemory memory(clock);
        for (int i = 0; i < 2'001; ++i) {
            memory.addressFailed(address + QString::number(i), {ErrorKind::NotFound, {}, {}, {}});
            clock.advance(1);
        }
        QVERIFY(!memory.refusal(address + QLatin1Char('0'), host));
        QVERIFY(memory.refusal(address + QLatin1Char('1'), host));
        QVERIFY(memory.refusal(address + QStringLiteral("2000"), host));
        memory.clear();
        QVERIFY(!memory.refusal(address + QLatin1Char('1'), host));
    }
};

QTEST_GUILESS_MAIN(FetchMemoryTest)
#include "fetchmemorytest.moc"
