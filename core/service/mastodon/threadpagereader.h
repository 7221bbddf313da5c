// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/thread.h"
#include "service/mastodon/serverinfo.h"

namespace Petrel {

struct HttpResponse;

//! How many posts of a Context are read on either side; Mastodon itself ends at 4096.
constexpr int mostContextPosts = 1000;

//! A Context document (`ancestors` and `descendants`) about a post. Nothing where the answer is none: no
//! object, or one without both lists. The post itself, posts that cannot be read, and repeats are left out.
//!
//! Flavours differ: Mastodon and GoToSocial tell a chain and then the replies depth first; snac tells direct
//! replies only, and in old versions the chain nearest first; Pleroma and Akkoma tell the whole conversation,
//! divided by age. So the ancestors are put in the order of their times, and nothing is concluded from
//! which list a post is in.
[[nodiscard]] std::optional<ThreadPage> readContext(const HttpResponse &response, const ServerInfo &server,
                                                    const RemoteRef &post);

} // namespace Petrel
