// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/interactions.h"

namespace Petrel {

class MastodonClient;
struct HttpExchange;

class MastodonInteractions : public Interactions {
public:
    explicit MastodonInteractions(MastodonClient &client)
        : m_client(client)
    { }
    Task<Outcome> set(ActionKind kind, const RemoteRef &ref, bool wanted, const PostFlags &flags,
                      Visibility audience) override;

private:
    [[nodiscard]] Outcome done(ActionKind kind, bool wanted, const HttpExchange &exchange) const;

    MastodonClient &m_client;
};

} // namespace Petrel
