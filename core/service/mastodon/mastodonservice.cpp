// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodonservice.h"

namespace Petrel {

MastodonService::MastodonService(HttpTransport &transport, Clock &clock, const ServerInfo &server,
                                 const Account &account, const Credentials &credentials)
    : m_account(account),
      m_client(transport, clock, server, credentials.token),
      m_timelines(m_client),
      m_publisher(m_client, m_account),
      m_interactions(m_client),
      m_posts(m_client),
      m_threads(m_client, m_posts),
      m_profiles(m_client),
      m_search(m_client)
{ }

} // namespace Petrel
