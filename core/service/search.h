// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "domain/post.h"

namespace Petrel {

//! Finds things by address.
class Search {
public:
    virtual ~Search() = default;
    //! The post with this web address or uri as this account's server knows it, fetching it from elsewhere if
    //! the server does that. NotFound where it does not know it. One request.
    virtual Task<Post> resolvePost(const QString &address) = 0;
};

} // namespace Petrel
