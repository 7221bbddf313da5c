// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/world.h"

#include <QString>

namespace Petrel::Fake {

//! The typed text as this flavour's own formatter shows it.
[[nodiscard]] QString contentHtml(const World &world, const WorldPost &post);

} // namespace Petrel::Fake
