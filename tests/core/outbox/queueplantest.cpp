// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/queueplan.h"

#include "outbox/steadytimes.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace Petrel;

class QueuePlanTest : public QObject {
    Q_OBJECT

private:
    FakeClock m_clock;
    std::unique_ptr<SteadyTimes> m_times;
    QueueSnapshot m_queue;
    PlanContext m_context;
    qint64 m_uncertainUptime = 0;

    Action &add(qint64 id, ActionKind kind, ActionState state = ActionState::Queued)
    {
        Action action;
        action.id = ActionId(id);
        action.kind = kind;
        action.state = state;
        action.createdAtMs = m_clock.nowMs() - 120'000;
        if (kind != ActionKind::Publish) {
            action.subject.uri = PostUri(QStringLiteral("u%1").arg(id));
            action.subject.ref = RemoteRef(QStringLiteral("r%1").arg(id));
        }
        m_queue.open.append(action);
        return m_queue.open.last();
    }
    Step plan()
    {
        m_context.nowMs = m_clock.nowMs();
        return planStep(m_queue, m_context);
    }

private Q_SLOTS:
    void init()
    {
        m_times = std::make_unique<SteadyTimes>(m_clock);
        m_queue = {};
        m_context = {};
        m_context.times = m_times.get();
        m_context.tooOldMs = 12 * 3'600'000;
        m_context.baselineReady = true;
        m_uncertainUptime = 0;
        m_context.uncertainUptime = [this](const Action &) { return m_uncertainUptime; };
    }

    void anEmptyQueueNeedsNothing();
    void postsLeaveInWrittenOrder();
    void withoutABaselineItIsReadFirst();
    void aClosedGateSendsNothingAndWakesInTime();
    void aWaitingPostHoldsTheLaneButNotReactions();
    void aPostThatNeedsThePersonLetsOthersPass();
    void whatDependsOnItDoesNotPass();
    void anUncertainPostHoldsTheLaneUntilFiveMinutesOfUptime();
    void anOldWishAsksUnlessApproved();
    void aClockSetForwardAsksInsteadOfSending();
    void anOrphanedAttemptIsRecoveredFirst();
    void aFreshReactionOvertakesAQueueOfPosts();
    void aReactionWithoutReferenceIsResolvedFirst();
    void aReplyToAGhostIsResolvedFromItsParent();
    void aReplyToACancelledGhostAsks();
    void aSettingActionAfterACancelledOneGoesOn();
    void theSecondRoundComesAfterThreeMinutes();
    void aCheckGoesBeforeSending();
    void tryingNowLiftsBackoffOnly();
    void aDueWatchComesLast();
};

void QueuePlanTest::anEmptyQueueNeedsNothing()
{
    const Step step = plan();
    QCOMPARE(step.kind, Step::Kind::None);
    QCOMPARE(step.wakeInMs, -1);
}

void QueuePlanTest::postsLeaveInWrittenOrder()
{
    add(1, ActionKind::Publish);
    add(2, ActionKind::Publish);
    const Step step = plan();
    QCOMPARE(step.kind, Step::Kind::Publish);
    QCOMPARE(step.action, ActionId(1));
}

void QueuePlanTest::withoutABaselineItIsReadFirst()
{
    add(1, ActionKind::Publish);
    m_context.baselineReady = false;
    QCOMPARE(plan().kind, Step::Kind::Baseline);
}

void QueuePlanTest::aClosedGateSendsNothingAndWakesInTime()
{
    add(1, ActionKind::Publish);
    m_context.permission = {false, m_clock.nowMs() + 7'000, ActionReason::ServerDown};
    const Step step = plan();
    QCOMPARE(step.kind, Step::Kind::None);
    QCOMPARE(step.wakeInMs, 7'000);
}

void QueuePlanTest::aWaitingPostHoldsTheLaneButNotReactions()
{
    Action &first = add(1, ActionKind::Publish, ActionState::Waiting);
    first.reason = ActionReason::RateLimited;
    first.notBeforeMs = m_clock.nowMs() + 60'000;
    add(2, ActionKind::Publish);
    QCOMPARE(plan().kind, Step::Kind::None);
    QCOMPARE(plan().wakeInMs, 60'000);
    add(3, ActionKind::Favourite);
    QCOMPARE(plan().action, ActionId(3));
    m_clock.advance(60'000);
    QCOMPARE(plan().action, ActionId(1));
}

void QueuePlanTest::aPostThatNeedsThePersonLetsOthersPass()
{
    add(1, ActionKind::Publish, ActionState::NeedsYou);
    add(2, ActionKind::Publish);
    QCOMPARE(plan().action, ActionId(2));
}

void QueuePlanTest::whatDependsOnItDoesNotPass()
{
    const Action parent = add(1, ActionKind::Publish, ActionState::NeedsYou);
    add(2, ActionKind::Publish).dependsOn = ActionId(1);
    m_queue.parents.insert(ActionId(1), parent);
    QCOMPARE(plan().kind, Step::Kind::None);
    add(3, ActionKind::Publish);
    QCOMPARE(plan().action, ActionId(3));
}

void QueuePlanTest::anUncertainPostHoldsTheLaneUntilFiveMinutesOfUptime()
{
    add(1, ActionKind::Publish, ActionState::Uncertain);
    Attempt attempt;
    attempt.endedAtMs = m_clock.nowMs();
    m_queue.lastAttempts.insert(ActionId(1), attempt);
    add(2, ActionKind::Publish);
    QCOMPARE(plan().kind, Step::Kind::None);
    m_uncertainUptime = 300'000;
    QCOMPARE(plan().action, ActionId(2));
}

void QueuePlanTest::anOldWishAsksUnlessApproved()
{
    add(1, ActionKind::Publish).createdAtMs = m_clock.nowMs() - 13 * 3'600'000LL;
    const Step step = plan();
    QCOMPARE(step.kind, Step::Kind::Ask);
    QCOMPARE(step.reason, ActionReason::TooOld);
    m_queue.open.first().approved = true;
    QCOMPARE(plan().kind, Step::Kind::Publish);
    // What is proved never to have arrived is as old as what was never sent.
    m_queue.open.first().approved = false;
    m_queue.open.first().sends = 1;
    QCOMPARE(plan().reason, ActionReason::TooOld);
}

void QueuePlanTest::aClockSetForwardAsksInsteadOfSending()
{
    add(1, ActionKind::Publish);
    m_clock.setWallClock(m_clock.nowMs() + 365LL * 86'400'000);
    QCOMPARE(plan().reason, ActionReason::TooOld);
}

void QueuePlanTest::anOrphanedAttemptIsRecoveredFirst()
{
    add(1, ActionKind::Publish);
    add(2, ActionKind::Publish, ActionState::Sending);
    QCOMPARE(plan().kind, Step::Kind::Recover);
    QCOMPARE(plan().action, ActionId(2));
}

void QueuePlanTest::aFreshReactionOvertakesAQueueOfPosts()
{
    add(1, ActionKind::Publish);
    add(2, ActionKind::Favourite);
    add(3, ActionKind::Favourite).createdAtMs = m_clock.nowMs() - 100;
    QCOMPARE(plan().action, ActionId(3));
}

void QueuePlanTest::aReactionWithoutReferenceIsResolvedFirst()
{
    add(1, ActionKind::Boost).subject.ref = {};
    QCOMPARE(plan().kind, Step::Kind::Resolve);
}

void QueuePlanTest::aReplyToAGhostIsResolvedFromItsParent()
{
    Action parent;
    parent.id = ActionId(1);
    parent.state = ActionState::Done;
    m_queue.parents.insert(ActionId(1), parent);
    add(2, ActionKind::Publish).dependsOn = ActionId(1);
    QCOMPARE(plan().kind, Step::Kind::Resolve);
}

void QueuePlanTest::aReplyToACancelledGhostAsks()
{
    Action parent;
    parent.id = ActionId(1);
    parent.state = ActionState::Cancelled;
    m_queue.parents.insert(ActionId(1), parent);
    add(2, ActionKind::Publish).dependsOn = ActionId(1);
    QCOMPARE(plan().kind, Step::Kind::Ask);
    QCOMPARE(plan().reason, ActionReason::ParentGone);
}

void QueuePlanTest::aSettingActionAfterACancelledOneGoesOn()
{
    Action earlier;
    earlier.id = ActionId(1);
    earlier.state = ActionState::Cancelled;
    m_queue.parents.insert(ActionId(1), earlier);
    add(2, ActionKind::Favourite).dependsOn = ActionId(1);
    QCOMPARE(plan().kind, Step::Kind::Change);
}

void QueuePlanTest::theSecondRoundComesAfterThreeMinutes()
{
    add(1, ActionKind::Publish, ActionState::Uncertain);
    Attempt attempt;
    attempt.endedAtMs = m_clock.nowMs();
    m_queue.lastAttempts.insert(ActionId(1), attempt);
    QCOMPARE(plan().wakeInMs, 3'000);
    m_clock.advance(3'000);
    QCOMPARE(plan().kind, Step::Kind::CheckOwn);
    Check check;
    check.action = ActionId(1);
    check.negativeRounds = 1;
    check.firstRoundAtMs = check.lastRoundAtMs = m_clock.nowMs();
    m_queue.checks.insert(ActionId(1), check);
    QCOMPARE(plan().wakeInMs, 177'000);
    m_clock.advance(177'000);
    QCOMPARE(plan().kind, Step::Kind::CheckOwn);
}

void QueuePlanTest::aCheckGoesBeforeSending()
{
    add(1, ActionKind::Publish);
    add(2, ActionKind::Favourite, ActionState::Uncertain);
    QCOMPARE(plan().kind, Step::Kind::CheckState);
    QCOMPARE(plan().action, ActionId(2));
}

void QueuePlanTest::tryingNowLiftsBackoffOnly()
{
    Action &first = add(1, ActionKind::Publish, ActionState::Waiting);
    first.reason = ActionReason::ServerDown;
    first.notBeforeMs = m_clock.nowMs() + 60'000;
    QCOMPARE(plan().kind, Step::Kind::None);
    m_context.tryNow.insert(ActionId(1));
    QCOMPARE(plan().kind, Step::Kind::Publish);

    // The pauses that settle an uncertain post stay.
    m_queue.open.first().state = ActionState::Uncertain;
    Attempt attempt;
    attempt.endedAtMs = m_clock.nowMs();
    m_queue.lastAttempts.insert(ActionId(1), attempt);
    QCOMPARE(plan().kind, Step::Kind::None);
}

void QueuePlanTest::aDueWatchComesLast()
{
    m_queue.watches = {Watch{ActionId(9), 900'000, m_clock.nowMs() - 61'000}};
    add(1, ActionKind::Publish);
    QCOMPARE(plan().kind, Step::Kind::Publish);
    m_queue.open.clear();
    QCOMPARE(plan().kind, Step::Kind::Watch);
    m_queue.watches.first().lastLookAtMs = m_clock.nowMs() - 20'000;
    QCOMPARE(plan().wakeInMs, 40'000);
}

QTEST_GUILESS_MAIN(QueuePlanTest)
#include "queueplantest.moc"
