// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalstart.h"

#include "store/accountstore.h"
#include "store/actionstore.h"
#include "store/attemptstore.h"
#include "store/keyvalues.h"
#include "store/poststore.h"

#include <algorithm>

namespace Petrel {

namespace {

bool mayHaveArrived(const Attempt &attempt)
{
    return attempt.ending == AttemptEnding::Open || attempt.ending == AttemptEnding::Uncertain;
}

} // namespace

Result<qint64> JournalStart::lastAliveMs(Database &journal)
{
    auto seen = KeyValues::journal(journal).number(KeyValues::lastSeenAt);
    if (!seen.ok())
        return seen;
    auto acted = journal.number(
        QStringLiteral("SELECT max(coalesce((SELECT max(max(created_at, settled_at)) FROM action), 0), "
                       "coalesce((SELECT max(max(started_at, ended_at)) FROM attempt), 0))"));
    if (!acted.ok())
        return acted;
    return std::max(seen.value(), acted.value());
}

Result<Unit> JournalStart::run()
{
    auto actions = ActionStore(m_journal).open({});
    if (!actions.ok())
        return actions.error();
    for (Action action : actions.value()) {
        auto settled = settledByCache(action);
        if (!settled.ok())
            return settled.error();
        if (settled.value())
            continue;
        Result<Unit> done = Unit{};
        if (m_report.journal != StartReport::Journal::Healthy)
            done = restored(action);
        else if (action.state == ActionState::Sending)
            done = foundSending(action);
        else
            done = clampWait(action);
        if (!done.ok())
            return done;
    }
    return Unit{};
}

Result<bool> JournalStart::settledByCache(Action &action)
{
    // A post to be taken back, or one with a second copy, is not finished by being found.
    if (action.kind != ActionKind::Publish || action.cancelAfterCheck
        || action.reason == ActionReason::SecondCopy)
        return false;
    PostStore posts(m_cache);
    auto uri = posts.ofAction(action.uid);
    if (!uri.ok())
        return uri.error();
    if (!uri.value())
        return false;
    AttemptStore attempts(m_journal);
    auto claim = attempts.claimOn(action.account, *uri.value());
    if (!claim.ok())
        return claim.error();
    const bool unknown = action.state == ActionState::Sending || action.state == ActionState::Uncertain;
    // Taken for this one only while its outcome was unknown; that has been cleared up since, and it is
    // another.
    if (!unknown && claim.value() && claim.value()->action == action.id && claim.value()->tentative)
        return false;
    auto ours = attempts.claim(action.account, *uri.value(), action.id, false);
    if (!ours.ok())
        return ours;
    if (!ours.value())
        return false;
    auto post = posts.find(*uri.value(), action.account);
    if (!post.ok())
        return post.error();

    if (auto watching = beginWatch(action); !watching.ok())
        return watching.error();
    auto last = attempts.last(action.id);
    if (!last.ok())
        return last.error();
    if (last.value() && mayHaveArrived(*last.value())) {
        Attempt attempt = *last.value();
        attempt.ending = AttemptEnding::Answered;
        if (attempt.endedAtMs == 0)
            attempt.endedAtMs = m_report.startedAtMs;
        if (auto ended = attempts.update(attempt); !ended.ok())
            return ended.error();
    }
    if (auto dropped = attempts.dropCheck(action.id); !dropped.ok())
        return dropped.error();
    action.state = ActionState::Done;
    action.reason = ActionReason::None;
    action.words.clear();
    action.notBeforeMs = 0;
    action.settledAtMs = m_report.startedAtMs;
    action.resultUri = *uri.value();
    if (post.value()) {
        action.resultRef = post.value()->ref;
        action.resultUrl = post.value()->url;
    }
    if (auto written = ActionStore(m_journal).update(action); !written.ok())
        return written.error();
    return true;
}

Result<Unit> JournalStart::beginWatch(const Action &action)
{
    AttemptStore attempts(m_journal);
    auto all = attempts.of(action.id);
    if (!all.ok())
        return all.error();
    const auto sent = std::count_if(all.value().cbegin(), all.value().cend(), [](const Attempt &attempt) {
        return attempt.ending != AttemptEnding::NotSent && attempt.ending != AttemptEnding::Refused;
    });
    if (sent < 2)
        return Unit{};
    return attempts.saveWatch(Watch{action.id, watchMs, m_report.startedAtMs});
}

Result<Unit> JournalStart::restored(Action &action)
{
    AttemptStore attempts(m_journal);
    auto all = attempts.of(action.id);
    if (!all.ok())
        return all.error();
    bool accounted = false;
    for (Attempt attempt : all.value()) {
        accounted = accounted || mayHaveArrived(attempt);
        if (attempt.ending != AttemptEnding::Open)
            continue;
        attempt.ending = AttemptEnding::Uncertain;
        attempt.endedAtMs = m_report.startedAtMs;
        if (auto ended = attempts.update(attempt); !ended.ok())
            return ended;
    }
    if (!accounted) {
        Attempt elsewhere;
        elsewhere.action = action.id;
        elsewhere.number = all.value().isEmpty() ? 1 : all.value().last().number + 1;
        elsewhere.baseline.takenAtMs = m_report.journalTimeMs;
        elsewhere.startedAtMs = m_report.journalTimeMs;
        elsewhere.endedAtMs = m_report.journalTimeMs;
        elsewhere.ending = AttemptEnding::Uncertain;
        if (auto written = attempts.insert(elsewhere); !written.ok())
            return written;
    }
    // Rounds counted before may have looked before another copy of this journal sent it.
    if (auto dropped = attempts.dropCheck(action.id); !dropped.ok())
        return dropped;
    action.state = ActionState::Uncertain;
    action.reason = ActionReason::Restored;
    action.approved = false;
    action.notBeforeMs = 0;
    return ActionStore(m_journal).update(action);
}

Result<Unit> JournalStart::foundSending(Action &action)
{
    AttemptStore attempts(m_journal);
    auto all = attempts.of(action.id);
    if (!all.ok())
        return all.error();
    for (Attempt attempt : all.value()) {
        if (attempt.ending != AttemptEnding::Open)
            continue;
        // A crashed attempt ends when it is found: its request may have been held on the way until now.
        attempt.ending = AttemptEnding::Uncertain;
        attempt.endedAtMs = m_report.startedAtMs;
        if (auto ended = attempts.update(attempt); !ended.ok())
            return ended;
    }
    action.state = ActionState::Uncertain;
    action.reason = ActionReason::Checking;
    action.notBeforeMs = 0;
    if (++action.foundSending >= startsBeforeQuarantine) {
        action.state = ActionState::NeedsYou;
        action.reason = ActionReason::CrashedRepeatedly;
        AccountStore accounts(m_journal);
        auto account = accounts.find(action.account);
        if (!account.ok())
            return account.error();
        Account paused = account.take();
        paused.paused = true;
        if (auto written = accounts.update(paused); !written.ok())
            return written;
    }
    return ActionStore(m_journal).update(action);
}

Result<Unit> JournalStart::clampWait(Action &action)
{
    const bool isOurPause = action.state == ActionState::Waiting
        && (action.reason == ActionReason::ServerDown || action.reason == ActionReason::RateLimited);
    const qint64 latest = m_report.startedAtMs + longestWaitMs;
    if (!isOurPause || action.notBeforeMs <= latest)
        return Unit{};
    action.notBeforeMs = latest;
    return ActionStore(m_journal).update(action);
}

} // namespace Petrel
