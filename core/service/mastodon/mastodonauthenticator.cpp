// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodonauthenticator.h"

#include "base/clock.h"
#include "service/mastodon/answer.h"
#include "service/mastodon/client.h"
#include "service/mastodon/json.h"
#include "service/mastodon/profilereader.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

const QString usualScopes = QStringLiteral("read write follow");
constexpr int verifierBytes = 32;

Error misunderstood()
{
    Error error;
    error.kind = ErrorKind::Malformed;
    error.detail = QStringLiteral("not ours");
    return error;
}

bool refusesScopes(const HttpExchange &exchange)
{
    const int status = exchange.response ? exchange.response->status : 0;
    return (status == 400 || status == 422)
        && serverWords(*exchange.response).contains(QLatin1String("scope"), Qt::CaseInsensitive);
}

//! Those of our scopes that a server lists; empty where it lists none of them.
QString sharedScopes(const HttpExchange &metadata)
{
    const auto document = succeeded(metadata) ? Json::objectFrom(metadata.response->body) : std::nullopt;
    if (!document)
        return {};
    const QJsonArray supported = Json::array(*document, QLatin1String("scopes_supported"));
    QStringList shared;
    for (const QString &scope : usualScopes.split(QLatin1Char(' '))) {
        if (supported.contains(scope))
            shared.append(scope);
    }
    return shared.join(QLatin1Char(' '));
}

//! A failed sign-in request. Its statuses speak of the sign-in: nobody is signed in yet who could be signed
//! out.
Error signInError(const HttpExchange &exchange, const ServerInfo &server, qint64 nowMs)
{
    Error error = readError(exchange, server, nowMs);
    if (error.kind == ErrorKind::SignedOut || error.kind == ErrorKind::Forbidden
        || error.kind == ErrorKind::NotFound) {
        error.kind = ErrorKind::Rejected;
        if (error.message.isEmpty())
            error.message = QCoreApplication::translate("Petrel::MastodonAuthenticator",
                                                        "The server refused the sign-in.");
    }
    return error;
}

} // namespace

Task<HttpExchange> MastodonAuthenticator::postForm(const QUrl &base, const QString &path,
                                                   const QVector<std::pair<QByteArray, QByteArray>> &fields)
{
    HttpRequest request = apiRequest(base, HttpRequest::Method::Post, path);
    setForm(request, fields);
    return m_transport.send(request);
}

Task<ServerDescription> MastodonAuthenticator::discover(const QString &input)
{
    const Result<TypedServer> typed = parseTypedServer(input);
    if (!typed.ok())
        return typed.error();
    auto *discovery = new Discovery(m_transport, m_clock, typed.value(), &m_context);
    return discovery->start();
}

Task<SignInRequest> MastodonAuthenticator::begin(const ServerDescription &server, const QUrl &redirect)
{
    if (!ServerInfo::fromBytes(server.info))
        return misunderstood();
    SignIn signIn;
    signIn.server = server;
    signIn.redirect = redirect.isEmpty() ? pastedCodeRedirect() : redirect.toString(QUrl::FullyEncoded);
    signIn.scopes = usualScopes;
    signIn.state = randomToken(m_clock);
    signIn.verifier = m_clock.randomBytes(verifierBytes)
                          .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return registerApp(signIn, true);
}

Task<SignInRequest> MastodonAuthenticator::registerApp(const SignIn &signIn, bool mayAskForScopes)
{
    return postForm(signIn.server.base, QStringLiteral("/api/v1/apps"),
                    {{"client_name", "Petrel"},
                     {"redirect_uris", signIn.redirect.toUtf8()},
                     {"scopes", signIn.scopes.toUtf8()}})
        .then(&m_context,
              [this, signIn, mayAskForScopes](const HttpExchange &exchange) -> Task<SignInRequest> {
                  const ServerInfo server = ServerInfo::fromBytes(signIn.server.info).value_or(ServerInfo{});
                  if (!succeeded(exchange)) {
                      const Error error = signInError(exchange, server, m_clock.nowMs());
                      if (mayAskForScopes && refusesScopes(exchange))
                          return registerAgain(signIn, error);
                      return error;
                  }
                  const auto app = Json::objectFrom(exchange.response->body);
                  SignIn registered = signIn;
                  registered.clientId =
                      Secret(app ? Json::text(*app, QLatin1String("client_id")).toUtf8() : QByteArray());
                  registered.clientSecret =
                      Secret(app ? Json::text(*app, QLatin1String("client_secret")).toUtf8() : QByteArray());
                  if (registered.clientId.isEmpty())
                      return unreadableAnswer(exchange);
                  return Result<SignInRequest>(
                      SignInRequest{registered.browserUrl(), registered.pastedCode(), registered.toBytes()});
              });
}

Task<SignInRequest> MastodonAuthenticator::registerAgain(const SignIn &signIn, const Error &refusal)
{
    const HttpRequest request = apiRequest(signIn.server.base, HttpRequest::Method::Get,
                                           QStringLiteral("/.well-known/oauth-authorization-server"));
    return m_transport.send(request).then(
        &m_context, [this, signIn, refusal](const HttpExchange &metadata) -> Task<SignInRequest> {
            SignIn narrower = signIn;
            narrower.scopes = sharedScopes(metadata);
            if (narrower.scopes.isEmpty())
                return refusal;
            return registerApp(narrower, false);
        });
}

Task<SignedIn> MastodonAuthenticator::finish(const SignInRequest &request, const QUrlQuery &answer)
{
    const std::optional<SignIn> signIn = SignIn::fromBytes(request.state);
    if (!signIn)
        return misunderstood();
    const Result<QByteArray> code = codeFromAnswer(*signIn, answer);
    if (!code.ok())
        return code.error();
    return postForm(signIn->server.base, QStringLiteral("/oauth/token"),
                    {{"grant_type", "authorization_code"},
                     {"code", code.value()},
                     {"client_id", signIn->clientId.reveal()},
                     {"client_secret", signIn->clientSecret.reveal()},
                     {"redirect_uri", signIn->redirect.toUtf8()},
                     {"code_verifier", signIn->verifier},
                     {"scope", signIn->scopes.toUtf8()}})
        .then(&m_context, [this, signIn = *signIn](const HttpExchange &exchange) -> Task<SignedIn> {
            const ServerInfo server = ServerInfo::fromBytes(signIn.server.info).value_or(ServerInfo{});
            if (!succeeded(exchange))
                return signInError(exchange, server, m_clock.nowMs());
            const auto grant = Json::objectFrom(exchange.response->body);
            const QString token = grant ? Json::text(*grant, QLatin1String("access_token")) : QString();
            if (token.isEmpty())
                return unreadableAnswer(exchange);
            return verify(signIn.server, {Secret(token.toUtf8()), signIn.clientId, signIn.clientSecret});
        });
}

Task<SignedIn> MastodonAuthenticator::withToken(const ServerDescription &server, const Secret &token)
{
    if (!ServerInfo::fromBytes(server.info))
        return misunderstood();
    return verify(server, {Secret(token.reveal().trimmed()), {}, {}});
}

Task<SignedIn> MastodonAuthenticator::verify(const ServerDescription &server, const Credentials &credentials)
{
    const ServerInfo info = ServerInfo::fromBytes(server.info).value_or(ServerInfo{});
    HttpRequest request = apiRequest(info.base, HttpRequest::Method::Get,
                                     QStringLiteral("/api/v1/accounts/verify_credentials"));
    request.bearer = credentials.token;
    return m_transport.send(request).then(
        &m_context, [this, server, info, credentials](const HttpExchange &exchange) -> Result<SignedIn> {
            const Result<OwnProfile> own = ownProfileFrom(exchange, info, m_clock.nowMs());
            if (!own.ok())
                return own.error();
            return SignedIn{own.value(), mastodonServiceId(), credentials, server};
        });
}

Task<Unit> MastodonAuthenticator::signOut(const Account &account, const Credentials &credentials)
{
    const std::optional<ServerInfo> server = ServerInfo::fromBytes(account.serverInfo);
    if (!server)
        return misunderstood();
    return postForm(server->base, QStringLiteral("/oauth/revoke"),
                    {{"client_id", credentials.clientId.reveal()},
                     {"client_secret", credentials.clientSecret.reveal()},
                     {"token", credentials.token.reveal()}})
        .then(&m_context, [this, server = *server, credentials](const HttpExchange &exchange) -> Task<Unit> {
            if (succeeded(exchange))
                return Result<Unit>(Unit{});
            const Error error = readError(exchange, server, m_clock.nowMs());
            const int status = exchange.response ? exchange.response->status : 0;
            if (status < 400 || status >= 500 || status == 429)
                return error;
            return confirmRevoked(server, credentials, error.message);
        });
}

//! A refusal to revoke may mean that there is nothing left to revoke: the token itself tells.
Task<Unit> MastodonAuthenticator::confirmRevoked(const ServerInfo &server, const Credentials &credentials,
                                                 const QString &words)
{
    HttpRequest request = apiRequest(server.base, HttpRequest::Method::Get,
                                     QStringLiteral("/api/v1/accounts/verify_credentials"));
    request.bearer = credentials.token;
    return m_transport.send(request).then(
        &m_context, [this, server, words](const HttpExchange &exchange) -> Result<Unit> {
            const Result<OwnProfile> own = ownProfileFrom(exchange, server, m_clock.nowMs());
            if (!own.ok() && own.error().kind == ErrorKind::SignedOut)
                return Unit{};
            if (!own.ok())
                return own.error();
            Error error;
            error.kind = ErrorKind::Rejected;
            error.message = words.isEmpty() ? QCoreApplication::translate(
                                "Petrel::MastodonAuthenticator",
                                "The server did not take the access back. It can be ended in the "
                                "settings on its web page.")
                                            : words;
            return error;
        });
}

} // namespace Petrel
