// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/actions/check.h"

#include "outbox/actions/found.h"
#include "outbox/ledger.h"
#include "outbox/payload.h"
#include "service/publisher.h"
#include "store/attemptstore.h"
#include "weather/gate.h"

#include <algorithm>

namespace Petrel {

namespace {

bool mayHaveArrived(const Attempt &attempt)
{
    return attempt.ending != AttemptEnding::NotSent && attempt.ending != AttemptEnding::Refused;
}

} // namespace

CheckSteps::CheckSteps(const StepContext &context, SteadyTimes &times, QObject *parent)
    : QObject(parent),
      m_context(context),
      m_times(times)
{ }

qint64 CheckSteps::uncertainUptime(const Action &action, const Check &check)
{
    const qint64 now = m_context.gate.uptimeMs(m_context.account.id);
    const auto mark = m_uptimeMarks.constFind(action.id);
    if (mark == m_uptimeMarks.constEnd()) {
        m_uptimeMarks.insert(action.id, now - check.uptimeMs);
        return check.uptimeMs;
    }
    return now - mark.value();
}

Result<RoundGoal> CheckSteps::goalOf(const Action &action)
{
    auto attempts = AttemptStore(m_context.store.reader()).of(action.id);
    if (!attempts.ok())
        return attempts.error();
    RoundGoal goal;
    goal.query = OwnPostQuery{action.content, action.subject.uri, action.subject.ref};
    for (const Attempt &attempt : attempts.value()) {
        if (!mayHaveArrived(attempt))
            continue;
        // The earliest attempt that may have happened: a late commit of any of them counts as found.
        goal.baseline = attempt.baseline;
        if (const auto request = thawPayload(attempt.payload))
            goal.query = OwnPostQuery{request->content, request->replyToUri, request->replyTo};
        const bool hasPage = !attempt.baseline.uris.isEmpty() || attempt.baseline.reachedStart;
        if (!hasPage)
            goal.floorMs = std::max<qint64>(
                1,
                std::min(attempt.startedAtMs,
                         attempt.baseline.takenAtMs > 0 ? attempt.baseline.takenAtMs : attempt.startedAtMs)
                    - clockSlackMs);
        break;
    }
    return goal;
}

Task<Unit> CheckSteps::checkOwn(const Action &action)
{
    if (m_roundOf != action.id)
        return beginRound(action);
    auto *publisher = m_context.service.publisher();
    Promise<Unit> done;
    publisher->ownPosts(m_round->source(), m_round->cursor())
        .finally(this, [this, action, done](const Result<OwnPage> &page) {
            useRoundPage(action, page).forwardTo(done);
        });
    return done.task();
}

Task<Unit> CheckSteps::beginRound(const Action &action)
{
    auto goal = goalOf(action);
    if (!goal.ok())
        return goal.error();
    m_round.emplace(goal.take(), int(m_context.service.publisher()->ownSources().size()),
                    m_context.options.settle.maxPages);
    m_roundOf = action.id;
    m_roundBeganAtMs = m_context.clock.nowMs();
    return checkOwn(action);
}

Task<Unit> CheckSteps::useRoundPage(const Action &action, const Result<OwnPage> &page)
{
    if (!page.ok()) {
        const Error error = page.error();
        switch (classifyRead(error)) {
        case ReadFailure::Later:
            // A check that fails by weather or sign-out is no round.
            m_roundOf = {};
            return postponeAfter(m_context, action, error);
        case ReadFailure::Broken:
            m_roundOf = {};
            return error;
        case ReadFailure::NoAnswer:
        case ReadFailure::Gone:
            return endRound(action, false);
        }
    }
    auto taken = takenByOthers(m_context, page.value().posts, action.id);
    if (!taken.ok())
        return taken.error();
    const auto verdict = m_round->feed(page.value(), taken.value());
    QVector<Post> others;
    for (const Post &post : page.value().posts) {
        // A candidate is shown only when it is settled, or the ghost and the truth would stand side by side.
        if (!m_round->isCandidate(post.uri))
            others.append(post);
    }
    const Source source = m_context.source(m_roundBeganAtMs);
    return m_context.store
        .cache([others, source](CacheTx &tx) -> Result<Unit> {
            PostStore posts(tx.db);
            for (const Post &post : others) {
                if (auto put = posts.put(post, source); !put.ok())
                    return put;
                tx.changes.posts.insert(post.uri);
            }
            return Unit{};
        })
        .then(this, [this, action, verdict](Unit) -> Task<Unit> {
            if (verdict == Round::Verdict::GoOn)
                return Result<Unit>(Unit{});
            return endRound(action, verdict == Round::Verdict::Complete);
        });
}

bool CheckSteps::absenceIsProved(const Action &action)
{
    AttemptStore attempts(m_context.store.reader());
    auto check = attempts.check(action.id);
    auto last = attempts.last(action.id);
    if (!check.ok() || !last.ok() || !last.value())
        return false;
    const SettlePolicy &settle = m_context.options.settle;
    const int negative = (check.value() ? check.value()->negativeRounds : 0) + 1;
    if (negative < settle.negativeRounds)
        return false;
    // All ages are of now; what counts is when the round began to read.
    const qint64 roundAge = m_times.ageOf(m_roundBeganAtMs);
    const bool apart = settle.negativeRounds < 2
        || m_times.ageOf(check.value()->firstRoundAtMs) - roundAge >= settle.betweenRoundsMs;
    return apart && m_times.ageOf(last.value()->endedAtMs) - roundAge >= settle.afterAttemptMs;
}

Task<Unit> CheckSteps::endRound(const Action &action, bool complete)
{
    const QVector<Post> found = m_round->candidates();
    m_roundOf = {};
    if (!found.isEmpty()) {
        auto attempts = AttemptStore(m_context.store.reader()).of(action.id);
        if (!attempts.ok())
            return attempts.error();
        const bool resent =
            std::count_if(attempts.value().cbegin(), attempts.value().cend(), mayHaveArrived) > 1;
        std::optional<Post> second;
        if (resent && found.size() > 1)
            second = found.at(1);
        return settleFound(m_context, action, found.first(), second,
                           resent ? m_context.options.settle.watchMs : 0);
    }
    const qint64 now = m_context.clock.nowMs();
    const SettlePolicy settle = m_context.options.settle;
    const ActionId id = action.id;
    if (complete && absenceIsProved(action))
        return m_context.store.journal(
            [=](JournalTx &tx) { return Ledger(tx, now).absent(id, settle.maxSends, settle.watchMs); });
    auto check = AttemptStore(m_context.store.reader()).check(id);
    if (!check.ok())
        return check.error();
    const qint64 uptime = uncertainUptime(action, check.value().value_or(Check{}));
    return m_context.store.journal([=, beganAt = m_roundBeganAtMs](JournalTx &tx) {
        return Ledger(tx, now).roundEnded(id, !complete, beganAt, uptime, settle.blindRounds);
    });
}

Task<Unit> CheckSteps::look(const Watch &watch)
{
    auto action = ActionStore(m_context.store.reader()).find(watch.action);
    if (!action.ok()) {
        return m_context.store.journal(
            [watch](JournalTx &tx) { return AttemptStore(tx.db).dropWatch(watch.action); });
    }
    m_lookSource = (m_lookSource + 1) % int(m_context.service.publisher()->ownSources().size());
    Promise<Unit> done;
    m_context.service.publisher()
        ->ownPosts(m_lookSource, {})
        .finally(this, [this, watch, action = action.value(), done](const Result<OwnPage> &page) {
            useLookPage(watch, action, page).forwardTo(done);
        });
    return done.task();
}

Task<Unit> CheckSteps::useLookPage(const Watch &watch, const Action &action, const Result<OwnPage> &page)
{
    const qint64 now = m_context.clock.nowMs();
    Watch next = watch;
    next.lastLookAtMs = now;
    std::optional<Post> copy;
    if (page.ok()) {
        // Only time in which the server answered counts.
        const qint64 spent =
            std::min(m_times.ageOf(watch.lastLookAtMs), 2 * m_context.options.settle.watchEveryMs);
        next.remainingMs -= spent;
        auto goal = goalOf(action);
        auto taken = takenByOthers(m_context, page.value().posts, action.id);
        if (!goal.ok())
            return goal.error();
        if (!taken.ok())
            return taken.error();
        QSet<PostUri> known = taken.take();
        known.insert(action.resultUri);
        Round round(goal.take(), 1, 1);
        (void)round.feed(page.value(), known);
        if (!round.candidates().isEmpty())
            copy = round.candidates().first();
    } else if (classifyRead(page.error()) == ReadFailure::Broken) {
        return page.error();
    }
    if (!copy) {
        return m_context.store.journal([next](JournalTx &tx) {
            AttemptStore attempts(tx.db);
            return next.remainingMs > 0 ? attempts.saveWatch(next) : attempts.dropWatch(next.action);
        });
    }
    const Source source = m_context.source(now);
    return m_context.store.settle(
        [copy = *copy, source](CacheTx &tx) {
            tx.changes.posts.insert(copy.uri);
            return PostStore(tx.db).put(copy, source);
        },
        [id = action.id, copy = *copy, now](JournalTx &tx) { return Ledger(tx, now).secondCopy(id, copy); });
}

} // namespace Petrel
