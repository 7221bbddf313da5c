// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/publisher.h"

#include <optional>

namespace Petrel {

//! A post as an attempt froze it, in the journal's own JSON (format 1). Keys and repeat flags are not part of
//! it.
[[nodiscard]] QByteArray freezePayload(const PublishRequest &request);
//! The reverse; nothing for damaged bytes.
[[nodiscard]] std::optional<PublishRequest> thawPayload(const QByteArray &payload);

} // namespace Petrel
