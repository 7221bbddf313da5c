// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/processor.h"

#include "base/clock.h"
#include "base/logging.h"
#include "base/mailbox.h"
#include "outbox/actions/change.h"
#include "outbox/actions/check.h"
#include "outbox/actions/create.h"
#include "outbox/ledger.h"
#include "outbox/queueplan.h"
#include "outbox/steadytimes.h"
#include "outbox/stepcontext.h"
#include "store/accountstore.h"
#include "store/actionstore.h"
#include "weather/gate.h"

#include <algorithm>

namespace Petrel {

namespace {

// After this computer failed to write, trying at once would fail again.
constexpr qint64 storagePauseMs = 10'000;
// After an outage every client comes back at once; the first request of each is spread.
constexpr double recoveryJitterMs = 2'000;

bool needsServer(const Step &step)
{
    return step.kind != Step::Kind::None && step.kind != Step::Kind::Ask && step.kind != Step::Kind::Recover;
}

} // namespace

struct Processor::Private {
    Private(Processor *q, const StepContext &given)
        : q(q),
          context(given),
          times(context.clock),
          create(context, q),
          check(context, times, q),
          change(context, times, q)
    { }

    void look();
    void run(const Step &step, const QueueSnapshot &queue);
    Task<Unit> start(const Step &step, const Action &action, const QueueSnapshot &queue);
    void ended(const Result<Unit> &result);
    void sleep(qint64 forMs);
    void updateState(const QueueSnapshot &queue, const Step &step);
    [[nodiscard]] PlanContext planContext(const QueueSnapshot &queue);
    void refreshAccount();
    Permission askGate();
    Step nextStep(const QueueSnapshot &queue);
    void spreadRecovery(Permission &permission);

    Processor *q;
    StepContext context;
    SteadyTimes times;
    CreateSteps create;
    CheckSteps check;
    ChangeSteps change;
    Mailbox mailbox;
    std::unique_ptr<Alarm> alarm;
    QHash<ActionId, qint64> tryNow; //!< waits lifted by the person: the notBeforeMs they had then
    QueueState state = QueueState::Idle;
    qint64 nextWakeMs = 0;
    qint64 recoveryAtMonotonicMs = 0;
    bool wasClosed = false;
    bool busy = false;
    bool posted = false;
    bool started = false;
    bool stopped = false;
};

Processor::Processor(const Account &account, Store &store, Service &service, Gate &gate, Clock &clock,
                     const Options &options, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(this, StepContext{account, store, service, gate, clock, options}))
{
    connect(&store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (!changes.actions.isEmpty() || changes.accounts)
            wake();
    });
}

Processor::~Processor() = default;

void Processor::start()
{
    d->started = true;
    wake();
}

void Processor::wake()
{
    if (!d->started || d->stopped || d->posted)
        return;
    d->posted = true;
    // Through the event loop: a step that ends at once must not plan inside its own caller.
    d->mailbox.post([this] {
        d->posted = false;
        if (!d->busy && !d->stopped)
            d->look();
    });
}

void Processor::tryNow()
{
    auto open = ActionStore(d->context.store.reader()).open(d->context.account.id);
    if (open.ok()) {
        for (const Action &action : open.value()) {
            if (action.reason != ActionReason::RateLimited && action.notBeforeMs != 0)
                d->tryNow.insert(action.id, action.notBeforeMs);
        }
    }
    wake();
}

void Processor::stop()
{
    d->stopped = true;
    d->alarm.reset();
    d->tryNow.clear();
}

QueueState Processor::state() const
{
    const bool due = d->posted && !d->stopped;
    if (d->busy || due)
        return QueueState::Busy;
    // Stopped between two steps it never looks what the next one would be.
    return d->stopped && d->state == QueueState::Busy ? QueueState::Waiting : d->state;
}

qint64 Processor::nextWakeMs() const
{
    return d->nextWakeMs;
}

void Processor::Private::spreadRecovery(Permission &permission)
{
    const qint64 now = context.clock.monotonicMs();
    if (!permission.allowed) {
        wasClosed = permission.reason == ActionReason::ServerDown;
        return;
    }
    if (wasClosed) {
        wasClosed = false;
        recoveryAtMonotonicMs =
            tryNow.isEmpty() ? now + qint64(recoveryJitterMs * context.clock.chance()) : now;
    }
    if (recoveryAtMonotonicMs > now) {
        permission.allowed = false;
        permission.untilMs = context.clock.nowMs() + recoveryAtMonotonicMs - now;
    }
}

PlanContext Processor::Private::planContext(const QueueSnapshot &queue)
{
    PlanContext plan;
    plan.nowMs = context.clock.nowMs();
    plan.times = &times;
    plan.settle = context.options.settle;
    plan.tooOldMs = context.options.tooOldMs;
    plan.baselineReady = context.service.publisher() && create.baselineReady();
    plan.boostNeedsSettling = !context.service.capabilities().boostIsIdempotent;
    plan.runningRound = check.runningRound();
    for (const Action &action : queue.open) {
        // A new wait, set by a failure since, is not lifted: or trying now would never stop trying.
        if (tryNow.contains(action.id) && tryNow.value(action.id) == action.notBeforeMs)
            plan.tryNow.insert(action.id);
    }
    plan.uncertainUptime = [this, &queue](const Action &action) {
        return check.uncertainUptime(action, queue.checks.value(action.id));
    };
    return plan;
}

void Processor::Private::refreshAccount()
{
    auto found = AccountStore(context.store.reader()).find(context.account.id);
    if (!found.ok())
        return;
    const bool was = context.account.signedOut;
    context.account.signedOut = found.value().signedOut;
    context.account.paused = found.value().paused;
    context.account.defaultVisibility = found.value().defaultVisibility;
    if (context.account.signedOut && !was)
        Q_EMIT q->signedOut();
}

Permission Processor::Private::askGate()
{
    // What the journal says of the account holds at once, also before the gate has heard of it.
    if (context.account.signedOut)
        return {false, 0, ActionReason::SignedOut};
    if (context.account.paused)
        return {false, 0, ActionReason::Held};
    Permission permission = context.gate.ask(context.account.id);
    spreadRecovery(permission);
    return permission;
}

Step Processor::Private::nextStep(const QueueSnapshot &queue)
{
    PlanContext plan = planContext(queue);
    const Step step = planStep(queue, plan);
    if (!needsServer(step))
        return step;
    // Only now: the gate lets one through to a server that is down, and who has nothing to send would take
    // its place.
    plan.permission = askGate();
    return plan.permission.allowed ? step : planStep(queue, plan);
}

void Processor::Private::look()
{
    alarm.reset();
    nextWakeMs = 0;
    refreshAccount();
    auto queue = loadQueue(context.store.reader(), context.account.id);
    if (!queue.ok()) {
        qCWarning(logOutbox).noquote() << "cannot read the queue:" << queue.error().detail;
        return sleep(storagePauseMs);
    }
    if (queue.value().open.isEmpty() && queue.value().watches.isEmpty()) {
        tryNow.clear();
        updateState(queue.value(), {});
        return;
    }
    const Step step = nextStep(queue.value());
    updateState(queue.value(), step);
    if (step.kind != Step::Kind::None)
        return run(step, queue.value());
    if (step.wakeInMs >= 0)
        sleep(step.wakeInMs);
}

void Processor::Private::run(const Step &step, const QueueSnapshot &queue)
{
    Action action;
    for (const Action &open : queue.open) {
        if (open.id == step.action)
            action = open;
    }
    busy = true;
    start(step, action, queue).finally(q, [this](const Result<Unit> &result) { ended(result); });
}

Task<Unit> Processor::Private::start(const Step &step, const Action &action, const QueueSnapshot &queue)
{
    const qint64 now = context.clock.nowMs();
    const ActionId id = step.action;
    switch (step.kind) {
    case Step::Kind::Ask:
        return context.store.journal(
            [=](JournalTx &tx) { return Ledger(tx, now).ask(id, step.reason, action.words); });
    case Step::Kind::Recover:
        return context.store.journal([=](JournalTx &tx) { return Ledger(tx, now).uncertain(id, {}, 0); });
    case Step::Kind::Baseline:
        return create.takeBaseline(action);
    case Step::Kind::Publish:
        return create.publish(action);
    case Step::Kind::Change:
        return change.send(action);
    case Step::Kind::Resolve:
        return change.resolve(action);
    case Step::Kind::CheckOwn:
        return check.checkOwn(action);
    case Step::Kind::CheckState:
        return change.checkState(action);
    case Step::Kind::Watch:
        for (const Watch &watch : queue.watches) {
            if (watch.action == id)
                return check.look(watch);
        }
        break;
    case Step::Kind::None:
        break;
    }
    return Result<Unit>(Unit{});
}

void Processor::Private::ended(const Result<Unit> &result)
{
    busy = false;
    const bool failed = !result.ok();
    if (failed)
        qCWarning(logOutbox).noquote()
            << "a step failed:" << errorKindName(result.error().kind) << result.error().detail;
    Q_EMIT q->stepped();
    if (failed) {
        posted = false;
        return sleep(storagePauseMs);
    }
    q->wake();
}

void Processor::Private::sleep(qint64 forMs)
{
    if (stopped)
        return;
    nextWakeMs = context.clock.nowMs() + forMs;
    alarm = context.clock.alarm(forMs, [this] { q->wake(); });
}

void Processor::Private::updateState(const QueueSnapshot &queue, const Step &step)
{
    QueueState next = QueueState::Idle;
    if (step.kind != Step::Kind::None) {
        next = QueueState::Busy;
    } else if (!queue.open.isEmpty()) {
        const bool allAsk = std::all_of(queue.open.begin(), queue.open.end(), [&](const Action &action) {
            const Action parent = queue.parents.value(action.dependsOn);
            return action.state == ActionState::NeedsYou
                || (!action.dependsOn.isNull() && parent.state == ActionState::NeedsYou);
        });
        next = allAsk ? QueueState::NeedsYou : QueueState::Waiting;
    }
    if (next == state)
        return;
    state = next;
    Q_EMIT q->stateChanged();
}

} // namespace Petrel
