// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/action.h"

#include <QObject>

namespace Petrel {

class Engine;

//! What the buttons on posts and in the outbox wish for, written down for the account they were pressed as.
//! Every refusal is said in words; the screen shows the rest by itself, since the store changes.
class WishDesk : public QObject {
    Q_OBJECT
public:
    //! The engine must outlive it.
    explicit WishDesk(Engine &engine, QObject *parent = nullptr);

    //! Favourite, Boost or Bookmark, wanted or no longer.
    void react(const AccountId &account, ActionKind kind, const QString &uri, bool wanted);
    //! Deletes an own post.
    void remove(const AccountId &account, const QString &uri);
    //! The person says: go on, and now. Also wakes an account paused after repeated crashes.
    void retry(const QString &action);
    void cancel(const QString &action);
    //! Tries now whatever waits, of every account; pauses that proof of absence needs are kept.
    void tryNow();
    //! Asks a server now, however long its next try is off.
    void tryServer(const ServerHost &host);

Q_SIGNALS:
    void said(const QString &words, bool isError);

private:
    void enqueue(const AccountId &account, ActionKind kind, const QString &uri, bool wanted);
    void goOn(const Action &action);
    void wake(const AccountId &account);
    void complain(const Error &error);

    Engine &m_engine;
};

//! The action a page names by its id; a null one where that is no number.
[[nodiscard]] ActionId actionIdOf(const QString &id);

} // namespace Petrel
