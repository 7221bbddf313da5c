// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "weather/gate.h"

namespace Petrel {

//! Why a read is not tried, from a gate that does not permit it; with the pause it asks for.
[[nodiscard]] Error refusal(const Permission &permission, qint64 nowMs);

} // namespace Petrel
