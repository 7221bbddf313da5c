// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/actions/create.h"

#include "outbox/ledger.h"
#include "outbox/payload.h"
#include "service/publisher.h"
#include "store/attemptstore.h"
#include "store/timelinestore.h"
#include "weather/gate.h"

#include <QCoreApplication>

#include <algorithm>

namespace Petrel {

namespace {

// Clocks of two machines: how far the server's idea of a time may be from ours.
constexpr qint64 clockSlackMs = 600'000;

QString differenceBetween(const PublishRequest &asked, const Post &made)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Petrel::Outbox", text); };
    QStringList differences;
    if (made.visibility != asked.content.visibility) {
        differences << tr("The server made it “%1” instead of “%2”.")
                           .arg(visibilityName(made.visibility), visibilityName(asked.content.visibility));
    }
    if (!asked.replyTo.isNull() && made.replyToRef.isNull())
        differences << tr("The server did not keep it as a reply.");
    if (made.contentWarning.isEmpty() && !asked.content.contentWarning.trimmed().isEmpty())
        differences << tr("The server dropped the content warning.");
    return differences.join(QLatin1Char(' '));
}

bool mayHaveHappened(const Attempt &attempt)
{
    return attempt.ending != AttemptEnding::NotSent && attempt.ending != AttemptEnding::Refused;
}

} // namespace

CreateSteps::CreateSteps(const StepContext &context, SteadyTimes &times, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_times(times)
{
}

bool CreateSteps::baselineReady() const
{
    if (!m_taken || m_taken->nextSource < int(m_context.service.publisher()->ownSources().size()))
        return false;
    return m_context.clock.monotonicMs() - m_taken->beganMonotonicMs < m_context.options.settle.baselineFreshMs;
}

qint64 CreateSteps::uncertainUptime(const Action &action, const Check &check)
{
    const qint64 now = m_context.gate.uptimeMs(m_context.account.id);
    const auto mark = m_uptimeMarks.constFind(action.id);
    if (mark == m_uptimeMarks.constEnd()) {
        m_uptimeMarks.insert(action.id, now - check.uptimeMs);
        return check.uptimeMs;
    }
    return now - mark.value();
}

Task<Unit> CreateSteps::takeBaseline(const Action &next)
{
    const qint64 now = m_context.clock.monotonicMs();
    if (!m_taken || now - m_taken->beganMonotonicMs >= m_context.options.settle.baselineFreshMs)
        m_taken = Taken {{}, 0, now, m_context.clock.nowMs(), true};
    auto *publisher = m_context.service.publisher();
    Promise<Unit> done;
    publisher->ownPosts(m_taken->nextSource, {}).finally(this, [this, next, done](const Result<OwnPage> &page) {
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
        // Without a list of own posts a lost answer could never be cleared up: the person decides whether to send.
        if (next.failures + 1 < m_context.options.settle.blindRounds)
            return postponeAfter(m_context, next, page.error());
        if (next.approved) {
            m_taken = Taken {{}, int(m_context.service.publisher()->ownSources().size()),
                             m_context.clock.monotonicMs(), m_context.clock.nowMs(), false};
            return Result<Unit>(Unit {});
        }
        const qint64 now = m_context.clock.nowMs();
        return m_context.store.journal([id = next.id, now, words = page.error().message](JournalTx &tx) {
            return Ledger(tx, now).ask(id, ActionReason::CannotTell, words);
        });
    }
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
        return Unit {};
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
    return result;
}

void CreateSteps::noteOwn(const Post &post)
{
    if (m_taken)
        m_taken->posts.append(post);
}

std::optional<Post> CreateSteps::earlierCopy(const Action &action)
{
    if (action.approved || action.sends > 0 || action.createdAtMs >= m_context.options.storeOpenedAtMs || !m_taken)
        return std::nullopt;
    auto taken = takenByOthers(m_taken->posts, action.id);
    if (!taken.ok())
        return std::nullopt;
    const OwnPostQuery query {action.content, action.subject.uri, action.subject.ref};
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
    prepared.request = frozen.value_or(PublishRequest {action.content, action.subject.ref, action.subject.uri, {}, false, false});
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
        const qint64 keptMs = std::min(m_context.options.settle.keyReuseMs, m_context.service.capabilities().idempotencyMs);
        const bool stillKnown = m_context.clock.nowMs() - firstUseMs < keptMs && m_context.clock.nowMs() >= firstUseMs;
        if (last.ending == AttemptEnding::NotSent ? (!usedForReal || stillKnown)
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
        const QString words = QCoreApplication::translate("Petrel::Outbox", "A post with this text is already on the server.");
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
            return ours ? send(action, prepared) : Task<Unit>(Unit {});
        });
}

Task<Unit> CreateSteps::send(const Action &action, const Prepared &prepared)
{
    return m_context.service.publisher()->publish(prepared.request).then(this, [=, this](const Outcome &outcome) {
        return settleOutcome(action, prepared.attempt, outcome);
    });
}

Task<Unit> CreateSteps::settleOutcome(const Action &action, const Attempt &attempt, const Outcome &outcome)
{
    const auto ending = commonEnding(m_context, outcome, action.failures);
    if (ending.handled)
        return settleCommon(m_context, action.id, ending, outcome.words);
    const qint64 now = m_context.clock.nowMs();
    const ActionId id = action.id;
    switch (outcome.kind) {
    case OutcomeKind::Done:
        if (!outcome.post) {
            return m_context.store.journal([=](JournalTx &tx) { return Ledger(tx, now).publishedAndGone(id); });
        }
        noteOwn(*outcome.post);
        return settleFound(action, *outcome.post, std::nullopt, action.sends > 0 ? m_context.options.settle.watchMs : 0);
    case OutcomeKind::Rejected:
        return m_context.store.journal([=](JournalTx &tx) { return Ledger(tx, now).refused(id, outcome.words); });
    case OutcomeKind::Uncertain:
    case OutcomeKind::AlreadyTrue:
    case OutcomeKind::DuplicateSomewhere:
    case OutcomeKind::NotSent:
    case OutcomeKind::RateLimited:
    case OutcomeKind::SignedOut:
        break;
    }
    Q_UNUSED(attempt)
    if (!m_context.options.reconcile) {
        return m_context.store.journal([=, again = m_context.backoffUntil(action.failures)](JournalTx &tx) {
            return Ledger(tx, now).notSent(id, ActionReason::ServerDown, outcome.words, again);
        });
    }
    return m_context.store.journal(
        [=](JournalTx &tx) { return Ledger(tx, now).uncertain(id, outcome.words, outcome.serverDateMs); });
}

Task<Unit> CreateSteps::settleFound(const Action &action, const Post &post, const std::optional<Post> &second,
                                    qint64 watchMs)
{
    const qint64 now = m_context.clock.nowMs();
    const Source source = m_context.source(now);
    const auto difference = differenceBetween(PublishRequest {action.content, action.subject.ref, action.subject.uri, {}, false, false}, post);
    const TimelineKey home {m_context.account.id, QStringLiteral("home")};
    return m_context.store.settle(
        [post, second, source, home, uid = action.uid](CacheTx &tx) -> Result<Unit> {
            PostStore posts(tx.db);
            if (auto put = posts.put(post, source, uid); !put.ok())
                return put;
            if (second) {
                if (auto put = posts.put(*second, source); !put.ok())
                    return put;
            }
            tx.changes.posts.insert(post.uri);
            tx.changes.timelines.append(home);
            return TimelineStore(tx.db).insertOwn(home, post);
        },
        [id = action.id, post, second, difference, watchMs, now](JournalTx &tx) -> Result<Unit> {
            Ledger ledger(tx, now);
            if (auto published = ledger.published(id, post, difference, second ? 0 : watchMs); !published.ok())
                return published;
            return second ? ledger.secondCopy(id, *second) : Result<Unit>(Unit {});
        });
}

Result<QSet<PostUri>> CreateSteps::takenByOthers(const QVector<Post> &posts, const ActionId &own)
{
    QSet<PostUri> taken;
    AttemptStore attempts(m_context.store.reader());
    for (const Post &post : posts) {
        auto claim = attempts.claimOn(m_context.account.id, post.uri);
        if (!claim.ok())
            return claim.error();
        if (claim.value() && claim.value()->action != own)
            taken.insert(post.uri);
    }
    return taken;
}

Result<RoundGoal> CreateSteps::goalOf(const Action &action)
{
    auto attempts = AttemptStore(m_context.store.reader()).of(action.id);
    if (!attempts.ok())
        return attempts.error();
    RoundGoal goal;
    goal.query = OwnPostQuery {action.content, action.subject.uri, action.subject.ref};
    for (const Attempt &attempt : attempts.value()) {
        if (!mayHaveHappened(attempt))
            continue;
        // The earliest attempt that may have happened: a late commit of any of them counts as found.
        goal.baseline = attempt.baseline;
        if (const auto request = thawPayload(attempt.payload))
            goal.query = OwnPostQuery {request->content, request->replyToUri, request->replyTo};
        const bool hasPage = !attempt.baseline.uris.isEmpty() || attempt.baseline.reachedStart;
        if (!hasPage)
            goal.floorMs = std::max<qint64>(1, std::min(attempt.startedAtMs, attempt.baseline.takenAtMs > 0 ? attempt.baseline.takenAtMs : attempt.startedAtMs) - clockSlackMs);
        break;
    }
    return goal;
}

Task<Unit> CreateSteps::checkOwn(const Action &action)
{
    if (m_roundOf != action.id)
        return beginRound(action);
    auto *publisher = m_context.service.publisher();
    Promise<Unit> done;
    publisher->ownPosts(m_round->source(), m_round->cursor())
        .finally(this, [this, action, done](const Result<OwnPage> &page) { useRoundPage(action, page).forwardTo(done); });
    return done.task();
}

Task<Unit> CreateSteps::beginRound(const Action &action)
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

Task<Unit> CreateSteps::useRoundPage(const Action &action, const Result<OwnPage> &page)
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
    auto taken = takenByOthers(page.value().posts, action.id);
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
            return Unit {};
        })
        .then(this, [this, action, verdict](Unit) -> Task<Unit> {
            if (verdict == Round::Verdict::GoOn)
                return Result<Unit>(Unit {});
            return endRound(action, verdict == Round::Verdict::Complete);
        });
}

bool CreateSteps::absenceIsProved(const Action &action)
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

Task<Unit> CreateSteps::endRound(const Action &action, bool complete)
{
    const QVector<Post> found = m_round->candidates();
    m_roundOf = {};
    if (!found.isEmpty()) {
        const bool resent = action.sends > 1;
        std::optional<Post> second;
        if (resent && found.size() > 1)
            second = found.at(1);
        return settleFound(action, found.first(), second, resent ? m_context.options.settle.watchMs : 0);
    }
    const qint64 now = m_context.clock.nowMs();
    const SettlePolicy settle = m_context.options.settle;
    const ActionId id = action.id;
    if (complete && absenceIsProved(action))
        return m_context.store.journal([=](JournalTx &tx) { return Ledger(tx, now).absent(id, settle.maxSends, settle.watchMs); });
    auto check = AttemptStore(m_context.store.reader()).check(id);
    if (!check.ok())
        return check.error();
    const qint64 uptime = uncertainUptime(action, check.value().value_or(Check {}));
    return m_context.store.journal([=, beganAt = m_roundBeganAtMs](JournalTx &tx) {
        return Ledger(tx, now).roundEnded(id, !complete, beganAt, uptime, settle.blindRounds);
    });
}

Task<Unit> CreateSteps::look(const Watch &watch)
{
    auto action = ActionStore(m_context.store.reader()).find(watch.action);
    if (!action.ok()) {
        return m_context.store.journal([watch](JournalTx &tx) { return AttemptStore(tx.db).dropWatch(watch.action); });
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

Task<Unit> CreateSteps::useLookPage(const Watch &watch, const Action &action, const Result<OwnPage> &page)
{
    const qint64 now = m_context.clock.nowMs();
    Watch next = watch;
    next.lastLookAtMs = now;
    std::optional<Post> copy;
    if (page.ok()) {
        // Only time in which the server answered counts.
        const qint64 spent = std::min(m_times.ageOf(watch.lastLookAtMs), 2 * m_context.options.settle.watchEveryMs);
        next.remainingMs -= spent;
        auto goal = goalOf(action);
        auto taken = takenByOthers(page.value().posts, action.id);
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
