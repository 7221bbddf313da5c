// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/wire.h"

namespace Petrel::Fake {

class FakeMastodon;

//! The remote control of a fake server:
//!   GET /_control/world      World::toJson()
//!   GET /_control            {"host": HOST[:PORT], "down": true|false}
//!   GET /_control/requests   [{method, path, user, status, carriedOut}], and "unexpected"
//!   POST /_control           one JSON object; members are carried out in this order, all optional:
//!     "down": true|false
//!     "clearFaults": true
//!     "faults": [ … ] (see FaultPlan)
//!     "forgetKeys": true
//!     "revokeTokensOf": "alice"
//!     "publish": [{"user":"bob","text":"…","visibility":"public","parent":URI}, …]
//!     "favourite"/"boost"/"bookmark": [{"user":"bob","post":URI}, …]
//!     "remove": [URI, …]
//!   answers {"ok":true,"published":[URI, …]} or 400 {"error":"…"}.
[[nodiscard]] WireResponse control(FakeMastodon &fake, const WireRequest &request);

} // namespace Petrel::Fake
