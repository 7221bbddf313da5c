// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "domain/thread.h"

namespace Petrel {

//! Reads the thread around a post, part by part. Contract:
//! - one call is one request and gives one part, which stands for itself: what it tells may be kept whatever
//!   becomes of the next. cursor: empty = the first part, else what the part before gave as nextCursor;
//! - the parts end: no part names the cursor that it was asked with;
//! - the first part tells the post itself, as this account sees it now. NotFound of the first part says
//! plainly
//!   that the post is gone or not visible; NotFound of a later one says nothing of it;
//! - ancestors are oldest first. Posts that could not be read are left out and never fault the part, no post
//!   comes twice in a part, and what a server heaps up beyond any sense is cut off far from the post;
//! - an answer that is not what was asked for (wrong type, half a body, empty 200) is an Error, not an empty
//!   thread.
class Threads {
public:
    virtual ~Threads() = default;
    //! `post` as this account's server names it.
    virtual Task<ThreadPage> thread(const RemoteRef &post, const QString &cursor) = 0;
};

} // namespace Petrel
