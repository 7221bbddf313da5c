// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "weather/outagedetector.h"
#include "store/store.h"
#include "store/weatherstore.h"
#include "support/fakeclock.h"
#include "support/temporaryprofile.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Petrel;

namespace {

const AccountId alice(QStringLiteral("alice"));
const AccountId bob(QStringLiteral("bob"));
const AccountId carol(QStringLiteral("carol"));
const ServerHost one(QStringLiteral("one.example"));
const ServerHost two(QStringLiteral("two.example"));

HttpExchange faultFrom(const ServerHost &host, HttpFault fault = HttpFault::Refused)
{
    HttpExchange exchange;
    exchange.host = host.value();
    exchange.fault = fault;
    return exchange;
}

HttpExchange answerFrom(const ServerHost &host, int status = 200, qint64 tookMs = 80,
                        const QByteArray &retryAfter = {})
{
    HttpExchange exchange;
    exchange.host = host.value();
    exchange.tookMs = tookMs;
    HttpResponse response;
    response.status = status;
    response.contentType = "application/json";
    response.body = "{}";
    if (!retryAfter.isEmpty())
        response.headers.append({"retry-after", retryAfter});
    exchange.response = response;
    return exchange;
}

//! A detector with alice and bob at one server, carol at another.
struct Sky {
    explicit Sky(Store *store = nullptr)
        : detector(store, clock)
    {
        detector.setAccount(alice, one, false, false);
        detector.setAccount(bob, one, false, false);
        detector.setAccount(carol, two, false, false);
    }
    void fail(int times, HttpFault fault = HttpFault::Refused)
    {
        for (int i = 0; i < times; ++i)
            detector.exchanged(faultFrom(one, fault));
    }
    WeatherState state() { return detector.weather(one).state; }
    FakeClock clock;
    OutageDetector detector;
};

std::unique_ptr<Store> openStore(const TemporaryProfile &profile, FakeClock &clock)
{
    StoreOptions options;
    options.directory = profile.path();
    options.clock = &clock;
    options.machineId = "test";
    options.threaded = false;
    auto store = Store::open(options);
    return store.ok() ? store.take() : nullptr;
}

QVector<Outage> outagesOf(Store &store)
{
    auto outages = WeatherStore(store.reader()).since(one, 0);
    return outages.ok() ? outages.take() : QVector<Outage>{};
}

} // namespace

class OutageDetectorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anUnknownServerIsClearAndOpen()
    {
        Sky sky;
        QCOMPARE(sky.state(), WeatherState::Clear);
        QVERIFY(sky.detector.ask(alice).allowed);
        QVERIFY(sky.detector.ask(AccountId(QStringLiteral("nobody"))).allowed);
        QCOMPARE(sky.detector.weather(one).sinceMs, 0);
    }

    void failuresInARowMakeSuspectThenDown_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<WeatherState>("state");
        QTest::addColumn<bool>("open");
        QTest::newRow("one") << 1 << WeatherState::Clear << true;
        QTest::newRow("two") << 2 << WeatherState::Clear << true;
        QTest::newRow("three") << 3 << WeatherState::Suspect << true;
        QTest::newRow("four") << 4 << WeatherState::Down << false;
        QTest::newRow("five") << 5 << WeatherState::Down << false;
    }
    void failuresInARowMakeSuspectThenDown()
    {
        QFETCH(int, failures);
        Sky sky;
        sky.fail(failures);
        QTEST(sky.state(), "state");
        QTEST(sky.detector.ask(alice).allowed, "open");
        QCOMPARE(sky.detector.weather(one).failures, failures);
        QCOMPARE(sky.detector.weather(one).cause, WeatherCause::Refused);
    }

    void oneServersStormIsNoOthers()
    {
        Sky sky;
        sky.fail(6);
        QVERIFY(!sky.detector.ask(bob).allowed);
        QVERIFY(sky.detector.ask(carol).allowed);
        QCOMPARE(sky.detector.weather(two).state, WeatherState::Clear);
    }

    void anAnswerInBetweenBeginsTheCountAnew()
    {
        Sky sky;
        sky.fail(3);
        sky.detector.exchanged(answerFrom(one, 404));
        QCOMPARE(sky.state(), WeatherState::Clear);
        sky.fail(3);
        QCOMPARE(sky.state(), WeatherState::Suspect);
    }

    void aPoisonedActionDoesNotTakeAHealthyServerDown()
    {
        Sky sky;
        for (int i = 0; i < 20; ++i)
            sky.detector.exchanged(answerFrom(one, 500));
        HttpExchange page = answerFrom(one, 500);
        page.response->contentType = "text/html";
        page.response->body = "<h1>We're sorry</h1>";
        for (int i = 0; i < 20; ++i)
            sky.detector.exchanged(page);
        QCOMPARE(sky.state(), WeatherState::Clear);
    }

    void twoSlowAnswersMakeItSlowAndAQuickOneClear()
    {
        Sky sky;
        sky.detector.exchanged(answerFrom(one, 200, 6'000));
        QCOMPARE(sky.state(), WeatherState::Clear);
        sky.detector.exchanged(answerFrom(one, 200, 6'000));
        QCOMPARE(sky.state(), WeatherState::Slow);
        QVERIFY(sky.detector.ask(alice).allowed);
        sky.detector.exchanged(answerFrom(one));
        QCOMPARE(sky.state(), WeatherState::Clear);
    }

    void aDownServerLetsOneProbeThroughAtATime()
    {
        Sky sky;
        sky.fail(4);
        const Permission shut = sky.detector.ask(alice);
        QVERIFY(!shut.allowed);
        QCOMPARE(shut.reason, ActionReason::ServerDown);
        QVERIFY(shut.untilMs > sky.clock.nowMs());
        QVERIFY(shut.untilMs <= sky.clock.nowMs() + 5'000);
        sky.clock.advance(shut.untilMs - sky.clock.nowMs());
        QVERIFY(sky.detector.ask(alice).allowed);
        QVERIFY(!sky.detector.ask(bob).allowed);
        // The holder may look again before it sends.
        QVERIFY(sky.detector.ask(alice).allowed);
        sky.fail(1);
        QVERIFY(!sky.detector.ask(alice).allowed);
        QVERIFY(!sky.detector.ask(bob).allowed);
    }

    void probesComeAtGrowingPausesNeverBeyondFiveMinutes()
    {
        Sky sky;
        sky.fail(4);
        qint64 ceiling = 5'000;
        for (int probe = 0; probe < 12; ++probe) {
            const qint64 pause = sky.detector.ask(alice).untilMs - sky.clock.nowMs();
            QVERIFY2(pause > 0 && pause <= ceiling, qPrintable(QString::number(pause)));
            QVERIFY(pause >= ceiling / 10);
            sky.clock.advance(pause);
            QVERIFY(sky.detector.ask(alice).allowed);
            sky.fail(1);
            ceiling = std::min<qint64>(2 * ceiling, 300'000);
        }
    }

    void theGateTellsWhenAProbeIsDue()
    {
        Sky sky;
        sky.fail(4);
        const qint64 pause = sky.detector.ask(alice).untilMs - sky.clock.nowMs();
        QSignalSpy changed(&sky.detector, &OutageDetector::changed);
        sky.clock.advance(pause - 1);
        QCOMPARE(changed.count(), 0);
        sky.clock.advance(1);
        QCOMPARE(changed.count(), 1);
    }

    void aProbeNobodyReportsIsGivenToTheNextAfterItsTime()
    {
        Sky sky;
        sky.fail(4);
        sky.clock.advance(5'000);
        QVERIFY(sky.detector.ask(alice).allowed);
        const Permission shut = sky.detector.ask(bob);
        QVERIFY(!shut.allowed);
        QSignalSpy changed(&sky.detector, &OutageDetector::changed);
        sky.clock.advance(shut.untilMs - sky.clock.nowMs());
        QVERIFY(changed.count() > 0);
        QVERIFY(sky.detector.ask(bob).allowed);
        QVERIFY(!sky.detector.ask(alice).allowed);
    }

    void aGrantGoesWithTheAccountThatHeldIt()
    {
        Sky sky;
        sky.fail(4);
        sky.clock.advance(5'000);
        QVERIFY(sky.detector.ask(alice).allowed);
        sky.detector.removeAccount(alice);
        QVERIFY(sky.detector.ask(bob).allowed);
    }

    void oneGoodAnswerEndsTheOutage()
    {
        Sky sky;
        sky.fail(7);
        QSignalSpy changed(&sky.detector, &OutageDetector::changed);
        sky.detector.exchanged(answerFrom(one, 401));
        QCOMPARE(sky.state(), WeatherState::Clear);
        QVERIFY(sky.detector.ask(alice).allowed);
        QVERIFY(sky.detector.ask(bob).allowed);
        QCOMPARE(changed.count(), 1);
    }

    void aProxysPageDoesNotEndAnOutage()
    {
        Sky sky;
        sky.fail(4);
        sky.clock.advance(5'000);
        QVERIFY(sky.detector.ask(alice).allowed);
        HttpExchange page = answerFrom(one, 404);
        page.response->contentType = "text/html";
        page.response->body = "<h1>No such site here</h1>";
        sky.detector.exchanged(page);
        QCOMPARE(sky.state(), WeatherState::Down);
        QVERIFY(!sky.detector.ask(alice).allowed);
    }

    void tryNowMakesTheProbeDue()
    {
        Sky sky;
        sky.fail(9);
        QVERIFY(!sky.detector.ask(alice).allowed);
        sky.detector.forgetBackoff(one);
        QVERIFY(sky.detector.ask(alice).allowed);
        QVERIFY(!sky.detector.ask(bob).allowed);
    }

    void maintenanceSetsTheTimeOfTheNextProbe()
    {
        Sky sky;
        HttpExchange maintenance = answerFrom(one, 503, 80, "200");
        for (int i = 0; i < 4; ++i)
            sky.detector.exchanged(maintenance);
        QCOMPARE(sky.detector.weather(one).cause, WeatherCause::Maintenance);
        QCOMPARE(sky.detector.ask(alice).untilMs, sky.clock.nowMs() + 200'000);
    }

    void aRateLimitClosesTheGateUntilItsEnd()
    {
        Sky sky;
        sky.detector.exchanged(answerFrom(one, 429, 80, "120"));
        QCOMPARE(sky.state(), WeatherState::RateLimited);
        const Permission shut = sky.detector.ask(alice);
        QVERIFY(!shut.allowed);
        QCOMPARE(shut.reason, ActionReason::RateLimited);
        QCOMPARE(shut.untilMs, sky.clock.nowMs() + 120'000);
        QVERIFY(sky.detector.ask(carol).allowed);
        QSignalSpy changed(&sky.detector, &OutageDetector::changed);
        // Another answer meanwhile does not lift it, nor does "try now".
        sky.detector.exchanged(answerFrom(one));
        sky.detector.forgetBackoff(one);
        QVERIFY(!sky.detector.ask(alice).allowed);
        sky.clock.advance(120'000);
        QVERIFY(sky.detector.ask(alice).allowed);
        QCOMPARE(sky.state(), WeatherState::Clear);
        QCOMPARE(sky.detector.weather(one).cause, WeatherCause::None);
        QVERIFY(changed.count() >= 1);
    }

    void aWallClockSetBackHoldsNothingLonger()
    {
        Sky sky;
        sky.fail(4);
        sky.clock.setWallClock(sky.clock.nowMs() - 365LL * 24 * 3600 * 1000);
        sky.clock.advance(5'000);
        QVERIFY(sky.detector.ask(alice).allowed);
    }

    void signedOutAndPausedCloseOnlyTheirOwnGate()
    {
        Sky sky;
        sky.detector.setAccount(alice, one, true, false);
        QCOMPARE(sky.detector.ask(alice).reason, ActionReason::SignedOut);
        QVERIFY(sky.detector.ask(bob).allowed);
        sky.detector.setAccount(alice, one, false, true);
        QCOMPARE(sky.detector.ask(alice).reason, ActionReason::Held);
        QCOMPARE(sky.detector.ask(alice).untilMs, 0);
        sky.detector.setAccount(alice, one, false, false);
        QVERIFY(sky.detector.ask(alice).allowed);
    }

    void uptimeIsTheTimeBetweenAnswersWhileNotDown()
    {
        Sky sky;
        sky.detector.exchanged(answerFrom(one));
        QCOMPARE(sky.detector.uptimeMs(alice), 0);
        sky.clock.advance(60'000);
        sky.detector.exchanged(answerFrom(one));
        QCOMPARE(sky.detector.uptimeMs(alice), 60'000);
        // Suspect is not down: the time counts when an answer proves it.
        sky.clock.advance(10'000);
        sky.fail(3);
        sky.clock.advance(10'000);
        sky.detector.exchanged(answerFrom(one));
        QCOMPARE(sky.detector.uptimeMs(alice), 80'000);
        // An outage does not.
        sky.clock.advance(30'000);
        sky.fail(4);
        sky.clock.advance(3'600'000);
        sky.detector.exchanged(answerFrom(one));
        QCOMPARE(sky.detector.uptimeMs(alice), 80'000);
        sky.clock.advance(1'000);
        sky.detector.exchanged(answerFrom(one));
        QCOMPARE(sky.detector.uptimeMs(bob), 81'000);
        QCOMPARE(sky.detector.uptimeMs(carol), 0);
    }

    void anOutageIsLoggedWithStartEndCauseAndLosses()
    {
        TemporaryProfile profile;
        FakeClock storeClock;
        const auto store = openStore(profile, storeClock);
        QVERIFY(store);
        Sky sky(store.get());
        const qint64 began = sky.clock.nowMs();
        sky.fail(1, HttpFault::TimedOut);
        sky.clock.advance(1'000);
        sky.fail(4, HttpFault::Refused);
        QVector<Outage> outages = outagesOf(*store);
        QCOMPARE(outages.size(), 1);
        QCOMPARE(outages.first().endedAtMs, 0);
        sky.clock.advance(5'000);
        sky.detector.exchanged(answerFrom(one));
        outages = outagesOf(*store);
        QCOMPARE(outages.size(), 1);
        QCOMPARE(outages.first().startedAtMs, began);
        QCOMPARE(outages.first().endedAtMs, sky.clock.nowMs());
        QCOMPARE(outages.first().cause, WeatherCause::Refused);
        QCOMPARE(outages.first().requestsLost, 5);
        sky.fail(4);
        QCOMPARE(outagesOf(*store).size(), 2);
    }

    void ourOwnNetworkIsNoOutageOfAServer()
    {
        TemporaryProfile profile;
        FakeClock storeClock;
        const auto store = openStore(profile, storeClock);
        QVERIFY(store);
        Sky sky(store.get());
        sky.fail(5, HttpFault::NoNetworkHere);
        QCOMPARE(sky.state(), WeatherState::Down);
        QCOMPARE(sky.detector.weather(one).cause, WeatherCause::NoNetworkHere);
        QVERIFY(outagesOf(*store).isEmpty());
    }

    void aServerWithoutAnAccountIsNotLogged()
    {
        TemporaryProfile profile;
        FakeClock storeClock;
        const auto store = openStore(profile, storeClock);
        QVERIFY(store);
        Sky sky(store.get());
        const ServerHost stranger(QStringLiteral("three.example"));
        for (int i = 0; i < 5; ++i)
            sky.detector.exchanged(faultFrom(stranger));
        const auto outages = WeatherStore(store->reader()).since(stranger, 0);
        QVERIFY(outages.ok());
        QVERIFY(outages.value().isEmpty());
    }

    void anOutageLeftOpenGoesOnInTheNextRunAndEndsWithItsFirstAnswer()
    {
        TemporaryProfile profile;
        FakeClock storeClock;
        qint64 began = 0;
        {
            const auto store = openStore(profile, storeClock);
            QVERIFY(store);
            Sky sky(store.get());
            began = sky.clock.nowMs();
            sky.fail(2);
        }
        const auto store = openStore(profile, storeClock);
        QVERIFY(store);
        Sky sky(store.get());
        sky.clock.advance(60'000);
        QCOMPARE(sky.state(), WeatherState::Clear);
        sky.fail(4);
        QCOMPARE(sky.detector.weather(one).sinceMs, began);
        QCOMPARE(outagesOf(*store).size(), 1);
        QCOMPARE(outagesOf(*store).first().requestsLost, 6);
        sky.detector.exchanged(answerFrom(one));
        QCOMPARE(outagesOf(*store).first().endedAtMs, sky.clock.nowMs());
    }
};

QTEST_GUILESS_MAIN(OutageDetectorTest)
#include "outagedetectortest.moc"
