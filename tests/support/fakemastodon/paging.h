// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/call.h"

namespace Petrel::Fake {

//! One line of a list of statuses: a post, or a boost of it.
struct PageRow {
    QString sortId;
    QString postUri;
    QString boostUri;
};

struct PageRules {
    int defaultLimit = 20;
    bool nextOnlyWhenFull = false; //!< Link next only where the page was full
};

//! Cuts the asked-for page out of the rows (newest first), as Statuses with their Link header, each flavour
//! in its own way.
[[nodiscard]] WireResponse pageAnswer(Call &call, const QVector<PageRow> &rows, const PageRules &rules);

} // namespace Petrel::Fake
