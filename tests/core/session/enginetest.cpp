// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/engine.h"

#include "outbox/outbox.h"
#include "session/loginflow.h"
#include "session/startnotes.h"
#include "sessionfixture.h"
#include "store/accountstore.h"
#include "store/actionstore.h"
#include "store/weatherstore.h"

#include <QtTest>

using namespace Petrel;

class EngineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHealthyStartHasNothingToSay()
    {
        SessionFixture f;
        f.open();
        QVERIFY(f.engine->notes().isEmpty());
        f.open();
        QVERIFY(f.engine->notes().isEmpty());
    }

    void eachKindOfStartIsToldInItsOwnWords_data()
    {
        QTest::addColumn<StartReport::Journal>("journal");
        QTest::addColumn<bool>("cacheSetAside");
        QTest::addColumn<int>("notes");
        QTest::newRow("healthy") << StartReport::Journal::Healthy << false << 0;
        QTest::newRow("cache") << StartReport::Journal::Healthy << true << 1;
        QTest::newRow("restored") << StartReport::Journal::RestoredByUs << false << 1;
        QTest::newRow("older") << StartReport::Journal::OlderThanCache << false << 1;
        QTest::newRow("other machine") << StartReport::Journal::OtherMachine << true << 2;
    }
    void eachKindOfStartIsToldInItsOwnWords()
    {
        QFETCH(StartReport::Journal, journal);
        QFETCH(bool, cacheSetAside);
        StartReport report;
        report.journal = journal;
        report.cacheSetAside = cacheSetAside;
        const QStringList notes = startNotes(report);
        QTEST(int(notes.size()), "notes");
        if (journal != StartReport::Journal::Healthy)
            QVERIFY(notes.first().contains(QStringLiteral("Nothing that was waiting goes out by itself")));
    }

    void aSecondEngineOnTheSameProfileIsRefusedByTheLock()
    {
        SessionFixture f;
        f.open();
        const auto second = ProfileLock::acquire(f.profile.path());
        QVERIFY(!second.ok());
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        f.engine.reset();
        QVERIFY(ProfileLock::acquire(f.profile.path()).ok());
    }

    void whatWasSettledAMonthAgoIsForgottenAtStart()
    {
        SessionFixture f;
        f.open();
        LoginFlow flow(f.engine->registry(), f.engine->accounts(), {});
        const auto account =
            f.wait(flow.withToken(QStringLiteral("one.example"), f.tokenOf(f.one, QStringLiteral("alice"))));
        QVERIFY(account.ok());
        QVector<ActionId> ids;
        for (const char *text : {"old", "recent"}) {
            NewAction wish;
            wish.account = account.value().id;
            wish.content.text = QString::fromLatin1(text);
            const auto action = f.wait(f.engine->outbox().enqueue(wish));
            QVERIFY(action.ok());
            ids.append(action.value().id);
            QVERIFY(f.wait(f.engine->outbox().cancel(action.value().id)).ok());
            f.clock.setWallClock(f.clock.nowMs() + 20LL * 24 * 3600 * 1000);
        }
        f.open();
        ActionStore actions(f.engine->store().reader());
        QCOMPARE(actions.find(ids.at(0)).error().kind, ErrorKind::NotFound);
        QVERIFY(actions.find(ids.at(1)).ok());
    }

    void outagesOfAMonthAgoAreForgottenAtStart()
    {
        SessionFixture f;
        f.open();
        const ServerHost host(QStringLiteral("one.example"));
        const qint64 dayMs = 24LL * 3600 * 1000;
        const qint64 now = f.clock.nowMs();
        for (const qint64 endedMs : {now - 31 * dayMs, now - 29 * dayMs, qint64(0)}) {
            Outage outage;
            outage.host = host;
            outage.startedAtMs = now - 40 * dayMs;
            outage.endedAtMs = endedMs;
            QVERIFY(f.wait(f.engine->store().journal([outage](JournalTx &tx) mutable {
                         return WeatherStore(tx.db).save(outage);
                     })).ok());
        }
        f.open();
        QCOMPARE(WeatherStore(f.engine->store().reader()).since(host, 0).value().size(), 2);
    }

    void stoppingEndsWithTheStepUnderWay()
    {
        SessionFixture f;
        f.open();
        LoginFlow flow(f.engine->registry(), f.engine->accounts(), {});
        const auto account =
            f.wait(flow.withToken(QStringLiteral("one.example"), f.tokenOf(f.one, QStringLiteral("alice"))));
        QVERIFY(account.ok());
        for (int i = 0; i < 3; ++i) {
            NewAction wish;
            wish.account = account.value().id;
            wish.content.text = QStringLiteral("post %1").arg(i);
            QVERIFY(f.wait(f.engine->outbox().enqueue(wish)).ok());
        }
        QVERIFY(f.wait(f.engine->stop()).ok());
        f.settle();
        QCOMPARE(f.transport->inFlight(), 0);
        const int sent = f.transport->sent();
        f.clock.advance(600'000);
        f.settle();
        QCOMPARE(f.transport->sent(), sent);
    }
};

QTEST_GUILESS_MAIN(EngineTest)
#include "enginetest.moc"
