// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/postlistmodel.h"

namespace Petrel {

class AccountsModel;
class Engine;

//! What a list of posts read as this account needs to know of it.
[[nodiscard]] PostContext postContextOf(Engine &engine, const AccountsModel &accounts,
                                        const AccountId &account);

} // namespace Petrel
