// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"

namespace Petrel {

//! A post not yet wished for, as far as it is written.
struct Draft {
    QString id; //!< random
    AccountId account;
    PostContent content;
    bool warningShown = false; //!< the field of the content warning is open
    Subject subject; //!< the post replied to; a null uri = none
    ActionId dependsOn; //!< the post replied to is this open action; null = none
    qint64 updatedAtMs = 0;

    friend bool operator==(const Draft &, const Draft &) = default;
};

} // namespace Petrel
