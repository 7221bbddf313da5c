// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/account.h"

namespace Petrel {

void takeOver(Account &account, const OwnProfile &own, qint64 nowMs)
{
    account.uri = own.profile.uri;
    account.ref = own.profile.ref;
    account.displayName = own.profile.displayName;
    account.defaultVisibility = own.defaultVisibility.value_or(account.defaultVisibility);
    account.defaultLanguage = own.defaultLanguage;
    account.profileAtMs = nowMs;
}

} // namespace Petrel
