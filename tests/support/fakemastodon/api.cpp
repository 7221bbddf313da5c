// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/api.h"

#include "base/clock.h"
#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/call.h"
#include "support/fakemastodon/endpoints.h"

namespace Petrel::Fake {

struct Api::Route {
    QByteArray method;
    QStringList path; //!< by '/', ":" stands for any one part
    Endpoint endpoint;
    bool needsUser;
};

namespace {

QByteArray keyName(const WireRequest &request, KeyBehaviour behaviour, const QString &viewer)
{
    const QByteArray key = request.header("idempotency-key");
    // Akkoma's keys belong to everybody at once.
    return behaviour == KeyBehaviour::ReplaysAnswer ? key : viewer.toUtf8() + '\n' + key;
}

bool fits(const QStringList &route, const QStringList &path, QStringList *captures)
{
    if (route.size() != path.size())
        return false;
    captures->clear();
    for (qsizetype i = 0; i < route.size(); ++i) {
        if (route.at(i) == QLatin1String(":"))
            captures->append(path.at(i));
        else if (route.at(i) != path.at(i))
            return false;
    }
    return true;
}

} // namespace

Api::Api(World &world, Clock &clock)
    : m_world(world),
      m_clock(clock)
{
    addRoutes();
}

Api::~Api() = default;

void Api::addRoutes()
{
    const auto add = [this](const char *method, const char *path, Endpoint endpoint, bool needsUser = false) {
        m_routes.push_back({method, QString::fromLatin1(path).split(QLatin1Char('/')), endpoint, needsUser});
    };
    add("GET", "/.well-known/nodeinfo", nodeinfoLinks);
    add("GET", "/nodeinfo/2.0", nodeinfo);
    add("GET", "/nodeinfo_2_0", nodeinfo);
    add("GET", "/.well-known/webfinger", webfinger);
    add("GET", "/.well-known/oauth-authorization-server", oauthMetadata);
    add("GET", "/files/:", worldFile);
    add("GET", "/api/v1/instance", instanceV1);
    add("GET", "/api/v2/instance", instanceV2);
    add("GET", "/api/v1/custom_emojis", customEmojis);
    add("POST", "/api/v1/apps", registerApp);
    add("GET", "/oauth/authorize", authorizePage);
    add("POST", "/oauth/authorize", authorizePosted);
    add("GET", "/auth/sign_in", goToSocialSignInPage);
    add("POST", "/auth/sign_in", goToSocialSignIn);
    add("POST", "/oauth/x-snac-login", snacSignIn);
    add("GET", "/oauth/authorize/native", outOfBandPage);
    add("GET", "/oauth/oob", outOfBandPage);
    add("POST", "/oauth/token", giveToken);
    add("POST", "/oauth/revoke", revokeToken);
    add("GET", "/api/v1/accounts/verify_credentials", verifyCredentials);
    add("GET", "/api/v1/accounts/lookup", lookUpAccount);
    add("GET", "/api/v1/accounts/:", showAccount);
    add("GET", "/api/v1/accounts/:/statuses", accountStatuses);
    add("GET", "/api/v1/timelines/home", homeTimeline, true);
    add("GET", "/api/v2/search", search, true);
    add("POST", "/api/v1/statuses", postStatus, true);
    add("GET", "/api/v1/statuses/:", showStatus);
    add("DELETE", "/api/v1/statuses/:", deleteStatus, true);
    add("GET", "/api/v1/statuses/:/source", statusSource, true);
    add("GET", "/api/v1/statuses/:/context", statusContext);
    add("POST", "/api/v1/statuses/:/favourite", favourite, true);
    add("POST", "/api/v1/statuses/:/unfavourite", unfavourite, true);
    add("POST", "/api/v1/statuses/:/reblog", reblog, true);
    add("POST", "/api/v1/statuses/:/unreblog", unreblog, true);
    add("POST", "/api/v1/statuses/:/bookmark", bookmark, true);
    add("POST", "/api/v1/statuses/:/unbookmark", unbookmark, true);
}

WireResponse Api::answer(Call &call)
{
    const FlavourRules &rules = m_world.rules();
    if (rules.flavour == Flavour::GoToSocial && call.request.header("user-agent").isEmpty())
        return json(418,
                    QJsonObject{{QStringLiteral("error"),
                                 QStringLiteral("I'm a teapot: no user-agent sent with request")}});
    QString path = call.request.path;
    if (rules.flavour == Flavour::Snac && path.size() > 1 && path.endsWith(QLatin1Char('/')))
        path.chop(1);
    const QStringList parts = path.split(QLatin1Char('/'));
    for (const Route &route : m_routes) {
        if (route.method != call.request.method || !fits(route.path, parts, &call.captures))
            continue;
        if (route.needsUser && call.viewer.isEmpty()) {
            return refusal(rules, 401,
                           call.revokedToken && call.isMastodon()
                               ? QStringLiteral("The access token was revoked")
                               : QString());
        }
        return route.endpoint(call);
    }
    m_unexpected.append(QString::fromLatin1(call.request.method) + QLatin1Char(' ') + call.request.path);
    return unknownPath(rules, call.request.method);
}

Api::Result Api::handle(const WireRequest &request, KeyBehaviour keys)
{
    Call call{m_world, m_clock, m_keys, m_signIns, request, Params(request),
              keys,    {},      {},     false,     false,   false};
    if (const World::Token *token = m_world.token(request.bearer())) {
        call.revokedToken = token->revoked;
        if (!token->revoked)
            call.viewer = token->acct;
    }
    const bool replays = keys == KeyBehaviour::ReplaysAnswer && !request.header("idempotency-key").isEmpty()
        && request.method != "GET" && request.method != "DELETE";
    const QByteArray name = keyName(request, keys, call.viewer);
    if (replays) {
        if (auto entry = m_keys.find(name, m_clock.nowMs(), m_world.rules().keyLifeMs)) {
            entry->answer.setHeader("idempotent-replayed", "true");
            return {entry->answer, false};
        }
    }
    WireResponse response = answer(call);
    if (call.panicked)
        response = empty(200);
    if (replays)
        m_keys.remember(name, {{}, response, m_clock.nowMs()});
    return {response, call.died};
}

void Api::failed(const WireRequest &request, KeyBehaviour keys, const WireResponse &answer)
{
    if (request.header("idempotency-key").isEmpty() || request.method == "GET")
        return;
    const World::Token *token = m_world.token(request.bearer());
    const QByteArray name = keyName(request, keys, token && !token->revoked ? token->acct : QString());
    if (keys == KeyBehaviour::ReplaysAnswer || keys == KeyBehaviour::Burnt)
        m_keys.remember(name, {{}, answer, m_clock.nowMs()});
}

} // namespace Petrel::Fake
