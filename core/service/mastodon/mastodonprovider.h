// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/registry.h"

namespace Petrel {

class Clock;
class HttpTransport;

//! The Mastodon client API, as spoken by Mastodon, GoToSocial, Pleroma/Akkoma, Pixelfed and snac. Both
//! references must outlive the provider and its services.
[[nodiscard]] std::unique_ptr<ServiceProvider> makeMastodonProvider(HttpTransport &transport, Clock &clock);

} // namespace Petrel
