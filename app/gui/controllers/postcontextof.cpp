// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/postcontextof.h"

#include "gui/models/accountsmodel.h"
#include "outbox/outbox.h"
#include "session/engine.h"

namespace Petrel {

PostContext postContextOf(Engine &engine, const AccountsModel &accounts, const AccountId &account)
{
    PostContext context;
    context.account = account;
    if (const auto known = engine.accounts().account(account))
        context.handle = known->handle;
    context.avatarUrl = accounts.avatarUrl(account);
    if (const auto *session = engine.accounts().session(account))
        context.can = session->capabilities();
    context.describe = describeAction;
    return context;
}

} // namespace Petrel
