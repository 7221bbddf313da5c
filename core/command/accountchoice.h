// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/account.h"

#include <QStringList>
#include <QVector>

namespace Petrel {

class AccountManager;

//! The accounts named on a command line; all where none was named.
[[nodiscard]] Result<QVector<Account>> chooseAccounts(const AccountManager &accounts,
                                                      const QStringList &names);
//! As above, but where none was named there must be exactly one: acting as the wrong account cannot be taken
//! back.
[[nodiscard]] Result<QVector<Account>> chooseActors(const AccountManager &accounts, const QStringList &names);
//! There is nobody to work for, and how to go on.
[[nodiscard]] Error noAccountYet();
//! True where the error is about how the command line was written, not about the world.
[[nodiscard]] bool isUsage(const Error &error);

} // namespace Petrel
