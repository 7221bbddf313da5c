// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/richtext.h"

namespace Petrel {

//! A text as it is, or of a longer one than `most` UTF-16 units its beginning, with its marks and an
//! ellipsis. No character, no picture of one and, where possible, no word is cut in two. Pure.
[[nodiscard]] RichText beginningOf(const RichText &text, int most);

} // namespace Petrel
