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

//! What reading a thread did.
struct ThreadReport {
    int parts = 0; //!< requests that were answered and stored
    int posts = 0; //!< posts told, the one asked for among them
};

//! Reads threads into the cache for one account, for ThreadReader to show: one step fetches one part and
//! stores it in one transaction of the cache, announced as changed posts. What earlier steps stored stays,
//! whatever becomes of the next. Requests for the same post merge. Refuses (with the gate's reason) while the
//! weather forbids, asked before every request. Used on the store's owner thread; a task whose ThreadSync is
//! gone ends as Cancelled.
class ThreadSync : public QObject {
    Q_OBJECT
public:
    ThreadSync(const Account &account, Store &store, Service &service, Gate &gate, Clock &clock,
               QObject *parent = nullptr);
    ~ThreadSync() override;

    //! NotFound where the server says of the post itself that it is gone or not visible (it then has left the
    //! cache as PostStore::deny says), or where nobody told this account's server's name for it.
    //! Unsupported where the network has no threads.
    Task<ThreadReport> refresh(const PostUri &post);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Petrel
