// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/posts.h"
#include "service/threads.h"

namespace Petrel {

class MastodonClient;

//! Two parts: the post itself (GET /statuses/:id), whose refusal alone says that it is gone, then what is
//! around it (GET /statuses/:id/context).
class MastodonThreads : public Threads {
public:
    MastodonThreads(MastodonClient &client, Posts &posts)
        : m_client(client),
          m_posts(posts)
    { }
    Task<ThreadPage> thread(const RemoteRef &post, const QString &cursor) override;

private:
    MastodonClient &m_client;
    Posts &m_posts;
};

} // namespace Petrel
