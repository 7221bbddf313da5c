// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/call.h"

namespace Petrel::Fake {

//! The post an id of the API means, where the caller may see it; a boost's id means the boosted post.
[[nodiscard]] const WorldPost *visiblePost(const Call &call, const QString &id);
//! "No such status" as the flavour says it.
[[nodiscard]] WireResponse notThere(const Call &call);

} // namespace Petrel::Fake
