// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/call.h"

#include <QJsonObject>

namespace Petrel::Fake {

//! An Account document. `own`: as verify_credentials gives it.
[[nodiscard]] QJsonObject accountJson(const Call &call, const WorldUser &user, bool own = false);
//! A Status as the caller sees it.
[[nodiscard]] QJsonObject statusJson(const Call &call, const WorldPost &post);
//! The wrapper Status of a boost.
[[nodiscard]] QJsonObject boostJson(const Call &call, const WorldBoost &boost);

} // namespace Petrel::Fake
