// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/actions/change.h"

#include "outbox/ledger.h"
#include "service/interactions.h"
#include "service/posts.h"
#include "service/publisher.h"
#include "service/search.h"
#include "store/attemptstore.h"
#include "store/timelinestore.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

Result<Unit> putPost(CacheTx &tx, const Post &post, const Source &source)
{
    tx.changes.posts.insert(post.uri);
    return PostStore(tx.db).put(post, source);
}

Task<Unit> askTargetUnknown(const StepContext &context, const ActionId &id)
{
    const QString words =
        QCoreApplication::translate("Petrel::Outbox", "This server does not know the post.");
    return context.store.journal([id, words, now = context.clock.nowMs()](JournalTx &tx) {
        return Ledger(tx, now).ask(id, ActionReason::TargetUnknown, words);
    });
}

} // namespace

std::optional<bool> flagOf(ActionKind kind, const PostFlags &flags)
{
    switch (kind) {
    case ActionKind::Favourite:
        return flags.favourited;
    case ActionKind::Boost:
        return flags.boosted;
    case ActionKind::Bookmark:
        return flags.bookmarked;
    case ActionKind::Publish:
    case ActionKind::Remove:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

ChangeSteps::ChangeSteps(const StepContext &context, SteadyTimes &times, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_times(times)
{ }

Task<Unit> ChangeSteps::resolve(const Action &action)
{
    const bool replyToOwn = action.kind == ActionKind::Publish && !action.dependsOn.isNull();
    if (replyToOwn && action.subject.uri.isNull())
        return adoptParent(action);
    const QString address = action.subject.url.isEmpty() ? action.subject.uri.value() : action.subject.url;
    // What a former page told costs no request.
    auto cached = PostStore(m_context.store.reader()).findByAddress(address, m_context.account.id);
    if (!cached.ok())
        return cached.error();
    if (cached.value() && !cached.value()->ref.isNull())
        return useResolved(action, *cached.value(), 0);
    const qint64 now = m_context.clock.nowMs();
    if (!m_context.service.search())
        return askTargetUnknown(m_context, action.id);
    Promise<Unit> done;
    m_context.service.search()->resolvePost(address).finally(
        this, [this, action, now, done](const Result<Post> &found) {
            useResolved(action, found, now).forwardTo(done);
        });
    return done.task();
}

Task<Unit> ChangeSteps::adoptParent(const Action &action)
{
    const qint64 now = m_context.clock.nowMs();
    auto parent = ActionStore(m_context.store.reader()).find(action.dependsOn);
    if (!parent.ok() && parent.error().kind != ErrorKind::NotFound)
        return parent.error();
    if (!parent.ok() || parent.value().resultUri.isNull()) {
        return m_context.store.journal([id = action.id, now](JournalTx &tx) {
            return Ledger(tx, now).ask(id, ActionReason::ParentGone, {});
        });
    }
    Subject subject;
    subject.uri = parent.value().resultUri;
    subject.url = parent.value().resultUrl;
    subject.excerpt = parent.value().content.text.left(80);
    if (parent.value().account == m_context.account.id)
        subject.ref = parent.value().resultRef;
    return m_context.store.journal(
        [id = action.id, now, subject](JournalTx &tx) { return Ledger(tx, now).resolved(id, subject); });
}

Task<Unit> ChangeSteps::useResolved(const Action &action, const Result<Post> &found, qint64 readAtMs)
{
    const qint64 now = m_context.clock.nowMs();
    const ActionId id = action.id;
    if (!found.ok()) {
        switch (classifyRead(found.error())) {
        case ReadFailure::Later:
            return postponeAfter(m_context, action, found.error());
        case ReadFailure::Broken:
            return found.error();
        case ReadFailure::NoAnswer:
        case ReadFailure::Gone:
            break;
        }
        return askTargetUnknown(m_context, action.id);
    }
    const Post post = found.value();
    Subject subject = action.subject;
    subject.uri = post.uri;
    subject.ref = post.ref;
    if (subject.url.isEmpty())
        subject.url = post.url;
    subject.author = post.author.handle;
    subject.excerpt = post.body.text.left(80);
    const auto write = [=](JournalTx &tx) { return Ledger(tx, now).resolved(id, subject); };
    if (readAtMs == 0)
        return m_context.store.journal(write);
    const Source source = m_context.source(readAtMs);
    return m_context.store.settle([post, source](CacheTx &tx) { return putPost(tx, post, source); }, write);
}

Task<Unit> ChangeSteps::send(const Action &action)
{
    auto state = PostStore(m_context.store.reader()).state(action.subject.uri, m_context.account.id);
    if (!state.ok())
        return state.error();
    const qint64 now = m_context.clock.nowMs();
    const ActionId id = action.id;
    PostFlags flags;
    if (state.value()) {
        flags = state.value()->flags;
        const auto flag = flagOf(action.kind, flags);
        // Only a read made after the wish proves that it needs no request: what was believed before may be
        // stale.
        if (flag == action.wanted && state.value()->readAtMs > action.createdAtMs
            && familyOf(action.kind) == ActionFamily::Set)
            return m_context.store.journal([=](JournalTx &tx) { return Ledger(tx, now).fulfilled(id); });
    }
    if (needsSettling(action) && action.wanted && m_readBefore != id)
        return readBefore(action);
    m_readBefore = {};
    return m_context.store
        .journal([id, now](JournalTx &tx) {
            Attempt attempt;
            attempt.payload = QByteArrayLiteral("{\"format\":1}");
            return Ledger(tx, now).begin(id, attempt);
        })
        .then(this, [this, action, flags](bool ours) -> Task<Unit> {
            return ours ? transmit(action, flags) : Task<Unit>(Unit{});
        });
}

Task<Unit> ChangeSteps::readBefore(const Action &action)
{
    const qint64 now = m_context.clock.nowMs();
    if (!m_context.service.posts()) {
        m_readBefore = action.id;
        return Result<Unit>(Unit{});
    }
    Promise<Unit> done;
    m_context.service.posts()
        ->fetch(action.subject.ref)
        .finally(this, [this, action, now, done](const Result<Post> &read) {
            useReadBefore(action, read, now).forwardTo(done);
        });
    return done.task();
}

Task<Unit> ChangeSteps::useReadBefore(const Action &action, const Result<Post> &read, qint64 readAtMs)
{
    const qint64 now = m_context.clock.nowMs();
    if (!read.ok()) {
        switch (classifyRead(read.error())) {
        case ReadFailure::Later:
            return postponeAfter(m_context, action, read.error());
        case ReadFailure::Broken:
            return read.error();
        case ReadFailure::Gone:
            return askTargetUnknown(m_context, action.id);
        case ReadFailure::NoAnswer:
            break;
        }
        if (action.failures + 1 < m_context.options.settle.blindRounds)
            return postponeAfter(m_context, action, read.error());
        if (!action.approved) {
            return m_context.store.journal(
                [id = action.id, now, words = read.error().message](JournalTx &tx) {
                    return Ledger(tx, now).ask(id, ActionReason::CannotTell, words);
                });
        }
        m_readBefore = action.id;
        return Result<Unit>(Unit{});
    }
    if (flagOf(action.kind, read.value().flags) == action.wanted)
        return settleTrue(action, read.value(), readAtMs);
    m_readBefore = action.id;
    const Source source = m_context.source(readAtMs);
    return m_context.store.cache(
        [post = read.value(), source](CacheTx &tx) { return putPost(tx, post, source); });
}

Task<Unit> ChangeSteps::transmit(const Action &action, const PostFlags &flags)
{
    const auto settle = [this, action](const Outcome &outcome) { return settleOutcome(action, outcome); };
    if (action.kind == ActionKind::Remove)
        return m_context.service.publisher()->remove(action.subject.ref).then(this, settle);
    return m_context.service.interactions()
        ->set(action.kind, action.subject.ref, action.wanted, flags, m_context.account.defaultVisibility)
        .then(this, settle);
}

Task<Unit> ChangeSteps::settleOutcome(const Action &action, const Outcome &outcome)
{
    const auto ending = commonEnding(m_context, outcome, action.failures);
    if (ending.handled)
        return settleCommon(m_context, action.id, ending, outcome.words);
    const qint64 now = m_context.clock.nowMs();
    const ActionId id = action.id;
    switch (outcome.kind) {
    case OutcomeKind::Done:
        if (action.kind == ActionKind::Remove)
            return settleRemoved(action);
        if (outcome.post && flagOf(action.kind, outcome.post->flags) == action.wanted)
            return settleTrue(action, *outcome.post, now);
        break;
    case OutcomeKind::AlreadyTrue:
        if (action.kind == ActionKind::Remove)
            return settleRemoved(action);
        break;
    case OutcomeKind::Rejected:
        return m_context.store.journal(
            [=](JournalTx &tx) { return Ledger(tx, now).refused(id, outcome.words); });
    case OutcomeKind::Uncertain:
    case OutcomeKind::DuplicateSomewhere:
    case OutcomeKind::NotSent:
    case OutcomeKind::RateLimited:
    case OutcomeKind::SignedOut:
        break;
    }
    // A yes that does not show the wish is no proof: the state is read like after a lost answer.
    return m_context.store.journal(
        [=](JournalTx &tx) { return Ledger(tx, now).uncertain(id, outcome.words, outcome.serverDateMs); });
}

Task<Unit> ChangeSteps::settleTrue(const Action &action, const Post &post, qint64 readAtMs)
{
    const qint64 now = m_context.clock.nowMs();
    const Source source = m_context.source(readAtMs);
    return m_context.store.settle(
        [post, source](CacheTx &tx) { return putPost(tx, post, source); },
        [id = action.id, now](JournalTx &tx) { return Ledger(tx, now).fulfilled(id); });
}

Task<Unit> ChangeSteps::settleRemoved(const Action &action)
{
    const qint64 now = m_context.clock.nowMs();
    const TimelineKey home{m_context.account.id, QStringLiteral("home")};
    return m_context.store.settle(
        [uri = action.subject.uri, host = m_context.account.host, home](CacheTx &tx) -> Result<Unit> {
            tx.changes.posts.insert(uri);
            tx.changes.timelines.append(home);
            if (auto gone = PostStore(tx.db).tombstone(uri, host); !gone.ok())
                return gone;
            return TimelineStore(tx.db).removeEntry(home, uri.value());
        },
        [id = action.id, now](JournalTx &tx) { return Ledger(tx, now).fulfilled(id); });
}

bool ChangeSteps::needsSettling(const Action &action) const
{
    return action.kind == ActionKind::Boost && !m_context.service.capabilities().boostIsIdempotent;
}

Task<Unit> ChangeSteps::checkState(const Action &action)
{
    const qint64 now = m_context.clock.nowMs();
    if (!m_context.service.posts()) {
        return m_context.store.journal([id = action.id, now](JournalTx &tx) {
            return Ledger(tx, now).ask(id, ActionReason::CannotTell, {});
        });
    }
    if (action.subject.ref.isNull())
        return resolve(action);
    Promise<Unit> done;
    m_context.service.posts()
        ->fetch(action.subject.ref)
        .finally(this, [this, action, now, done](const Result<Post> &read) {
            settleRead(action, read, now, now).forwardTo(done);
        });
    return done.task();
}

Task<Unit> ChangeSteps::settleRead(const Action &action, const Result<Post> &read, qint64 readAtMs,
                                   qint64 beganAtMs)
{
    const qint64 now = m_context.clock.nowMs();
    const ActionId id = action.id;
    const int maxBlind = m_context.options.settle.blindRounds;
    if (!read.ok()) {
        switch (classifyRead(read.error())) {
        case ReadFailure::Later:
            return postponeAfter(m_context, action, read.error());
        case ReadFailure::Broken:
            return read.error();
        case ReadFailure::NoAnswer:
            return m_context.store.journal(
                [=](JournalTx &tx) { return Ledger(tx, now).roundEnded(id, true, beganAtMs, 0, maxBlind); });
        case ReadFailure::Gone:
            break;
        }
        if (action.kind == ActionKind::Remove)
            return settleRemoved(action);
        return askTargetUnknown(m_context, action.id);
    }
    const auto flag = flagOf(action.kind, read.value().flags);
    if (action.kind != ActionKind::Remove && !flag) {
        return m_context.store.journal(
            [=](JournalTx &tx) { return Ledger(tx, now).roundEnded(id, true, beganAtMs, 0, maxBlind); });
    }
    if (action.kind != ActionKind::Remove && *flag == action.wanted)
        return settleTrue(action, read.value(), readAtMs);
    return settleNegative(action, read.value(), readAtMs, beganAtMs);
}

Task<Unit> ChangeSteps::settleNegative(const Action &action, const std::optional<Post> &post, qint64 readAtMs,
                                       qint64 beganAtMs)
{
    const qint64 now = m_context.clock.nowMs();
    const SettlePolicy settle = m_context.options.settle;
    AttemptStore attempts(m_context.store.reader());
    auto last = attempts.last(action.id);
    auto check = attempts.check(action.id);
    if (!last.ok())
        return last.error();
    if (!check.ok())
        return check.error();
    const bool refused = last.value() && last.value()->ending == AttemptEnding::Refused;
    bool proved = true;
    if (needsSettling(action) && !refused) {
        const qint64 first = check.value() ? check.value()->firstRoundAtMs : 0;
        const qint64 attemptAge =
            last.value() ? m_times.ageOf(last.value()->endedAtMs) : settle.afterAttemptMs;
        proved = first != 0 && m_times.ageOf(first) >= settle.betweenRoundsMs
            && attemptAge >= settle.afterAttemptMs;
    }
    const Source source = m_context.source(readAtMs);
    return m_context.store.settle(
        [post, source](CacheTx &tx) { return post ? putPost(tx, *post, source) : Result<Unit>(Unit{}); },
        [=, id = action.id, words = action.words](JournalTx &tx) {
            Ledger ledger(tx, now);
            if (refused)
                return ledger.ask(id, ActionReason::Refused, words);
            if (proved)
                return ledger.absent(id, settle.maxSends, 0);
            return ledger.roundEnded(id, false, beganAtMs, 0, settle.blindRounds);
        });
}

} // namespace Petrel
