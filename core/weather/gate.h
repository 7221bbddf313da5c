// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "domain/weather.h"

namespace Petrel {

//! May this account send now, else until when and why. Asked before every request of outbox and sync.
struct Permission {
    bool allowed = true;
    qint64 untilMs = 0; //!< wall time when asking again makes sense; 0 = on a change only
    ActionReason reason = ActionReason::None;
};

class Gate {
public:
    virtual ~Gate() = default;
    [[nodiscard]] virtual Permission ask(const AccountId &account) const = 0;
    //! Milliseconds of this run during which the account's server answered: the "server uptime" that settling
    //! pauses, watches and lanes count by. Never goes back.
    [[nodiscard]] virtual qint64 uptimeMs(const AccountId &account) const = 0;
};

} // namespace Petrel
