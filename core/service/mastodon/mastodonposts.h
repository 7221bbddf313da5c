// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/posts.h"
#include "service/profiles.h"
#include "service/search.h"

namespace Petrel {

class MastodonClient;

class MastodonPosts : public Posts {
public:
    explicit MastodonPosts(MastodonClient &client)
        : m_client(client)
    { }
    Task<Post> fetch(const RemoteRef &ref) override;

private:
    MastodonClient &m_client;
};

class MastodonProfiles : public Profiles {
public:
    explicit MastodonProfiles(MastodonClient &client)
        : m_client(client)
    { }
    Task<OwnProfile> self() override;

private:
    MastodonClient &m_client;
};

//! Asks the server to fetch a post by its address. snac's search looks through texts only, but its name for a
//! post can be computed from the post's uri: so it is asked for the post itself, which finds what it already
//! knows.
class MastodonSearch : public Search {
public:
    explicit MastodonSearch(MastodonClient &client)
        : m_client(client)
    { }
    Task<Post> resolvePost(const QString &address) override;

private:
    Task<Post> resolveByName(const QString &address);

    MastodonClient &m_client;
};

//! True where two addresses name the same page: scheme, letter case of the host, a final slash and fragment
//! aside.
[[nodiscard]] bool sameAddress(const QString &a, const QString &b);

} // namespace Petrel
