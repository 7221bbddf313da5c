// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "domain/action.h"
#include "service/outcome.h"

namespace Petrel {

//! Favourite, boost, bookmark and their undoing. Contract:
//! - set() sends one request that makes `kind` (a Set action) of the post be `wanted`. `handle` is what a
//! former
//!   read gave for undoing (PostFlags), empty where there was none; a service that needs one and has none
//!   answers Rejected without sending.
//! - a boost is for `audience`, or for fewer where the network knows no such boost; the others are nobody's
//! business.
//! - what is not harmless to repeat leaves exactly once on the wire.
//! - a clear yes is Done with the post after the change; where a server answers with the state before, the
//! service
//!   corrects the flag it has just set.
//! - proof of success is Posts::fetch: its flag for `kind`.
class Interactions {
public:
    virtual ~Interactions() = default;
    virtual Task<Outcome> set(ActionKind kind, const RemoteRef &ref, bool wanted, const PostFlags &flags,
                              Visibility audience = Visibility::Public) = 0;
};

} // namespace Petrel
