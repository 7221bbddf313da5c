// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "base/task.h"
#include "domain/ids.h"

#include <QObject>

namespace Petrel {

//! Where tokens live. Ends on the calling thread. Missing entries are NotFound; a store that cannot be
//! reached is Unsupported with words that say how to go on.
class CredentialStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual Task<Secret> read(const AccountId &account) = 0;
    virtual Task<Unit> write(const AccountId &account, const Secret &secret) = 0;
    virtual Task<Unit> remove(const AccountId &account) = 0;
    //! Fails before a sign-in begins where nothing could be stored at its end.
    virtual Task<Unit> available() = 0;
};

} // namespace Petrel
