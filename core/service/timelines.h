// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "domain/timeline.h"

namespace Petrel {

//! Reads timelines page by page. Contract:
//! - a page is in the server's order, newest first; entries it could not read are left out and never fault
//! the page;
//! - cursor: empty = the newest page, else what a former page of this timeline gave as olderCursor;
//! - an answer that is not a well-formed page (wrong type, half a body, empty 200) is an Error, not an empty
//! page;
//! - an empty page with complete = true is the server's well-formed "nothing here".
class Timelines {
public:
    virtual ~Timelines() = default;
    virtual Task<TimelinePage> home(const QString &cursor) = 0;
};

} // namespace Petrel
