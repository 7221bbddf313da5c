// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages a person meets in the browser.
#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/endpoints.h"

#include "base/clock.h"

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

constexpr qint64 sessionLifeMs = 120'000;
const QString outOfBand = u"urn:ietf:wg:oauth:2.0:oob"_s;

bool isLoopbackLiteral(const QUrl &url)
{
    return url.scheme() == u"http"_s && (url.host().startsWith(u"127."_s) || url.host() == u"::1"_s);
}

bool redirectFits(const Call &call, const World::App &app, const QString &redirect)
{
    if (app.redirects.contains(redirect))
        return true;
    if (!call.isMastodon())
        return false;
    // Mastodon does not look at the port of a loopback address.
    const QUrl asked(redirect);
    return std::any_of(app.redirects.cbegin(), app.redirects.cend(), [&](const QString &registered) {
        QUrl url(registered);
        url.setPort(asked.port());
        return isLoopbackLiteral(asked) && url == asked;
    });
}

QString withQuery(const QString &address, const QList<std::pair<QString, QString>> &items)
{
    QUrl url(address);
    QUrlQuery query(url);
    for (const auto &[name, value] : items)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

QString hidden(const QString &name, const QString &value)
{
    return QStringLiteral("<input type=\"hidden\" name=\"%1\" value=\"%2\">")
        .arg(name, value.toHtmlEscaped());
}

// Every parameter of the wish, carried along in a form.
QString carried(const Params &params)
{
    QString fields;
    for (const char *name : {"response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge",
                             "code_challenge_method"}) {
        const QString key = QLatin1String(name);
        if (params.has(key))
            fields += hidden(key, params.text(key));
    }
    return fields;
}

QByteArray newCode(Call &call, const QString &acct, const QString &clientId, const QString &redirect,
                   const QString &challenge, const QString &scope)
{
    const QByteArray code = call.world.randomHex(16);
    call.signIns.codes.insert(
        code, {clientId.toLatin1(), redirect, acct, challenge.toLatin1(), scope, call.clock.nowMs()});
    return code;
}

WireResponse handOver(Call &call, const QString &redirect, const QString &state, const QByteArray &code)
{
    const QString text = QString::fromLatin1(code);
    if (redirect == outOfBand) {
        const QString page = call.flavour() == Flavour::GoToSocial ? u"/oauth/oob?code="_s
                                                                   : u"/oauth/authorize/native?code="_s;
        return redirectTo(302, page + text);
    }
    QList<std::pair<QString, QString>> items{{u"code"_s, text}};
    if (!state.isEmpty())
        items.append({u"state"_s, state});
    return redirectTo(302, withQuery(redirect, items));
}

WireResponse mastodonLogin(const Call &call, const QString &words = {})
{
    return html(words.isEmpty() ? 200 : 401,
                QStringLiteral("<!DOCTYPE html><title>Log in</title>%1<form action=\"/oauth/authorize\" "
                               "method=\"post\">%2<input type=\"email\" name=\"user[email]\">"
                               "<input type=\"password\" name=\"user[password]\">"
                               "<button name=\"decision\" value=\"authorize\">Authorize</button>"
                               "<button name=\"decision\" value=\"deny\">Deny</button></form>")
                    .arg(words.toHtmlEscaped(), carried(call.params)));
}

WireResponse snacLogin(const QString &redirect, const QString &clientId, const QString &state,
                       const QString &words = {})
{
    return html(
        200,
        QStringLiteral("<!DOCTYPE html><html><body><h1>OAuth identify</h1>"
                       "<div style=\"background-color: red; color: white\">%1</div>"
                       "<form method=\"post\" action=\"/oauth/x-snac-login\">"
                       "<p>Login: <input type=\"text\" name=\"login\"></p>"
                       "<p>Password: <input type=\"password\" name=\"passwd\"></p>%2"
                       "<input type=\"submit\" value=\"OK\"></form></body></html>")
            .arg(words.toHtmlEscaped(),
                 hidden(u"redir"_s, redirect) + hidden(u"cid"_s, clientId) + hidden(u"state"_s, state)));
}

QByteArray cookieOf(const Call &call)
{
    for (const QByteArray &part : call.request.header("cookie").split(';')) {
        if (part.trimmed().startsWith("gotosocial="))
            return part.trimmed().mid(11);
    }
    return {};
}

SignIns::Session *sessionOf(Call &call)
{
    const auto it = call.signIns.sessions.find(cookieOf(call));
    if (it == call.signIns.sessions.end() || call.clock.nowMs() - it->atMs > sessionLifeMs)
        return nullptr;
    return &*it;
}

WireResponse goToSocialAuthorize(Call &call)
{
    if (SignIns::Session *session = sessionOf(call); session && !session->acct.isEmpty()) {
        return html(
            200,
            u"<!DOCTYPE html><title>Authorize</title><form action=\"/oauth/authorize\" method=\"post\">"
            "<button type=\"submit\">Allow</button></form>"_s);
    }
    const QString redirect = call.params.text(u"redirect_uri"_s);
    const World::App *app = call.world.app(call.params.text(u"client_id"_s).toLatin1());
    if (!app)
        return refusal(call.rules(), 400, u"no application with this client_id"_s);
    // The answer leaves the state out: seen on the real server.
    if (!redirectFits(call, *app, redirect))
        return redirectTo(302, withQuery(redirect, {{u"error"_s, u"server_error"_s}}));
    const QByteArray cookie = call.world.randomHex(8);
    call.signIns.sessions.insert(cookie, {call.request.query, {}, call.clock.nowMs()});
    WireResponse response = redirectTo(303, u"/auth/sign_in"_s);
    response.setHeader("Set-Cookie", "gotosocial=" + cookie + "; Path=/; HttpOnly");
    return response;
}

WireResponse goToSocialAllowed(Call &call)
{
    SignIns::Session *session = sessionOf(call);
    if (!session || session->acct.isEmpty())
        return redirectTo(303, u"/auth/sign_in"_s);
    const auto wish = [&](const QString &name) {
        return session->wish.queryItemValue(name, QUrl::FullyDecoded);
    };
    const QByteArray code = newCode(call, session->acct, wish(u"client_id"_s), wish(u"redirect_uri"_s),
                                    wish(u"code_challenge"_s), wish(u"scope"_s));
    return handOver(call, wish(u"redirect_uri"_s), wish(u"state"_s), code);
}

} // namespace

WireResponse authorizePage(Call &call)
{
    if (call.flavour() == Flavour::GoToSocial)
        return goToSocialAuthorize(call);
    const QString clientId = call.params.text(u"client_id"_s);
    const QString redirect = call.params.text(u"redirect_uri"_s);
    const World::App *app = call.world.app(clientId.toLatin1());
    if (call.flavour() == Flavour::Snac) {
        if (!app || call.params.text(u"response_type"_s) != u"code"_s)
            return refusal(call.rules(), 400);
        return snacLogin(redirect, clientId, call.params.text(u"state"_s));
    }
    if (!app || call.params.text(u"response_type"_s) != u"code"_s)
        return html(401, u"<p>Client authentication failed due to unknown client.</p>"_s);
    if (!redirectFits(call, *app, redirect))
        return html(400, u"<p>The redirect uri included is not valid.</p>"_s);
    for (const QString &scope : call.params.text(u"scope"_s).split(u' ', Qt::SkipEmptyParts)) {
        if (!app->scopes.split(u' ').contains(scope)) {
            return redirectTo(
                302,
                withQuery(redirect,
                          {{u"error"_s, u"invalid_scope"_s}, {u"state"_s, call.params.text(u"state"_s)}}));
        }
    }
    return mastodonLogin(call);
}

WireResponse authorizePosted(Call &call)
{
    if (call.flavour() == Flavour::GoToSocial)
        return goToSocialAllowed(call);
    if (call.flavour() == Flavour::Snac)
        return refusal(call.rules(), 404);
    const QString redirect = call.params.text(u"redirect_uri"_s);
    const QString state = call.params.text(u"state"_s);
    if (call.params.text(u"decision"_s) == u"deny"_s) {
        return redirectTo(302,
                          withQuery(redirect,
                                    {{u"error"_s, u"access_denied"_s},
                                     {u"error_description"_s,
                                      u"The resource owner or authorization server denied the request."_s},
                                     {u"state"_s, state}}));
    }
    const QString name = call.params.text(u"user[email]"_s).section(u'@', 0, 0);
    const WorldUser *user = call.world.user(name);
    if (!user || !user->local || user->password != call.params.text(u"user[password]"_s))
        return mastodonLogin(call, u"Invalid E-mail address or password."_s);
    const QByteArray code = newCode(call, name, call.params.text(u"client_id"_s), redirect,
                                    call.params.text(u"code_challenge"_s), call.params.text(u"scope"_s));
    return handOver(call, redirect, state, code);
}

WireResponse goToSocialSignInPage(Call &call)
{
    if (call.flavour() != Flavour::GoToSocial)
        return unknownPath(call.rules(), "GET");
    return html(200,
                u"<!DOCTYPE html><title>Sign in</title><form action=\"/auth/sign_in\" method=\"post\">"
                "<input type=\"email\" name=\"username\"><input type=\"password\" name=\"password\">"
                "<button type=\"submit\">Sign in</button></form>"_s);
}

WireResponse goToSocialSignIn(Call &call)
{
    if (call.flavour() != Flavour::GoToSocial)
        return unknownPath(call.rules(), "POST");
    SignIns::Session *session = sessionOf(call);
    if (!session)
        return refusal(call.rules(), 400, u"session is missing or expired"_s);
    const QString name = call.params.text(u"username"_s).section(u'@', 0, 0);
    const WorldUser *user = call.world.user(name);
    if (!user || !user->local || user->password != call.params.text(u"password"_s))
        return refusal(call.rules(), 401, u"password/email combination was incorrect"_s);
    session->acct = name;
    return redirectTo(302, u"/oauth/authorize"_s);
}

WireResponse snacSignIn(Call &call)
{
    if (call.flavour() != Flavour::Snac)
        return unknownPath(call.rules(), "POST");
    const QString clientId = call.params.text(u"cid"_s);
    const QString redirect = call.params.text(u"redir"_s);
    const QString state = call.params.text(u"state"_s);
    World::App *app = call.world.app(clientId.toLatin1());
    if (!app)
        return refusal(call.rules(), 400);
    const QString name = call.params.text(u"login"_s);
    const WorldUser *user = call.world.user(name);
    if (!user || !user->local || user->password != call.params.text(u"passwd"_s))
        return snacLogin(redirect, clientId, state, u"LOGIN INCORRECT"_s);
    app->lastUser = name;
    const QString code = QString::fromLatin1(newCode(call, name, clientId, redirect, {}, {}));
    if (redirect == outOfBand)
        return html(200, state.isEmpty() ? code : code + u"&state="_s + state);
    const QString joint = redirect.contains(u'?') ? u"&"_s : u"?"_s;
    QString target = redirect + joint + u"code="_s + code;
    if (!state.isEmpty())
        target += u"&state="_s + state;
    return redirectTo(303, target);
}

WireResponse outOfBandPage(Call &call)
{
    return html(200,
                QStringLiteral("<!DOCTYPE html><title>Authorization code</title>"
                               "<input class=\"oauth-code\" readonly value=\"%1\">")
                    .arg(call.params.text(u"code"_s).toHtmlEscaped()));
}

} // namespace Petrel::Fake
