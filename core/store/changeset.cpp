// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changeset.h"

namespace Petrel {

void ChangeSet::merge(const ChangeSet &other)
{
    posts.unite(other.posts);
    for (const TimelineKey &key : other.timelines) {
        if (!timelines.contains(key))
            timelines.append(key);
    }
    actions.unite(other.actions);
    accounts = accounts || other.accounts;
    weather = weather || other.weather;
    drafts = drafts || other.drafts;
}

} // namespace Petrel
