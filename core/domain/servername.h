// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Petrel {

struct Account;

//! What its people call an account's server: its host. Nobody calls one by a number: reached under an IP
//! address or as localhost, it goes by the domain of its handles.
[[nodiscard]] QString serverName(const Account &account);

} // namespace Petrel
