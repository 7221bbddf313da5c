// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"
#include "store/statement.h"

namespace Petrel {

//! How posts and profiles are laid out in the columns of a query, for the stores of the cache: a post's own
//! columns, then its author's, in the order of the view `timeline_row`.
constexpr int postColumns = 26; //!< without the author
constexpr int profileColumns = 9;

[[nodiscard]] Post readPost(const Statement &row, int first);
[[nodiscard]] Profile readProfile(const Statement &row, int first);

} // namespace Petrel
