// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/account.h"
#include "domain/action.h"

#include <optional>

namespace Petrel {

class AccountSession;

//! Why the session's server cannot take this post, in words; nothing = it can. Asks nobody.
[[nodiscard]] std::optional<Error> whyNotPost(const AccountSession &session, const PostContent &content);
//! Whether the session's server knows this kind of action at all. Asks nobody.
[[nodiscard]] bool offers(const AccountSession &session, ActionKind kind);
//! Why the account may not delete this post, in words; nothing = it may, as far as is known here.
[[nodiscard]] std::optional<Error> whyNotRemove(const Account &account, const Subject &subject);

} // namespace Petrel
