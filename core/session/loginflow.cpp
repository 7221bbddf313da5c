// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loginflow.h"

#include "net/loopbackserver.h"
#include "session/accountmanager.h"

#include <QCoreApplication>

namespace Petrel {

LoginFlow::LoginFlow(ServiceRegistry &registry, AccountManager &accounts, const Hands &hands, QObject *parent)
    : QObject(parent),
      m_registry(registry),
      m_accounts(accounts),
      m_hands(hands)
{ }

LoginFlow::~LoginFlow() = default;

Task<Account> LoginFlow::signIn(const QString &server, Way way)
{
    return m_accounts.ready()
        .then(this, [this, server](Unit) { return discover(server); })
        .then(this, [this, way](const ServerDescription &found) { return begin(found, way); });
}

Task<Account> LoginFlow::withToken(const QString &server, const Secret &token)
{
    return m_accounts.ready()
        .then(this, [this, server](Unit) { return discover(server); })
        .then(this, [this, token](const ServerDescription &found) { return useToken(found, token); });
}

Task<ServerDescription> LoginFlow::discover(const QString &input)
{
    return discoverWith(
        input, 0,
        {ErrorKind::NotFound,
         QCoreApplication::translate("Petrel::LoginFlow", "No network that Petrel speaks was found at %1.")
             .arg(input.trimmed()),
         {},
         {}});
}

//! Only "this server speaks something else" moves on to the next network; every other failure is the answer.
Task<ServerDescription> LoginFlow::discoverWith(const QString &input, size_t index, const Error &last)
{
    if (index >= m_registry.all().size())
        return last;
    Promise<ServerDescription> promise;
    auto asked = m_registry.all().at(index)->authenticator().discover(input);
    asked.finally(this, [this, input, index, promise](const Result<ServerDescription> &found) {
        if (!found.ok() && found.error().kind == ErrorKind::NotFound)
            discoverWith(input, index + 1, found.error()).forwardTo(promise);
        else
            promise.finish(found);
    });
    return promise.task();
}

Authenticator &LoginFlow::authenticatorFor(const ServerDescription &server) const
{
    auto *provider = m_registry.provider(server.service);
    Q_ASSERT_X(provider, "LoginFlow", "a description names the provider that made it");
    return provider->authenticator();
}

Task<Account> LoginFlow::begin(const ServerDescription &server, Way way)
{
    QUrl redirect;
    if (way == Way::Browser) {
        m_loopback = std::make_unique<LoopbackServer>();
        if (auto address = m_loopback->listen(); address.ok())
            redirect = address.take();
        else
            m_loopback.reset();
    }
    return authenticatorFor(server)
        .begin(server, redirect)
        .then(this, [this, server](const SignInRequest &request) { return sendToBrowser(server, request); });
}

Task<Account> LoginFlow::sendToBrowser(const ServerDescription &server, const SignInRequest &request)
{
    auto waiting = answer(request);
    m_hands.openBrowser(request.browserUrl);
    return waiting
        .then(this,
              [this, server, request](const QUrlQuery &query) {
                  if (m_hands.cameBack)
                      m_hands.cameBack();
                  return authenticatorFor(server).finish(request, query);
              })
        .then(this, [this](const SignedIn &signedIn) { return accept(signedIn); });
}

Task<QUrlQuery> LoginFlow::answer(const SignInRequest &request)
{
    if (m_loopback && !request.pastedCode)
        return m_loopback->redirect();
    return m_hands.askForCode().then(this, [](const QString &code) -> Result<QUrlQuery> {
        if (code.trimmed().isEmpty())
            return Error{ErrorKind::Rejected,
                         QCoreApplication::translate("Petrel::LoginFlow", "No code was pasted."),
                         {},
                         {}};
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("code"),
                           QString::fromLatin1(QUrl::toPercentEncoding(code.trimmed())));
        return query;
    });
}

Task<Account> LoginFlow::useToken(const ServerDescription &server, const Secret &token)
{
    return authenticatorFor(server).withToken(server, token).then(this, [this](const SignedIn &signedIn) {
        return accept(signedIn);
    });
}

Task<Account> LoginFlow::accept(const SignedIn &signedIn)
{
    return m_accounts.accept(signedIn);
}

} // namespace Petrel
