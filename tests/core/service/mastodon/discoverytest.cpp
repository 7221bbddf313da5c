// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodonprovider.h"

#include "service/mastodon/serverinfo.h"
#include "support/fakeclock.h"
#include "support/scriptedtransport.h"

#include <QTest>

using namespace Petrel;

namespace {

using Method = HttpRequest::Method;

const QByteArray instanceOf(const char *domain, const char *version = "4.5.3")
{
    return QByteArray("{\"domain\":\"") + domain + "\",\"title\":\"T\",\"version\":\"" + version
        + "\",\"configuration\":{\"statuses\":{\"max_characters\":600}}}";
}

const QByteArray html("<html><body>hello</body></html>");

} // namespace

class DiscoveryTest : public QObject {
    Q_OBJECT

    FakeClock m_clock;

    Result<ServerDescription> discover(ScriptedTransport &transport, const char *input)
    {
        const auto provider = makeMastodonProvider(transport, m_clock);
        Result<ServerDescription> result =
            settled(provider->authenticator().discover(QString::fromUtf8(input)));
        return result;
    }

    static void get(ScriptedTransport &transport, const char *url, int status, const QByteArray &body = {},
                    const QByteArray &type = "application/json",
                    const ScriptedTransport::Headers &headers = {})
    {
        transport.answer(Method::Get, QString::fromLatin1(url), status, body, type, headers);
    }

    static void nodeinfo(ScriptedTransport &transport, const char *base, const char *software,
                         const char *version)
    {
        const QByteArray root(base);
        get(transport, (root + "/.well-known/nodeinfo").constData(), 200,
            "{\"links\":[{\"rel\":\"http://nodeinfo.diaspora.software/ns/schema/2.0\",\"href\":\"" + root
                + "/nodeinfo/2.0\"}]}");
        get(transport, (root + "/nodeinfo/2.0").constData(), 200,
            QByteArray("{\"version\":\"2.0\",\"software\":{\"name\":\"") + software + "\",\"version\":\""
                + version + "\"}}");
    }

private Q_SLOTS:
    void aServerIsFoundByItsName()
    {
        ScriptedTransport t;
        get(t, "https://home.example/api/v2/instance", 200, instanceOf("home.example"));
        nodeinfo(t, "https://home.example", "mastodon", "4.5.3");
        const auto found = discover(t, "Home.Example ");
        QVERIFY(found.ok());
        QVERIFY2(t.isFinished(), t.complaints());
        QCOMPARE(found.value().host.value(), QStringLiteral("home.example"));
        QCOMPARE(found.value().service, QStringLiteral("mastodon"));
        QCOMPARE(found.value().software, QStringLiteral("Mastodon 4.5.3"));
        QCOMPARE(found.value().base, QUrl(QStringLiteral("https://home.example")));
        const auto info = ServerInfo::fromBytes(found.value().info);
        QVERIFY(info);
        QCOMPARE(info->flavour, Flavour::Mastodon);
        QCOMPARE(info->domain, QStringLiteral("home.example"));
        QCOMPARE(info->maxCharacters, 600);
        for (const HttpRequest &request : t.requests())
            QVERIFY(request.bearer.isEmpty() && request.body.isEmpty());
    }

    void theOldInstanceDocumentDoes()
    {
        ScriptedTransport t;
        get(t, "http://localhost:8082/api/v2/instance", 404, "<h1>404 Not Found (snac/2.75)</h1>",
            "text/html");
        get(t, "http://localhost:8082/api/v1/instance", 200,
            "{\"uri\":\"localhost:8082\",\"title\":\"\",\"version\":\"4.0.0 (not true; really snac/2.75)\"}");
        nodeinfo(t, "http://localhost:8082", "snac", "2.75");
        const auto found = discover(t, "localhost:8082");
        QVERIFY(found.ok());
        QCOMPARE(found.value().host.value(), QStringLiteral("localhost:8082"));
        QCOMPARE(found.value().title, QStringLiteral("localhost:8082"));
        const auto info = ServerInfo::fromBytes(found.value().info);
        QCOMPARE(info->flavour, Flavour::Snac);
        QCOMPARE(info->domain, QStringLiteral("localhost:8082"));
    }

    void withoutNodeinfoTheVersionWordsTell()
    {
        ScriptedTransport t;
        get(t, "https://home.example/api/v2/instance", 200,
            instanceOf("home.example", "2.7.2 (compatible; Pleroma 2.7.0)"));
        get(t, "https://home.example/.well-known/nodeinfo", 404, html, "text/html");
        const auto found = discover(t, "home.example");
        QVERIFY(found.ok());
        QCOMPARE(ServerInfo::fromBytes(found.value().info)->flavour, Flavour::Pleroma);
        QCOMPARE(found.value().software, QStringLiteral("2.7.2 (compatible; Pleroma 2.7.0)"));
    }

    void nodeinfoOfAStrangerIsNotAsked()
    {
        ScriptedTransport t;
        get(t, "https://home.example/api/v2/instance", 200, instanceOf("home.example"));
        get(t, "https://home.example/.well-known/nodeinfo", 200,
            "{\"links\":[{\"rel\":\"http://nodeinfo.diaspora.software/ns/schema/2.0\",\"href\":\"https://"
            "evil.example/n\"}]}");
        QVERIFY(discover(t, "home.example").ok());
        QVERIFY2(t.isFinished(), t.complaints());
    }

    void aHandleLeadsToTheServerBehindItsDomain()
    {
        ScriptedTransport t;
        get(t, "https://example.org/.well-known/webfinger?resource=acct%3Ame%40example.org", 302, {}, {},
            {{"location",
              "https://social.example.org/.well-known/webfinger?resource=acct%3Ame%40example.org"}});
        get(t, "https://social.example.org/.well-known/webfinger?resource=acct%3Ame%40example.org", 200,
            "{\"links\":[{\"rel\":\"self\",\"type\":\"application/activity+json\",\"href\":\"https://"
            "social.example.org/users/me\"}]}",
            "application/jrd+json");
        get(t, "https://social.example.org/api/v2/instance", 200, instanceOf("example.org"));
        nodeinfo(t, "https://social.example.org", "mastodon", "4.3.0");
        const auto found = discover(t, "@me@example.org");
        QVERIFY(found.ok());
        QVERIFY2(t.isFinished(), t.complaints());
        QCOMPARE(found.value().host.value(), QStringLiteral("social.example.org"));
        QCOMPARE(ServerInfo::fromBytes(found.value().info)->domain, QStringLiteral("example.org"));
    }

    void aHandleWithoutWebfingerStillFindsItsServer()
    {
        ScriptedTransport t;
        get(t, "https://home.example/.well-known/webfinger?resource=acct%3Ame%40home.example", 404, html,
            "text/html");
        get(t, "https://home.example/api/v2/instance", 200, instanceOf("home.example"));
        get(t, "https://home.example/.well-known/nodeinfo", 500);
        QVERIFY(discover(t, "me@home.example").ok());
    }

    void aDomainThatIsNoServerItselfSendsOn()
    {
        ScriptedTransport t;
        get(t, "https://example.org/api/v2/instance", 404, html, "text/html");
        get(t, "https://example.org/api/v1/instance", 200, html, "text/html");
        get(t, "https://example.org/.well-known/host-meta", 301, {}, {},
            {{"location", "https://social.elsewhere.example/.well-known/host-meta"}});
        get(t, "https://social.elsewhere.example/.well-known/host-meta", 200,
            "<XRD><Link rel=\"lrdd\" "
            "template=\"https://social.elsewhere.example/.well-known/webfinger?resource={uri}\"/></XRD>",
            "application/xrd+xml");
        get(t, "https://social.elsewhere.example/api/v2/instance", 200, instanceOf("example.org"));
        get(t, "https://social.elsewhere.example/.well-known/nodeinfo", 404);
        const auto found = discover(t, "example.org");
        QVERIFY(found.ok());
        QVERIFY2(t.isFinished(), t.complaints());
        QCOMPARE(found.value().host.value(), QStringLiteral("social.elsewhere.example"));
        QCOMPARE(ServerInfo::fromBytes(found.value().info)->domain, QStringLiteral("example.org"));
    }

    void aServerCannotClaimTheDomainOfAnother()
    {
        ScriptedTransport t;
        get(t, "https://evil.example/api/v2/instance", 200, instanceOf("mastodon.social"));
        get(t, "https://evil.example/.well-known/nodeinfo", 404);
        const auto found = discover(t, "evil.example");
        QVERIFY(found.ok());
        QCOMPARE(ServerInfo::fromBytes(found.value().info)->domain, QStringLiteral("evil.example"));
    }

    void redirectsAreFollowedOnlyToPlacesThatMayBeAsked_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("plain http") << QByteArray("http://other.example/api/v2/instance");
        QTest::newRow("file") << QByteArray("file:///etc/passwd");
        QTest::newRow("javascript") << QByteArray("javascript:alert(1)");
        QTest::newRow("with a password") << QByteArray("https://a:b@other.example/");
        QTest::newRow("nowhere") << QByteArray("");
    }
    void redirectsAreFollowedOnlyToPlacesThatMayBeAsked()
    {
        QFETCH(QByteArray, location);
        ScriptedTransport t;
        // Without a place to go it leads back to itself, until the patience ends.
        const int times = location.isEmpty() ? 6 : 1;
        for (int i = 0; i < times; ++i)
            get(t, "https://home.example/api/v2/instance", 302, {}, {}, {{"location", location}});
        const auto found = discover(t, "home.example");
        QVERIFY(!found.ok());
        QVERIFY2(t.isFinished(), t.complaints());
        QCOMPARE(found.error().kind, ErrorKind::Rejected);
        QVERIFY(found.error().message.contains(QLatin1String("home.example")));
    }

    void aCircleOfRedirectsEnds()
    {
        ScriptedTransport t;
        for (int i = 0; i < 3; ++i) {
            get(t, "https://a.example/api/v2/instance", 302, {}, {},
                {{"location", "https://b.example/api/v2/instance"}});
            get(t, "https://b.example/api/v2/instance", 302, {}, {},
                {{"location", "https://a.example/api/v2/instance"}});
        }
        const auto found = discover(t, "a.example");
        QVERIFY(!found.ok());
        QVERIFY2(t.isFinished(), t.complaints());
    }

    void aServerThatMovedIsTakenAtItsNewPlace()
    {
        ScriptedTransport t;
        get(t, "https://www.home.example/api/v2/instance", 301, {}, {},
            {{"location", "https://home.example/api/v2/instance"}});
        get(t, "https://home.example/api/v2/instance", 200, instanceOf("home.example"));
        get(t, "https://home.example/.well-known/nodeinfo", 404);
        const auto found = discover(t, "www.home.example");
        QVERIFY(found.ok());
        QCOMPARE(found.value().host.value(), QStringLiteral("home.example"));
    }

    void everyFaultHasItsWords_data()
    {
        QTest::addColumn<int>("fault");
        for (const HttpFault fault :
             {HttpFault::NoNetworkHere, HttpFault::NameNotResolved, HttpFault::Refused, HttpFault::TlsFailed,
              HttpFault::TimedOut, HttpFault::ConnectionLost, HttpFault::AnswerTooLarge})
            QTest::newRow(qPrintable(QString::number(int(fault)))) << int(fault);
    }
    void everyFaultHasItsWords()
    {
        QFETCH(int, fault);
        ScriptedTransport t;
        t.fault(Method::Get, QStringLiteral("https://home.example/api/v2/instance"), HttpFault(fault));
        const auto found = discover(t, "home.example");
        QVERIFY(!found.ok());
        QVERIFY(!found.error().message.isEmpty());
        QVERIFY(!found.error().message.contains(QLatin1Char('%')));
        QCOMPARE(found.error().message.contains(QLatin1String("home.example")),
                 HttpFault(fault) != HttpFault::NoNetworkHere);
    }

    void badWeatherIsNotTakenForAnotherNetwork_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("502") << 502 << int(ErrorKind::ServerDown);
        QTest::newRow("503") << 503 << int(ErrorKind::ServerDown);
        QTest::newRow("429") << 429 << int(ErrorKind::RateLimited);
    }
    void badWeatherIsNotTakenForAnotherNetwork()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        ScriptedTransport t;
        get(t, "https://home.example/api/v2/instance", status, html, "text/html", {{"retry-after", "30"}});
        const auto found = discover(t, "home.example");
        QVERIFY(!found.ok());
        QCOMPARE(int(found.error().kind), kind);
        QCOMPARE(found.error().retryAfterMs.value_or(0), 30'000);
    }

    void aServerOfAnotherKindIsNotFound()
    {
        ScriptedTransport t;
        get(t, "https://blog.example/api/v2/instance", 404, html, "text/html");
        get(t, "https://blog.example/api/v1/instance", 404, html, "text/html");
        get(t, "https://blog.example/.well-known/host-meta", 404, html, "text/html");
        const auto found = discover(t, "blog.example");
        QVERIFY(!found.ok());
        QCOMPARE(found.error().kind, ErrorKind::NotFound);
        QVERIFY(found.error().message.contains(QLatin1String("blog.example")));
    }

    void whatNamesNoServerAsksNobody()
    {
        ScriptedTransport t;
        const auto found = discover(t, "not a server");
        QVERIFY(!found.ok());
        QCOMPARE(found.error().kind, ErrorKind::Rejected);
        QVERIFY(t.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(DiscoveryTest)
#include "discoverytest.moc"
