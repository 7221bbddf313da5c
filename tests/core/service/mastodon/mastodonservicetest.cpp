// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/interactions.h"
#include "service/mastodon/mastodonposts.h"
#include "service/mastodon/mastodonprovider.h"
#include "service/mastodon/serverinfo.h"
#include "service/threads.h"
#include "service/timelines.h"
#include "support/fakeclock.h"
#include "support/scriptedtransport.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Petrel;

namespace {

using Method = HttpRequest::Method;

const QString base = QStringLiteral("https://home.example");
const QString homeUrl = base + QStringLiteral("/api/v1/timelines/home?limit=40");

QByteArray data(const char *name)
{
    QFile file(QStringLiteral(PETREL_TEST_DATA "/mastodon/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no test data: %s", name);
    return file.readAll();
}

QByteArray status(const QByteArray &id, const QByteArray &more = {})
{
    return "{\"id\":\"" + id + "\",\"uri\":\"https://home.example/s/" + id
        + "\",\"url\":\"https://home.example/@me/" + id
        + "\",\"created_at\":\"2026-11-22T02:08:30.381Z\",\"content\":\"<p>x</p>\",\"visibility\":\"public\","
          "\"account\":{\"id\":\"9\",\"acct\":\"me\"},\"favourites_count\":3,\"reblogs_count\":4"
        + more + "}";
}

QByteArray boostOf(const QByteArray &id, const QByteArray &more = {})
{
    return "{\"id\":\"b" + id + "\",\"uri\":\"https://home.example/s/b" + id
        + "/activity\",\"created_at\":\"2026-11-22T03:00:00.000Z\",\"content\":\"\",\"account\":{\"id\":"
          "\"9\",\"acct\":\"me\"},"
          "\"reblog\":"
        + status(id, more) + "}";
}

} // namespace

class MastodonServiceTest : public QObject {
    Q_OBJECT

    FakeClock m_clock;

    std::unique_ptr<Service> service(ScriptedTransport &transport, Flavour flavour = Flavour::Mastodon)
    {
        ServerInfo info;
        info.flavour = flavour;
        info.base = QUrl(base);
        info.domain = QStringLiteral("home.example");
        Account account;
        account.service = QStringLiteral("mastodon");
        account.host = ServerHost(QStringLiteral("home.example"));
        account.handle = QStringLiteral("me@home.example");
        account.ref = RemoteRef(QStringLiteral("9"));
        account.serverInfo = info.toBytes();
        m_provider = makeMastodonProvider(transport, m_clock);
        return m_provider->makeService(account, {Secret("t0ken"), {}, {}});
    }
    std::unique_ptr<ServiceProvider> m_provider;

    void verifyTokenUse(const ScriptedTransport &transport)
    {
        QVERIFY2(transport.isFinished(), transport.complaints());
        for (const HttpRequest &request : transport.requests()) {
            QCOMPARE(request.bearer.reveal(), QByteArray("t0ken"));
            QCOMPARE(request.url.host(), QStringLiteral("home.example"));
        }
    }

private Q_SLOTS:
    void anAccountOfAnUnknownKindGetsNoService()
    {
        ScriptedTransport t;
        m_provider = makeMastodonProvider(t, m_clock);
        QCOMPARE(m_provider->id(), QStringLiteral("mastodon"));
        QVERIFY(!m_provider->makeService({}, {Secret("t"), {}, {}}));
    }

    void makingAServiceAsksNobody()
    {
        ScriptedTransport t;
        const auto s = service(t);
        QVERIFY(s->timelines() && s->publisher() && s->interactions() && s->posts() && s->profiles()
                && s->search());
        QVERIFY(t.requests().isEmpty());
    }

    void homeIsReadPageByPage()
    {
        ScriptedTransport t;
        t.answer(
            Method::Get, homeUrl, 200, data("mastodon-home.json"), "application/json",
            {{"link", "<https://home.example/api/v1/timelines/home?limit=40&max_id=109>; rel=\"next\""}});
        t.answer(Method::Get, base + QStringLiteral("/api/v1/timelines/home?limit=40&max_id=109"), 200, "[]");
        const auto s = service(t);
        const auto first = settled(s->timelines()->home({}));
        QVERIFY(first.ok());
        QCOMPARE(first.value().entries.size(), 3);
        QVERIFY(first.value().complete);
        const auto second = settled(s->timelines()->home(first.value().olderCursor));
        QVERIFY(second.ok());
        QVERIFY(second.value().entries.isEmpty() && second.value().olderCursor.isEmpty()
                && second.value().complete);
        verifyTokenUse(t);
    }

    void aFeedBeingRebuiltIsNotComplete()
    {
        ScriptedTransport t;
        t.answer(Method::Get, homeUrl, 206, "[" + status("1") + "]");
        const auto page = settled(service(t)->timelines()->home({}));
        QVERIFY(page.ok());
        QVERIFY(!page.value().complete);
    }

    void whatIsNoHomeIsAnError_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("kind");
        const QByteArray json("application/json");
        QTest::newRow("empty 200") << 200 << QByteArray() << QByteArray() << int(ErrorKind::Malformed);
        QTest::newRow("half a body") << 200 << QByteArray("[{\"id\":") << json << int(ErrorKind::Malformed);
        QTest::newRow("object") << 200 << QByteArray("{\"error\":\"x\"}") << json
                                << int(ErrorKind::Malformed);
        QTest::newRow("HTML") << 200 << QByteArray("<html>") << QByteArray("text/html")
                              << int(ErrorKind::Malformed);
        QTest::newRow("redirect") << 302 << QByteArray() << QByteArray() << int(ErrorKind::Malformed);
        QTest::newRow("401") << 401 << QByteArray() << QByteArray("text/html") << int(ErrorKind::SignedOut);
        QTest::newRow("401 of a proxy")
            << 401 << QByteArray("<html>") << QByteArray("text/html") << int(ErrorKind::ServerDown);
        QTest::newRow("403") << 403 << QByteArray("{\"error\":\"x\"}") << json << int(ErrorKind::Forbidden);
        QTest::newRow("404 of a proxy")
            << 404 << QByteArray("<html>") << QByteArray("text/html") << int(ErrorKind::Malformed);
        QTest::newRow("429") << 429 << QByteArray("{\"error\":\"x\"}") << json << int(ErrorKind::RateLimited);
        QTest::newRow("500") << 500 << QByteArray("{\"error\":\"x\"}") << json << int(ErrorKind::ServerDown);
        QTest::newRow("502") << 502 << QByteArray("<html>") << QByteArray("text/html")
                             << int(ErrorKind::ServerDown);
    }
    void whatIsNoHomeIsAnError()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(int, kind);
        ScriptedTransport t;
        t.answer(Method::Get, homeUrl, code, body, type);
        const auto page = settled(service(t)->timelines()->home({}));
        QVERIFY(!page.ok());
        QCOMPARE(int(page.error().kind), kind);
        QCOMPARE(page.error().retryAfterMs.has_value(), code == 429);
    }

    void noNetworkIsSaidSo()
    {
        ScriptedTransport t;
        t.fault(Method::Get, homeUrl, HttpFault::NoNetworkHere, true);
        QCOMPARE(settled(service(t)->timelines()->home({})).error().kind, ErrorKind::Offline);
    }

    void interactionsAskForWhatIsWanted_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("wanted");
        QTest::addColumn<QString>("verb");
        QTest::newRow("favourite") << int(ActionKind::Favourite) << true << QStringLiteral("favourite");
        QTest::newRow("unfavourite") << int(ActionKind::Favourite) << false << QStringLiteral("unfavourite");
        QTest::newRow("boost") << int(ActionKind::Boost) << true << QStringLiteral("reblog");
        QTest::newRow("unboost") << int(ActionKind::Boost) << false << QStringLiteral("unreblog");
        QTest::newRow("bookmark") << int(ActionKind::Bookmark) << true << QStringLiteral("bookmark");
        QTest::newRow("unbookmark") << int(ActionKind::Bookmark) << false << QStringLiteral("unbookmark");
    }
    void interactionsAskForWhatIsWanted()
    {
        QFETCH(int, kind);
        QFETCH(bool, wanted);
        QFETCH(QString, verb);
        ScriptedTransport t;
        t.answer(Method::Post, base + QStringLiteral("/api/v1/statuses/a%2Fb/") + verb, 200, status("5"));
        const auto outcome = settled(
            service(t)->interactions()->set(ActionKind(kind), RemoteRef(QStringLiteral("a/b")), wanted, {}));
        QVERIFY(outcome.ok());
        QCOMPARE(outcome.value().kind, OutcomeKind::Done);
        const bool once = verb == QLatin1String("reblog");
        QCOMPARE(t.last().onceOnly, once);
        QCOMPARE(t.last().body, once ? QByteArray("{\"visibility\":\"public\"}") : QByteArray());
        const PostFlags &flags = outcome.value().post->flags;
        const auto &flag = kind == int(ActionKind::Favourite) ? flags.favourited
            : kind == int(ActionKind::Boost)                  ? flags.boosted
                                                              : flags.bookmarked;
        QCOMPARE(flag, std::optional<bool>(wanted));
        verifyTokenUse(t);
    }

    void aBoostIsForThoseWhomTheAccountPostsTo_data()
    {
        QTest::addColumn<int>("audience");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("public") << int(Visibility::Public) << QByteArray("{\"visibility\":\"public\"}");
        QTest::newRow("unlisted") << int(Visibility::Unlisted) << QByteArray("{\"visibility\":\"unlisted\"}");
        QTest::newRow("followers") << int(Visibility::Followers)
                                   << QByteArray("{\"visibility\":\"private\"}");
        QTest::newRow("direct") << int(Visibility::Direct) << QByteArray("{\"visibility\":\"private\"}");
    }
    void aBoostIsForThoseWhomTheAccountPostsTo()
    {
        QFETCH(int, audience);
        ScriptedTransport t;
        t.answer(Method::Post, base + QStringLiteral("/api/v1/statuses/5/reblog"), 200, status("5"));
        QVERIFY(settled(service(t)->interactions()->set(ActionKind::Boost, RemoteRef(QStringLiteral("5")),
                                                        true, {}, Visibility(audience)))
                    .ok());
        QTEST(t.last().body, "body");
    }

    void aBoostNamesItsEntryAndThePostInside()
    {
        ScriptedTransport t;
        t.answer(Method::Post, base + QStringLiteral("/api/v1/statuses/5/reblog"), 200,
                 boostOf("5", ",\"reblogged\":true"));
        const Outcome outcome = settled(service(t)->interactions()->set(
                                            ActionKind::Boost, RemoteRef(QStringLiteral("5")), true, {}))
                                    .take();
        QCOMPARE(outcome.kind, OutcomeKind::Done);
        QCOMPARE(outcome.post->ref.value(), QStringLiteral("5"));
        QCOMPARE(outcome.boostRef.value(), QStringLiteral("b5"));
        QCOMPARE(outcome.boostUri, QStringLiteral("https://home.example/s/b5/activity"));
        QCOMPARE(outcome.post->boostCount, 4);
    }

    void anAnswerThatShowsTheStateBeforeIsCorrected()
    {
        ScriptedTransport t;
        t.answer(Method::Post, base + QStringLiteral("/api/v1/statuses/5/unreblog"), 200,
                 status("5", ",\"reblogged\":true"));
        const Outcome outcome =
            settled(service(t, Flavour::GoToSocial)
                        ->interactions()
                        ->set(ActionKind::Boost, RemoteRef(QStringLiteral("5")), false, {}))
                .take();
        QCOMPARE(outcome.kind, OutcomeKind::Done);
        QCOMPARE(outcome.post->flags.boosted, std::optional<bool>(false));
        QCOMPARE(outcome.post->boostCount, 3);
    }

    void everyAnswerToAnInteractionIsClassified_data()
    {
        QTest::addColumn<int>("flavour");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, Flavour flavour, int code, const QByteArray &body,
                            OutcomeKind kind) {
            QTest::newRow(name) << int(flavour) << code << body << int(kind);
        };
        row("second bookmark on snac", Flavour::Snac, 422, "", OutcomeKind::AlreadyTrue);
        row("422 elsewhere", Flavour::Mastodon, 422, "{\"error\":\"no\"}", OutcomeKind::Rejected);
        row("not found", Flavour::Snac, 404, "<h1>404 Not Found (snac/2.75)</h1>", OutcomeKind::Rejected);
        row("empty 200", Flavour::GoToSocial, 200, "", OutcomeKind::Uncertain);
        row("HTML 200", Flavour::Mastodon, 200, "<html>", OutcomeKind::Uncertain);
        row("redirect", Flavour::Mastodon, 302, "", OutcomeKind::Uncertain);
        row("500", Flavour::Mastodon, 500, "{\"error\":\"x\"}", OutcomeKind::Uncertain);
        row("502", Flavour::Mastodon, 502, "<html>", OutcomeKind::Uncertain);
        row("401", Flavour::Mastodon, 401, "", OutcomeKind::SignedOut);
        row("429", Flavour::GoToSocial, 429, "{\"error\":\"rate limit reached\"}", OutcomeKind::RateLimited);
        row("403", Flavour::GoToSocial, 403, "{\"error\":\"Forbidden\"}", OutcomeKind::Rejected);
    }
    void everyAnswerToAnInteractionIsClassified()
    {
        QFETCH(int, flavour);
        QFETCH(int, code);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        ScriptedTransport t;
        t.answer(Method::Post, base + QStringLiteral("/api/v1/statuses/5/bookmark"), code, body);
        const Outcome outcome =
            settled(service(t, Flavour(flavour))
                        ->interactions()
                        ->set(ActionKind::Bookmark, RemoteRef(QStringLiteral("5")), true, {}))
                .take();
        QCOMPARE(int(outcome.kind), kind);
        QCOMPARE(outcome.status, code);
        QCOMPARE(outcome.retryAtMs > 0, code == 429);
        if (outcome.kind == OutcomeKind::Rejected)
            QVERIFY(!outcome.words.isEmpty());
    }

    void whatIsNoInteractionAsksNobody()
    {
        ScriptedTransport t;
        QVERIFY(!settled(service(t)->interactions()->set(ActionKind::Publish, RemoteRef(QStringLiteral("5")),
                                                         true, {}))
                     .ok());
        QVERIFY(t.requests().isEmpty());
    }

    void aPostIsFetchedAndABoostOpened()
    {
        ScriptedTransport t;
        t.answer(Method::Get, base + QStringLiteral("/api/v1/statuses/5"), 200,
                 boostOf("5", ",\"favourited\":true"));
        const auto post = settled(service(t, Flavour::Snac)->posts()->fetch(RemoteRef(QStringLiteral("5"))));
        QVERIFY(post.ok());
        QCOMPARE(post.value().ref.value(), QStringLiteral("5"));
        QCOMPARE(post.value().flags.favourited, std::optional<bool>(true));
        verifyTokenUse(t);
    }

    void onlyAPlainNoIsNotFound_data()
    {
        QTest::addColumn<int>("flavour");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, Flavour flavour, int code, const QByteArray &body,
                            ErrorKind kind) {
            QTest::newRow(name) << int(flavour) << code << body << int(kind);
        };
        row("JSON", Flavour::Mastodon, 404, "{\"error\":\"Record not found\"}", ErrorKind::NotFound);
        row("gone", Flavour::Mastodon, 410, "{\"error\":\"Gone\"}", ErrorKind::NotFound);
        row("snac", Flavour::Snac, 404, "<h1>404 Not Found (snac/2.75)</h1>", ErrorKind::NotFound);
        row("proxy", Flavour::Mastodon, 404, "<html>nginx</html>", ErrorKind::Malformed);
        row("proxy before snac", Flavour::Snac, 404, "<html>nginx</html>", ErrorKind::Malformed);
        row("empty 200", Flavour::GoToSocial, 200, "", ErrorKind::Malformed);
        row("no post", Flavour::Mastodon, 200, "{}", ErrorKind::Malformed);
        row("page", Flavour::Mastodon, 200, "[]", ErrorKind::Malformed);
    }
    void onlyAPlainNoIsNotFound()
    {
        QFETCH(int, flavour);
        QFETCH(int, code);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        ScriptedTransport t;
        t.answer(Method::Get, base + QStringLiteral("/api/v1/statuses/5"), code, body,
                 code == 404 ? "text/html" : "application/json");
        const auto post =
            settled(service(t, Flavour(flavour))->posts()->fetch(RemoteRef(QStringLiteral("5"))));
        QVERIFY(!post.ok());
        QCOMPARE(int(post.error().kind), kind);
    }

    void aThreadIsThePostAndThenWhatIsAroundIt()
    {
        ScriptedTransport t;
        const auto one = service(t, Flavour::Mastodon);
        t.answer(Method::Get, base + QStringLiteral("/api/v1/statuses/110"), 200, status("110"));
        const auto first = settled(one->threads()->thread(RemoteRef(QStringLiteral("110")), {}));
        QVERIFY(first.ok());
        QCOMPARE(first.value().post->ref.value(), QStringLiteral("110"));
        QVERIFY(first.value().ancestors.isEmpty() && first.value().descendants.isEmpty());
        const QString cursor = first.value().nextCursor;
        QVERIFY(!cursor.isEmpty());
        t.answer(Method::Get, base + QStringLiteral("/api/v1/statuses/110/context"), 200,
                 data("mastodon-context.json"));
        const auto around = settled(one->threads()->thread(RemoteRef(QStringLiteral("110")), cursor));
        QVERIFY(around.ok());
        QVERIFY(!around.value().post);
        QCOMPARE(around.value().ancestors.size(), 2);
        QCOMPARE(around.value().descendants.size(), 4);
        QVERIFY(around.value().nextCursor.isEmpty());
        verifyTokenUse(t);
    }

    void anOddReferenceStaysOneSegmentOfAThreadsPath()
    {
        ScriptedTransport t;
        t.answer(Method::Get, base + QStringLiteral("/api/v1/statuses/a%2F..%3Fb/context"), 200,
                 R"({"ancestors":[],"descendants":[]})");
        QVERIFY(settled(service(t)->threads()->thread(RemoteRef(QStringLiteral("a/..?b")),
                                                      QStringLiteral("context")))
                    .ok());
        verifyTokenUse(t);
    }

    void whatIsNoThreadIsAnError_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("gone") << 404 << QByteArray(R"({"error":"Record not found"})")
                              << int(ErrorKind::NotFound);
        QTest::newRow("proxy") << 404 << QByteArray("<html>nginx</html>") << int(ErrorKind::Malformed);
        QTest::newRow("empty") << 200 << QByteArray() << int(ErrorKind::Malformed);
        QTest::newRow("a list") << 200 << QByteArray("[]") << int(ErrorKind::Malformed);
        QTest::newRow("half") << 200 << QByteArray(R"({"ancestors":[])") << int(ErrorKind::Malformed);
        QTest::newRow("one list") << 200 << QByteArray(R"({"ancestors":[]})") << int(ErrorKind::Malformed);
        QTest::newRow("an error") << 200 << QByteArray(R"({"error":"later"})") << int(ErrorKind::Malformed);
        QTest::newRow("down") << 502 << QByteArray("<html>") << int(ErrorKind::ServerDown);
        QTest::newRow("signed out") << 401 << QByteArray(R"({"error":"The access token is invalid"})")
                                    << int(ErrorKind::SignedOut);
    }
    void whatIsNoThreadIsAnError()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        for (const QString &cursor : {QString(), QStringLiteral("context")}) {
            ScriptedTransport t;
            t.answer(Method::Get,
                     base + QStringLiteral("/api/v1/statuses/5")
                         + (cursor.isEmpty() ? QString() : QStringLiteral("/context")),
                     code, body, code == 404 ? "text/html" : "application/json");
            const auto page = settled(service(t)->threads()->thread(RemoteRef(QStringLiteral("5")), cursor));
            QVERIFY(!page.ok());
            QCOMPARE(int(page.error().kind), kind);
        }
    }

    void aPostIsResolvedByItsAddressAndNoOtherTaken()
    {
        const QString query =
            base
            + QStringLiteral(
                "/api/v2/search?q=https%3A%2F%2Fhome.example%2F%40me%2F5&resolve=true&type=statuses&limit=5");
        const QString wanted = QStringLiteral("https://home.example/@me/5");
        {
            ScriptedTransport t;
            t.answer(Method::Get, query, 200,
                     "{\"statuses\":[null," + status("4") + "," + status("5") + "]}");
            const auto post = settled(service(t)->search()->resolvePost(wanted));
            QVERIFY(post.ok());
            QCOMPARE(post.value().ref.value(), QStringLiteral("5"));
            verifyTokenUse(t);
        }
        {
            ScriptedTransport t;
            t.answer(Method::Get, query, 200, "{\"statuses\":[" + status("4") + "]}");
            QCOMPARE(settled(service(t)->search()->resolvePost(wanted)).error().kind, ErrorKind::NotFound);
        }
        {
            ScriptedTransport t;
            t.answer(Method::Get, query, 500, "{\"error\":\"Internal Server Error\"}");
            QCOMPARE(settled(service(t, Flavour::GoToSocial)->search()->resolvePost(wanted)).error().kind,
                     ErrorKind::NotFound);
        }
        {
            ScriptedTransport t;
            t.answer(Method::Get, query, 503, "{\"error\":\"Remote data could not be fetched\"}");
            QCOMPARE(settled(service(t)->search()->resolvePost(wanted)).error().kind, ErrorKind::ServerDown);
        }
        {
            ScriptedTransport t;
            t.answer(Method::Get, query, 200, "");
            QCOMPARE(settled(service(t)->search()->resolvePost(wanted)).error().kind, ErrorKind::Malformed);
        }
    }

    void nothingIsNeverSearchedFor()
    {
        for (const char *address : {"", "  ", "hello", "javascript:alert(1)"}) {
            ScriptedTransport t;
            QCOMPARE(settled(service(t)->search()->resolvePost(QString::fromLatin1(address))).error().kind,
                     ErrorKind::NotFound);
            QVERIFY(t.requests().isEmpty());
        }
    }

    void onSnacAPostIsAskedForByItsComputedName()
    {
        const QString uri = QStringLiteral("https://home.example/erin/p/1795313335.9");
        const QString name = QStringLiteral("0000000000")
            + QString::fromLatin1(QCryptographicHash::hash(uri.toUtf8(), QCryptographicHash::Md5).toHex());
        const QByteArray body = "{\"id\":\"1795313342" + name.mid(10).toLatin1() + "\",\"uri\":\""
            + uri.toUtf8() + "\",\"url\":\"" + uri.toUtf8()
            + "\",\"account\":{\"acct\":\"erin@home.example\"},\"content\":\"x\"}";
        {
            ScriptedTransport t;
            t.answer(Method::Get, base + QStringLiteral("/api/v1/statuses/") + name, 200, body);
            const auto post = settled(service(t, Flavour::Snac)->search()->resolvePost(uri));
            QVERIFY(post.ok());
            QCOMPARE(post.value().ref.value(), name);
        }
        {
            ScriptedTransport t;
            t.answer(Method::Get, base + QStringLiteral("/api/v1/statuses/") + name, 404,
                     "<h1>404 Not Found (snac/2.75)</h1>", "text/html");
            QCOMPARE(settled(service(t, Flavour::Snac)->search()->resolvePost(uri)).error().kind,
                     ErrorKind::NotFound);
        }
    }

    void onSnacAWebAddressOfMastodonIsTurnedIntoItsUri()
    {
        const QString uri = QStringLiteral("https://remote.example/users/bob/statuses/123");
        const QString name = QStringLiteral("0000000000")
            + QString::fromLatin1(QCryptographicHash::hash(uri.toUtf8(), QCryptographicHash::Md5).toHex());
        ScriptedTransport t;
        t.answer(Method::Get, base + QStringLiteral("/api/v1/statuses/") + name, 200,
                 "{\"id\":\"1\",\"uri\":\"" + uri.toUtf8()
                     + "\",\"account\":{\"acct\":\"bob@remote.example\"}}");
        QVERIFY(settled(service(t, Flavour::Snac)
                            ->search()
                            ->resolvePost(QStringLiteral("https://remote.example/@bob/123")))
                    .ok());
    }

    void addressesOfOnePageAreTheSame()
    {
        QVERIFY(sameAddress(QStringLiteral("https://A.example/x/"), QStringLiteral("http://a.example/x#y")));
        QVERIFY(!sameAddress(QStringLiteral("https://a.example/x"), QStringLiteral("https://a.example/X")));
        QVERIFY(
            !sameAddress(QStringLiteral("https://a.example/?p=1"), QStringLiteral("https://a.example/?p=2")));
        QVERIFY(!sameAddress(QStringLiteral("https://a.example/x"), QStringLiteral("https://b.example/x")));
        QVERIFY(!sameAddress(QStringLiteral("https://a.example:1/x"), QStringLiteral("https://a.example/x")));
        QVERIFY(!sameAddress({}, {}));
    }

    void theAccountItselfIsRead()
    {
        ScriptedTransport t;
        const QString url = base + QStringLiteral("/api/v1/accounts/verify_credentials");
        t.answer(Method::Get, url, 200, data("verify-credentials.json"));
        t.answer(Method::Get, url, 422, "");
        const auto s = service(t);
        const auto own = settled(s->profiles()->self());
        QVERIFY(own.ok());
        QCOMPARE(own.value().profile.handle, QStringLiteral("me@home.example"));
        QCOMPARE(settled(s->profiles()->self()).error().kind, ErrorKind::SignedOut);
        verifyTokenUse(t);
    }
};

QTEST_GUILESS_MAIN(MastodonServiceTest)
#include "mastodonservicetest.moc"
