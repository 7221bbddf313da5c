// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/actions/create.h"

#include "domain/ownpostmatch.h"
#include "outbox/actions/found.h"
#include "outbox/ledger.h"
#include "outbox/payload.h"
#include "service/publisher.h"
#include "store/attemptstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace Petrel {

namespace {

//! How far a server's clock may step back between two posts.
constexpr qint64 stepBackMs = 60'000;

} // namespace

CreateSteps::CreateSteps(const StepContext &context, QObject *parent)
    : QObject(parent),
      m_context(context)
{ }

bool CreateSteps::baselineReady() const
{
    if (!m_taken || m_taken->nextSource < int(m_context.service.publisher()->ownSources().size()))
        return false;
    return m_context.clock.monotonicMs() - m_taken->beganMonotonicMs
        < m_context.options.settle.baselineFreshMs;
}

Task<Unit> CreateSteps::takeBaseline(const Action &next)
{
    const qint64 now = m_context.clock.monotonicMs();
    if (!m_taken || now - m_taken->beganMonotonicMs >= m_context.options.settle.baselineFreshMs)
        m_taken = Taken{{}, 0, now, m_context.clock.nowMs(), true};
    auto *publisher = m_context.service.publisher();
    Promise<Unit> done;
    publisher->ownPosts(m_taken->nextSource, {})
        .finally(this, [this, next, done](const Result<OwnPage> &page) {
            storeBaselinePage(next, page).forwardTo(done);
        });
    return done.task();
}

Task<Unit> CreateSteps::storeBaselinePage(const Action &next, const Result<OwnPage> &page)
{
    if (!page.ok()) {
        m_taken.reset();
        switch (classifyRead(page.error())) {
        case ReadFailure::Later:
            return postponeAfter(m_context, next, page.error());
        case ReadFailure::Broken:
            return page.error();
        case ReadFailure::NoAnswer:
        case ReadFailure::Gone:
            break;
        }
        // Without a list of own posts a lost answer could never be cleared up: the person decides whether to
        // send.
        if (next.failures + 1 < m_context.options.settle.blindRounds)
            return postponeAfter(m_context, next, page.error());
        if (next.approved) {
            m_taken = Taken{{},
                            int(m_context.service.publisher()->ownSources().size()),
                            m_context.clock.monotonicMs(),
                            m_context.clock.nowMs(),
                            false};
            return Result<Unit>(Unit{});
        }
        const qint64 now = m_context.clock.nowMs();
        return m_context.store.journal([id = next.id, now, words = page.error().message](JournalTx &tx) {
            return Ledger(tx, now).ask(id, ActionReason::CannotTell, words);
        });
    }
    if (m_taken->nextSource == 0)
        m_taken->serverDateMs = page.value().serverDateMs;
    m_taken->posts += page.value().posts;
    m_taken->reachedStart = m_taken->reachedStart && page.value().reachedStart;
    ++m_taken->nextSource;
    const Source source = m_context.source(m_taken->beganAtMs);
    return m_context.store.cache([posts = page.value().posts, source](CacheTx &tx) -> Result<Unit> {
        PostStore store(tx.db);
        for (const Post &post : posts) {
            if (auto put = store.put(post, source); !put.ok())
                return put;
            tx.changes.posts.insert(post.uri);
        }
        return Unit{};
    });
}

Baseline CreateSteps::baseline() const
{
    Baseline result;
    if (!m_taken)
        return result;
    result.takenAtMs = m_taken->beganAtMs;
    result.reachedStart = m_taken->reachedStart;
    for (const Post &post : m_taken->posts) {
        if (!result.uris.contains(post.uri))
            result.uris.append(post.uri);
        result.newestMs = std::max(result.newestMs, post.createdAtMs);
    }
    // A post from the future, or a server's clock that steps back, must not make what is sent next look older
    // than this.
    const qint64 takenMs = m_taken->serverDateMs > 0 ? m_taken->serverDateMs : m_taken->beganAtMs;
    result.newestMs = std::max<qint64>(0, std::min(result.newestMs, takenMs) - stepBackMs);
    return result;
}

void CreateSteps::noteOwn(const Post &post)
{
    if (m_taken)
        m_taken->posts.append(post);
}

std::optional<Post> CreateSteps::earlierCopy(const Action &action)
{
    if (action.approved || action.sends > 0 || action.createdAtMs >= m_context.options.storeOpenedAtMs
        || !m_taken)
        return std::nullopt;
    auto taken = takenByOthers(m_context, m_taken->posts, action.id);
    if (!taken.ok())
        return std::nullopt;
    const OwnPostQuery query{action.content, action.subject.uri, action.subject.ref};
    for (const Post &post : m_taken->posts) {
        if (post.createdAtMs > action.createdAtMs - clockSlackMs && !taken.value().contains(post.uri)
            && matchesOwnPost(query, post))
            return post;
    }
    return std::nullopt;
}

Result<CreateSteps::Prepared> CreateSteps::prepare(const Action &action) const
{
    auto attempts = AttemptStore(m_context.store.reader()).of(action.id);
    if (!attempts.ok())
        return attempts.error();
    Prepared prepared;
    std::optional<PublishRequest> frozen;
    for (const Attempt &earlier : attempts.value()) {
        if (!earlier.payload.isEmpty())
            frozen = thawPayload(earlier.payload);
        prepared.request.repeat = prepared.request.repeat || earlier.ending == AttemptEnding::ProvedAbsent;
    }
    const bool repeat = prepared.request.repeat;
    prepared.request = frozen.value_or(
        PublishRequest{action.content, action.subject.ref, action.subject.uri, {}, false, false});
    prepared.request.repeat = repeat;

    // One key per frozen payload; kept for a repeat only while the server still knows it.
    QString key;
    if (!attempts.value().isEmpty()) {
        const Attempt &last = attempts.value().constLast();
        qint64 firstUseMs = 0;
        bool usedForReal = false;
        for (const Attempt &earlier : attempts.value()) {
            if (earlier.key != last.key)
                continue;
            if (firstUseMs == 0)
                firstUseMs = earlier.startedAtMs;
            usedForReal = usedForReal || earlier.ending == AttemptEnding::ProvedAbsent;
        }
        const qint64 keptMs =
            std::min(m_context.options.settle.keyReuseMs, m_context.service.capabilities().idempotencyMs);
        const bool stillKnown =
            m_context.clock.nowMs() - firstUseMs < keptMs && m_context.clock.nowMs() >= firstUseMs;
        if (last.ending == AttemptEnding::NotSent
                ? (!usedForReal || stillKnown)
                : (last.ending == AttemptEnding::ProvedAbsent && stillKnown))
            key = last.key;
        prepared.request.sameKey = !key.isEmpty() && usedForReal;
    }
    if (key.isEmpty())
        key = randomToken(m_context.clock);
    prepared.request.key = key;
    prepared.attempt.payload = freezePayload(prepared.request);
    prepared.attempt.key = key;
    prepared.attempt.baseline = baseline();
    return prepared;
}

Task<Unit> CreateSteps::publish(const Action &action)
{
    const qint64 now = m_context.clock.nowMs();
    if (const auto copy = earlierCopy(action)) {
        const QString words =
            QCoreApplication::translate("Petrel::Outbox", "A post with this text is already on the server.");
        return m_context.store.journal([id = action.id, now, words](JournalTx &tx) {
            return Ledger(tx, now).ask(id, ActionReason::Restored, words);
        });
    }
    auto prepared = prepare(action);
    if (!prepared.ok())
        return prepared.error();
    return m_context.store
        .journal([id = action.id, now, attempt = prepared.value().attempt](JournalTx &tx) mutable {
            return Ledger(tx, now).begin(id, attempt);
        })
        .then(this, [this, action, prepared = prepared.value()](bool ours) -> Task<Unit> {
            return ours ? send(action, prepared) : Task<Unit>(Unit{});
        });
}

Task<Unit> CreateSteps::send(const Action &action, const Prepared &prepared)
{
    return m_context.service.publisher()
        ->publish(prepared.request)
        .then(this, [this, action, repeat = prepared.request.repeat](const Outcome &outcome) {
            return settleOutcome(action, outcome, repeat);
        });
}

Task<Unit> CreateSteps::settleOutcome(const Action &action, const Outcome &outcome, bool repeat)
{
    const auto ending = commonEnding(m_context, outcome, action.failures);
    if (ending.handled)
        return settleCommon(m_context, action.id, ending, outcome.words);
    const qint64 now = m_context.clock.nowMs();
    const ActionId id = action.id;
    switch (outcome.kind) {
    case OutcomeKind::Done:
        if (!outcome.post) {
            return m_context.store.journal(
                [=](JournalTx &tx) { return Ledger(tx, now).publishedAndGone(id); });
        }
        noteOwn(*outcome.post);
        return settleFound(m_context, action, *outcome.post, std::nullopt,
                           repeat ? m_context.options.settle.watchMs : 0);
    case OutcomeKind::Rejected:
        return m_context.store.journal(
            [=](JournalTx &tx) { return Ledger(tx, now).refused(id, outcome.words); });
    case OutcomeKind::Uncertain:
    case OutcomeKind::AlreadyTrue:
    case OutcomeKind::DuplicateSomewhere:
    case OutcomeKind::NotSent:
    case OutcomeKind::RateLimited:
    case OutcomeKind::SignedOut:
        break;
    }
    if (!m_context.options.reconcile) {
        return m_context.store.journal([=, again = m_context.backoffUntil(action.failures)](JournalTx &tx) {
            return Ledger(tx, now).notSent(id, ActionReason::ServerDown, outcome.words, again);
        });
    }
    return m_context.store.journal(
        [=](JournalTx &tx) { return Ledger(tx, now).uncertain(id, outcome.words, outcome.serverDateMs); });
}

} // namespace Petrel
