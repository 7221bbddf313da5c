// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/flight.h"

#include <QTest>

using namespace Petrel;

//! The main promise: an outage is a non-event, whatever the server does with keys and wherever the program is
//! killed.
class OutageAndReturnTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoAccountsOneServerDownTwentyPostsTwentyReactions_data();
    void twoAccountsOneServerDownTwentyPostsTwentyReactions();
    void aKillAtEveryCountedEventEndsTheSame_data();
    void aKillAtEveryCountedEventEndsTheSame();
    void withReconcilingOffTheSameStormReportsDoubles();
    void withIntentsOffTheSameOutageReportsLosses();
    void aLateCommitIsFoundAndOfferedForRemoval();
    void aPostGivenUpIsLookedForAgainBeforeThePersonsRetrySendsIt();
    void anUncertainPostHoldsLaterOnesBack();
};

namespace {

struct KeyCase {
    const char *name;
    Fake::Flavour flavour;
    Fake::KeyBehaviour keys;
    //! Posts the person writes elsewhere between a lost answer and the check: several pages to walk.
    int elsewhere = 0;
};

const KeyCase cases[] = {
    {"mastodon 4.2, keys kept", Fake::Flavour::Mastodon42, Fake::KeyBehaviour::Kept},
    {"mastodon 4.2, keys forgotten", Fake::Flavour::Mastodon42, Fake::KeyBehaviour::Forgotten},
    {"mastodon 4.6, repeats answer 500", Fake::Flavour::Mastodon46, Fake::KeyBehaviour::Answers500},
    {"gotosocial, keys ignored", Fake::Flavour::GoToSocial, Fake::KeyBehaviour::Ignored},
    {"snac, keys ignored", Fake::Flavour::Snac, Fake::KeyBehaviour::Ignored},
    {"mastodon 4.2 with keys burnt", Fake::Flavour::Mastodon42, Fake::KeyBehaviour::Burnt},
    {"mastodon 4.2 and a busy phone", Fake::Flavour::Mastodon42, Fake::KeyBehaviour::Forgotten, 90},
    {"gotosocial and a busy phone", Fake::Flavour::GoToSocial, Fake::KeyBehaviour::Ignored, 90},
};

const qint64 longEnough = 3 * 3600 * 1000LL;

void columns()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < int(std::size(cases)); ++i)
        QTest::newRow(cases[i].name) << i;
}

//! Two people on two servers that have read some posts of their friends.
struct Scene {
    Flight flight;
    QStringList targets;

    Scene(quint64 seed, const KeyCase &c, int posts, const Flight::Mutation &mutation = {})
        : flight(seed, mutation)
    {
        auto &one = flight.addServer(c.flavour, QStringLiteral("one.example"));
        one.world().editRules().keys = c.keys;
        auto &two = flight.addServer(Fake::Flavour::Mastodon42, QStringLiteral("two.example"));
        flight.start();
        flight.addPerson(QStringLiteral("alice"), 0);
        flight.addPerson(QStringLiteral("bob"), 1);
        for (int i = 0; i < posts; ++i) {
            targets << one.world().publish(QStringLiteral("friend"),
                                           QStringLiteral("Something to react to %1").arg(i));
            flight.clock().advance(2'000);
        }
        two.world().publish(QStringLiteral("friend"), QStringLiteral("Hello from two"));
        flight.clock().advance(60'000);
        flight.refresh(0);
        flight.refresh(1);
    }

    void wish(int posts, int reactions)
    {
        const ActionKind kinds[] = {ActionKind::Favourite, ActionKind::Boost, ActionKind::Bookmark};
        for (int i = 0; i < std::max(posts, reactions); ++i) {
            if (i < posts)
                flight.post(0,
                            QStringLiteral(
                                "Written in the storm, number %1. See https://example.org/%1?a=b and #storm")
                                .arg(i));
            if (i < reactions)
                flight.set(0, kinds[i % 3], targets.at(i % targets.size()));
            flight.clock().advance(1'500);
        }
    }
};

} // namespace

void OutageAndReturnTest::twoAccountsOneServerDownTwentyPostsTwentyReactions_data()
{
    columns();
}

void OutageAndReturnTest::twoAccountsOneServerDownTwentyPostsTwentyReactions()
{
    QFETCH(int, row);
    Scene scene(1, cases[row], 20);
    Flight &flight = scene.flight;
    flight.server(0).setDown(true);
    scene.wish(20, 20);
    flight.post(1, QStringLiteral("The other server is fine"));
    flight.fly(30 * 60 * 1000);
    QCOMPARE(flight.server(1).world().textsBy(QStringLiteral("bob")),
             QStringList{QStringLiteral("The other server is fine")});
    QCOMPARE(flight.losses(), QStringList());
    QCOMPARE(flight.server(0).world().textsBy(QStringLiteral("alice")).size(), 0);

    flight.crash();
    flight.start();
    QCOMPARE(flight.losses(), QStringList());
    flight.fly(20 * 60 * 1000);
    flight.crash();
    flight.start();
    QCOMPARE(flight.losses(), QStringList());

    flight.server(0).faults().add(Fake::FaultKind::CommitThenDrop, QStringLiteral("POST"),
                                  QStringLiteral("/api/v1/statuses"));
    flight.server(0).setDown(false);
    QVERIFY(flight.fly(longEnough));
    QCOMPARE(flight.openActions().size(), 0);
    QCOMPARE(flight.differences(), QStringList());
    QCOMPARE(flight.losses(), QStringList());
    QVERIFY(flight.server(0).faults().remaining().isEmpty());
    QCOMPARE(flight.server(0).unexpectedRequests(), QStringList());
    // One attempt per post on the wire: the one whose answer was lost was found, not sent again.
    QCOMPARE(flight.server(0).countRequests("POST", QStringLiteral("/api/v1/statuses")), 20);
}

void OutageAndReturnTest::aKillAtEveryCountedEventEndsTheSame_data()
{
    columns();
}

void OutageAndReturnTest::aKillAtEveryCountedEventEndsTheSame()
{
    QFETCH(int, row);
    int total = 0;
    const int stride = std::max(1, qEnvironmentVariableIntValue("PETREL_KILL_STRIDE"));
    for (int kill = 1;; kill += stride) {
        Scene scene(7, cases[row], 3);
        Flight &flight = scene.flight;
        flight.server(0).setDown(true);
        scene.wish(3, 3);
        flight.fly(60'000);
        flight.server(0).faults().add(Fake::FaultKind::CommitThenDrop, QStringLiteral("POST"),
                                      QStringLiteral("/api/v1/statuses"));
        flight.server(0).setDown(false);
        flight.killAtEvent(kill);
        if (cases[row].elsewhere > 0) {
            while (!flight.wasKilled()
                   && flight.server(0).world().textsBy(QStringLiteral("alice")).isEmpty()) {
                QVERIFY(flight.clock().advanceToNextAlarm(longEnough));
                flight.pump();
            }
            if (!flight.wasKilled())
                flight.postElsewhere(0, cases[row].elsewhere);
        }
        const bool finished = flight.fly(longEnough);
        if (!flight.wasKilled()) {
            QVERIFY(finished);
            total = kill;
            break;
        }
        flight.crash();
        flight.start();
        QVERIFY2(flight.fly(longEnough), qPrintable(QStringLiteral("killed at %1").arg(kill)));
        const QStringList differences = flight.differences();
        QVERIFY2(differences.isEmpty(),
                 qPrintable(QStringLiteral("killed at %1: ").arg(kill) + differences.join(u'\n')));
        const QStringList losses = flight.losses();
        QVERIFY2(losses.isEmpty(),
                 qPrintable(QStringLiteral("killed at %1: ").arg(kill) + losses.join(u'\n')));
        QCOMPARE(flight.openActions().size(), 0);
    }
    qInfo("%s: %d kill points, each ended the same", QTest::currentDataTag(), (total - 1) / stride);
    QVERIFY(total > 30);
}

void OutageAndReturnTest::withReconcilingOffTheSameStormReportsDoubles()
{
    Flight::Mutation mutation;
    mutation.reconcile = false;
    Scene scene(1, cases[3], 3, mutation);
    scene.flight.server(0).faults().add(Fake::FaultKind::CommitThenDrop, QStringLiteral("POST"),
                                        QStringLiteral("/api/v1/statuses"));
    scene.wish(3, 0);
    QVERIFY(scene.flight.fly(longEnough));
    QVERIFY(scene.flight.doubles() > 0);
    QVERIFY(!scene.flight.differences().isEmpty());
}

void OutageAndReturnTest::withIntentsOffTheSameOutageReportsLosses()
{
    Flight::Mutation mutation;
    mutation.intents = false;
    Scene scene(1, cases[0], 3, mutation);
    scene.flight.server(0).setDown(true);
    scene.wish(0, 3);
    scene.flight.fly(60'000);
    QVERIFY(!scene.flight.losses().isEmpty());
}

void OutageAndReturnTest::aLateCommitIsFoundAndOfferedForRemoval()
{
    Scene scene(3, cases[3], 1);
    Flight &flight = scene.flight;
    Fake::Fault held;
    held.kind = Fake::FaultKind::LateCommit;
    held.method = QStringLiteral("POST");
    held.path = QStringLiteral("/api/v1/statuses");
    // After the second negative check (3 min) and the resend that follows it.
    held.delayMs = 6 * 60 * 1000;
    flight.server(0).faults().add(held);
    const ActionId id = flight.post(0, QStringLiteral("Held in a proxy"));
    // Done once by the resend; the first copy arrives later.
    flight.fly(5 * 60 * 1000);
    QCOMPARE(flight.action(id).state, ActionState::Done);
    QCOMPARE(flight.doubles(), 0);
    flight.clock().advance(0);
    for (int i = 0; i < 200 && flight.action(id).state == ActionState::Done; ++i) {
        flight.clock().advance(5'000);
        flight.pump();
    }
    QCOMPARE(flight.action(id).state, ActionState::NeedsYou);
    QCOMPARE(flight.action(id).reason, ActionReason::SecondCopy);
    QCOMPARE(flight.doubles(), 1);
    QVERIFY(!flight.action(id).secondUri.isNull());
    QVERIFY(flight.action(id).secondUri != flight.action(id).resultUri);

    QObject context;
    flight.outbox().retry(id).finally(&context, [](const Result<Action> &retried) { QVERIFY(retried.ok()); });
    QVERIFY(flight.fly(longEnough));
    QCOMPARE(flight.doubles(), 0);
    QCOMPARE(flight.differences(), QStringList());
    QCOMPARE(flight.openActions().size(), 0);
}

void OutageAndReturnTest::aPostGivenUpIsLookedForAgainBeforeThePersonsRetrySendsIt()
{
    Scene scene(5, cases[3], 1);
    Flight &flight = scene.flight;
    const auto posts = QStringLiteral("/api/v1/statuses");
    flight.server(0).faults().add(Fake::FaultKind::DropBeforeCommit, QStringLiteral("POST"), posts, 2);
    // The third try lands while the post stands waiting for the person and nothing watches.
    Fake::Fault held;
    held.kind = Fake::FaultKind::LateCommit;
    held.method = QStringLiteral("POST");
    held.path = posts;
    held.delayMs = 10 * 60 * 1000;
    flight.server(0).faults().add(held);
    const ActionId id = flight.post(0, QStringLiteral("Held for long"));
    QVERIFY(flight.fly(longEnough));
    QCOMPARE(flight.action(id).state, ActionState::NeedsYou);
    QCOMPARE(flight.action(id).reason, ActionReason::TooManyTries);
    flight.pass(30 * 60 * 1000);
    QCOMPARE(flight.server(0).world().textsBy(QStringLiteral("alice")).size(), 1);

    QObject context;
    flight.outbox().retry(id).finally(&context, [](const Result<Action> &retried) { QVERIFY(retried.ok()); });
    QVERIFY(flight.fly(longEnough));
    QCOMPARE(flight.action(id).state, ActionState::Done);
    QCOMPARE(flight.doubles(), 0);
    QCOMPARE(flight.differences(), QStringList());
    QCOMPARE(flight.server(0).countRequests("POST", posts), 3);
}

void OutageAndReturnTest::anUncertainPostHoldsLaterOnesBack()
{
    Scene scene(4, cases[3], 1);
    Flight &flight = scene.flight;
    flight.server(0).faults().add(Fake::FaultKind::DropBeforeCommit, QStringLiteral("POST"),
                                  QStringLiteral("/api/v1/statuses"));
    const ActionId first = flight.post(0, QStringLiteral("First"));
    flight.clock().advance(10);
    flight.pump();
    const ActionId second = flight.post(0, QStringLiteral("Second"));
    flight.fly(2 * 60 * 1000);
    QCOMPARE(flight.action(first).state, ActionState::Uncertain);
    QCOMPARE(flight.action(second).state, ActionState::Queued);
    QVERIFY(flight.fly(longEnough));
    QCOMPARE(flight.differences(), QStringList());
}

QTEST_GUILESS_MAIN(OutageAndReturnTest)
#include "outageandreturntest.moc"
