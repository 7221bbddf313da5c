// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/strongid.h"

namespace Petrel {

//! An account on this computer: random, made at sign-in, never reused.
using AccountId = StrongId<struct AccountTag, QString>;
//! Row number of an action in the journal; what people type after `outbox retry`.
using ActionId = StrongId<struct ActionTag, qint64>;
//! The identity of a post on its whole network, opaque: an ActivityPub id, an AT URI …
using PostUri = StrongId<struct PostUriTag, QString>;
//! How one server names a thing to one account, opaque; useless on any other server.
using RemoteRef = StrongId<struct RemoteRefTag, QString>;
//! Host name of a server in lower case ASCII (IDN as punycode), with ":port" where it is not the scheme's
//! own.
using ServerHost = StrongId<struct ServerHostTag, QString>;

} // namespace Petrel
