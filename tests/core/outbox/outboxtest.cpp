// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuefixture.h"

#include "store/draftstore.h"

#include <QTest>

using namespace Petrel;

class OutboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWishIsWrittenWithItsIntent();
    void aNewerWishReplacesOneNeverAttempted();
    void aNewerWishWaitsBehindOneThatWasAttempted();
    void givingUpDeletesTheIntent();
    void cancellingWhatMayHaveArrivedChecksFirst();
    void cancellingWhatIsSettledIsAConflict();
    void tryingAgainAfterARefusalStartsAfresh();
    void tryingAgainWithAnUnknownOutcomeChecksAgain();
    void aReplyToAGivenUpPostIsNeverSentAlone();
    void theDraftGoesWithTheWishItBecame();
    void aKillNeverLeavesBothDraftAndWishOrNeither_data();
    void aKillNeverLeavesBothDraftAndWishOrNeither();
    void everyStateHasWords();
};

void OutboxTest::aWishIsWrittenWithItsIntent()
{
    QueueFixture f;
    const Action action = f.enqueueSet(ActionKind::Favourite, QStringLiteral("at://x/post/1"));
    QCOMPARE(f.now(action).state, ActionState::Queued);
    QCOMPARE(f.now(action).subject.uri, PostUri(QStringLiteral("at://x/post/1")));
    QCOMPARE(f.intents(), 1);
    f.enqueuePost(QStringLiteral("a post has no intent: it is a ghost"));
    QCOMPARE(f.intents(), 1);
}

void OutboxTest::aNewerWishReplacesOneNeverAttempted()
{
    QueueFixture f;
    const Action yes = f.enqueueSet(ActionKind::Favourite, QStringLiteral("u"));
    const Action no = f.enqueueSet(ActionKind::Favourite, QStringLiteral("u"), false);
    QCOMPARE(f.now(yes).state, ActionState::Cancelled);
    QCOMPARE(f.now(yes).reason, ActionReason::Replaced);
    QCOMPARE(f.now(no).state, ActionState::Queued);
    QCOMPARE(f.intents(), 1);
    // Another field or another post is another wish.
    f.enqueueSet(ActionKind::Bookmark, QStringLiteral("u"));
    f.enqueueSet(ActionKind::Favourite, QStringLiteral("v"));
    QCOMPARE(f.now(no).state, ActionState::Queued);
}

void OutboxTest::aNewerWishWaitsBehindOneThatWasAttempted()
{
    QueueFixture f;
    Action yes = f.enqueueSet(ActionKind::Favourite, QStringLiteral("u"));
    yes.state = ActionState::Uncertain;
    yes.sends = 1;
    QVERIFY(f.run(f.store->journal([yes](JournalTx &tx) { return ActionStore(tx.db).update(yes); })).ok());
    const Action no = f.enqueueSet(ActionKind::Favourite, QStringLiteral("u"), false);
    QCOMPARE(f.now(no).dependsOn, yes.id);
    QCOMPARE(f.now(yes).state, ActionState::Uncertain);
}

void OutboxTest::givingUpDeletesTheIntent()
{
    QueueFixture f;
    const Action action = f.enqueueSet(ActionKind::Boost, QStringLiteral("u"));
    QVERIFY(f.run(f.outbox->cancel(action.id)).ok());
    QCOMPARE(f.now(action).state, ActionState::Cancelled);
    QCOMPARE(f.now(action).reason, ActionReason::ByPerson);
    QCOMPARE(f.intents(), 0);
}

void OutboxTest::cancellingWhatMayHaveArrivedChecksFirst()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::UncertainAfter, QStringLiteral("publish"));
    f.startProcessor();
    f.pump();
    QCOMPARE(f.now(action).state, ActionState::Uncertain);
    QVERIFY(f.run(f.outbox->cancel(action.id)).ok());
    QVERIFY(f.now(action).isOpen());
    f.pass(60'000);
    // Found, so deleted, by a removal of its own.
    QCOMPARE(f.now(action).state, ActionState::Cancelled);
    QCOMPARE(f.texts(), QStringList());
    QCOMPARE(f.processor->state(), QueueState::Idle);
}

void OutboxTest::cancellingWhatIsSettledIsAConflict()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.startProcessor();
    f.pass(1'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    const auto cancelled = f.run(f.outbox->cancel(action.id));
    QVERIFY(!cancelled.ok());
    QCOMPARE(cancelled.error().kind, ErrorKind::Conflict);
    QVERIFY(!cancelled.error().message.isEmpty());
}

void OutboxTest::tryingAgainAfterARefusalStartsAfresh()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::Rejected, QStringLiteral("publish"));
    f.startProcessor();
    f.pass(1'000);
    QCOMPARE(f.now(action).state, ActionState::NeedsYou);
    QCOMPARE(f.now(action).reason, ActionReason::Refused);
    QVERIFY(!f.now(action).words.isEmpty());
    QVERIFY(f.run(f.outbox->retry(action.id)).ok());
    f.pass(1'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.texts(), QStringList{QStringLiteral("hello")});
    const auto attempts = f.attempts(action);
    QCOMPARE(attempts.size(), 2);
    QVERIFY(attempts.at(0).key != attempts.at(1).key);
}

void OutboxTest::tryingAgainWithAnUnknownOutcomeChecksAgain()
{
    QueueFixture f;
    const Action action = f.enqueuePost(QStringLiteral("hello"));
    f.service->addFault(MemoryFault::UncertainAfter, QStringLiteral("publish"));
    f.startProcessor();
    f.pump();
    Action stuck = f.now(action);
    stuck.state = ActionState::NeedsYou;
    stuck.reason = ActionReason::CannotTell;
    QVERIFY(
        f.run(f.store->journal([stuck](JournalTx &tx) { return ActionStore(tx.db).update(stuck); })).ok());
    QVERIFY(f.run(f.outbox->retry(action.id)).ok());
    QCOMPARE(f.now(action).state, ActionState::Uncertain);
    f.pass(60'000);
    QCOMPARE(f.now(action).state, ActionState::Done);
    QCOMPARE(f.texts(), QStringList{QStringLiteral("hello")});
}

void OutboxTest::aReplyToAGivenUpPostIsNeverSentAlone()
{
    QueueFixture f;
    f.gate.shut();
    const Action parent = f.enqueuePost(QStringLiteral("first"));
    NewAction wish;
    wish.account = f.account.id;
    wish.content.text = QStringLiteral("second");
    wish.dependsOn = parent.id;
    const Action child = f.run(f.outbox->enqueue(wish)).take();
    QVERIFY(f.run(f.outbox->cancel(parent.id)).ok());
    f.startProcessor();
    f.gate.open();
    f.processor->wake();
    f.pass(60'000);
    QCOMPARE(f.now(child).state, ActionState::NeedsYou);
    QCOMPARE(f.now(child).reason, ActionReason::ParentGone);
    QVERIFY(!f.run(f.outbox->retry(child.id)).ok());
    QCOMPARE(f.texts(), QStringList());
    QVERIFY(f.run(f.outbox->cancel(child.id)).ok());
}

namespace {

Draft draftIn(const QueueFixture &f)
{
    Draft draft;
    draft.id = QStringLiteral("draft");
    draft.account = f.account.id;
    draft.content.text = QStringLiteral("hello");
    return draft;
}

NewAction wishFrom(const Draft &draft)
{
    NewAction wish;
    wish.account = draft.account;
    wish.content = draft.content;
    wish.draft = draft.id;
    return wish;
}

bool isThere(Database &db, const char *table)
{
    return db.number(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table))).take() == 1;
}

} // namespace

void OutboxTest::theDraftGoesWithTheWishItBecame()
{
    QueueFixture f;
    const Draft draft = draftIn(f);
    QVERIFY(f.run(f.store->journal([draft](JournalTx &tx) { return DraftStore(tx.db).save(draft); })).ok());
    QVector<ChangeSet> heard;
    QObject::connect(f.store.get(), &Store::changed, f.store.get(),
                     [&heard](const ChangeSet &changes) { heard.append(changes); });
    QVERIFY(f.run(f.outbox->enqueue(wishFrom(draft))).ok());
    QVERIFY(isThere(f.store->reader(), "action"));
    QVERIFY(!isThere(f.store->reader(), "draft"));
    QCOMPARE(heard.size(), 1);
    QVERIFY(heard.first().drafts && heard.first().actions.size() == 1);
    // One that is gone already is no reason to refuse a wish.
    QVERIFY(f.run(f.outbox->enqueue(wishFrom(draft))).ok());
    QVERIFY(!heard.last().drafts);
}

void OutboxTest::aKillNeverLeavesBothDraftAndWishOrNeither_data()
{
    QTest::addColumn<int>("point");
    QTest::addColumn<bool>("sent");
    QTest::newRow("before the commit") << int(StorePoint::BeforeJournalCommit) << false;
    QTest::newRow("after the commit") << int(StorePoint::AfterJournalCommit) << true;
}

void OutboxTest::aKillNeverLeavesBothDraftAndWishOrNeither()
{
    QFETCH(int, point);
    QFETCH(bool, sent);
    QueueFixture f;
    const Draft draft = draftIn(f);
    QVERIFY(f.run(f.store->journal([draft](JournalTx &tx) { return DraftStore(tx.db).save(draft); })).ok());
    f.close();
    bool armed = false;
    f.onPoint = [&](StorePoint reached) { return !armed || int(reached) != point; };
    f.open();
    armed = true;
    QVERIFY(!f.run(f.outbox->enqueue(wishFrom(draft))).ok());
    f.close();
    f.onPoint = {};
    f.open();
    QCOMPARE(isThere(f.store->reader(), "action"), sent);
    QCOMPARE(isThere(f.store->reader(), "draft"), !sent);
}

void OutboxTest::everyStateHasWords()
{
    for (int state = 0; state <= int(ActionState::Cancelled); ++state) {
        for (int reason = 0; reason <= int(ActionReason::Checking); ++reason) {
            Action action;
            action.state = ActionState(state);
            action.reason = ActionReason(reason);
            QVERIFY(!describeAction(action).isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "outboxtest.moc"
