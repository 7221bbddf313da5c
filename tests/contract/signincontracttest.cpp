// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodonprovider.h"
#include "support/drive.h"
#include "support/fakebrowser.h"
#include "support/fakemastodon/directtransport.h"
#include "support/fakemastodon/fakemastodon.h"

#include <QTest>

using namespace Petrel;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl loopback(u"http://127.0.0.1:45123/callback"_s);

// A server with alice on it, the authenticator under test, and alice's browser.
struct Bench {
    explicit Bench(const QString &flavour)
        : server(*Fake::flavourFromId(flavour), clock),
          transport(clock),
          browserTransport(clock),
          browser(browserTransport),
          provider(makeMastodonProvider(transport, clock))
    {
        transport.addServer(server);
        browserTransport.addServer(server);
        server.world().addUser(u"alice"_s, u"tr0mbone"_s);
    }
    Authenticator &in() { return provider->authenticator(); }

    template <typename T> std::optional<Result<T>> end(Task<T> task)
    {
        return driveToEnd(std::move(task), clock);
    }

    ServerDescription discover()
    {
        auto found = end(in().discover(u"one.example"_s));
        return found && found->ok() ? found->value() : ServerDescription();
    }

    FakeClock clock;
    Fake::FakeMastodon server;
    Fake::DirectTransport transport;
    Fake::DirectTransport browserTransport;
    FakeBrowser browser;
    std::unique_ptr<ServiceProvider> provider;
};

bool worksNow(Bench &bench, const Secret &token)
{
    HttpRequest request;
    request.url = QUrl(u"https://one.example/api/v1/accounts/verify_credentials"_s);
    request.bearer = token;
    auto result = bench.end(bench.browserTransport.send(request));
    return result && result->ok() && result->value().response && result->value().response->status == 200;
}

} // namespace

//! The contract of service/authenticator.h against every flavour, through each server's own sign-in pages.
class SignInContractTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whateverAPersonTypesFindsTheServer_data();
    void whateverAPersonTypesFindsTheServer();
    void whatNamesNoServerIsRejectedInWords();
    void aServerThatIsNotThereIsAnOutageInWords();
    void signingInThroughTheBrowserGivesAWorkingToken_data() { addFlavours(); }
    void signingInThroughTheBrowserGivesAWorkingToken();
    void signingInByAPastedCodeGivesAWorkingToken_data() { addFlavours(); }
    void signingInByAPastedCodeGivesAWorkingToken();
    void aWrongStateIsRejected_data() { addFlavours(); }
    void aWrongStateIsRejected();
    void aRefusalInTheBrowserIsRejectedInWords();
    void anAnswerWithoutStateThatTellsAnErrorIsRejected();
    void aWrongPasswordNeverComesBack_data() { addFlavours(); }
    void aWrongPasswordNeverComesBack();
    void aWrongVerifierIsRefusedWhereTheServerChecks();
    void aTokenOfAnothersGivesThatAccount_data() { addFlavours(); }
    void aTokenOfAnothersGivesThatAccount();
    void aDeadTokenSignsNobodyIn_data() { addFlavours(); }
    void aDeadTokenSignsNobodyIn();
    void signingOutRevokesTheToken_data() { addFlavours(); }
    void signingOutRevokesTheToken();
    void signingOutWithADeadTokenIsASuccess_data() { addFlavours(); }
    void signingOutWithADeadTokenIsASuccess();

private:
    static void addFlavours();
    static std::optional<Result<SignedIn>> signIn(Bench &bench, const QUrl &redirect);
};

void SignInContractTest::addFlavours()
{
    QTest::addColumn<QString>("flavour");
    for (const Fake::Flavour flavour : Fake::allFlavours())
        QTest::newRow(qPrintable(Fake::flavourId(flavour))) << Fake::flavourId(flavour);
}

std::optional<Result<SignedIn>> SignInContractTest::signIn(Bench &bench, const QUrl &redirect)
{
    auto request = bench.end(bench.in().begin(bench.discover(), redirect));
    if (!request || !request->ok())
        return std::nullopt;
    auto visit = bench.end(bench.browser.signIn(request->value().browserUrl, u"alice"_s, u"tr0mbone"_s));
    if (!visit || !visit->ok())
        return std::nullopt;
    return bench.end(bench.in().finish(request->value(), visit->value().answer));
}

void SignInContractTest::whateverAPersonTypesFindsTheServer_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
         {"one.example", " One.Example ", "https://one.example", "https://one.example/@alice",
          "@alice@one.example", "alice@ONE.example", "one.example/"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void SignInContractTest::whateverAPersonTypesFindsTheServer()
{
    QFETCH(QString, typed);
    for (const Fake::Flavour flavour : Fake::allFlavours()) {
        Bench bench(Fake::flavourId(flavour));
        auto found = bench.end(bench.in().discover(typed));
        QVERIFY(found && found->ok());
        QCOMPARE(found->value().host.value(), u"one.example"_s);
        QCOMPARE(found->value().base.host(), u"one.example"_s);
        QVERIFY(!found->value().info.isEmpty());
        QVERIFY(!found->value().software.isEmpty());
        QVERIFY(!found->value().title.isEmpty());
        QCOMPARE(bench.server.unexpectedRequests(), QStringList());
        QCOMPARE(bench.transport.hostsWithToken(), QStringList());
    }
}

void SignInContractTest::whatNamesNoServerIsRejectedInWords()
{
    Bench bench(u"mastodon-4.2"_s);
    for (const QString &typed : {QString(), u"  "_s, u"@"_s, u"no server"_s}) {
        auto found = bench.end(bench.in().discover(typed));
        QVERIFY(found);
        QVERIFY(!found->ok());
        QCOMPARE(found->error().kind, ErrorKind::Rejected);
        QVERIFY(!found->error().message.isEmpty());
    }
    QCOMPARE(bench.transport.sent(), 0);
}

void SignInContractTest::aServerThatIsNotThereIsAnOutageInWords()
{
    Bench bench(u"mastodon-4.2"_s);
    bench.server.setDown(true);
    auto found = bench.end(bench.in().discover(u"one.example"_s));
    QVERIFY(found);
    QVERIFY(!found->ok());
    QVERIFY(found->error().isOutage());
    QVERIFY(!found->error().message.isEmpty());
}

void SignInContractTest::signingInThroughTheBrowserGivesAWorkingToken()
{
    QFETCH(QString, flavour);
    Bench bench(flavour);
    auto request = bench.end(bench.in().begin(bench.discover(), loopback));
    QVERIFY(request && request->ok());
    QVERIFY(!request->value().pastedCode);
    auto visit = bench.end(bench.browser.signIn(request->value().browserUrl, u"alice"_s, u"tr0mbone"_s));
    QVERIFY(visit && visit->ok());
    QCOMPARE(visit->value().redirect.adjusted(QUrl::RemoveQuery), loopback);
    auto in = bench.end(bench.in().finish(request->value(), visit->value().answer));
    QVERIFY(in && in->ok());
    QCOMPARE(in->value().own.profile.handle, u"alice@one.example"_s);
    QVERIFY(!in->value().own.profile.ref.isNull());
    QVERIFY(worksNow(bench, in->value().credentials.token));
    const auto kept = Credentials::fromBytes(in->value().credentials.toBytes());
    QVERIFY(kept);
    QCOMPARE(kept->token.reveal(), in->value().credentials.token.reveal());
    QCOMPARE(bench.server.unexpectedRequests(), QStringList());
    QCOMPARE(bench.transport.hostsWithToken(), QStringList{u"one.example"_s});
}

void SignInContractTest::signingInByAPastedCodeGivesAWorkingToken()
{
    QFETCH(QString, flavour);
    Bench bench(flavour);
    auto request = bench.end(bench.in().begin(bench.discover(), {}));
    QVERIFY(request && request->ok());
    QVERIFY(request->value().pastedCode);
    auto visit = bench.end(bench.browser.signIn(request->value().browserUrl, u"alice"_s, u"tr0mbone"_s));
    QVERIFY(visit && visit->ok());
    QVERIFY(visit->value().redirect.isEmpty());
    QVERIFY(visit->value().answer.hasQueryItem(u"code"_s));
    auto in = bench.end(bench.in().finish(request->value(), visit->value().answer));
    QVERIFY(in && in->ok());
    QVERIFY(worksNow(bench, in->value().credentials.token));
}

void SignInContractTest::aWrongStateIsRejected()
{
    QFETCH(QString, flavour);
    Bench bench(flavour);
    auto request = bench.end(bench.in().begin(bench.discover(), loopback));
    QVERIFY(request && request->ok());
    auto visit = bench.end(bench.browser.signIn(request->value().browserUrl, u"alice"_s, u"tr0mbone"_s));
    QVERIFY(visit && visit->ok());
    QUrlQuery forged;
    forged.addQueryItem(u"code"_s, visit->value().answer.queryItemValue(u"code"_s));
    forged.addQueryItem(u"state"_s, u"somebody-elses"_s);
    const int before = bench.transport.sent();
    auto in = bench.end(bench.in().finish(request->value(), forged));
    QVERIFY(in);
    QVERIFY(!in->ok());
    QCOMPARE(in->error().kind, ErrorKind::Rejected);
    QCOMPARE(bench.transport.sent(), before);
}

void SignInContractTest::aRefusalInTheBrowserIsRejectedInWords()
{
    Bench bench(u"mastodon-4.2"_s);
    auto request = bench.end(bench.in().begin(bench.discover(), loopback));
    QVERIFY(request && request->ok());
    auto visit =
        bench.end(bench.browser.signIn(request->value().browserUrl, u"alice"_s, u"tr0mbone"_s, true));
    QVERIFY(visit && visit->ok());
    auto in = bench.end(bench.in().finish(request->value(), visit->value().answer));
    QVERIFY(in);
    QVERIFY(!in->ok());
    QCOMPARE(in->error().kind, ErrorKind::Rejected);
    QVERIFY(!in->error().message.isEmpty());
}

void SignInContractTest::anAnswerWithoutStateThatTellsAnErrorIsRejected()
{
    Bench bench(u"gotosocial"_s);
    auto request = bench.end(bench.in().begin(bench.discover(), loopback));
    QVERIFY(request && request->ok());
    QUrlQuery answer;
    answer.addQueryItem(u"error"_s, u"server_error"_s);
    auto in = bench.end(bench.in().finish(request->value(), answer));
    QVERIFY(in);
    QVERIFY(!in->ok());
    QCOMPARE(in->error().kind, ErrorKind::Rejected);
    QVERIFY(!in->error().message.isEmpty());
}

void SignInContractTest::aWrongPasswordNeverComesBack()
{
    QFETCH(QString, flavour);
    Bench bench(flavour);
    auto request = bench.end(bench.in().begin(bench.discover(), loopback));
    QVERIFY(request && request->ok());
    auto visit = bench.end(bench.browser.signIn(request->value().browserUrl, u"alice"_s, u"guess"_s));
    QVERIFY(visit && visit->ok());
    QVERIFY(visit->value().redirect.isEmpty());
    QVERIFY(!visit->value().answer.hasQueryItem(u"code"_s));
}

void SignInContractTest::aWrongVerifierIsRefusedWhereTheServerChecks()
{
    Bench bench(u"mastodon-4.6"_s);
    auto mine = bench.end(bench.in().begin(bench.discover(), loopback));
    QVERIFY(mine && mine->ok());
    // Somebody exchanged the challenge on the way to the browser.
    QUrl url = mine->value().browserUrl;
    QUrlQuery query(url);
    QVERIFY(query.hasQueryItem(u"code_challenge"_s));
    query.removeQueryItem(u"code_challenge"_s);
    query.addQueryItem(u"code_challenge"_s, u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s);
    url.setQuery(query);
    auto visit = bench.end(bench.browser.signIn(url, u"alice"_s, u"tr0mbone"_s));
    QVERIFY(visit && visit->ok());
    QVERIFY(visit->value().answer.hasQueryItem(u"code"_s));
    auto in = bench.end(bench.in().finish(mine->value(), visit->value().answer));
    QVERIFY(in);
    QVERIFY(!in->ok());
}

void SignInContractTest::aTokenOfAnothersGivesThatAccount()
{
    QFETCH(QString, flavour);
    Bench bench(flavour);
    const Secret token(bench.server.world().issueToken(u"alice"_s));
    auto in = bench.end(bench.in().withToken(bench.discover(), token));
    QVERIFY(in && in->ok());
    QCOMPARE(in->value().own.profile.handle, u"alice@one.example"_s);
    QCOMPARE(in->value().credentials.token.reveal(), token.reveal());
}

void SignInContractTest::aDeadTokenSignsNobodyIn()
{
    QFETCH(QString, flavour);
    Bench bench(flavour);
    auto in = bench.end(bench.in().withToken(bench.discover(), Secret("made-up")));
    QVERIFY(in);
    QVERIFY(!in->ok());
    QCOMPARE(in->error().kind, ErrorKind::SignedOut);
}

void SignInContractTest::signingOutRevokesTheToken()
{
    QFETCH(QString, flavour);
    Bench bench(flavour);
    auto in = signIn(bench, loopback);
    QVERIFY(in && in->ok());
    Account account;
    account.service = in->value().service;
    account.host = in->value().server.host;
    account.handle = in->value().own.profile.handle;
    account.ref = in->value().own.profile.ref;
    account.serverInfo = in->value().server.info;
    QVERIFY(worksNow(bench, in->value().credentials.token));
    auto out = bench.end(bench.in().signOut(account, in->value().credentials));
    QVERIFY(out && out->ok());
    QVERIFY(!worksNow(bench, in->value().credentials.token));
    QCOMPARE(bench.server.unexpectedRequests(), QStringList());
}

void SignInContractTest::signingOutWithADeadTokenIsASuccess()
{
    QFETCH(QString, flavour);
    Bench bench(flavour);
    auto in = signIn(bench, loopback);
    QVERIFY(in && in->ok());
    Account account;
    account.service = in->value().service;
    account.host = in->value().server.host;
    account.serverInfo = in->value().server.info;
    bench.server.world().revokeTokensOf(u"alice"_s);
    auto out = bench.end(bench.in().signOut(account, in->value().credentials));
    QVERIFY(out && out->ok());
}

QTEST_GUILESS_MAIN(SignInContractTest)
#include "signincontracttest.moc"
