// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

#include <QVector>

#include <optional>

namespace Petrel {

//! One part of a thread as received: what a server tells around a post. Who answers whom is said by the posts
//! themselves (replyToRef, replyToUri), not by their place here.
struct ThreadPage {
    //! What stands above the post, oldest first; some servers mix in other branches of the conversation.
    QVector<Post> ancestors;
    std::optional<Post> post; //!< the post itself, where this part tells it
    QVector<Post> descendants; //!< in the server's order; some servers tell direct replies only
    QString nextCursor; //!< opaque, for the next part; empty = this was the last
};

} // namespace Petrel
