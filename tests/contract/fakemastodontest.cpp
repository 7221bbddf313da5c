// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/fakemastodon.h"
#include "support/drive.h"
#include "support/fakemastodon/directtransport.h"
#include "support/fakemastodon/pathpattern.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Petrel;
using namespace Petrel::Fake;
using namespace Qt::Literals::StringLiterals;

namespace {

// Two people on one server, and raw requests to it.
struct Bench {
    explicit Bench(Flavour flavour)
        : server(flavour, clock),
          transport(clock)
    {
        transport.addServer(server);
        server.world().addUser(u"alice"_s);
        server.world().addUser(u"bob"_s);
        server.world().follow(u"alice"_s, u"bob"_s);
        token = server.world().issueToken(u"alice"_s);
    }

    HttpExchange ask(HttpRequest::Method method, const QString &path, const QByteArray &body = {},
                     const QByteArray &key = {})
    {
        HttpRequest request;
        request.method = method;
        request.url = QUrl(server.base().toString() + path);
        request.body = body;
        if (!body.isEmpty())
            request.contentType = "application/json";
        if (!key.isEmpty())
            request.headers.emplaceBack("Idempotency-Key", key);
        if (!token.isEmpty())
            request.bearer = Secret(token);
        auto result = driveToEnd(transport.send(request), clock);
        return result && result->ok() ? result->value() : HttpExchange();
    }
    HttpExchange get(const QString &path) { return ask(HttpRequest::Method::Get, path); }
    HttpExchange post(const QString &path, const QByteArray &body = "{}", const QByteArray &key = {})
    {
        return ask(HttpRequest::Method::Post, path, body, key);
    }
    HttpExchange publish(const QString &text, const QByteArray &key = {},
                         const QString &visibility = u"public"_s)
    {
        const QJsonObject body{{u"status"_s, text}, {u"visibility"_s, visibility}};
        return post(u"/api/v1/statuses"_s, QJsonDocument(body).toJson(), key);
    }

    FakeClock clock;
    FakeMastodon server;
    DirectTransport transport;
    QByteArray token;
};

int statusOf(const HttpExchange &exchange)
{
    return exchange.response ? exchange.response->status : 0;
}

QJsonObject objectOf(const HttpExchange &exchange)
{
    return exchange.response ? QJsonDocument::fromJson(exchange.response->body).object() : QJsonObject();
}

QJsonArray arrayOf(const HttpExchange &exchange)
{
    return exchange.response ? QJsonDocument::fromJson(exchange.response->body).array() : QJsonArray();
}

void addFlavourColumns(const char *column)
{
    QTest::addColumn<int>("flavour");
    if (column)
        QTest::addColumn<int>(column);
}

QString nextOf(const HttpExchange &exchange)
{
    const QByteArray link = exchange.response->header("link");
    const qsizetype end = link.indexOf(">; rel=\"next\"");
    if (end < 0)
        return {};
    const qsizetype start = link.lastIndexOf('<', end) + 1;
    const QUrl url(QString::fromLatin1(link.mid(start, end - start)));
    return url.path() + u'?' + url.query();
}

} // namespace

class FakeMastodonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFlavourTakesAPostIntoItsTables_data();
    void everyFlavourTakesAPostIntoItsTables();
    void aRepeatedKeyMeetsEachFlavoursHabit_data();
    void aRepeatedKeyMeetsEachFlavoursHabit();
    void aKeyIsKeptForAnHourOnly();
    void aRepeatAfterDeletionIsNotFound();
    void aBurntKeyStaysBurntAlthoughTheFirstRequestFailed();
    void aStoredErrorIsReplayed();
    void snacRewritesVisibilityAndHidesItOnTheOwnPage();
    void snacsIdsChangeWithEveryReactionAndOldOnesStillWork();
    void snacDeletesNothing();
    void aSecondBoostOnGoToSocialIsASecondBoost();
    void goToSocialShowsTheStateBeforeAnUnboost();
    void anUnknownVisibilityPoisonsGoToSocialsTimelines();
    void theHomeEndsAfterEightHundredPosts();
    void aHomeBeingRebuiltIsPartial();
    void everyHomePostIsReachedByFollowingTheLinks_data();
    void everyHomePostIsReachedByFollowingTheLinks();
    void aCommittedPostWithALostAnswerIsInTheTables();
    void aRefusedRequestIsProvedUnsent();
    void aHangingRequestTimesOutByTheClock();
    void aLateCommitHappensAtItsTime();
    void eachFaultSpoilsTheAnswerItsOwnWay();
    void aFaultIsUsedUpAfterItsCount();
    void faultsAreReadFromJson();
    void anUnknownRequestIsWrittenDown();
    void whatIsAroundAPostIsToldInEachFlavoursManner_data();
    void whatIsAroundAPostIsToldInEachFlavoursManner();
    void whatIsAroundAPostRespectsWhoMaySee();
    void whatIsAroundAPostNeedsATokenOnSome_data();
    void whatIsAroundAPostNeedsATokenOnSome();
    void aRevokedTokenIsRefusedInEachFlavoursWords_data();
    void aRevokedTokenIsRefusedInEachFlavoursWords();
    void aKilledTransportEndsNothing();
    void eachRequestPassesThreeCountedEvents();
    void theSameRunGivesTheSameIds();
    void pathPatternsFit();
};

void FakeMastodonTest::everyFlavourTakesAPostIntoItsTables_data()
{
    addFlavourColumns(nullptr);
    for (const Flavour flavour : allFlavours())
        QTest::newRow(qPrintable(flavourId(flavour))) << int(flavour);
}

void FakeMastodonTest::everyFlavourTakesAPostIntoItsTables()
{
    QFETCH(int, flavour);
    Bench bench{Flavour(flavour)};
    const HttpExchange exchange =
        bench.publish(u"Hello @bob, see https://www.example.org/a/very/long/path/indeed #Birds\n\nnew"_s);
    QCOMPARE(statusOf(exchange), 200);
    const QJsonObject status = objectOf(exchange);
    const QVector<WorldPost> posts = bench.server.world().postsBy(u"alice"_s);
    QCOMPARE(posts.size(), 1);
    QCOMPARE(status.value(u"uri"_s).toString(), posts.first().uri);
    QCOMPARE(posts.first().mentions, QStringList{u"bob"_s});
    const QString content = status.value(u"content"_s).toString();
    QVERIFY(content.contains(u"https://www.example.org/a/very/long/path/indeed"_s));
    QVERIFY(content.contains(u"mention"_s));
    QVERIFY(content.contains(u"hashtag"_s));
    QCOMPARE(bench.server.unexpectedRequests(), QStringList());
    QVERIFY(exchange.response->serverDateMs > 0);
}

void FakeMastodonTest::aRepeatedKeyMeetsEachFlavoursHabit_data()
{
    addFlavourColumns("status");
    QTest::addColumn<int>("posts");
    QTest::newRow("mastodon-3.5") << int(Flavour::Mastodon35) << 200 << 1;
    QTest::newRow("mastodon-4.2") << int(Flavour::Mastodon42) << 200 << 1;
    QTest::newRow("mastodon-4.6") << int(Flavour::Mastodon46) << 500 << 1;
    QTest::newRow("gotosocial") << int(Flavour::GoToSocial) << 200 << 2;
    QTest::newRow("snac") << int(Flavour::Snac) << 200 << 2;
    QTest::newRow("akkoma") << int(Flavour::Akkoma) << 200 << 1;
    QTest::newRow("pixelfed") << int(Flavour::Pixelfed) << 400 << 1;
}

void FakeMastodonTest::aRepeatedKeyMeetsEachFlavoursHabit()
{
    QFETCH(int, flavour);
    QFETCH(int, status);
    QFETCH(int, posts);
    Bench bench{Flavour(flavour)};
    QCOMPARE(statusOf(bench.publish(u"once"_s, "k1")), 200);
    QCOMPARE(statusOf(bench.publish(u"once"_s, "k1")), status);
    QCOMPARE(bench.server.world().everPublishedBy(u"alice"_s), posts);
    QCOMPARE(statusOf(bench.publish(u"other"_s, "k2")), 200);
    QCOMPARE(bench.server.world().everPublishedBy(u"alice"_s), posts + 1);
}

void FakeMastodonTest::aKeyIsKeptForAnHourOnly()
{
    Bench bench{Flavour::Mastodon42};
    static_cast<void>(bench.publish(u"once"_s, "k1"));
    bench.clock.advance(3'599'000);
    static_cast<void>(bench.publish(u"once"_s, "k1"));
    QCOMPARE(bench.server.world().everPublishedBy(u"alice"_s), 1);
    bench.clock.advance(2'000);
    static_cast<void>(bench.publish(u"once"_s, "k1"));
    QCOMPARE(bench.server.world().everPublishedBy(u"alice"_s), 2);
}

void FakeMastodonTest::aRepeatAfterDeletionIsNotFound()
{
    Bench bench{Flavour::Mastodon42};
    const QString id = objectOf(bench.publish(u"once"_s, "k1")).value(u"id"_s).toString();
    QCOMPARE(statusOf(bench.ask(HttpRequest::Method::Delete, u"/api/v1/statuses/"_s + id)), 200);
    QCOMPARE(statusOf(bench.publish(u"once"_s, "k1")), 404);
    QCOMPARE(bench.server.world().postsBy(u"alice"_s).size(), 0);
}

void FakeMastodonTest::aBurntKeyStaysBurntAlthoughTheFirstRequestFailed()
{
    Bench bench{Flavour::Pixelfed};
    bench.server.faults().add(FaultKind::Status500, u"POST"_s, u"/api/v1/statuses"_s);
    QCOMPARE(statusOf(bench.publish(u"once"_s, "k1")), 500);
    QCOMPARE(statusOf(bench.publish(u"once"_s, "k1")), 400);
    QCOMPARE(bench.server.world().everPublishedBy(u"alice"_s), 0);
}

void FakeMastodonTest::aStoredErrorIsReplayed()
{
    Bench bench{Flavour::Akkoma};
    bench.server.faults().add(FaultKind::Status500, u"POST"_s, u"/api/v1/statuses"_s);
    QCOMPARE(statusOf(bench.publish(u"once"_s, "k1")), 500);
    const HttpExchange again = bench.publish(u"once"_s, "k1");
    QCOMPARE(statusOf(again), 500);
    QCOMPARE(again.response->header("idempotent-replayed"), "true");
    QCOMPARE(bench.server.world().everPublishedBy(u"alice"_s), 0);
}

void FakeMastodonTest::snacRewritesVisibilityAndHidesItOnTheOwnPage()
{
    Bench bench{Flavour::Snac};
    const QString id = bench.server.world().user(u"alice"_s)->id;
    QCOMPARE(objectOf(bench.publish(u"a"_s, {}, u"unlisted"_s)).value(u"visibility"_s).toString(),
             u"public"_s);
    QCOMPARE(objectOf(bench.publish(u"@bob b"_s, {}, u"direct"_s)).value(u"visibility"_s).toString(),
             u"private"_s);
    QCOMPARE(objectOf(bench.publish(u"c"_s, {}, u"private"_s)).value(u"visibility"_s).toString(),
             u"private"_s);
    QCOMPARE(arrayOf(bench.get(u"/api/v1/accounts/%1/statuses"_s.arg(id))).size(), 1);
    QCOMPARE(arrayOf(bench.get(u"/api/v1/timelines/home"_s)).size(), 3);
    bench.clock.advance(10'000);
    QCOMPARE(bench.server.world().home(u"bob"_s).size(), 1);
}

void FakeMastodonTest::snacsIdsChangeWithEveryReactionAndOldOnesStillWork()
{
    Bench bench{Flavour::Snac};
    const QString before = objectOf(bench.publish(u"a"_s)).value(u"id"_s).toString();
    QCOMPARE(before.size(), 42);
    QCOMPARE(statusOf(bench.post(u"/api/v1/statuses/%1/favourite"_s.arg(before))), 200);
    const QString after = objectOf(bench.get(u"/api/v1/statuses/"_s + before)).value(u"id"_s).toString();
    QVERIFY(before != after);
    QCOMPARE(before.mid(10), after.mid(10));
}

void FakeMastodonTest::snacDeletesNothing()
{
    Bench bench{Flavour::Snac};
    const QString id = objectOf(bench.publish(u"a"_s)).value(u"id"_s).toString();
    QCOMPARE(statusOf(bench.ask(HttpRequest::Method::Delete, u"/api/v1/statuses/"_s + id)), 404);
    QCOMPARE(bench.server.world().postsBy(u"alice"_s).size(), 1);
}

void FakeMastodonTest::aSecondBoostOnGoToSocialIsASecondBoost()
{
    for (const auto &[flavour, boosts] : {std::pair(Flavour::GoToSocial, 2),
                                          std::pair(Flavour::Mastodon42, 1), std::pair(Flavour::Snac, 1)}) {
        Bench bench{flavour};
        const QString uri = bench.server.world().publish(u"bob"_s, u"nice"_s);
        const QString path = u"/api/v1/statuses/%1/reblog"_s.arg(bench.server.world().post(uri)->id);
        QCOMPARE(statusOf(bench.post(path)), 200);
        QCOMPARE(statusOf(bench.post(path)), 200);
        QCOMPARE(bench.server.world().boostCount(u"alice"_s, uri), boosts);
    }
}

void FakeMastodonTest::goToSocialShowsTheStateBeforeAnUnboost()
{
    Bench bench{Flavour::GoToSocial};
    const QString uri = bench.server.world().publish(u"bob"_s, u"nice"_s);
    const QString id = bench.server.world().post(uri)->id;
    static_cast<void>(bench.post(u"/api/v1/statuses/%1/reblog"_s.arg(id)));
    const QJsonObject answer = objectOf(bench.post(u"/api/v1/statuses/%1/unreblog"_s.arg(id)));
    QCOMPARE(answer.value(u"reblogged"_s).toBool(), true);
    QCOMPARE(objectOf(bench.get(u"/api/v1/statuses/"_s + id)).value(u"reblogged"_s).toBool(true), false);
}

void FakeMastodonTest::anUnknownVisibilityPoisonsGoToSocialsTimelines()
{
    Bench bench{Flavour::GoToSocial};
    const HttpExchange made = bench.publish(u"a"_s, {}, u"everyone"_s);
    QCOMPARE(statusOf(made), 200);
    QVERIFY(made.response->body.isEmpty());
    QCOMPARE(bench.server.world().postsBy(u"alice"_s).size(), 1);
    QVERIFY(bench.get(u"/api/v1/timelines/home"_s).response->body.isEmpty());
}

void FakeMastodonTest::theHomeEndsAfterEightHundredPosts()
{
    Bench bench{Flavour::Mastodon42};
    for (int i = 0; i < 850; ++i) {
        bench.clock.advance(1000);
        bench.server.world().publish(u"bob"_s, QString::number(i));
    }
    QCOMPARE(bench.server.world().home(u"alice"_s).size(), 800);
    bench.server.world().regenerateHome(u"alice"_s);
    QCOMPARE(bench.server.world().home(u"alice"_s).size(), 400);
}

void FakeMastodonTest::aHomeBeingRebuiltIsPartial()
{
    Bench bench{Flavour::Mastodon46};
    for (int i = 0; i < 10; ++i)
        bench.server.world().publish(u"bob"_s, QString::number(i));
    bench.server.world().setRegenerating(u"alice"_s, true);
    const HttpExchange exchange = bench.get(u"/api/v1/timelines/home"_s);
    QCOMPARE(statusOf(exchange), 206);
    QCOMPARE(arrayOf(exchange).size(), 5);
}

void FakeMastodonTest::everyHomePostIsReachedByFollowingTheLinks_data()
{
    everyFlavourTakesAPostIntoItsTables_data();
}

void FakeMastodonTest::everyHomePostIsReachedByFollowingTheLinks()
{
    QFETCH(int, flavour);
    Bench bench{Flavour(flavour)};
    QStringList expected;
    for (int i = 0; i < 95; ++i) {
        bench.clock.advance(1000);
        expected.prepend(bench.server.world().publish(u"bob"_s, QString::number(i)));
    }
    bench.clock.advance(10'000);
    QStringList seen;
    QString path = u"/api/v1/timelines/home?limit=40"_s;
    while (!path.isEmpty()) {
        const HttpExchange page = bench.get(path);
        QCOMPARE(statusOf(page), 200);
        for (const QJsonValue &status : arrayOf(page))
            seen.append(status[u"uri"_s].toString());
        path = nextOf(page);
    }
    QCOMPARE(seen, expected);
}

void FakeMastodonTest::aCommittedPostWithALostAnswerIsInTheTables()
{
    Bench bench{Flavour::Mastodon42};
    bench.server.faults().add(FaultKind::CommitThenDrop, u"POST"_s, u"/api/v1/statuses"_s);
    const HttpExchange exchange = bench.publish(u"once"_s);
    QCOMPARE(exchange.fault, HttpFault::ConnectionLost);
    QVERIFY(!exchange.provedUnsent);
    QCOMPARE(bench.server.world().textsBy(u"alice"_s), QStringList{u"once"_s});
    QVERIFY(bench.server.faults().isEmpty());
}

void FakeMastodonTest::aRefusedRequestIsProvedUnsent()
{
    Bench bench{Flavour::Mastodon42};
    bench.server.setDown(true);
    HttpExchange exchange = bench.publish(u"once"_s);
    QCOMPARE(exchange.fault, HttpFault::Refused);
    QVERIFY(exchange.provedUnsent);
    bench.server.setDown(false);
    bench.transport.setNetwork(false);
    exchange = bench.publish(u"once"_s);
    QCOMPARE(exchange.fault, HttpFault::NoNetworkHere);
    QCOMPARE(bench.server.world().everPublishedBy(u"alice"_s), 0);
}

void FakeMastodonTest::aHangingRequestTimesOutByTheClock()
{
    Bench bench{Flavour::Mastodon42};
    bench.server.faults().add(FaultKind::Hang, u"POST"_s, u"/api/v1/statuses"_s);
    const qint64 before = bench.clock.monotonicMs();
    const HttpExchange exchange = bench.publish(u"never"_s);
    QCOMPARE(exchange.fault, HttpFault::TimedOut);
    QCOMPARE(bench.clock.monotonicMs() - before, 30'000);
    QCOMPARE(bench.server.world().everPublishedBy(u"alice"_s), 0);
}

void FakeMastodonTest::aLateCommitHappensAtItsTime()
{
    Bench bench{Flavour::GoToSocial};
    Fault fault;
    fault.kind = FaultKind::LateCommit;
    fault.delayMs = 400'000;
    bench.server.faults().add(fault);
    QCOMPARE(bench.publish(u"late"_s).fault, HttpFault::TimedOut);
    bench.clock.advance(360'000);
    QCOMPARE(bench.server.world().everPublishedBy(u"alice"_s), 0);
    QCOMPARE(bench.server.pendingLateCommits(), 1);
    bench.clock.advance(20'000);
    QCOMPARE(bench.server.world().textsBy(u"alice"_s), QStringList{u"late"_s});
    QCOMPARE(bench.server.pendingLateCommits(), 0);
}

void FakeMastodonTest::eachFaultSpoilsTheAnswerItsOwnWay()
{
    Bench bench{Flavour::Mastodon42};
    const auto meet = [&](FaultKind kind) {
        bench.server.faults().add(kind, {}, {});
        return bench.publish(u"x"_s);
    };
    QCOMPARE(statusOf(meet(FaultKind::Status500)), 500);
    QCOMPARE(meet(FaultKind::BadGateway).response->contentType, "text/html");
    QCOMPARE(statusOf(meet(FaultKind::GatewayTimeout)), 504);
    QVERIFY(!meet(FaultKind::RateLimit).response->header("x-ratelimit-reset").isEmpty());
    QCOMPARE(meet(FaultKind::Redirect).response->header("location"), "https://elsewhere.example/trap");
    QCOMPARE(meet(FaultKind::DropBeforeCommit).fault, HttpFault::ConnectionLost);
    QCOMPARE(bench.server.world().everPublishedBy(u"alice"_s), 0);
    QCOMPARE(meet(FaultKind::HalfBody).fault, HttpFault::ConnectionLost);
    QVERIFY(meet(FaultKind::CommitThenEmpty).response->body.isEmpty());
    QVERIFY(QJsonDocument::fromJson(meet(FaultKind::TruncatedJson).response->body).isNull());
    QCOMPARE(meet(FaultKind::WrongContentType).response->contentType, "text/html");
    QCOMPARE(statusOf(meet(FaultKind::CommitThen503)), 503);
    QCOMPARE(bench.server.world().everPublishedBy(u"alice"_s), 5);
    QCOMPARE(bench.transport.hostsWithToken(), QStringList{u"one.example"_s});
}

void FakeMastodonTest::aFaultIsUsedUpAfterItsCount()
{
    FaultPlan plan;
    Fault fault;
    fault.kind = FaultKind::Hang;
    fault.path = u"/a/*"_s;
    fault.skip = 1;
    fault.count = 2;
    fault.user = u"alice"_s;
    plan.add(fault);
    QVERIFY(!plan.take(u"GET"_s, u"/b"_s, u"alice"_s));
    QVERIFY(!plan.take(u"GET"_s, u"/a/1"_s, u"bob"_s));
    QVERIFY(!plan.take(u"GET"_s, u"/a/1"_s, u"alice"_s));
    QVERIFY(plan.take(u"GET"_s, u"/a/1"_s, u"alice"_s));
    QVERIFY(plan.take(u"GET"_s, u"/a/1"_s, u"alice"_s));
    QVERIFY(!plan.take(u"GET"_s, u"/a/1"_s, u"alice"_s));
}

void FakeMastodonTest::faultsAreReadFromJson()
{
    FaultPlan plan;
    QString words;
    QVERIFY(plan.addJson(
        QJsonDocument::fromJson(R"([{"kind":"503","method":"POST","retryAfterS":9}])").array(), &words));
    QCOMPARE(plan.remaining().first().retryAfterS, 9);
    QVERIFY(!plan.addJson(QJsonDocument::fromJson(R"([{"kind":"hang"},{"kind":"flood"}])").array(), &words));
    QVERIFY(words.contains(u"flood"_s));
    QVERIFY(!plan.addJson(QJsonDocument::fromJson(R"([{"kind":"hang","delay":1}])").array(), &words));
    QCOMPARE(plan.remaining().size(), 1);
    for (const QString &name : faultNames())
        QCOMPARE(faultName(*faultFromName(name)), name);
}

void FakeMastodonTest::anUnknownRequestIsWrittenDown()
{
    Bench bench{Flavour::Mastodon42};
    QCOMPARE(statusOf(bench.get(u"/api/v1/polls/1"_s)), 404);
    QCOMPARE(bench.server.unexpectedRequests(), QStringList{u"GET /api/v1/polls/1"_s});
}

void FakeMastodonTest::whatIsAroundAPostIsToldInEachFlavoursManner_data()
{
    QTest::addColumn<int>("flavour");
    QTest::addColumn<QString>("above");
    QTest::addColumn<QString>("below");
    const auto row = [](Flavour flavour, const QString &above, const QString &below) {
        QTest::newRow(qPrintable(flavourId(flavour))) << int(flavour) << above << below;
    };
    for (const Flavour flavour :
         {Flavour::Mastodon35, Flavour::Mastodon42, Flavour::Mastodon46, Flavour::GoToSocial})
        row(flavour, u"root a"_s, u"b d c"_s);
    row(Flavour::Snac, u"root a"_s, u"b c"_s);
    row(Flavour::Pixelfed, u"a"_s, u"b c"_s);
    row(Flavour::Akkoma, u"root a aside"_s, u"b later c d"_s);
}

void FakeMastodonTest::whatIsAroundAPostIsToldInEachFlavoursManner()
{
    QFETCH(int, flavour);
    QFETCH(QString, above);
    QFETCH(QString, below);
    Bench bench{Flavour(flavour)};
    QHash<QString, QString> uris;
    for (const QString &spec : {u"root"_s, u"a<root"_s, u"aside<root"_s, u"post<a"_s, u"b<post"_s,
                                u"later<aside"_s, u"c<post"_s, u"d<b"_s, u"other"_s}) {
        const QStringList names = spec.split(u'<');
        WorldDraft draft;
        draft.text = names.first();
        draft.parentUri = uris.value(names.value(1));
        bench.clock.advance(1000);
        uris.insert(names.first(), bench.server.world().publish(u"bob"_s, draft));
    }
    const auto textsOf = [](const QJsonValue &list) {
        QStringList texts;
        const QJsonArray all = list.toArray();
        for (const QJsonValue &status : all)
            texts.append(status.toObject().value(u"content"_s).toString().remove(u"<p>"_s).remove(u"</p>"_s));
        return texts.join(u' ');
    };
    const QString id = bench.server.world().post(uris.value(u"post"_s))->id;
    const HttpExchange answer = bench.get(u"/api/v1/statuses/%1/context"_s.arg(id));
    QCOMPARE(statusOf(answer), 200);
    QCOMPARE(textsOf(objectOf(answer).value(u"ancestors"_s)), above);
    QCOMPARE(textsOf(objectOf(answer).value(u"descendants"_s)), below);
    QCOMPARE(statusOf(bench.get(u"/api/v1/statuses/987654/context"_s)), 404);
    QCOMPARE(bench.server.unexpectedRequests(), QStringList());
}

void FakeMastodonTest::whatIsAroundAPostRespectsWhoMaySee()
{
    Bench bench{Flavour::Mastodon42};
    World &world = bench.server.world();
    const auto publish = [&](const QString &text, const QString &visibility, const QString &parent) {
        WorldDraft draft;
        draft.text = text;
        draft.visibility = visibility;
        draft.parentUri = parent;
        return world.publish(u"bob"_s, draft);
    };
    const QString root = publish(u"for nobody"_s, u"direct"_s, {});
    const QString post = publish(u"for all"_s, u"public"_s, root);
    publish(u"for followers"_s, u"private"_s, post);
    publish(u"between two"_s, u"direct"_s, post);
    const QString gone = publish(u"gone"_s, u"public"_s, post);
    world.remove(gone);
    const QString path = u"/api/v1/statuses/%1/context"_s;
    const QJsonObject followed = objectOf(bench.get(path.arg(world.post(post)->id)));
    QCOMPARE(followed.value(u"ancestors"_s).toArray().size(), 0);
    QCOMPARE(followed.value(u"descendants"_s).toArray().size(), 1);
    bench.token.clear();
    const QJsonObject strange = objectOf(bench.get(path.arg(world.post(post)->id)));
    QCOMPARE(strange.value(u"descendants"_s).toArray().size(), 0);
    QCOMPARE(statusOf(bench.get(path.arg(world.post(root)->id))), 404);
    QCOMPARE(statusOf(bench.get(path.arg(world.post(gone)->id))), 404);
}

void FakeMastodonTest::whatIsAroundAPostNeedsATokenOnSome_data()
{
    addFlavourColumns("status");
    for (const Flavour flavour : allFlavours()) {
        const int status = flavour == Flavour::GoToSocial || flavour == Flavour::Snac ? 401
            : flavour == Flavour::Pixelfed                                            ? 403
                                                                                      : 200;
        QTest::newRow(qPrintable(flavourId(flavour))) << int(flavour) << status;
    }
}

void FakeMastodonTest::whatIsAroundAPostNeedsATokenOnSome()
{
    QFETCH(int, flavour);
    QFETCH(int, status);
    Bench bench{Flavour(flavour)};
    const QString uri = bench.server.world().publish(u"bob"_s, u"hello"_s);
    bench.token.clear();
    QCOMPARE(statusOf(bench.get(u"/api/v1/statuses/%1/context"_s.arg(bench.server.world().post(uri)->id))),
             status);
}

void FakeMastodonTest::aRevokedTokenIsRefusedInEachFlavoursWords_data()
{
    addFlavourColumns("status");
    QTest::newRow("mastodon-4.2") << int(Flavour::Mastodon42) << 401;
    QTest::newRow("gotosocial") << int(Flavour::GoToSocial) << 401;
    QTest::newRow("snac") << int(Flavour::Snac) << 422;
    QTest::newRow("akkoma") << int(Flavour::Akkoma) << 403;
    QTest::newRow("pixelfed") << int(Flavour::Pixelfed) << 401;
}

void FakeMastodonTest::aRevokedTokenIsRefusedInEachFlavoursWords()
{
    QFETCH(int, flavour);
    QFETCH(int, status);
    Bench bench{Flavour(flavour)};
    bench.server.faults().add(FaultKind::TokenRevoked, {}, {});
    const HttpExchange exchange = bench.get(u"/api/v1/accounts/verify_credentials"_s);
    QCOMPARE(statusOf(exchange), status);
    QCOMPARE(exchange.response->body.isEmpty(), Flavour(flavour) == Flavour::Snac);
    QCOMPARE(statusOf(bench.get(u"/api/v1/timelines/home"_s)),
             Flavour(flavour) == Flavour::Akkoma ? 403 : 401);
}

void FakeMastodonTest::aKilledTransportEndsNothing()
{
    FakeClock clock;
    FakeMastodon server(Flavour::Mastodon42, clock);
    server.world().addUser(u"alice"_s);
    auto transport = std::make_unique<DirectTransport>(clock);
    transport->addServer(server);
    transport->onEvent = [&](TransportEvent event, int, const HttpRequest &) {
        if (event == TransportEvent::Committed)
            transport->kill();
    };
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = QUrl(u"https://one.example/api/v1/statuses"_s);
    request.body = R"({"status":"committed"})";
    request.contentType = "application/json";
    request.bearer = Secret(server.world().issueToken(u"alice"_s));
    bool ended = false;
    {
        QObject owner;
        transport->send(request).finally(&owner, [&](const Result<HttpExchange> &) { ended = true; });
        drain();
        clock.advance(100'000);
        drain();
    }
    QVERIFY(!ended);
    transport.reset();
    QVERIFY(!ended);
    QCOMPARE(server.world().textsBy(u"alice"_s), QStringList{u"committed"_s});
}

void FakeMastodonTest::eachRequestPassesThreeCountedEvents()
{
    Bench bench{Flavour::Mastodon42};
    QVector<TransportEvent> events;
    bench.transport.onEvent = [&](TransportEvent event, int number, const HttpRequest &) {
        events.append(event);
        QCOMPARE(number, int(events.size()));
    };
    static_cast<void>(bench.get(u"/api/v1/instance"_s));
    QCOMPARE(events,
             (QVector<TransportEvent>{TransportEvent::BytesOut, TransportEvent::Committed,
                                      TransportEvent::AnswerIn}));
    QVERIFY(bench.transport.idle());
    QCOMPARE(bench.transport.inFlight(), 0);
}

void FakeMastodonTest::theSameRunGivesTheSameIds()
{
    for (const Flavour flavour : allFlavours()) {
        Bench one{flavour};
        Bench other{flavour};
        const QString a = one.server.world().publish(u"bob"_s, u"a"_s);
        QCOMPARE(other.server.world().publish(u"bob"_s, u"a"_s), a);
        QCOMPARE(one.server.world().post(a)->id, other.server.world().post(a)->id);
    }
}

void FakeMastodonTest::pathPatternsFit()
{
    QVERIFY(pathFits(u"/a/*/c"_s, u"/a/b/c"_s));
    QVERIFY(!pathFits(u"/a/*/c"_s, u"/a/b/d"_s));
    QVERIFY(pathFits(u"*"_s, u"/x"_s));
    QVERIFY(!pathFits(u"/a"_s, u"/a/b"_s));
    QVERIFY(!pathFits(u"/ab*ba"_s, u"/aba"_s));
}

QTEST_GUILESS_MAIN(FakeMastodonTest)
#include "fakemastodontest.moc"
