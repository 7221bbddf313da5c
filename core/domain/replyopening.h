// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capabilities.h"
#include "domain/post.h"

namespace Petrel {

//! How an answer begins: whom it speaks to, "@author@host @mentioned@host ", without the one who writes;
//! empty for an answer to oneself alone.
[[nodiscard]] QString replyOpening(const Post &parent, const QString &ownHandle);
//! Who may see an answer: nobody more than the post it answers, and no visibility that the server does not
//! honour.
[[nodiscard]] Visibility replyVisibility(Visibility parent, Visibility wanted, const Capabilities &can);

} // namespace Petrel
