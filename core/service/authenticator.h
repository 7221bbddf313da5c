// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "base/task.h"
#include "domain/account.h"

#include <QUrl>
#include <QUrlQuery>

namespace Petrel {

//! What is known of a server after asking it.
struct ServerDescription {
    QString service; //!< id of the provider that found it
    ServerHost host;
    QUrl base; //!< scheme, host and port its API is reached at
    QString title; //!< cleaned, for people
    QString software; //!< for people: "Name 4.2.1"
    QByteArray info; //!< becomes Account::serverInfo
    //! What it runs could not be asked just now: good enough to sign in with, not to forget what was known
    //! before.
    bool softwareUnknown = false;
};

//! What must be kept to speak for an account: goes to the credential store whole, nowhere else.
struct Credentials {
    Secret token;
    Secret clientId; //!< needed to revoke
    Secret clientSecret;

    //! One line of JSON for the credential store, and back (nothing for damaged bytes).
    [[nodiscard]] Secret toBytes() const;
    [[nodiscard]] static std::optional<Credentials> fromBytes(const Secret &bytes);
};

//! A sign-in under way.
struct SignInRequest {
    QUrl browserUrl; //!< to open in the person's browser
    bool pastedCode = false; //!< the page will show a code to paste instead of coming back by itself
    Secret state; //!< opaque, for finish()
};

//! Who signed in, with what.
struct SignedIn {
    OwnProfile own;
    QString service;
    Credentials credentials;
    ServerDescription server;
};

//! One network's way in: finds servers, signs in and out. Contract:
//! - discover(): `input` is what a person types (host, address, @me@host, spaces, capitals, IDN). Rejected
//! with words
//!   when it cannot name a server; NotFound when there is a server that does not speak this network.
//! - begin(): registers this program with the server for exactly `redirect` (empty: the pasted-code way).
//! - finish(): takes the redirect's query, or a query holding only `code` as pasted. Rejects a wrong state.
//! - withToken(): signs in with a token the person already has.
//! - signOut(): revokes on the server; success also where the token was dead already.
class Authenticator {
public:
    virtual ~Authenticator() = default;
    virtual Task<ServerDescription> discover(const QString &input) = 0;
    virtual Task<SignInRequest> begin(const ServerDescription &server, const QUrl &redirect) = 0;
    virtual Task<SignedIn> finish(const SignInRequest &request, const QUrlQuery &answer) = 0;
    virtual Task<SignedIn> withToken(const ServerDescription &server, const Secret &token) = 0;
    virtual Task<Unit> signOut(const Account &account, const Credentials &credentials) = 0;
};

} // namespace Petrel
