// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/ledger.h"

#include "store/accountstore.h"

#include <QCryptographicHash>

namespace Petrel {

namespace {

bool isUnsettled(const Attempt &attempt)
{
    return attempt.ending == AttemptEnding::Open || attempt.ending == AttemptEnding::Uncertain;
}

// Derived, so that settling twice after a crash makes one removal.
QString removalUid(const Action &origin)
{
    const QByteArray seed = origin.uid.toUtf8() + "/removal";
    return QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace

Ledger::Ledger(JournalTx &tx, qint64 nowMs)
    : m_tx(tx),
      m_actions(tx.db),
      m_attempts(tx.db),
      m_now(nowMs)
{ }

Result<Action> Ledger::open(const ActionId &id)
{
    return m_actions.find(id);
}

Result<Unit> Ledger::save(Action &action)
{
    m_tx.changes.actions.insert(action.id);
    if (!action.subject.uri.isNull())
        m_tx.changes.posts.insert(action.subject.uri);
    return m_actions.update(action);
}

Result<Unit> Ledger::endAttempt(const ActionId &id, AttemptEnding ending, const QString &words,
                                qint64 serverDateMs)
{
    auto last = m_attempts.last(id);
    if (!last.ok())
        return last.error();
    if (!last.value())
        return Unit{};
    Attempt attempt = *last.value();
    if (attempt.endedAtMs == 0)
        attempt.endedAtMs = m_now;
    attempt.ending = ending;
    if (!words.isEmpty())
        attempt.words = words;
    if (serverDateMs != 0)
        attempt.serverDateMs = serverDateMs;
    return m_attempts.update(attempt);
}

Result<Unit> Ledger::settle(Action &action, ActionState state, ActionReason reason)
{
    action.state = state;
    action.reason = reason;
    action.notBeforeMs = 0;
    action.settledAtMs = m_now;
    if (auto dropped = m_attempts.dropCheck(action.id); !dropped.ok())
        return dropped;
    return save(action);
}

Result<Unit> Ledger::saveWatch(const ActionId &id, qint64 watchMs)
{
    if (watchMs <= 0)
        return Unit{};
    return m_attempts.saveWatch(Watch{id, watchMs, m_now});
}

Result<bool> Ledger::begin(const ActionId &id, Attempt &attempt)
{
    auto claimed = m_actions.claimForSending(id);
    if (!claimed.ok() || !claimed.value())
        return claimed;
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    auto last = m_attempts.last(id);
    if (!last.ok())
        return last.error();
    attempt.action = id;
    attempt.number = last.value() ? last.value()->number + 1 : 1;
    attempt.startedAtMs = m_now;
    if (auto inserted = m_attempts.insert(attempt); !inserted.ok())
        return inserted.error();
    action.sends += 1;
    action.reason = ActionReason::None;
    action.words.clear();
    action.notBeforeMs = 0;
    if (auto saved = save(action); !saved.ok())
        return saved.error();
    return true;
}

Result<Unit> Ledger::notSent(const ActionId &id, ActionReason reason, const QString &words,
                             qint64 notBeforeMs)
{
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    const auto ending = reason == ActionReason::ServerDown ? AttemptEnding::NotSent : AttemptEnding::Refused;
    if (auto ended = endAttempt(id, ending, words, 0); !ended.ok())
        return ended;
    if (!action.isOpen())
        return Unit{};
    action.sends = std::max(0, action.sends - 1);
    action.failures += 1;
    if (action.cancelAfterCheck)
        return settle(action, ActionState::Cancelled, ActionReason::ByPerson);
    action.state = ActionState::Waiting;
    action.reason = reason;
    action.words = words;
    action.notBeforeMs = notBeforeMs;
    return save(action);
}

Result<Unit> Ledger::refused(const ActionId &id, const QString &words)
{
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    if (auto ended = endAttempt(id, AttemptEnding::Refused, words, 0); !ended.ok())
        return ended;
    if (!action.isOpen())
        return Unit{};
    action.words = words;
    if (action.cancelAfterCheck)
        return settle(action, ActionState::Cancelled, ActionReason::ByPerson);
    if (action.kind == ActionKind::Publish)
        return ask(id, ActionReason::Refused, words);
    // A refusal of a Set or an Amend may only mean that it is so already: a read decides.
    action.state = ActionState::Uncertain;
    action.reason = ActionReason::Refused;
    return save(action);
}

Result<Unit> Ledger::uncertain(const ActionId &id, const QString &words, qint64 serverDateMs)
{
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    if (auto ended = endAttempt(id, AttemptEnding::Uncertain, words, serverDateMs); !ended.ok())
        return ended;
    if (!action.isOpen())
        return Unit{};
    action.state = ActionState::Uncertain;
    action.reason = ActionReason::Checking;
    action.words = words;
    action.notBeforeMs = 0;
    return save(action);
}

Result<Unit> Ledger::published(const ActionId &id, const Post &post, const QString &difference,
                               qint64 watchMs)
{
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    if (auto ended = endAttempt(id, AttemptEnding::Answered, {}, 0); !ended.ok())
        return ended;
    auto claimed = m_attempts.claim(action.account, post.uri, id, false);
    if (!claimed.ok())
        return claimed.error();
    if (auto dropped = m_attempts.dropTentative(id); !dropped.ok())
        return dropped;
    action.resultUri = post.uri;
    action.resultRef = post.ref;
    action.resultUrl = post.url;
    action.difference = difference;
    action.words.clear();
    action.failures = 0;
    m_tx.changes.posts.insert(post.uri);
    if (action.cancelAfterCheck) {
        Action removal = removalOf(action, post.uri, post.ref, post.url, removalUid(action), m_now);
        if (auto inserted = m_actions.insert(removal); !inserted.ok())
            return inserted;
        m_tx.changes.actions.insert(removal.id);
        return settle(action, ActionState::Cancelled, ActionReason::ByPerson);
    }
    if (auto watched = saveWatch(id, watchMs); !watched.ok())
        return watched;
    return settle(action, ActionState::Done, ActionReason::None);
}

Result<Unit> Ledger::publishedAndGone(const ActionId &id)
{
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    if (auto ended = endAttempt(id, AttemptEnding::Answered, {}, 0); !ended.ok())
        return ended;
    return settle(action, ActionState::Done, ActionReason::DeletedElsewhere);
}

Result<Unit> Ledger::fulfilled(const ActionId &id)
{
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    if (auto ended = endAttempt(id, AttemptEnding::Answered, {}, 0); !ended.ok())
        return ended;
    action.words.clear();
    action.failures = 0;
    return settle(action, ActionState::Done, ActionReason::None);
}

Result<Unit> Ledger::absent(const ActionId &id, int maxSends, qint64 watchMs)
{
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    auto all = m_attempts.of(id);
    if (!all.ok())
        return all.error();
    bool restored = false;
    for (Attempt attempt : all.value()) {
        if (!isUnsettled(attempt))
            continue;
        restored = restored || attempt.payload.isEmpty();
        attempt.ending = AttemptEnding::ProvedAbsent;
        if (auto updated = m_attempts.update(attempt); !updated.ok())
            return updated;
    }
    if (auto dropped = m_attempts.dropCheck(id); !dropped.ok())
        return dropped;
    if (!action.isOpen())
        return Unit{};
    if (action.cancelAfterCheck) {
        if (auto watched = saveWatch(id, watchMs); !watched.ok())
            return watched;
        return settle(action, ActionState::Cancelled, ActionReason::ByPerson);
    }
    if (!action.approved && (restored || action.reason == ActionReason::Restored))
        return ask(id, ActionReason::Restored, {});
    if (action.sends >= maxSends)
        return ask(id, ActionReason::TooManyTries, action.words);
    action.state = ActionState::Queued;
    action.reason = ActionReason::None;
    action.notBeforeMs = 0;
    action.failures = 0;
    return save(action);
}

Result<Unit> Ledger::ask(const ActionId &id, ActionReason reason, const QString &words)
{
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    if (!action.isOpen())
        return Unit{};
    action.state = ActionState::NeedsYou;
    action.reason = reason;
    action.words = words;
    action.notBeforeMs = 0;
    return save(action);
}

Result<Unit> Ledger::postpone(const ActionId &id, ActionReason reason, const QString &words,
                              qint64 notBeforeMs)
{
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    if (!action.isOpen())
        return Unit{};
    action.failures += 1;
    action.notBeforeMs = notBeforeMs;
    action.words = words;
    // An uncertain action stays so: only its next check is put off.
    if (action.state != ActionState::Uncertain) {
        action.state = ActionState::Waiting;
        action.reason = reason;
    }
    return save(action);
}

Result<Unit> Ledger::roundEnded(const ActionId &id, bool blind, qint64 beganAtMs, qint64 uptimeMs,
                                int maxBlind)
{
    auto action = open(id);
    if (!action.ok())
        return action.error();
    Action next = action.take();
    if (!next.isOpen())
        return Unit{};
    auto loaded = m_attempts.check(id);
    if (!loaded.ok())
        return loaded.error();
    Check check = loaded.value().value_or(Check{});
    check.action = id;
    check.lastRoundAtMs = beganAtMs;
    check.uptimeMs = uptimeMs;
    if (blind) {
        ++check.blindRounds;
    } else {
        ++check.negativeRounds;
        if (check.firstRoundAtMs == 0)
            check.firstRoundAtMs = beganAtMs;
    }
    if (auto saved = m_attempts.saveCheck(check); !saved.ok())
        return saved;
    if (check.blindRounds >= maxBlind)
        return ask(id, ActionReason::CannotTell, {});
    next.failures = 0;
    next.notBeforeMs = 0;
    return save(next);
}

Result<Unit> Ledger::resolved(const ActionId &id, const Subject &subject)
{
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    action.subject = subject;
    action.failures = 0;
    return save(action);
}

Result<Unit> Ledger::secondCopy(const ActionId &id, const Post &copy)
{
    auto loaded = open(id);
    if (!loaded.ok())
        return loaded.error();
    Action action = loaded.take();
    action.secondUri = copy.uri;
    action.secondRef = copy.ref;
    action.state = ActionState::NeedsYou;
    action.reason = ActionReason::SecondCopy;
    action.settledAtMs = 0;
    auto claimed = m_attempts.claim(action.account, copy.uri, id, false);
    if (!claimed.ok())
        return claimed.error();
    if (auto dropped = m_attempts.dropWatch(id); !dropped.ok())
        return dropped;
    return save(action);
}

Result<Unit> Ledger::accountSignedOut(const AccountId &account)
{
    AccountStore accounts(m_tx.db);
    auto loaded = accounts.find(account);
    if (!loaded.ok())
        return loaded.error();
    Account changed = loaded.take();
    changed.signedOut = true;
    m_tx.changes.accounts = true;
    return accounts.update(changed);
}

Action removalOf(const Action &origin, const PostUri &uri, const RemoteRef &ref, const QString &url,
                 const QString &uid, qint64 nowMs)
{
    Action removal;
    removal.uid = uid;
    removal.account = origin.account;
    removal.kind = ActionKind::Remove;
    removal.subject.uri = uri;
    removal.subject.ref = ref;
    removal.subject.url = url;
    removal.subject.excerpt = origin.content.text.left(80);
    removal.createdAtMs = nowMs;
    return removal;
}

} // namespace Petrel
