// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outbox/settlepolicy.h"

namespace Petrel {

//! How a processor goes about it.
struct ProcessorOptions {
    SettlePolicy settle;
    qint64 tooOldMs = 12 * 3600 * 1000LL; //!< older wishes ask first
    //! When this process opened the store (wall time): a post written before it and first attempted after it
    //! is also looked for on the server first, since the whole profile may be a copy put back. 0 = do not.
    qint64 storeOpenedAtMs = 0;
    //! Mutation switch, for proving that the tests can fail; never set by programs.
    bool reconcile = true;
};

} // namespace Petrel
