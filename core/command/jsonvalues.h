// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/account.h"
#include "domain/action.h"

#include <QJsonObject>

namespace Petrel {

//! An action for programs; `account` is the handle. See README.md for the fields.
[[nodiscard]] QJsonObject actionJson(const Action &action, const QString &account);
[[nodiscard]] QJsonObject accountJson(const Account &account);
//! {"kind", "words"}.
[[nodiscard]] QJsonObject errorJson(const Error &error);

} // namespace Petrel
