// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "domain/account.h"

#include <QObject>

namespace Petrel {

class Clock;
class Gate;
class Service;
class Store;

//! Keeps who the account is on its own server (name, picture, how it posts by default) from growing old. Used
//! on the store's owner thread; a task whose ProfileSync is gone ends as Cancelled.
class ProfileSync : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 oldMs = 3'600'000;

    //! All but the account must outlive it.
    ProfileSync(const Account &account, Store &store, Service &service, Gate &gate, Clock &clock,
                QObject *parent = nullptr);

    //! Asks the server where what it told is older than an hour, the last try is as long ago, and the gate
    //! permits. Gives whether something was written: the profile into the cache, the rest with the account. A
    //! failure changes nothing.
    Task<bool> ifOld();

private:
    Task<bool> keep(const OwnProfile &own, qint64 askedAtMs);

    Account m_account;
    Store &m_store;
    Service &m_service;
    Gate &m_gate;
    Clock &m_clock;
    qint64 m_triedAtMs = -oldMs; //!< monotonic
};

} // namespace Petrel
