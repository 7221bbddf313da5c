// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/outbox.h"

#include "base/clock.h"
#include "outbox/ledger.h"
#include "store/accountstore.h"
#include "store/actionstore.h"
#include "store/attemptstore.h"
#include "store/draftstore.h"
#include "store/store.h"

#include <QCoreApplication>

#include <algorithm>

namespace Petrel {

namespace {

bool neverAttempted(const Action &action)
{
    return action.sends == 0 && action.state != ActionState::Sending
        && action.state != ActionState::Uncertain;
}

void touch(JournalTx &tx, const Action &action)
{
    tx.changes.actions.insert(action.id);
    if (!action.subject.uri.isNull())
        tx.changes.posts.insert(action.subject.uri);
}

Result<Unit> save(JournalTx &tx, const Action &action)
{
    touch(tx, action);
    return ActionStore(tx.db).update(action);
}

Result<Unit> giveUp(JournalTx &tx, Action &action, ActionReason reason, qint64 now)
{
    action.state = ActionState::Cancelled;
    action.reason = reason;
    action.settledAtMs = now;
    action.notBeforeMs = 0;
    if (auto dropped = AttemptStore(tx.db).dropCheck(action.id); !dropped.ok())
        return dropped;
    return save(tx, action);
}

//! A newer wish replaces those never attempted (or handed to the person); it waits behind one that was
//! attempted.
Result<Unit> replaceOlder(JournalTx &tx, Action &wish, qint64 now)
{
    auto older = ActionStore(tx.db).openOn(wish.account, wish.kind, wish.subject.uri);
    if (!older.ok())
        return older.error();
    for (Action before : older.take()) {
        if (neverAttempted(before) || before.state == ActionState::NeedsYou) {
            if (auto replaced = giveUp(tx, before, ActionReason::Replaced, now); !replaced.ok())
                return replaced;
        } else {
            wish.dependsOn = before.id;
        }
    }
    return Unit{};
}

Result<Unit> dropDraft(JournalTx &tx, const QString &draft)
{
    if (draft.isEmpty())
        return Unit{};
    auto removed = DraftStore(tx.db).remove(draft);
    if (!removed.ok())
        return removed.error();
    tx.changes.drafts = tx.changes.drafts || removed.value();
    return Unit{};
}

Error conflict(const char *words)
{
    return Error{ErrorKind::Conflict, QCoreApplication::translate("Petrel::Outbox", words), {}, {}};
}

//! Keeps the second copy: the post itself was done.
Result<Unit> acceptSecond(JournalTx &tx, Action &action, qint64 now)
{
    action.state =
        action.cancelAfterCheck && action.resultUri.isNull() ? ActionState::Cancelled : ActionState::Done;
    action.reason = ActionReason::None;
    action.settledAtMs = now;
    return save(tx, action);
}

Result<Unit> removeSecond(JournalTx &tx, Action &action, const QString &uid, qint64 now)
{
    Action removal = removalOf(action, action.secondUri, action.secondRef, {}, uid, now);
    if (auto inserted = ActionStore(tx.db).insert(removal); !inserted.ok())
        return inserted;
    touch(tx, removal);
    return acceptSecond(tx, action, now);
}

Result<bool> anyAttemptEnded(JournalTx &tx, const ActionId &id, std::initializer_list<AttemptEnding> endings)
{
    auto attempts = AttemptStore(tx.db).of(id);
    if (!attempts.ok())
        return attempts.error();
    return std::any_of(attempts.value().cbegin(), attempts.value().cend(), [&](const Attempt &attempt) {
        return std::find(endings.begin(), endings.end(), attempt.ending) != endings.end();
    });
}

Result<bool> outcomeUnknown(JournalTx &tx, const ActionId &id)
{
    return anyAttemptEnded(tx, id, {AttemptEnding::Open, AttemptEnding::Uncertain});
}

//! Also where absence was proved: a request held back on its way may have landed since, while the action
//! stood waiting for the person and nothing watched.
Result<bool> mustBeLookedFor(JournalTx &tx, const Action &action)
{
    if (action.kind != ActionKind::Publish)
        return outcomeUnknown(tx, action.id);
    return anyAttemptEnded(tx, action.id,
                           {AttemptEnding::Open, AttemptEnding::Uncertain, AttemptEnding::ProvedAbsent});
}

Result<Unit> restart(JournalTx &tx, Action &action)
{
    auto looked = mustBeLookedFor(tx, action);
    if (!looked.ok())
        return looked.error();
    if (looked.value()) {
        // What may have happened is looked for again, never simply sent.
        if (auto dropped = AttemptStore(tx.db).dropCheck(action.id); !dropped.ok())
            return dropped;
        action.state = ActionState::Uncertain;
        action.reason = ActionReason::Checking;
        action.sends = std::min(action.sends, 1);
    } else {
        action.state = ActionState::Queued;
        action.reason = ActionReason::None;
        action.sends = 0;
    }
    action.approved = true;
    action.foundSending = 0;
    action.failures = 0;
    action.notBeforeMs = 0;
    action.words.clear();
    return save(tx, action);
}

Result<Unit> retryInJournal(JournalTx &tx, Action &action, const QString &uid, qint64 now)
{
    if (!action.isOpen())
        return conflict(QT_TRANSLATE_NOOP("Petrel::Outbox", "This is settled already."));
    if (action.state == ActionState::Sending)
        return conflict(QT_TRANSLATE_NOOP("Petrel::Outbox", "This is being sent right now."));
    if (action.state == ActionState::NeedsYou) {
        if (action.reason == ActionReason::SecondCopy)
            return removeSecond(tx, action, uid, now);
        if (action.reason == ActionReason::ParentGone) {
            return conflict(QT_TRANSLATE_NOOP(
                "Petrel::Outbox",
                "What this answers was given up. Cancel this one and write it again if you still want it."));
        }
        return restart(tx, action);
    }
    action.notBeforeMs = 0;
    action.approved = true;
    if (action.state == ActionState::Waiting) {
        action.state = ActionState::Queued;
        action.reason = ActionReason::None;
    }
    return save(tx, action);
}

Result<Unit> cancelInJournal(JournalTx &tx, Action &action, qint64 now)
{
    if (!action.isOpen())
        return conflict(QT_TRANSLATE_NOOP("Petrel::Outbox", "This is settled already."));
    if (action.state == ActionState::NeedsYou && action.reason == ActionReason::SecondCopy)
        return acceptSecond(tx, action, now);
    auto unknown = outcomeUnknown(tx, action.id);
    if (!unknown.ok())
        return unknown.error();
    // Given up once already, and the server still cannot tell: then for good.
    const bool nobodyCanTell = action.cancelAfterCheck && action.state == ActionState::NeedsYou
        && action.reason == ActionReason::CannotTell;
    if (!unknown.value() || action.kind != ActionKind::Publish || nobodyCanTell)
        return giveUp(tx, action, ActionReason::ByPerson, now);
    action.cancelAfterCheck = true;
    if (action.state != ActionState::Sending) {
        action.state = ActionState::Uncertain;
        action.reason = ActionReason::Checking;
        action.notBeforeMs = 0;
    }
    return save(tx, action);
}

Result<Draft> takeBackInJournal(JournalTx &tx, Action &action, const QString &id, qint64 now)
{
    if (!action.isOpen() || action.kind != ActionKind::Publish)
        return conflict(QT_TRANSLATE_NOOP("Petrel::Outbox", "This is settled already."));
    auto unknown = outcomeUnknown(tx, action.id);
    if (!unknown.ok())
        return unknown.error();
    const bool there = action.state == ActionState::NeedsYou && action.reason == ActionReason::SecondCopy;
    if (unknown.value() || there || action.state == ActionState::Sending)
        return conflict(QT_TRANSLATE_NOOP("Petrel::Outbox",
                                          "This may have arrived already, so it cannot be changed here."));
    Draft draft;
    draft.id = id;
    draft.account = action.account;
    draft.content = action.content;
    draft.warningShown = !action.content.contentWarning.isEmpty();
    draft.subject = action.subject;
    draft.dependsOn = action.dependsOn;
    draft.updatedAtMs = now;
    if (auto saved = DraftStore(tx.db).save(draft); !saved.ok())
        return saved.error();
    tx.changes.drafts = true;
    if (auto given = giveUp(tx, action, ActionReason::ByPerson, now); !given.ok())
        return given.error();
    return draft;
}

} // namespace

Outbox::Outbox(Store &store, Clock &clock, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_clock(clock)
{ }

Task<Action> Outbox::enqueue(const NewAction &wish)
{
    Action action;
    action.uid = wish.uid.isEmpty() ? randomToken(m_clock) : wish.uid;
    action.account = wish.account;
    action.kind = wish.kind;
    action.subject = wish.subject;
    action.content = wish.content;
    action.wanted = wish.wanted;
    action.dependsOn = wish.dependsOn;
    action.createdAtMs = m_clock.nowMs();
    return m_store.journal([action, draft = wish.draft](JournalTx &tx) mutable -> Result<Action> {
        const bool known = !action.subject.uri.isNull();
        if (familyOf(action.kind) == ActionFamily::Set && known) {
            if (auto replaced = replaceOlder(tx, action, action.createdAtMs); !replaced.ok())
                return replaced.error();
        }
        if (auto inserted = ActionStore(tx.db).insert(action); !inserted.ok())
            return inserted.error();
        touch(tx, action);
        if (auto dropped = dropDraft(tx, draft); !dropped.ok())
            return dropped.error();
        return action;
    });
}

Task<Action> Outbox::cancel(const ActionId &id)
{
    return m_store.journal([id, now = m_clock.nowMs()](JournalTx &tx) -> Result<Action> {
        auto found = ActionStore(tx.db).find(id);
        if (!found.ok())
            return found;
        Action action = found.take();
        if (auto done = cancelInJournal(tx, action, now); !done.ok())
            return done.error();
        return action;
    });
}

Task<Draft> Outbox::takeBack(const ActionId &id, const QString &draft)
{
    return m_store.journal([id, draft, now = m_clock.nowMs()](JournalTx &tx) -> Result<Draft> {
        auto found = ActionStore(tx.db).find(id);
        if (!found.ok())
            return found.error();
        Action action = found.take();
        return takeBackInJournal(tx, action, draft, now);
    });
}

Task<Action> Outbox::retry(const ActionId &id)
{
    return m_store.journal(
        [id, now = m_clock.nowMs(), uid = randomToken(m_clock)](JournalTx &tx) -> Result<Action> {
            auto found = ActionStore(tx.db).find(id);
            if (!found.ok())
                return found;
            Action action = found.take();
            if (auto done = retryInJournal(tx, action, uid, now); !done.ok())
                return done.error();
            return action;
        });
}

Task<Unit> Outbox::resume(const AccountId &account)
{
    return m_store.journal([account](JournalTx &tx) -> Result<Unit> {
        AccountStore accounts(tx.db);
        auto found = accounts.find(account);
        if (!found.ok())
            return found.error();
        Account resumed = found.take();
        resumed.paused = false;
        tx.changes.accounts = true;
        return accounts.update(resumed);
    });
}

} // namespace Petrel
