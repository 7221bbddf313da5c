// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/postcontroller.h"

#include "gui/controllers/wishdesk.h"

namespace Petrel {

PostController::PostController(WishDesk &wishes, const AccountId &account, QObject *parent)
    : QObject(parent),
      m_wishes(wishes),
      m_account(account)
{ }

void PostController::favourite(const QString &uri, bool wanted)
{
    m_wishes.react(m_account, ActionKind::Favourite, uri, wanted);
}

void PostController::boost(const QString &uri, bool wanted)
{
    m_wishes.react(m_account, ActionKind::Boost, uri, wanted);
}

void PostController::bookmark(const QString &uri, bool wanted)
{
    m_wishes.react(m_account, ActionKind::Bookmark, uri, wanted);
}

void PostController::remove(const QString &uri)
{
    m_wishes.remove(m_account, uri);
}

void PostController::reply(const QString &uri)
{
    Q_EMIT replyWanted(m_account, uri);
}

void PostController::retry(const QString &action)
{
    m_wishes.retry(action);
}

void PostController::cancel(const QString &action)
{
    m_wishes.cancel(action);
}

void PostController::edit(const QString &action)
{
    Q_EMIT editWanted(action);
}

} // namespace Petrel
