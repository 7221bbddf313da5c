// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/timeline.h"

#include <QSet>

namespace Petrel {

//! What one commit changed, for observers; sent once per commit, after it.
struct ChangeSet {
    QSet<PostUri> posts; //!< bodies, states or intents
    QVector<TimelineKey> timelines; //!< entries came, went or moved
    QSet<ActionId> actions;
    bool accounts = false;
    bool weather = false;
    bool drafts = false;

    void merge(const ChangeSet &other);
    [[nodiscard]] bool isEmpty() const
    {
        return posts.isEmpty() && timelines.isEmpty() && actions.isEmpty() && !accounts && !weather
            && !drafts;
    }
};

} // namespace Petrel
