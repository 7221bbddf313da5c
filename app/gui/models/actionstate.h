// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"

namespace Petrel {

//! What the window says of an action's state, and which buttons it gets. Pure.

//! "queued", "sending", "waiting", "checking", "needsYou" or "done" (also for what was given up).
[[nodiscard]] QString stateWord(const Action &action);
//! Trying now can help: it waits for a server, or for the person's word.
[[nodiscard]] bool canRetry(const Action &action);
//! Its text can go back into the composer: a post that is certainly not on the server.
[[nodiscard]] bool canEdit(const Action &action);
[[nodiscard]] bool canCancel(const Action &action);

} // namespace Petrel
