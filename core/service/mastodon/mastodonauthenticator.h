// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "service/authenticator.h"
#include "service/mastodon/discovery.h"
#include "service/mastodon/signin.h"

namespace Petrel {

//! Sign-in by OAuth: one app registration for each sign-in, with exactly the redirect in use, since some
//! servers want the port to be the registered one and one binds an app to whoever signed in last.
class MastodonAuthenticator : public Authenticator {
public:
    MastodonAuthenticator(HttpTransport &transport, Clock &clock)
        : m_transport(transport),
          m_clock(clock)
    { }
    Task<ServerDescription> discover(const QString &input) override;
    Task<SignInRequest> begin(const ServerDescription &server, const QUrl &redirect) override;
    Task<SignedIn> finish(const SignInRequest &request, const QUrlQuery &answer) override;
    Task<SignedIn> withToken(const ServerDescription &server, const Secret &token) override;
    Task<Unit> signOut(const Account &account, const Credentials &credentials) override;

private:
    Task<SignedIn> verify(const ServerDescription &server, const Credentials &credentials);
    Task<SignInRequest> registerApp(const SignIn &signIn, bool mayAskForScopes);
    Task<SignInRequest> registerAgain(const SignIn &signIn, const Error &refusal);
    Task<Unit> confirmRevoked(const ServerInfo &server, const Credentials &credentials, const QString &words);
    Task<HttpExchange> postForm(const QUrl &base, const QString &path,
                                const QVector<std::pair<QByteArray, QByteArray>> &fields);

    HttpTransport &m_transport;
    Clock &m_clock;
    QObject m_context; //!< of all tasks here: nothing is called once it is gone
};

} // namespace Petrel
