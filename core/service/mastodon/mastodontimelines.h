// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/timelines.h"

namespace Petrel {

class MastodonClient;

class MastodonTimelines : public Timelines {
public:
    explicit MastodonTimelines(MastodonClient &client)
        : m_client(client)
    { }
    Task<TimelinePage> home(const QString &cursor) override;

private:
    MastodonClient &m_client;
};

} // namespace Petrel
