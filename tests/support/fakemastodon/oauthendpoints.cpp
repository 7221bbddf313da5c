// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Registering a program, giving and taking back tokens.
#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/endpoints.h"

#include "base/clock.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

constexpr qint64 codeLifeMs = 600'000;

WireResponse oauthError(const Call &call, int status, const QString &error)
{
    if (call.flavour() == Flavour::Snac)
        return refusal(call.rules(), status);
    return json(status, QJsonObject{{u"error"_s, error}, {u"error_description"_s, error}});
}

bool challengeHolds(const QByteArray &challenge, const QByteArray &verifier)
{
    const QByteArray hash = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256);
    return hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) == challenge;
}

QByteArray tokenFor(Call &call, const QString &acct, const QByteArray &clientId)
{
    const QByteArray token = call.world.issueToken(acct, clientId);
    if (World::App *app = call.world.app(clientId))
        app->lastUser = acct;
    return token;
}

WireResponse tokenDocument(const Call &call, const QByteArray &token, const QString &scope)
{
    QJsonObject document{{u"access_token"_s, QString::fromLatin1(token)},
                         {u"token_type"_s, u"Bearer"_s},
                         {u"created_at"_s, call.clock.nowMs() / 1000}};
    if (call.flavour() != Flavour::Snac || call.params.has(u"scope"_s))
        document.insert(u"scope"_s, scope);
    if (call.flavour() == Flavour::Akkoma)
        document.insert(u"expires_in"_s, 3'155'760'000LL);
    return json(200, document);
}

// The code is never looked at: the token is for whoever signed in last with that program.
WireResponse snacToken(Call &call, const World::App &app)
{
    if (app.lastUser.isEmpty())
        return refusal(call.rules(), 401);
    const QString acct = app.lastUser;
    return tokenDocument(call, tokenFor(call, acct, app.clientId), call.params.text(u"scope"_s));
}

} // namespace

WireResponse registerApp(Call &call)
{
    const QString name = call.params.text(u"client_name"_s);
    const bool snac = call.flavour() == Flavour::Snac;
    if (call.params.isList(u"redirect_uris"_s) && call.flavour() != Flavour::Mastodon46)
        return snac ? refusal(call.rules(), 404) : refusal(call.rules(), 400, u"cannot unmarshal array"_s);
    QString redirects = call.params.text(u"redirect_uris"_s);
    if (redirects.isEmpty() && call.flavour() == Flavour::GoToSocial)
        redirects = u"urn:ietf:wg:oauth:2.0:oob"_s;
    if (redirects.isEmpty() || name.isEmpty())
        return snac ? refusal(call.rules(), 404)
                    : refusal(call.rules(), 422, u"Validation failed: Redirect URI can't be blank"_s);
    const QString scopes = call.params.has(u"scopes"_s) ? call.params.text(u"scopes"_s) : u"read"_s;
    static const QStringList tops{u"read"_s, u"write"_s, u"follow"_s, u"push"_s, u"profile"_s};
    for (const QString &scope : scopes.split(u' ', Qt::SkipEmptyParts)) {
        const bool known = tops.contains(scope.section(u':', 0, 0))
            && !(scope == u"profile"_s && call.flavour() != Flavour::Mastodon46);
        if (call.isMastodon() && !known)
            return refusal(call.rules(), 422,
                           u"Validation failed: Scopes doesn't match configured on the server."_s);
    }
    const World::App &app = call.world.addApp(name, redirects.split(u'\n'), scopes);
    QJsonObject document{{u"id"_s, app.id},
                         {u"name"_s, app.name},
                         {u"redirect_uri"_s, redirects},
                         {u"client_id"_s, QString::fromLatin1(app.clientId)},
                         {u"client_secret"_s, QString::fromLatin1(app.clientSecret)},
                         {u"vapid_key"_s, QString()}};
    if (!snac)
        document.insert(u"website"_s, QJsonValue::Null);
    if (call.flavour() == Flavour::Mastodon46 || call.flavour() == Flavour::GoToSocial) {
        document.insert(u"redirect_uris"_s, QJsonArray::fromStringList(app.redirects));
        document.insert(u"scopes"_s, QJsonArray::fromStringList(scopes.split(u' ')));
    }
    return json(200, document);
}

WireResponse giveToken(Call &call)
{
    const World::App *app = call.world.app(call.params.text(u"client_id"_s).toLatin1());
    if (!app || app->clientSecret != call.params.text(u"client_secret"_s).toLatin1())
        return oauthError(call, call.flavour() == Flavour::GoToSocial ? 400 : 401, u"invalid_client"_s);
    if (call.flavour() == Flavour::Snac)
        return snacToken(call, *app);
    if (call.params.text(u"grant_type"_s) != u"authorization_code"_s)
        return oauthError(call, 400, u"unsupported_grant_type"_s);
    const auto it = call.signIns.codes.constFind(call.params.text(u"code"_s).toLatin1());
    if (it == call.signIns.codes.cend() || it->clientId != app->clientId
        || call.clock.nowMs() - it->atMs > codeLifeMs) {
        return oauthError(call, 400,
                          call.flavour() == Flavour::GoToSocial ? u"sql: no rows in result set"_s
                                                                : u"invalid_grant"_s);
    }
    const SignIns::Code code = *it;
    if (code.redirect != call.params.text(u"redirect_uri"_s))
        return oauthError(call, call.flavour() == Flavour::GoToSocial ? 403 : 400, u"invalid_grant"_s);
    if (call.rules().checksPkce && !code.challenge.isEmpty()
        && !challengeHolds(code.challenge, call.params.text(u"code_verifier"_s).toLatin1()))
        return oauthError(call, 400, u"invalid_grant"_s);
    call.signIns.codes.erase(it);
    return tokenDocument(call, tokenFor(call, code.acct, app->clientId), code.scope);
}

WireResponse revokeToken(Call &call)
{
    const bool snac = call.flavour() == Flavour::Snac;
    const World::App *app = call.world.app(call.params.text(u"client_id"_s).toLatin1());
    if (!app && call.flavour() == Flavour::GoToSocial && !call.params.has(u"client_id"_s))
        return refusal(call.rules(), 400, u"client_id not set"_s);
    if (!app || app->clientSecret != call.params.text(u"client_secret"_s).toLatin1())
        return snac ? refusal(call.rules(), 403) : oauthError(call, 403, u"unauthorized_client"_s);
    World::Token *token = call.world.token(call.params.text(u"token"_s).toLatin1());
    const bool alive = token && !token->revoked;
    if (snac && !alive)
        return refusal(call.rules(), 403);
    if (alive && token->clientId != app->clientId)
        return snac ? refusal(call.rules(), 403) : oauthError(call, 403, u"unauthorized_client"_s);
    if (alive)
        token->revoked = true;
    if (snac)
        call.world.removeApp(app->clientId);
    return json(200, QJsonObject{});
}

} // namespace Petrel::Fake
