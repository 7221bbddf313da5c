// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/timelinestore.h"

namespace Petrel {

//! Stores one page of a timeline (its row id in the cache) inside the caller's transaction:
//! TimelineStore::storePage after everybody concerned has a row.
Result<PageStored> writePage(Database &db, qint64 timeline, const Source &source, const PagePlace &place,
                             const TimelinePage &page);

} // namespace Petrel
