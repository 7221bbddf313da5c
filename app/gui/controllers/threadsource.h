// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/controllers/threadcontroller.h"

namespace Petrel {

class Engine;

//! How one account reads and fetches the thread around a post. The engine must outlive what it gives.
[[nodiscard]] ThreadController::Source threadSource(Engine &engine, const AccountId &account,
                                                    const PostUri &uri);

} // namespace Petrel
