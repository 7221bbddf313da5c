// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/action.h"
#include "domain/visibility.h"

#include <optional>

namespace Petrel {

class Store;

//! The post a verb is about, as one account names it.
struct Target {
    Subject subject;
    ActionId ghost; //!< an own post that is still in the outbox; the subject is then empty but for its words
    bool known = false; //!< the cache knows the post
    std::optional<Visibility> visibility; //!< who may see it; nothing where this computer does not know
};

//! Finds what an address on the command line means: a post in the cache, or an address left to be resolved
//! when its server can be asked, or "outbox:ID". Words that are no address are Rejected.
[[nodiscard]] Result<Target> findTarget(Store &store, const Account &account, const QString &address);

} // namespace Petrel
