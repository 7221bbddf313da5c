// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "domain/account.h"

namespace Petrel {

class Profiles {
public:
    virtual ~Profiles() = default;
    //! The signed-in account itself; the cheapest proof that a token works. SignedOut where it does not.
    virtual Task<OwnProfile> self() = 0;
};

} // namespace Petrel
