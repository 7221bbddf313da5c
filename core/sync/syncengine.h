// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "domain/account.h"
#include "domain/timeline.h"

#include <QObject>

namespace Petrel {

class Clock;
class Gate;
class Service;
class Store;

//! What a refresh did.
struct RefreshReport {
    int pages = 0;
    int newEntries = 0;
    bool gapLeft = false; //!< it stopped before reaching what was known below
};

//! Reads one account's timelines into the cache: one step fetches one page and stores it with its cursor and
//! gap in one transaction. Requests for the same timeline merge, or wait for each other. Refuses (with the
//! gate's reason) while the weather forbids; what earlier steps stored stays. A timeline that was never read
//! is walked down to its end or `maxPages`, so that there is something to read offline.
class SyncEngine : public QObject {
    Q_OBJECT
public:
    SyncEngine(const Account &account, Store &store, Service &service, Gate &gate, Clock &clock,
               QObject *parent = nullptr);
    ~SyncEngine() override;

    //! From the newest page down to what is known, at most `maxPages`; what is left below stays a gap.
    Task<RefreshReport> refresh(const QString &timeline, int maxPages = 5);
    //! Goes on below a segment to fill its gap, one page. NotFound where there is nothing to go on with.
    Task<RefreshReport> fillGap(const QString &timeline, qint64 segment);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Petrel
