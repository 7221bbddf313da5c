// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodonprovider.h"

#include "service/mastodon/serverinfo.h"
#include "support/fakeclock.h"
#include "support/scriptedtransport.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Petrel;

namespace {

using Method = HttpRequest::Method;

const QString base = QStringLiteral("https://home.example");
const QUrl callback(QStringLiteral("http://127.0.0.1:45678/callback"));

ServerDescription server(Flavour flavour = Flavour::Mastodon)
{
    ServerInfo info;
    info.flavour = flavour;
    info.base = QUrl(base);
    info.domain = QStringLiteral("home.example");
    ServerDescription description;
    description.service = QStringLiteral("mastodon");
    description.host = ServerHost(QStringLiteral("home.example"));
    description.base = info.base;
    description.title = QStringLiteral("Home");
    description.info = info.toBytes();
    return description;
}

const QByteArray app("{\"id\":\"1\",\"client_id\":\"the id\",\"client_secret\":\"the+secret\"}");
const QByteArray me("{\"id\":\"9\",\"username\":\"me\",\"acct\":\"me\",\"display_name\":\"Me\"}");

QUrlQuery form(const HttpRequest &request)
{
    return QUrlQuery(QString::fromLatin1(request.body));
}

QString field(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

QUrlQuery answer(std::initializer_list<std::pair<QString, QString>> items)
{
    QUrlQuery query;
    for (const auto &[name, value] : items)
        query.addQueryItem(name, value);
    return query;
}

} // namespace

class SignInTest : public QObject {
    Q_OBJECT

    FakeClock m_clock;

    static void post(ScriptedTransport &t, const char *path, int status, const QByteArray &body = {},
                     const QByteArray &type = "application/json")
    {
        t.answer(Method::Post, base + QLatin1String(path), status, body, type);
    }
    static void verify(ScriptedTransport &t, int status, const QByteArray &body = {},
                       const QByteArray &type = "application/json")
    {
        t.answer(Method::Get, base + QStringLiteral("/api/v1/accounts/verify_credentials"), status, body,
                 type);
    }

    Result<SignInRequest> begin(ScriptedTransport &t, const QUrl &redirect)
    {
        const auto provider = makeMastodonProvider(t, m_clock);
        return settled(provider->authenticator().begin(server(), redirect));
    }

    Result<SignedIn> finish(ScriptedTransport &t, const SignInRequest &request, const QUrlQuery &query)
    {
        const auto provider = makeMastodonProvider(t, m_clock);
        return settled(provider->authenticator().finish(request, query));
    }

    //! A sign-in just begun; gives its state.
    SignInRequest begun(const QUrl &redirect, QString *state)
    {
        ScriptedTransport t;
        post(t, "/api/v1/apps", 200, app);
        SignInRequest request = begin(t, redirect).take();
        *state = field(QUrlQuery(request.browserUrl), "state");
        return request;
    }

    Result<Unit> signOut(ScriptedTransport &t, Flavour flavour = Flavour::Mastodon)
    {
        const auto provider = makeMastodonProvider(t, m_clock);
        Account account;
        account.serverInfo = server(flavour).info;
        return settled(
            provider->authenticator().signOut(account, {Secret("tok"), Secret("id"), Secret("sec")}));
    }

private Q_SLOTS:
    void theAppIsRegisteredForExactlyThisRedirect()
    {
        ScriptedTransport t;
        post(t, "/api/v1/apps", 200, app);
        const auto request = begin(t, callback);
        QVERIFY(request.ok());
        QVERIFY(!request.value().pastedCode);
        QVERIFY(t.last().onceOnly);
        QCOMPARE(t.last().contentType, QByteArray("application/x-www-form-urlencoded"));
        const QUrlQuery sent = form(t.last());
        QCOMPARE(field(sent, "redirect_uris"), callback.toString());
        QCOMPARE(field(sent, "scopes"), QStringLiteral("read write follow"));
        QCOMPARE(field(sent, "client_name"), QStringLiteral("Petrel"));

        const QUrl url = request.value().browserUrl;
        QVERIFY(url.toString().startsWith(QLatin1String("https://home.example/oauth/authorize?")));
        const QUrlQuery asked(url);
        QCOMPARE(field(asked, "response_type"), QStringLiteral("code"));
        QCOMPARE(field(asked, "client_id"), QStringLiteral("the id"));
        QCOMPARE(field(asked, "redirect_uri"), callback.toString());
        QCOMPARE(field(asked, "scope"), QStringLiteral("read write follow"));
        QCOMPARE(field(asked, "code_challenge_method"), QStringLiteral("S256"));
        QCOMPARE(field(asked, "code_challenge").size(), 43);
        QVERIFY(field(asked, "state").size() >= 32);
        QVERIFY(!url.toString().contains(QLatin1String("secret")));
    }

    void everySignInHasItsOwnStateAndChallenge()
    {
        QString first;
        QString second;
        const QUrlQuery one(begun(callback, &first).browserUrl);
        const QUrlQuery two(begun(callback, &second).browserUrl);
        QVERIFY(first != second);
        QVERIFY(field(one, "code_challenge") != field(two, "code_challenge"));
    }

    void unknownScopesAreLeftOut()
    {
        ScriptedTransport t;
        post(t, "/api/v1/apps", 422,
             "{\"error\":\"Validation failed: Scopes doesn't match configured on the server.\"}");
        t.answer(Method::Get, base + QStringLiteral("/.well-known/oauth-authorization-server"), 200,
                 "{\"scopes_supported\":[\"read\",\"write\",\"profile\"]}");
        post(t, "/api/v1/apps", 200, app);
        const auto request = begin(t, callback);
        QVERIFY(request.ok());
        QVERIFY2(t.isFinished(), t.complaints());
        QCOMPARE(field(form(t.last()), "scopes"), QStringLiteral("read write"));
        QCOMPARE(field(QUrlQuery(request.value().browserUrl), "scope"), QStringLiteral("read write"));
    }

    void aRefusedRegistrationSaysWhy()
    {
        {
            ScriptedTransport t;
            post(t, "/api/v1/apps", 422, "{\"error\":\"no scope for you\"}");
            t.answer(Method::Get, base + QStringLiteral("/.well-known/oauth-authorization-server"), 404);
            const auto request = begin(t, callback);
            QVERIFY(!request.ok());
            QCOMPARE(request.error().kind, ErrorKind::Rejected);
            QCOMPARE(request.error().message, QStringLiteral("no scope for you"));
        }
        {
            ScriptedTransport t;
            post(t, "/api/v1/apps", 404, "<h1>404</h1>", "text/html");
            QVERIFY(!begin(t, callback).ok());
        }
        {
            ScriptedTransport t;
            post(t, "/api/v1/apps", 200, "{}");
            QCOMPARE(begin(t, callback).error().kind, ErrorKind::Malformed);
        }
    }

    void aCodeBecomesAnAccount()
    {
        QString state;
        const SignInRequest request = begun(callback, &state);
        ScriptedTransport t;
        post(t, "/oauth/token", 200, "{\"access_token\":\"t0ken\",\"token_type\":\"Bearer\"}");
        verify(t, 200, me);
        const auto signedIn = finish(
            t, request,
            answer({{QStringLiteral("code"), QStringLiteral("c0de")}, {QStringLiteral("state"), state}}));
        QVERIFY(signedIn.ok());
        QVERIFY2(t.isFinished(), t.complaints());
        QCOMPARE(signedIn.value().own.profile.handle, QStringLiteral("me@home.example"));
        QCOMPARE(signedIn.value().credentials.token.reveal(), QByteArray("t0ken"));
        QCOMPARE(signedIn.value().credentials.clientId.reveal(), QByteArray("the id"));
        QCOMPARE(signedIn.value().server.host.value(), QStringLiteral("home.example"));
        QCOMPARE(signedIn.value().server.info, server().info);
        const QUrlQuery sent = form(t.requests().first());
        QVERIFY(t.requests().first().onceOnly);
        QCOMPARE(field(sent, "grant_type"), QStringLiteral("authorization_code"));
        QCOMPARE(field(sent, "code"), QStringLiteral("c0de"));
        QCOMPARE(field(sent, "redirect_uri"), callback.toString());
        QCOMPARE(field(sent, "client_secret"), QStringLiteral("the+secret"));
        const QByteArray challenge =
            QCryptographicHash::hash(field(sent, "code_verifier").toLatin1(), QCryptographicHash::Sha256)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        QCOMPARE(QString::fromLatin1(challenge), field(QUrlQuery(request.browserUrl), "code_challenge"));
        QCOMPARE(t.last().bearer.reveal(), QByteArray("t0ken"));
    }

    void aForeignAnswerIsRefusedAndAsksNobody_data()
    {
        QTest::addColumn<QUrlQuery>("query");
        const QString code = QStringLiteral("code");
        const QString state = QStringLiteral("state");
        const QString error = QStringLiteral("error");
        QTest::newRow("code without state") << answer({{code, QStringLiteral("c")}});
        QTest::newRow("code with another state")
            << answer({{code, QStringLiteral("c")}, {state, QStringLiteral("x")}});
        QTest::newRow("nothing") << QUrlQuery();
        QTest::newRow("refused") << answer({{error, QStringLiteral("access_denied")}});
        QTest::newRow("error without state") << answer({{error, QStringLiteral("server_error")}});
        QTest::newRow("error and code")
            << answer({{error, QStringLiteral("x")}, {code, QStringLiteral("c")}});
        QTest::newRow("error of another state")
            << answer({{error, QStringLiteral("x")}, {state, QStringLiteral("y")}});
    }
    void aForeignAnswerIsRefusedAndAsksNobody()
    {
        QFETCH(QUrlQuery, query);
        QString state;
        const SignInRequest request = begun(callback, &state);
        ScriptedTransport t;
        const auto signedIn = finish(t, request, query);
        QVERIFY(!signedIn.ok());
        QCOMPARE(signedIn.error().kind, ErrorKind::Rejected);
        QVERIFY(!signedIn.error().message.isEmpty());
        QVERIFY(t.requests().isEmpty());
    }

    void aPastedCodeIsUnderstood_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::newRow("bare") << QStringLiteral("c0-d_e");
        QTest::newRow("spaces") << QStringLiteral(" \n c0-d_e \n");
        QTest::newRow("state behind it") << QStringLiteral("c0-d_e&state=STATE");
        QTest::newRow("whole address")
            << QStringLiteral("https://home.example/oauth/oob?code=c0-d_e&state=STATE");
        QTest::newRow("query") << QStringLiteral("code=c0-d_e");
    }
    void aPastedCodeIsUnderstood()
    {
        QFETCH(QString, pasted);
        QString state;
        const SignInRequest request = begun({}, &state);
        QVERIFY(request.pastedCode);
        QCOMPARE(field(QUrlQuery(request.browserUrl), "redirect_uri"),
                 QStringLiteral("urn:ietf:wg:oauth:2.0:oob"));
        QUrlQuery query;
        query.addQueryItem(
            QStringLiteral("code"),
            QString::fromLatin1(QUrl::toPercentEncoding(pasted.replace(QLatin1String("STATE"), state))));
        ScriptedTransport t;
        post(t, "/oauth/token", 200, "{\"access_token\":\"t0ken\"}");
        verify(t, 200, me);
        QVERIFY(finish(t, request, query).ok());
        QCOMPARE(field(form(t.requests().first()), "code"), QStringLiteral("c0-d_e"));
    }

    void aPastedCodeOfAnotherSignInIsRefused()
    {
        QString state;
        const SignInRequest request = begun({}, &state);
        ScriptedTransport t;
        QVERIFY(!finish(t, request, answer({{QStringLiteral("code"), QStringLiteral("c%26state%3Dother")}}))
                     .ok());
        QVERIFY(t.requests().isEmpty());
    }

    void aRefusedCodeSaysWhy()
    {
        QString state;
        const SignInRequest request = begun(callback, &state);
        ScriptedTransport t;
        post(t, "/oauth/token", 401,
             "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}");
        const auto signedIn =
            finish(t, request,
                   answer({{QStringLiteral("code"), QStringLiteral("c")}, {QStringLiteral("state"), state}}));
        QVERIFY(!signedIn.ok());
        QCOMPARE(signedIn.error().kind, ErrorKind::Rejected);
        QCOMPARE(signedIn.error().message, QStringLiteral("Client authentication failed"));
    }

    void damagedStateIsRefused()
    {
        ScriptedTransport t;
        SignInRequest request;
        request.state = Secret("{\"v\":1}");
        QVERIFY(!finish(t, request, answer({{QStringLiteral("code"), QStringLiteral("c")}})).ok());
        QVERIFY(t.requests().isEmpty());
    }

    void aTokenAlreadyHadSignsIn()
    {
        ScriptedTransport t;
        verify(t, 200, me);
        const auto provider = makeMastodonProvider(t, m_clock);
        const auto signedIn = settled(provider->authenticator().withToken(server(), Secret(" tok\n")));
        QVERIFY(signedIn.ok());
        QCOMPARE(signedIn.value().credentials.token.reveal(), QByteArray("tok"));
        QVERIFY(signedIn.value().credentials.clientId.isEmpty());
    }

    void aTokenThatIsNotAcceptedSaysSo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("401 in JSON") << 401 << QByteArray("{\"error\":\"The access token is invalid\"}")
                                     << int(ErrorKind::SignedOut);
        QTest::newRow("401 empty") << 401 << QByteArray() << int(ErrorKind::SignedOut);
        QTest::newRow("422 empty") << 422 << QByteArray() << int(ErrorKind::SignedOut);
        QTest::newRow("app token") << 422
                                   << QByteArray("{\"error\":\"This method requires an authenticated user\"}")
                                   << int(ErrorKind::Rejected);
        QTest::newRow("scope") << 403
                               << QByteArray("{\"error\":\"This action is outside the authorized scopes\"}")
                               << int(ErrorKind::Forbidden);
        QTest::newRow("no account") << 200 << QByteArray("{}") << int(ErrorKind::Malformed);
        QTest::newRow("HTML") << 200 << QByteArray("<html>") << int(ErrorKind::Malformed);
        QTest::newRow("proxy") << 502 << QByteArray("<html>") << int(ErrorKind::ServerDown);
    }
    void aTokenThatIsNotAcceptedSaysSo()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        ScriptedTransport t;
        verify(t, status, body);
        const auto provider = makeMastodonProvider(t, m_clock);
        const auto signedIn = settled(provider->authenticator().withToken(server(), Secret("tok")));
        QVERIFY(!signedIn.ok());
        QCOMPARE(int(signedIn.error().kind), kind);
    }

    void signingOutRevokes()
    {
        ScriptedTransport t;
        post(t, "/oauth/revoke", 200, "{}");
        QVERIFY(signOut(t).ok());
        const QUrlQuery sent = form(t.last());
        QCOMPARE(field(sent, "token"), QStringLiteral("tok"));
        QCOMPARE(field(sent, "client_id"), QStringLiteral("id"));
        QCOMPARE(field(sent, "client_secret"), QStringLiteral("sec"));
    }

    void aTokenDeadAlreadyIsSignedOut()
    {
        {
            ScriptedTransport t;
            post(t, "/oauth/revoke", 403, "<h1>403 Forbidden</h1>");
            verify(t, 422);
            QVERIFY(signOut(t, Flavour::Snac).ok());
        }
        {
            ScriptedTransport t;
            post(t, "/oauth/revoke", 403, "{\"error\":\"unauthorized_client\"}");
            verify(t, 401, "{\"error\":\"The access token was revoked\"}");
            QVERIFY(signOut(t).ok());
        }
    }

    void aTokenStillAliveIsNotSignedOut()
    {
        ScriptedTransport t;
        post(t, "/oauth/revoke", 403, "{\"error\":\"unauthorized_client\"}");
        verify(t, 200, me);
        const auto result = signOut(t);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().kind, ErrorKind::Rejected);
        QVERIFY(!result.error().message.isEmpty());
    }

    void signingOutInBadWeatherFails()
    {
        ScriptedTransport t;
        t.fault(Method::Post, base + QStringLiteral("/oauth/revoke"), HttpFault::Refused, true);
        const auto result = signOut(t);
        QVERIFY(!result.ok());
        QVERIFY(result.error().isOutage());
    }
};

QTEST_GUILESS_MAIN(SignInTest)
#include "signintest.moc"
