// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/authenticator.h"
#include "service/mastodon/client.h"
#include "service/mastodon/mastodoninteractions.h"
#include "service/mastodon/mastodonposts.h"
#include "service/mastodon/mastodonpublisher.h"
#include "service/mastodon/mastodonthreads.h"
#include "service/mastodon/mastodontimelines.h"
#include "service/service.h"

namespace Petrel {

//! One account's way to a server that speaks the Mastodon client API.
class MastodonService : public Service {
public:
    MastodonService(HttpTransport &transport, Clock &clock, const ServerInfo &server, const Account &account,
                    const Credentials &credentials);

    [[nodiscard]] Capabilities capabilities() const override { return capabilitiesOf(m_client.server()); }
    [[nodiscard]] Timelines *timelines() override { return &m_timelines; }
    [[nodiscard]] Threads *threads() override { return &m_threads; }
    [[nodiscard]] Publisher *publisher() override { return &m_publisher; }
    [[nodiscard]] Interactions *interactions() override { return &m_interactions; }
    [[nodiscard]] Posts *posts() override { return &m_posts; }
    [[nodiscard]] Profiles *profiles() override { return &m_profiles; }
    [[nodiscard]] Search *search() override { return &m_search; }

private:
    const Account m_account;
    MastodonClient m_client;
    MastodonTimelines m_timelines;
    MastodonPublisher m_publisher;
    MastodonInteractions m_interactions;
    MastodonPosts m_posts;
    MastodonThreads m_threads;
    MastodonProfiles m_profiles;
    MastodonSearch m_search;
};

} // namespace Petrel
