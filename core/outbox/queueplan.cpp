// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/queueplan.h"

#include "outbox/steadytimes.h"
#include "store/actionstore.h"
#include "store/attemptstore.h"

#include <algorithm>

namespace Petrel {

namespace {

// A wish this young is somebody pressing a button just now: it does not stand behind a long queue.
constexpr qint64 interactiveMs = 30'000;

bool isReadyState(const Action &action)
{
    return action.state == ActionState::Queued || action.state == ActionState::Waiting;
}

class Planner {
public:
    Planner(const QueueSnapshot &queue, const PlanContext &context)
        : m_queue(queue),
          m_context(context)
    { }

    Step plan()
    {
        for (const Action &action : m_queue.open) {
            if (const Step local = localStep(action); local.kind != Step::Kind::None)
                return local;
        }
        if (!m_context.permission.allowed) {
            if (m_context.permission.untilMs > 0)
                later(std::max<qint64>(1, m_context.permission.untilMs - m_context.nowMs));
            return idle();
        }
        if (const Step check = dueCheck(); check.kind != Step::Kind::None)
            return check;
        if (const Step send = dueSend(); send.kind != Step::Kind::None)
            return send;
        if (const Step look = dueWatch(); look.kind != Step::Kind::None)
            return look;
        return idle();
    }

private:
    //! Decisions that need no server.
    Step localStep(const Action &action) const
    {
        if (action.state == ActionState::Sending)
            return {Step::Kind::Recover, action.id, ActionReason::Checking, -1};
        if (!isReadyState(action))
            return {};
        if (action.kind == ActionKind::Publish && !action.dependsOn.isNull()) {
            const auto parent = m_queue.parents.constFind(action.dependsOn);
            if (parent != m_queue.parents.constEnd() && parent->state == ActionState::Cancelled)
                return {Step::Kind::Ask, action.id, ActionReason::ParentGone, -1};
        }
        if (!action.approved && m_context.nowMs - action.createdAtMs > m_context.tooOldMs)
            return {Step::Kind::Ask, action.id, ActionReason::TooOld, -1};
        return {};
    }

    Step dueCheck()
    {
        for (const Action &action : m_queue.open) {
            if (action.state != ActionState::Uncertain)
                continue;
            const qint64 due = checkDueInMs(action, m_queue, m_context);
            if (due <= 0) {
                const auto kind =
                    action.kind == ActionKind::Publish ? Step::Kind::CheckOwn : Step::Kind::CheckState;
                return {kind, action.id, ActionReason::None, -1};
            }
            later(due);
        }
        return {};
    }

    Step dueSend()
    {
        const Action *chosen = nullptr;
        bool laneClosed = false;
        for (const Action &action : m_queue.open) {
            const bool isPost = action.kind == ActionKind::Publish;
            if (isPost && laneClosed)
                continue;
            const bool ready = isReadyState(action) && !isBlocked(action) && waitOf(action) <= 0;
            if (isPost && holdsLane(action))
                laneClosed = true;
            if (!ready)
                continue;
            if (!isPost && m_context.nowMs - action.createdAtMs < interactiveMs) {
                chosen = &action;
                break;
            }
            if (!chosen)
                chosen = &action;
        }
        return chosen ? sendStep(*chosen) : Step{};
    }

    Step sendStep(const Action &action) const
    {
        const bool needsTarget = action.kind != ActionKind::Publish || !action.subject.uri.isNull()
            || !action.subject.url.isEmpty() || !action.dependsOn.isNull();
        if (needsTarget && action.subject.ref.isNull())
            return {Step::Kind::Resolve, action.id, ActionReason::None, -1};
        if (action.kind != ActionKind::Publish)
            return {Step::Kind::Change, action.id, ActionReason::None, -1};
        const auto kind = m_context.baselineReady ? Step::Kind::Publish : Step::Kind::Baseline;
        return {kind, action.id, ActionReason::None, -1};
    }

    //! Whether later posts must stay behind this one.
    bool holdsLane(const Action &action)
    {
        switch (action.state) {
        case ActionState::NeedsYou:
            return false;
        case ActionState::Uncertain: {
            const qint64 left = m_context.settle.laneHoldMs - m_context.uncertainUptime(action);
            if (left > 0)
                later(left);
            return left > 0;
        }
        case ActionState::Queued:
        case ActionState::Waiting:
            // A post blocked by one that needs the person is no reason for the others to wait.
            return !isBlocked(action);
        case ActionState::Sending:
        case ActionState::Done:
        case ActionState::Cancelled:
            return true;
        }
        Q_UNREACHABLE();
    }

    bool isBlocked(const Action &action) const
    {
        if (action.dependsOn.isNull())
            return false;
        const auto parent = m_queue.parents.constFind(action.dependsOn);
        return parent != m_queue.parents.constEnd() && parent->isOpen();
    }

    qint64 waitOf(const Action &action)
    {
        if (action.state != ActionState::Waiting || m_context.tryNow.contains(action.id))
            return 0;
        const qint64 wait = m_context.times->until(action.notBeforeMs, longestWaitMs);
        if (wait > 0)
            later(wait);
        return wait;
    }

    Step dueWatch()
    {
        for (const Watch &watch : m_queue.watches) {
            const qint64 due = m_context.settle.watchEveryMs - m_context.times->ageOf(watch.lastLookAtMs);
            if (due <= 0)
                return {Step::Kind::Watch, watch.action, ActionReason::None, -1};
            later(due);
        }
        return {};
    }

    void later(qint64 inMs)
    {
        if (m_wakeInMs < 0 || inMs < m_wakeInMs)
            m_wakeInMs = inMs;
    }

    Step idle() const { return {Step::Kind::None, {}, ActionReason::None, m_wakeInMs}; }

    const QueueSnapshot &m_queue;
    const PlanContext &m_context;
    qint64 m_wakeInMs = -1;
};

} // namespace

Result<QueueSnapshot> loadQueue(Database &database, const AccountId &account)
{
    QueueSnapshot queue;
    ActionStore actions(database);
    AttemptStore attempts(database);
    auto open = actions.open(account);
    if (!open.ok())
        return open.error();
    queue.open = open.take();
    for (const Action &action : std::as_const(queue.open)) {
        if (!action.dependsOn.isNull() && !queue.parents.contains(action.dependsOn)) {
            auto parent = actions.find(action.dependsOn);
            if (parent.ok())
                queue.parents.insert(action.dependsOn, parent.take());
            else if (parent.error().kind != ErrorKind::NotFound)
                return parent.error();
        }
        if (action.state != ActionState::Uncertain)
            continue;
        auto check = attempts.check(action.id);
        auto attempt = attempts.last(action.id);
        if (!check.ok())
            return check.error();
        if (!attempt.ok())
            return attempt.error();
        if (check.value())
            queue.checks.insert(action.id, *check.value());
        if (attempt.value())
            queue.lastAttempts.insert(action.id, *attempt.value());
    }
    auto watches = attempts.watches(account);
    if (!watches.ok())
        return watches.error();
    queue.watches = watches.take();
    return queue;
}

qint64 checkDueInMs(const Action &action, const QueueSnapshot &queue, const PlanContext &context)
{
    if (context.runningRound == action.id)
        return 0;
    const SettlePolicy &settle = context.settle;
    const Check check = queue.checks.value(action.id);
    const qint64 sinceAttempt = context.times->ageOf(queue.lastAttempts.value(action.id).endedAtMs);
    qint64 due = settle.firstCheckMs - sinceAttempt;
    if (check.lastRoundAtMs != 0) {
        due = settle.betweenRoundsMs - context.times->ageOf(check.lastRoundAtMs);
        const bool settles = action.kind == ActionKind::Publish
            || (action.kind == ActionKind::Boost && context.boostNeedsSettling);
        if (settles && check.negativeRounds > 0)
            due = std::max(due, settle.afterAttemptMs - sinceAttempt);
    }
    if (!context.tryNow.contains(action.id))
        due = std::max(due, context.times->until(action.notBeforeMs, longestWaitMs));
    return due;
}

Step planStep(const QueueSnapshot &queue, const PlanContext &context)
{
    return Planner(queue, context).plan();
}

} // namespace Petrel
