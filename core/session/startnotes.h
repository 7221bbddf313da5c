// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QStringList>

namespace Petrel {

//! What opening a profile found out, in words for people; empty where all is well.
[[nodiscard]] QStringList startNotes(const StartReport &report);

} // namespace Petrel
