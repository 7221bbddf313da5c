// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/account.h"

#include <QString>

namespace Petrel {

class Clock;
class Store;

//! A profile to measure with: one account on one server, and its home as if it had been read page by page.
struct ProfilePlan {
    QString directory;
    QString credentialsFile; //!< empty = no token is kept
    QString serverAddress; //!< "http://127.0.0.1:1"
    QString domain; //!< behind the '@' of the account; empty = the server's host
    QByteArray token = "token";
    int posts = 1'000;
};

//! The account of a plan, as a sign-in would have left it.
[[nodiscard]] Account plannedAccount(const ProfilePlan &plan, const Clock &clock);
//! Writes account and home into an open store, by the very pages and transactions in which a sync does it.
[[nodiscard]] Result<Unit> fillStore(Store &store, const ProfilePlan &plan, Clock &clock);
//! The whole profile, with its token. The clock says when the newest post was written.
[[nodiscard]] Result<Unit> makeProfile(const ProfilePlan &plan, Clock &clock);

} // namespace Petrel
