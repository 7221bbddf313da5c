// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "domain/post.h"

namespace Petrel {

//! Reads single posts as this account sees them.
class Posts {
public:
    virtual ~Posts() = default;
    //! The post with this account's flags as they are now. NotFound only where the server says plainly that
    //! it is gone or not visible; an unreadable answer is Malformed.
    virtual Task<Post> fetch(const RemoteRef &ref) = 0;
};

} // namespace Petrel
