// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/authenticator.h"
#include "service/registry.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Petrel {

class AccountManager;
class LoopbackServer;

//! One sign-in from the server's name to the account: asks each network whether it knows the server,
//! registers, sends the person to the browser and waits for it to come back, or for a pasted code. Destroying
//! it gives up.
class LoginFlow : public QObject {
    Q_OBJECT
public:
    //! What the program does for the flow.
    struct Hands {
        std::function<void(const QUrl &)> openBrowser;
        std::function<Task<QString>()> askForCode; //!< what the person pastes
        std::function<void()> cameBack = {}; //!< the browser came back, or the code was pasted
    };
    enum class Way {
        Browser, //!< comes back by itself; falls to a pasted code where this computer cannot listen
        PastedCode,
    };
    LoginFlow(ServiceRegistry &registry, AccountManager &accounts, const Hands &hands,
              QObject *parent = nullptr);
    ~LoginFlow() override;

    //! Once per flow.
    Task<Account> signIn(const QString &server, Way way);
    //! Signs in with a token the person already has.
    Task<Account> withToken(const QString &server, const Secret &token);

private:
    Task<ServerDescription> discover(const QString &input);
    Task<ServerDescription> discoverWith(const QString &input, size_t index, const Error &last);
    Task<Account> begin(const ServerDescription &server, Way way);
    Task<Account> sendToBrowser(const ServerDescription &server, const SignInRequest &request);
    Task<QUrlQuery> answer(const SignInRequest &request);
    Task<Account> useToken(const ServerDescription &server, const Secret &token);
    Task<Account> accept(const SignedIn &signedIn);
    [[nodiscard]] Authenticator &authenticatorFor(const ServerDescription &server) const;

    ServiceRegistry &m_registry;
    AccountManager &m_accounts;
    Hands m_hands;
    std::unique_ptr<LoopbackServer> m_loopback;
};

} // namespace Petrel
