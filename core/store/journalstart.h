// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "store/store.h"

namespace Petrel {

//! The one journal transaction of a start. It raises the generation and leaves no action in a state that
//! speaks of a running program:
//! - A publish whose result the cache already holds is settled as done, whatever happened since.
//! - Journal restored, older than its cache, or from another computer: every other open action becomes
//! `uncertain`,
//!   reason `restored`, not approved, its rounds of checking begun anew. One without an open or uncertain
//!   attempt gets one that ended at the journal's time, with an empty payload and a baseline of that time
//!   that names no post. So nothing is sent before absence is proved, and the next start need not know of it
//!   any more.
//! - Else: an action found in `sending` becomes `uncertain`, reason `checking`, its attempt ended now and
//! uncertain; at
//!   the third such start it is `needs-you`, reason `crashed-repeatedly`, and its account is paused. Back-off
//!   and rate-limit waits lie at most ten minutes ahead.
class JournalStart {
public:
    //! `report` names what was found; generation and startedAtMs are those of this start.
    JournalStart(Database &journal, Database &cache, const StartReport &report)
        : m_journal(journal),
          m_cache(cache),
          m_report(report)
    { }
    //! In the caller's transaction.
    Result<Unit> run();

    //! When the journal was last known to be in use; 0 = never.
    static Result<qint64> lastAliveMs(Database &journal);

    static constexpr qint64 longestWaitMs = 600'000;
    static constexpr int startsBeforeQuarantine = 3;
    //! How long a resent post is watched for a late second copy, of server uptime.
    static constexpr qint64 watchMs = 900'000;

private:
    Result<bool> settledByCache(Action &action);
    Result<Unit> beginWatch(const Action &action);
    Result<Unit> restored(Action &action);
    Result<Unit> foundSending(Action &action);
    Result<Unit> clampWait(Action &action);

    Database &m_journal;
    Database &m_cache;
    const StartReport &m_report;
};

} // namespace Petrel
