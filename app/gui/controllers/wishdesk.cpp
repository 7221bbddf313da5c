// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/wishdesk.h"

#include "domain/words.h"
#include "outbox/outbox.h"
#include "session/engine.h"
#include "session/refusal.h"
#include "session/target.h"
#include "weather/outagedetector.h"

namespace Petrel {

ActionId actionIdOf(const QString &id)
{
    return ActionId(id.toLongLong());
}

WishDesk::WishDesk(Engine &engine, QObject *parent)
    : QObject(parent),
      m_engine(engine)
{ }

void WishDesk::complain(const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        Q_EMIT said(errorWords(error), true);
}

void WishDesk::react(const AccountId &account, ActionKind kind, const QString &uri, bool wanted)
{
    enqueue(account, kind, uri, wanted);
}

void WishDesk::remove(const AccountId &account, const QString &uri)
{
    enqueue(account, ActionKind::Remove, uri, true);
}

void WishDesk::enqueue(const AccountId &account, ActionKind kind, const QString &uri, bool wanted)
{
    auto *session = m_engine.accounts().session(account);
    const auto who = m_engine.accounts().account(account);
    if (!session || !who)
        return complain(
            m_engine.accounts().problem(account).value_or(Error{ErrorKind::Unsupported, {}, {}, {}}));
    const auto target = findTarget(m_engine.store(), *who, uri);
    if (!target.ok())
        return complain(target.error());
    if (!offers(*session, kind))
        return complain({ErrorKind::Unsupported, {}, {}, {}});
    if (kind == ActionKind::Remove) {
        if (const auto refused = whyNotRemove(*who, target.value().subject))
            return complain(*refused);
    }
    NewAction wish;
    wish.account = account;
    wish.kind = kind;
    wish.wanted = wanted;
    wish.subject = target.value().subject;
    m_engine.outbox().enqueue(wish).finally(this, [this](const Result<Action> &action) {
        if (!action.ok())
            complain(action.error());
    });
}

void WishDesk::retry(const QString &action)
{
    m_engine.outbox().retry(actionIdOf(action)).finally(this, [this](const Result<Action> &result) {
        if (result.ok())
            goOn(result.value());
        else
            complain(result.error());
    });
}

void WishDesk::goOn(const Action &action)
{
    const auto account = m_engine.accounts().account(action.account);
    if (!account || !account->paused)
        return wake(action.account);
    m_engine.outbox()
        .resume(action.account)
        .finally(this, [this, id = action.account](const Result<Unit> &r) {
            if (r.ok())
                wake(id);
            else
                complain(r.error());
        });
}

void WishDesk::wake(const AccountId &account)
{
    const auto known = m_engine.accounts().account(account);
    auto *session = m_engine.accounts().session(account);
    if (!known || !session)
        return;
    m_engine.weather().forgetBackoff(known->host);
    session->processor().tryNow();
}

void WishDesk::cancel(const QString &action)
{
    m_engine.outbox().cancel(actionIdOf(action)).finally(this, [this](const Result<Action> &result) {
        if (!result.ok())
            complain(result.error());
    });
}

void WishDesk::tryNow()
{
    for (const Account &account : m_engine.accounts().accounts())
        wake(account.id);
}

void WishDesk::tryServer(const ServerHost &host)
{
    m_engine.weather().forgetBackoff(host);
    for (const Account &account : m_engine.accounts().accounts()) {
        if (account.host == host)
            wake(account.id);
    }
}

} // namespace Petrel
