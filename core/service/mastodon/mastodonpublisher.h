// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/mastodon/ownposts.h"

namespace Petrel {

class MastodonClient;
struct HttpExchange;

class MastodonPublisher : public Publisher {
public:
    //! Both must outlive it.
    MastodonPublisher(MastodonClient &client, const Account &account)
        : m_client(client),
          m_own(client, account)
    { }
    Task<Outcome> publish(const PublishRequest &request) override;
    Task<Outcome> remove(const RemoteRef &ref) override;
    [[nodiscard]] QStringList ownSources() const override { return m_own.sources(); }
    Task<OwnPage> ownPosts(int source, const QString &cursor) override { return m_own.page(source, cursor); }

private:
    [[nodiscard]] Outcome published(const PublishRequest &request, const HttpExchange &exchange) const;
    [[nodiscard]] Outcome removed(const HttpExchange &exchange) const;

    MastodonClient &m_client;
    OwnPosts m_own;
};

} // namespace Petrel
