// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Petrel {

//! The pauses of the exactly-once rule, in milliseconds. Programs for people always use the defaults; only
//! tests that run in real time hand in shorter ones.
struct SettlePolicy {
    qint64 betweenRoundsMs = 60'000; //!< least time between two negative rounds
    qint64 afterAttemptMs = 180'000; //!< least time between the attempt's end and the last negative round
    int negativeRounds = 2;
    int blindRounds = 3; //!< rounds that cannot tell before the person is asked
    qint64 watchMs = 900'000; //!< of server uptime after a resend
    qint64 watchEveryMs = 60'000;
    qint64 baselineFreshMs = 60'000;
    qint64 laneHoldMs = 300'000; //!< server uptime an uncertain post holds later ones back
    qint64 keyReuseMs =
        3'000'000; //!< 50 minutes: within it a resend keeps its key, where the server keeps keys
    int maxSends = 3;
    int maxPages = 40; //!< of one round; beyond it the round cannot tell
    qint64 firstCheckMs = 3'000; //!< pause before the first round
};

} // namespace Petrel
