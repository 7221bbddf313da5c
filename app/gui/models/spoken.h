// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/postlistmodel.h"

namespace Petrel {

//! A post as one sentence for screen readers: author, time, warning, text, what the attachments show, where
//! it stands. Plain text; a warned text is left out, as on the screen.
[[nodiscard]] QString spokenPost(const PostRow &row, const PostContext &context);

} // namespace Petrel
