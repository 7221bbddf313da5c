// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/controllers/composercontroller.h"
#include "gui/controllers/homerefresher.h"
#include "gui/controllers/timelinecontroller.h"

#include <QObject>

#include <memory>

namespace Petrel {

//! What the window keeps of one account: its reading goes on in the background, its pages are made when they
//! are first looked at and then stay.
class AccountDesk : public QObject {
    Q_OBJECT
public:
    //! All references must outlive it.
    AccountDesk(Engine &engine, const AccountsModel &accounts, WishDesk &wishes, const AccountId &account,
                QObject *parent = nullptr);

    [[nodiscard]] HomeRefresher &refresher() { return m_refresher; }
    [[nodiscard]] TimelineController &home();
    [[nodiscard]] ComposerController &composer();
    //! The account or its session may have changed.
    void look();
    //! The weather of its server may have changed.
    void lookAtWeather();
    //! Hands what is not written yet to the store.
    void flush();

Q_SIGNALS:
    void replyWanted(const Petrel::AccountId &account, const QString &uri);
    void editWanted(const QString &action);
    //! The composer waits for the keyboard.
    void writingWanted();
    void said(const QString &words, bool isError);

private:
    Engine &m_engine;
    const AccountsModel &m_accounts;
    WishDesk &m_wishes;
    AccountId m_account;
    HomeRefresher m_refresher;
    std::unique_ptr<TimelineController> m_home;
    std::unique_ptr<ComposerController> m_composer;
};

} // namespace Petrel
