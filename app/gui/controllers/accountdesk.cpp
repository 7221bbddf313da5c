// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/accountdesk.h"

namespace Petrel {

AccountDesk::AccountDesk(Engine &engine, const AccountsModel &accounts, WishDesk &wishes,
                         const AccountId &account, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_accounts(accounts),
      m_wishes(wishes),
      m_account(account),
      m_refresher(engine, account)
{ }

TimelineController &AccountDesk::home()
{
    if (!m_home) {
        m_home = std::make_unique<TimelineController>(m_engine, m_accounts, m_wishes, m_refresher, m_account);
        connect(m_home.get(), &PostController::replyWanted, this, &AccountDesk::replyWanted);
        connect(m_home.get(), &PostController::editWanted, this, &AccountDesk::editWanted);
        connect(m_home.get(), &TimelineController::said, this, &AccountDesk::said);
    }
    return *m_home;
}

ComposerController &AccountDesk::composer()
{
    if (!m_composer) {
        m_composer = std::make_unique<ComposerController>(m_engine, m_accounts, m_account);
        connect(m_composer.get(), &ComposerController::said, this, &AccountDesk::said);
        connect(m_composer.get(), &ComposerController::focusWanted, this, &AccountDesk::writingWanted);
    }
    return *m_composer;
}

void AccountDesk::look()
{
    if (m_home)
        m_home->look();
    if (m_composer)
        m_composer->look();
}

void AccountDesk::lookAtWeather()
{
    if (m_home)
        m_home->lookAtAge();
    if (m_composer)
        m_composer->look();
}

void AccountDesk::flush()
{
    if (m_home)
        m_home->flush();
    if (m_composer)
        m_composer->flush();
}

} // namespace Petrel
