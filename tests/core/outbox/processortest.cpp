// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuefixture.h"

#include <QTest>

using namespace Petrel;

class ProcessorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPostGoesOutOnceAndBecomesTruth();
    void whatIsProvedUnsentIsTriedAgainWithTheSameKey();
    void aRateLimitIsWaitedFor();
    void aDeadTokenClosesTheAccountAndKeepsTheText();
    void aLostAnswerIsFoundNotRepeated();
    void anAttemptLostOnTheWayIsSentAgainOnlyAfterTwoRoundsAndThreeMinutes();
    void threeLostAttemptsAskThePerson();
    void aCheckThatFailsByWeatherIsNoRound();
    void roundsThatCannotTellAskThePerson();
    void twoEqualPostsBothGetThrough();
    void aReactionIsProvedByReading();
    void aLostBoostIsNeverDoubled();
    void aBoostIsForThoseWhomTheAccountPostsTo();
    void aReadAfterTheWishSparesTheRequest();
    void aReadBeforeTheWishDoesNot();
    void aReplyToAGhostFollowsItsParent();
    void aPostOnTheServerTwiceIsOfferedForRemoval();
    void aClosedGateIsRespectedAndWorkResumes();
    void twelveHoursOldAsks();
    void anUnansweredPostProvedAbsentTooLateAsks();
    void aPostFromTheFutureHidesNoneThatIsSentNow();
    void aRestoredProfileDoesNotPostAgain();
    void tryingNowLiftsTheWaitUntilThePostIsSent();
    void stoppingMeansSilence();
    void untilItIsStartedItOnlyListens();
    void whoHasNothingToSendTakesNobodysTurn();
    void stoppedBetweenTwoStepsItIsNotBusy();
};

void ProcessorTest::aPostGoesOutOnceAndBecomesTruth()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.startProcessor();
    f.pass(1'000);
    QCOMPARE(f.texts(), QStringList{QStringLiteral("hello")});
    QCOMPARE(f.now(action).state, ActionState::Done);
    QVERIFY(!f.now(action).resultUri.isNull());
    QCOMPARE(PostStore(f.store->reader()).ofAction(action.uid).take(),
             std::optional<PostUri>(f.now(action).resultUri));
    QCOMPARE(f.processor->state(), QueueState::Idle);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 1);
    const auto claim = AttemptStore(f.store->reader()).claimOn(f.account.id, f.now(action).resultUri).take();
    QVERIFY(claim && claim->action == action.id && !claim->tentative);
}

void ProcessorTest::whatIsProvedUnsentIsTriedAgainWithTheSameKey()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::NotSent, QStringLiteral("publish"), 3);
    f.startProcessor();
    f.pump();
    QCOMPARE(f.now(action).state, ActionState::Waiting);
    QCOMPARE(f.now(action).reason, ActionReason::ServerDown);
    f.pass(10 * 60'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.texts(), QStringList{QStringLiteral("hello")});
    const auto attempts = f.attempts(action);
    QCOMPARE(attempts.size(), 4);
    QCOMPARE(attempts.first().key, attempts.last().key);
    QCOMPARE(attempts.first().payload, attempts.last().payload);
}

void ProcessorTest::aRateLimitIsWaitedFor()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::RateLimited, QStringLiteral("publish"));
    f.startProcessor();
    f.pass(55'000);
    QCOMPARE(f.now(action).state, ActionState::Waiting);
    QCOMPARE(f.now(action).reason, ActionReason::RateLimited);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 1);
    f.pass(10'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 2);
}

void ProcessorTest::aDeadTokenClosesTheAccountAndKeepsTheText()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::SignedOut, QStringLiteral("publish"));
    f.startProcessor();
    f.pump();
    QCOMPARE(f.now(action).state, ActionState::Waiting);
    QCOMPARE(f.now(action).reason, ActionReason::SignedOut);
    QVERIFY(AccountStore(f.store->reader()).find(f.account.id).take().signedOut);
    QCOMPARE(f.now(action).content.text, QStringLiteral("hello"));
    f.pass(60 * 60'000);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 1);
    // Signed in again: it goes on by itself.
    f.account.signedOut = false;
    QVERIFY(f.run(f.store->journal([&f](JournalTx &tx) {
                 tx.changes.accounts = true;
                 return AccountStore(tx.db).update(f.account);
             })).ok());
    f.pass(10'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
}

void ProcessorTest::aLostAnswerIsFoundNotRepeated()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::UncertainAfter, QStringLiteral("publish"));
    f.startProcessor();
    f.pass(5'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 1);
    QCOMPARE(f.texts().size(), 1);
}

void ProcessorTest::anAttemptLostOnTheWayIsSentAgainOnlyAfterTwoRoundsAndThreeMinutes()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::UncertainBefore, QStringLiteral("publish"));
    f.startProcessor();
    f.pass(179'000);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 1);
    QCOMPARE(f.now(action).state, ActionState::Uncertain);
    f.pass(5'000);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 2);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.texts().size(), 1);
    QCOMPARE(f.attempts(action).first().ending, AttemptEnding::ProvedAbsent);
    QCOMPARE(f.attempts(action).last().ending, AttemptEnding::Answered);
}

void ProcessorTest::threeLostAttemptsAskThePerson()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::UncertainBefore, QStringLiteral("publish"), 10);
    f.startProcessor();
    f.pass(60 * 60'000);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 3);
    QCOMPARE(f.now(action).state, ActionState::NeedsYou);
    QCOMPARE(f.now(action).reason, ActionReason::TooManyTries);
    QCOMPARE(f.processor->state(), QueueState::NeedsYou);
}

void ProcessorTest::aCheckThatFailsByWeatherIsNoRound()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::UncertainBefore, QStringLiteral("publish"));
    f.startProcessor();
    f.pump();
    f.service->addFault(MemoryFault::NotSent, QStringLiteral("own"), 5);
    f.pass(3'500);
    const auto check = AttemptStore(f.store->reader()).check(action.id).take();
    QVERIFY(!check || check->negativeRounds + check->blindRounds == 0);
    QCOMPARE(f.now(action).state, ActionState::Uncertain);
    f.pass(60 * 60'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.texts().size(), 1);
}

void ProcessorTest::roundsThatCannotTellAskThePerson()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::UncertainBefore, QStringLiteral("publish"));
    f.startProcessor();
    f.pump();
    f.service->addFault(MemoryFault::Rejected, QStringLiteral("own"), 50);
    f.pass(60 * 60'000);
    QCOMPARE(f.now(action).state, ActionState::NeedsYou);
    QCOMPARE(f.now(action).reason, ActionReason::CannotTell);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 1);
}

void ProcessorTest::twoEqualPostsBothGetThrough()
{
    QueueFixture f;
    f.service->addFault(MemoryFault::UncertainAfter, QStringLiteral("publish"), 2);
    const Action one = f.enqueuePost(QStringLiteral("again"));
    const Action two = f.enqueuePost(QStringLiteral("again"));
    f.startProcessor();
    f.pass(60 * 60'000);
    QCOMPARE(f.texts(), (QStringList{QStringLiteral("again"), QStringLiteral("again")}));
    QCOMPARE(f.now(one).state, ActionState::Done);
    QCOMPARE(f.now(two).state, ActionState::Done);
    QVERIFY(f.now(one).resultUri != f.now(two).resultUri);
}

void ProcessorTest::aReactionIsProvedByReading()
{
    QueueFixture f;
    const QString uri = f.network.publish(QStringLiteral("bob.test"),
                                          PostContent{QStringLiteral("hi"), {}, Visibility::Public, {}});
    const Action action = f.enqueueSet(ActionKind::Favourite, uri);
    f.service->addFault(MemoryFault::UncertainAfter, QStringLiteral("set"));
    f.startProcessor();
    f.pass(10'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.network.countOf(QStringLiteral("like"), uri, f.account.handle), 1);
    QCOMPARE(f.service->calls(QStringLiteral("set")), 1);
    QCOMPARE(f.intents(), 0);
}

void ProcessorTest::aLostBoostIsNeverDoubled()
{
    QueueFixture f;
    const QString uri = f.network.publish(QStringLiteral("bob.test"),
                                          PostContent{QStringLiteral("hi"), {}, Visibility::Public, {}});
    const Action action = f.enqueueSet(ActionKind::Boost, uri);
    f.service->addFault(MemoryFault::UncertainBefore, QStringLiteral("set"));
    f.startProcessor();
    f.pass(170'000);
    if (!f.service->capabilities().boostIsIdempotent)
        QCOMPARE(f.service->calls(QStringLiteral("set")), 1);
    f.pass(60'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.network.countOf(QStringLiteral("repost"), uri, f.account.handle), 1);
}

void ProcessorTest::aBoostIsForThoseWhomTheAccountPostsTo()
{
    QueueFixture f;
    const QString uri = f.network.publish(QStringLiteral("bob.test"),
                                          PostContent{QStringLiteral("hi"), {}, Visibility::Public, {}});
    f.startProcessor();
    // Changed on the web meanwhile, and heard of here.
    f.account.defaultVisibility = Visibility::Followers;
    QVERIFY(f.run(f.store->journal([&f](JournalTx &tx) {
                 tx.changes.accounts = true;
                 return AccountStore(tx.db).update(f.account);
             })).ok());
    const Action action = f.enqueueSet(ActionKind::Boost, uri);
    f.pass(10'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.service->audiences, QVector<Visibility>{Visibility::Followers});
}

void ProcessorTest::aReadAfterTheWishSparesTheRequest()
{
    QueueFixture f;
    const QString uri = f.network.publish(QStringLiteral("bob.test"),
                                          PostContent{QStringLiteral("hi"), {}, Visibility::Public, {}});
    f.gate.shut();
    const Action action = f.enqueueSet(ActionKind::Favourite, uri);
    f.network.addRecord(f.account.handle, QStringLiteral("like"), uri);
    f.clock.advance(1'000);
    const Post read = f.run(f.service->fetch(RemoteRef(uri))).take();
    const Source source{f.account.host, f.account.id, f.clock.nowMs()};
    QVERIFY(f.run(f.store->cache([=](CacheTx &tx) { return PostStore(tx.db).put(read, source); })).ok());
    f.gate.open();
    f.startProcessor();
    f.pass(10'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.service->calls(QStringLiteral("set")), 0);
}

void ProcessorTest::aReadBeforeTheWishDoesNot()
{
    QueueFixture f;
    const QString uri = f.network.publish(QStringLiteral("bob.test"),
                                          PostContent{QStringLiteral("hi"), {}, Visibility::Public, {}});
    const QString like = f.network.addRecord(f.account.handle, QStringLiteral("like"), uri);
    const Post read = f.run(f.service->fetch(RemoteRef(uri))).take();
    const Source source{f.account.host, f.account.id, f.clock.nowMs()};
    QVERIFY(f.run(f.store->cache([=](CacheTx &tx) { return PostStore(tx.db).put(read, source); })).ok());
    // Taken back on the phone; here it still looks liked.
    QVERIFY(f.network.removeRecord(like));
    f.clock.advance(1'000);
    const Action action = f.enqueueSet(ActionKind::Favourite, uri);
    f.startProcessor();
    f.pass(10'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.network.countOf(QStringLiteral("like"), uri, f.account.handle), 1);
}

void ProcessorTest::aReplyToAGhostFollowsItsParent()
{
    QueueFixture f;
    f.gate.shut();
    const Action parent = f.enqueuePost(QStringLiteral("one"));
    NewAction wish;
    wish.account = f.account.id;
    wish.content.text = QStringLiteral("two");
    wish.dependsOn = parent.id;
    const Action child = f.run(f.outbox->enqueue(wish)).take();
    f.gate.open();
    f.startProcessor();
    f.pass(10'000);
    QCOMPARE(f.now(child).state, ActionState::Done);
    const auto posts = f.network.postsBy(f.account.handle);
    QCOMPARE(posts.size(), 2);
    QCOMPARE(posts.at(1).subject, posts.at(0).uri);
}

void ProcessorTest::aPostOnTheServerTwiceIsOfferedForRemoval()
{
    QueueFixture f;
    f.service->lateMs = 400'000;
    const Action action = f.enqueuePost(QStringLiteral("held"));
    f.service->addFault(MemoryFault::LateCommit, QStringLiteral("publish"));
    f.startProcessor();
    f.pass(20 * 60'000);
    const Action after = f.now(action);
    // A network that puts under the sender's own key cannot hold two; where it can, the person is asked.
    if (f.texts().size() == 2) {
        QCOMPARE(after.reason, ActionReason::SecondCopy);
        QVERIFY(f.run(f.outbox->retry(action.id)).ok());
        f.pass(60'000);
    }
    QCOMPARE(f.texts().size(), 1);
    QCOMPARE(f.now(action).state, ActionState::Done);
}

void ProcessorTest::aClosedGateIsRespectedAndWorkResumes()
{
    QueueFixture f;
    f.gate.shut(ActionReason::ServerDown, f.clock.nowMs() + 30'000);
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.startProcessor();
    f.pass(60'000);
    QCOMPARE(f.service->calls(QStringLiteral("publish")) + f.service->calls(QStringLiteral("own")), 0);
    QCOMPARE(f.processor->state(), QueueState::Waiting);
    f.gate.open();
    f.processor->wake();
    f.pass(10'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
}

void ProcessorTest::twelveHoursOldAsks()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("yesterday"));
    f.clock.advance(13LL * 3'600'000);
    f.startProcessor();
    f.pass(10'000);
    QCOMPARE(f.now(action).reason, ActionReason::TooOld);
    QCOMPARE(f.texts(), QStringList());
    QVERIFY(f.run(f.outbox->retry(action.id)).ok());
    f.pass(10'000);
    QCOMPARE(f.texts(), QStringList{QStringLiteral("yesterday")});
}

void ProcessorTest::anUnansweredPostProvedAbsentTooLateAsks()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("on friday"));
    f.service->addFault(MemoryFault::UncertainBefore, QStringLiteral("publish"));
    f.startProcessor();
    f.pump();
    QCOMPARE(f.now(action).state, ActionState::Uncertain);
    f.gate.shut();
    f.pass(13LL * 3'600'000);
    f.gate.open();
    f.processor->wake();
    f.pass(10 * 60'000);
    QCOMPARE(f.now(action).state, ActionState::NeedsYou);
    QCOMPARE(f.now(action).reason, ActionReason::TooOld);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 1);
    QVERIFY(f.run(f.outbox->retry(action.id)).ok());
    f.pass(5 * 60'000);
    QCOMPARE(f.texts(), QStringList{QStringLiteral("on friday")});
}

void ProcessorTest::aPostFromTheFutureHidesNoneThatIsSentNow()
{
    QueueFixture f;
    // The server's clock was ahead once.
    const qint64 now = f.clock.nowMs();
    f.clock.setWallClock(now + 86'400'000);
    f.network.publish(f.account.handle, PostContent{QStringLiteral("early"), {}, Visibility::Public, {}});
    f.clock.setWallClock(now);
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::UncertainAfter, QStringLiteral("publish"));
    f.startProcessor();
    f.pass(10 * 60'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 1);
    QCOMPARE(f.texts().size(), 2);
}

void ProcessorTest::aRestoredProfileDoesNotPostAgain()
{
    QueueFixture f;
    f.gate.shut();
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    // A copy of the whole profile is made here; the original goes on and sends.
    TemporaryProfile copy;
    f.close();
    QVERIFY(f.profile.copyTo(copy));
    f.open();
    f.gate.open();
    f.startProcessor();
    f.pass(10'000);
    QCOMPARE(f.texts(), QStringList{QStringLiteral("hello")});
    f.close();
    // Both files put back: to the store they look healthy.
    QVERIFY(copy.copyTo(f.profile));
    f.clock.advance(60'000);
    f.open();
    f.options.storeOpenedAtMs = f.store->startReport().startedAtMs;
    f.startProcessor();
    f.pass(60'000);
    QCOMPARE(f.texts(), QStringList{QStringLiteral("hello")});
    QCOMPARE(f.now(action).state, ActionState::NeedsYou);
    QCOMPARE(f.now(action).reason, ActionReason::Restored);
}

void ProcessorTest::tryingNowLiftsTheWaitUntilThePostIsSent()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::NotSent, QStringLiteral("own"), 6);
    f.startProcessor();
    f.pass(60'000);
    QCOMPARE(f.now(action).state, ActionState::Waiting);
    const int asked = f.service->calls(QStringLiteral("own"));
    f.service->addFault(MemoryFault::NotSent, QStringLiteral("publish"));
    f.processor->tryNow();
    f.pump();
    QVERIFY(f.service->calls(QStringLiteral("own")) > asked);
    // The rest of the planned failures, each lifted once and never in a loop.
    for (int i = 0; i < 10; ++i) {
        f.processor->tryNow();
        f.pump();
    }
    QCOMPARE(f.now(action).state, ActionState::Done);
    QVERIFY(f.service->calls(QStringLiteral("own")) <= asked + 7);
    QCOMPARE(f.service->calls(QStringLiteral("publish")), 2);
}

void ProcessorTest::stoppedBetweenTwoStepsItIsNotBusy()
{
    QueueFixture f;
    f.startProcessor();
    int steps = 0;
    connect(f.processor.get(), &Processor::stepped, this, [&] {
        ++steps;
        f.processor->stop();
    });
    f.enqueuePost(QStringLiteral("begun and not ended"));
    f.pass(60'000);
    QCOMPARE(steps, 1);
    QVERIFY(f.processor->state() != QueueState::Busy);
}

void ProcessorTest::stoppingMeansSilence()
{
    QueueFixture f;
    f.startProcessor();
    f.processor->stop();
    f.enqueuePost(QStringLiteral("hello"));
    f.processor->wake();
    f.pass(60'000);
    QCOMPARE(f.texts(), QStringList());
}

void ProcessorTest::untilItIsStartedItOnlyListens()
{
    QueueFixture f;
    Processor waiting(f.account, *f.store, *f.service, f.gate, f.clock, f.options);
    f.enqueuePost(QStringLiteral("hello"));
    waiting.wake();
    f.pass(60'000);
    QCOMPARE(f.texts(), QStringList());
    waiting.start();
    f.pass(60'000);
    QCOMPARE(f.texts(), QStringList{QStringLiteral("hello")});
}

void ProcessorTest::whoHasNothingToSendTakesNobodysTurn()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("yesterday"));
    f.clock.advance(13LL * 3'600'000);
    f.startProcessor();
    f.pass(60'000);
    QCOMPARE(f.now(action).state, ActionState::NeedsYou);
    // A server that is down lets one through at a time: to ask is to take that place.
    QCOMPARE(f.gate.asked, 0);
    QVERIFY(f.run(f.outbox->retry(action.id)).ok());
    f.pass(10'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QVERIFY(f.gate.asked > 0);
}

QTEST_GUILESS_MAIN(ProcessorTest)
#include "processortest.moc"
