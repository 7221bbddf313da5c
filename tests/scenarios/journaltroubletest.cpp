// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/flight.h"

#include <QFile>
#include <QTest>

using namespace Petrel;

//! Journals put back, copied to another computer, under a wrong clock: nothing doubled, nothing lost.
class JournalTroubleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOldJournalPutBackSendsNothingByItself();
    void aJournalOnAnotherComputerSendsNothingByItself();
    void aClockSetBackAYearLosesAndDoublesNothing();
    void aClockSetForwardAYearAsks();
    void aDamagedJournalIsReplacedByItsCopy();
    void aLostCacheLosesNoMeaning();
};

namespace {

const qint64 longEnough = 3 * 3600 * 1000LL;

struct Scene {
    Flight flight{11};
    QString target;

    Scene()
    {
        auto &one = flight.addServer(Fake::Flavour::GoToSocial, QStringLiteral("one.example"));
        flight.start();
        flight.addPerson(QStringLiteral("alice"), 0);
        target = one.world().publish(QStringLiteral("friend"), QStringLiteral("Target"));
        flight.clock().advance(5'000);
        flight.refresh(0);
    }
    QStringList there() { return flight.server(0).world().textsBy(QStringLiteral("alice")); }
};

void replaceJournal(TemporaryProfile &profile, const QString &copy)
{
    for (const char *suffix : {"-wal", "-shm"})
        QFile::remove(profile.file(QStringLiteral("journal.sqlite") + QLatin1String(suffix)));
    QVERIFY(QFile::remove(profile.file(QStringLiteral("journal.sqlite"))));
    QVERIFY(QFile::copy(copy, profile.file(QStringLiteral("journal.sqlite"))));
}

} // namespace

void JournalTroubleTest::anOldJournalPutBackSendsNothingByItself()
{
    Scene scene;
    Flight &flight = scene.flight;
    flight.server(0).setDown(true);
    const ActionId post = flight.post(0, QStringLiteral("Written before the backup"));
    const ActionId like = flight.set(0, ActionKind::Favourite, scene.target);
    flight.fly(30'000);
    flight.stop();
    const QString backup = flight.profile().file(QStringLiteral("my-backup.sqlite"));
    QVERIFY(QFile::copy(flight.profile().file(QStringLiteral("journal.sqlite")), backup));

    flight.start();
    flight.server(0).setDown(false);
    QVERIFY(flight.fly(longEnough));
    QCOMPARE(scene.there(), QStringList{QStringLiteral("Written before the backup")});
    flight.stop();

    replaceJournal(flight.profile(), backup);
    flight.clock().advance(3'600'000);
    flight.start();
    QCOMPARE(flight.store().startReport().journal, StartReport::Journal::OlderThanCache);
    QVERIFY(flight.fly(longEnough));
    QCOMPARE(scene.there().size(), 1);
    QCOMPARE(flight.doubles(), 0);
    // What is found on the server needs nobody.
    QCOMPARE(flight.action(post).state, ActionState::Done);
    QCOMPARE(flight.action(like).state, ActionState::Done);
}

void JournalTroubleTest::aJournalOnAnotherComputerSendsNothingByItself()
{
    Scene scene;
    Flight &flight = scene.flight;
    flight.server(0).setDown(true);
    const ActionId post = flight.post(0, QStringLiteral("Never sent on the first machine"));
    flight.fly(30'000);
    flight.stop();
    flight.setMachineId("another machine");
    flight.clock().advance(600'000);
    flight.start();
    flight.server(0).setDown(false);
    QCOMPARE(flight.store().startReport().journal, StartReport::Journal::OtherMachine);
    QVERIFY(flight.fly(longEnough));
    QCOMPARE(scene.there().size(), 0);
    QCOMPARE(flight.action(post).state, ActionState::NeedsYou);
    QCOMPARE(flight.action(post).reason, ActionReason::Restored);
    QVERIFY(describeAction(flight.action(post)).size() > 20);
    // The person says go on: sent once.
    flight.outbox().retry(post).finally(&flight.outbox(), [](const Result<Action> &r) { QVERIFY(r.ok()); });
    QVERIFY(flight.fly(longEnough));
    QCOMPARE(scene.there().size(), 1);
    // The next start is an ordinary one.
    flight.stop();
    flight.start();
    QCOMPARE(flight.store().startReport().journal, StartReport::Journal::Healthy);
}

void JournalTroubleTest::aClockSetBackAYearLosesAndDoublesNothing()
{
    const qint64 year = 365LL * 86'400'000;
    for (bool restart : {false, true}) {
        Scene scene;
        Flight &flight = scene.flight;
        flight.server(0).faults().add(Fake::FaultKind::CommitThenDrop, QStringLiteral("POST"),
                                      QStringLiteral("/api/v1/statuses"));
        flight.post(0, QStringLiteral("One"));
        flight.post(0, QStringLiteral("Two"));
        flight.set(0, ActionKind::Boost, scene.target);
        flight.fly(1'000);
        flight.clock().setWallClock(flight.clock().nowMs() - year);
        if (restart) {
            flight.crash();
            flight.start();
        }
        QVERIFY(flight.fly(longEnough));
        QCOMPARE(flight.differences(), QStringList());
        QCOMPARE(flight.openActions().size(), 0);
    }
}

void JournalTroubleTest::aClockSetForwardAYearAsks()
{
    Scene scene;
    Flight &flight = scene.flight;
    flight.server(0).setDown(true);
    const ActionId post = flight.post(0, QStringLiteral("Patience"));
    flight.fly(30'000);
    flight.clock().setWallClock(flight.clock().nowMs() + 365LL * 86'400'000);
    flight.server(0).setDown(false);
    QVERIFY(flight.fly(longEnough));
    QCOMPARE(flight.action(post).reason, ActionReason::TooOld);
    QCOMPARE(scene.there().size(), 0);
}

void JournalTroubleTest::aDamagedJournalIsReplacedByItsCopy()
{
    Scene scene;
    Flight &flight = scene.flight;
    flight.server(0).setDown(true);
    flight.post(0, QStringLiteral("Kept in the copy"));
    flight.fly(1'000);
    // The next start copies it.
    flight.stop();
    flight.start();
    flight.stop();
    QFile journal(flight.profile().file(QStringLiteral("journal.sqlite")));
    QVERIFY(journal.open(QIODevice::ReadWrite));
    const QByteArray noise(int(journal.size()) - 100, 'x');
    QVERIFY(journal.seek(100) && journal.write(noise) == noise.size());
    journal.close();
    for (const char *suffix : {"-wal", "-shm"})
        QFile::remove(flight.profile().file(QStringLiteral("journal.sqlite") + QLatin1String(suffix)));

    flight.start();
    QCOMPARE(flight.store().startReport().journal, StartReport::Journal::RestoredByUs);
    flight.server(0).setDown(false);
    QVERIFY(flight.fly(longEnough));
    const auto open = flight.openActions();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().content.text, QStringLiteral("Kept in the copy"));
    QCOMPARE(open.first().state, ActionState::NeedsYou);
    QCOMPARE(scene.there().size(), 0);
}

void JournalTroubleTest::aLostCacheLosesNoMeaning()
{
    Scene scene;
    Flight &flight = scene.flight;
    flight.server(0).setDown(true);
    flight.post(0, QStringLiteral("Still here"));
    flight.set(0, ActionKind::Boost, scene.target);
    flight.fly(1'000);
    flight.stop();
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(flight.profile().file(QStringLiteral("cache.sqlite") + QLatin1String(suffix)));
    flight.start();
    QCOMPARE(flight.store().startReport().journal, StartReport::Journal::Healthy);
    flight.server(0).setDown(false);
    QVERIFY(flight.fly(longEnough));
    QCOMPARE(flight.differences(), QStringList());
    QCOMPARE(flight.openActions().size(), 0);
}

QTEST_GUILESS_MAIN(JournalTroubleTest)
#include "journaltroubletest.moc"
