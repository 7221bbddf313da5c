// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodonprovider.h"
#include "service/mastodon/serverinfo.h"
#include "service/publisher.h"
#include "support/fakeclock.h"
#include "support/scriptedtransport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Petrel;

namespace {

using Method = HttpRequest::Method;

const QString base = QStringLiteral("https://home.example");
const QString statusesUrl = base + QStringLiteral("/api/v1/statuses");
const QString ownUrl = base + QStringLiteral("/api/v1/accounts/9/statuses?");
const QString homeUrl = base + QStringLiteral("/api/v1/timelines/home?");

QByteArray status(const QByteArray &id, const QByteArray &acct = "me", const QByteArray &account = "9")
{
    return "{\"id\":\"" + id + "\",\"uri\":\"https://home.example/s/" + id
        + "\",\"created_at\":\"2026-11-22T02:08:30.381Z\",\"content\":\"<p>hi</"
          "p>\",\"visibility\":\"public\","
          "\"account\":{\"id\":\""
        + account + "\",\"acct\":\"" + acct + "\"}}";
}

QByteArray boostBy(const QByteArray &acct, const QByteArray &id, const QByteArray &inner)
{
    return "{\"id\":\"" + id + "\",\"uri\":\"https://home.example/s/" + id
        + "/Announce\",\"created_at\":\"2026-11-22T02:08:30.381Z\",\"content\":\"\",\"account\":{\"id\":"
          "\"7\",\"acct\":\""
        + acct + "\"},\"reblog\":" + inner + "}";
}

//! Ids as snac makes them.
QByteArray snacId(int number, const char *time = "1795313335")
{
    return QByteArray(time) + QByteArray::number(number).rightJustified(32, '0');
}

QByteArray joined(const QVector<QByteArray> &elements)
{
    QByteArray out("[");
    for (const QByteArray &element : elements)
        out += (out.size() > 1 ? "," : "") + element;
    return out + "]";
}

QVector<QByteArray> others(int from, int count)
{
    QVector<QByteArray> list;
    for (int i = 0; i < count; ++i)
        list.append(status(snacId(from + i), "erin", "8"));
    return list;
}

PublishRequest someRequest()
{
    PublishRequest request;
    request.content.text = QStringLiteral("hi");
    request.key = QStringLiteral("k1");
    return request;
}

} // namespace

class MastodonPublisherTest : public QObject {
    Q_OBJECT

    FakeClock m_clock;
    std::unique_ptr<ServiceProvider> m_provider;

    std::unique_ptr<Service> service(ScriptedTransport &transport, Flavour flavour = Flavour::Mastodon)
    {
        ServerInfo info;
        info.flavour = flavour;
        info.base = QUrl(base);
        info.domain = QStringLiteral("home.example");
        Account account;
        account.handle = QStringLiteral("me@home.example");
        account.ref = RemoteRef(QStringLiteral("9"));
        account.serverInfo = info.toBytes();
        m_provider = makeMastodonProvider(transport, m_clock);
        return m_provider->makeService(account, {Secret("t0ken"), {}, {}});
    }

    Outcome publish(ScriptedTransport &t, const PublishRequest &request, Flavour flavour = Flavour::Mastodon)
    {
        return settled(service(t, flavour)->publisher()->publish(request)).take();
    }

private Q_SLOTS:
    void aPostLeavesOnceWithItsKeyAndContent()
    {
        ScriptedTransport t;
        t.setServerDate(123'000);
        t.answer(Method::Post, statusesUrl, 200, status("5"));
        PublishRequest request = someRequest();
        request.content.contentWarning = QStringLiteral("cw");
        request.content.language = QStringLiteral("de");
        request.content.visibility = Visibility::Followers;
        request.replyTo = RemoteRef(QStringLiteral("4"));
        const Outcome outcome = publish(t, request);
        QVERIFY2(t.isFinished(), t.complaints());
        QCOMPARE(t.requests().size(), 1);
        QVERIFY(t.last().onceOnly);
        QCOMPARE(t.last().contentType, QByteArray("application/json"));
        QCOMPARE(t.lastHeader("idempotency-key"), QByteArray("k1"));
        QCOMPARE(t.last().bearer.reveal(), QByteArray("t0ken"));
        const QJsonObject body = QJsonDocument::fromJson(t.last().body).object();
        QCOMPARE(body,
                 (QJsonObject{{QStringLiteral("status"), QStringLiteral("hi")},
                              {QStringLiteral("spoiler_text"), QStringLiteral("cw")},
                              {QStringLiteral("sensitive"), true},
                              {QStringLiteral("language"), QStringLiteral("de")},
                              {QStringLiteral("visibility"), QStringLiteral("private")},
                              {QStringLiteral("in_reply_to_id"), QStringLiteral("4")}}));
        QCOMPARE(outcome.kind, OutcomeKind::Done);
        QCOMPARE(outcome.post->uri.value(), QStringLiteral("https://home.example/s/5"));
        QCOMPARE(outcome.serverDateMs, 123'000);
    }

    void aPlainPostSaysNothingItNeedNot()
    {
        ScriptedTransport t;
        t.answer(Method::Post, statusesUrl, 200, status("5"));
        QCOMPARE(publish(t, someRequest()).kind, OutcomeKind::Done);
        QCOMPARE(QJsonDocument::fromJson(t.last().body).object().keys(),
                 (QStringList{QStringLiteral("status"), QStringLiteral("visibility")}));
    }

    void aVisibilityTheServerWouldChangeIsNeverSent_data()
    {
        QTest::addColumn<int>("flavour");
        QTest::addColumn<int>("visibility");
        QTest::newRow("snac unlisted") << int(Flavour::Snac) << int(Visibility::Unlisted);
        QTest::newRow("snac followers") << int(Flavour::Snac) << int(Visibility::Followers);
        QTest::newRow("pixelfed direct") << int(Flavour::Pixelfed) << int(Visibility::Direct);
        QTest::newRow("unknown") << int(Flavour::GoToSocial) << int(Visibility::Unknown);
    }
    void aVisibilityTheServerWouldChangeIsNeverSent()
    {
        QFETCH(int, flavour);
        QFETCH(int, visibility);
        ScriptedTransport t;
        PublishRequest request = someRequest();
        request.content.visibility = Visibility(visibility);
        const Outcome outcome = publish(t, request, Flavour(flavour));
        QCOMPARE(outcome.kind, OutcomeKind::Rejected);
        QVERIFY(!outcome.words.isEmpty());
        QVERIFY(t.requests().isEmpty());
    }

    void everyAnswerIsClassified_data()
    {
        QTest::addColumn<int>("flavour");
        QTest::addColumn<int>("attempt"); // 0 first, 1 repeat, 2 repeat with the same key
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, Flavour flavour, int attempt, int code, const QByteArray &body,
                            OutcomeKind kind) {
            QTest::newRow(name) << int(flavour) << attempt << code << body << int(kind);
        };
        const QByteArray words("{\"error\":\"Validation failed\"}");
        const QByteArray gone("{\"error\":\"Record not found\"}");
        const QByteArray page("<html>nginx</html>");
        row("done", Flavour::Mastodon, 0, 200, status("5"), OutcomeKind::Done);
        row("done again", Flavour::Mastodon, 2, 200, status("5"), OutcomeKind::Done);
        row("empty after a panic", Flavour::GoToSocial, 0, 200, "", OutcomeKind::Uncertain);
        row("HTML", Flavour::Mastodon, 0, 200, page, OutcomeKind::Uncertain);
        row("half a body", Flavour::Mastodon, 0, 200, status("5").left(60), OutcomeKind::Uncertain);
        row("two documents", Flavour::GoToSocial, 0, 200, status("5") + "{}", OutcomeKind::Uncertain);
        row("another document", Flavour::Mastodon, 0, 200, "{\"id\":\"1\",\"scheduled_at\":\"x\"}",
            OutcomeKind::Uncertain);
        row("somebody else's post", Flavour::Pleroma, 2, 200, status("5", "eve", "66"),
            OutcomeKind::Uncertain);
        row("202", Flavour::Mastodon, 0, 202, "{}", OutcomeKind::Uncertain);
        row("301", Flavour::Mastodon, 0, 301, "", OutcomeKind::Uncertain);
        row("302", Flavour::Mastodon, 0, 302, status("5"), OutcomeKind::Uncertain);
        row("401", Flavour::Mastodon, 0, 401, "{\"error\":\"The access token was revoked\"}",
            OutcomeKind::SignedOut);
        row("401 of a proxy", Flavour::Mastodon, 0, 401, page, OutcomeKind::Uncertain);
        row("401 empty", Flavour::Snac, 0, 401, "", OutcomeKind::SignedOut);
        row("408", Flavour::Iceshrimp, 2, 408, "{\"error\":\"Failed to resolve idempotency key note\"}",
            OutcomeKind::Uncertain);
        row("409", Flavour::Mastodon, 2, 409, words, OutcomeKind::Uncertain);
        row("429", Flavour::Mastodon, 0, 429, "{\"error\":\"Too many requests\"}", OutcomeKind::RateLimited);
        row("500", Flavour::Mastodon, 0, 500, "{\"error\":\"x\"}", OutcomeKind::Uncertain);
        row("500 to a repeated key", Flavour::Mastodon, 2, 500,
            "{\"status\":500,\"error\":\"Internal Server Error\"}", OutcomeKind::Uncertain);
        row("502", Flavour::Mastodon, 0, 502, page, OutcomeKind::Uncertain);
        row("503 while another waits", Flavour::Mastodon, 2, 503, words, OutcomeKind::Uncertain);
        row("400 first", Flavour::GoToSocial, 0, 400,
            "{\"error\":\"Bad Request: text with spoiler exceed max chars\"}", OutcomeKind::Rejected);
        row("403 first", Flavour::Mastodon, 0, 403, "{\"error\":\"This action is not allowed\"}",
            OutcomeKind::Rejected);
        row("404 first", Flavour::GoToSocial, 0, 404, "{\"error\":\"Not Found: target status not found\"}",
            OutcomeKind::Rejected);
        row("404 page first", Flavour::Mastodon, 0, 404, page, OutcomeKind::Rejected);
        row("413 page first", Flavour::Mastodon, 0, 413, page, OutcomeKind::Rejected);
        row("422 first", Flavour::Mastodon, 0, 422, words, OutcomeKind::Rejected);
        row("422 empty first", Flavour::Snac, 0, 422, "", OutcomeKind::Rejected);
        row("422 repeated", Flavour::Mastodon, 1, 422, words, OutcomeKind::Rejected);
        row("413 page repeated", Flavour::Mastodon, 1, 413, page, OutcomeKind::Uncertain);
        row("duplicate key", Flavour::Pixelfed, 2, 400, "{\"error\":\"Duplicate idempotency key.\"}",
            OutcomeKind::DuplicateSomewhere);
        row("duplicate record", Flavour::Mastodon, 2, 422, "{\"error\":\"Duplicate record\"}",
            OutcomeKind::DuplicateSomewhere);
        row("deleted since", Flavour::Mastodon, 2, 404, gone, OutcomeKind::Done);
        row("404 with a new key", Flavour::Mastodon, 1, 404, gone, OutcomeKind::Rejected);
        row("404 where keys mean nothing", Flavour::GoToSocial, 2, 404, gone, OutcomeKind::Rejected);
        row("404 page repeated", Flavour::Mastodon, 2, 404, page, OutcomeKind::Uncertain);
    }
    void everyAnswerIsClassified()
    {
        QFETCH(int, flavour);
        QFETCH(int, attempt);
        QFETCH(int, code);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        ScriptedTransport t;
        t.answer(Method::Post, statusesUrl, code, body,
                 body.startsWith('<') ? "text/html" : "application/json");
        PublishRequest request = someRequest();
        request.repeat = attempt > 0;
        request.sameKey = attempt == 2;
        const Outcome outcome = publish(t, request, Flavour(flavour));
        QCOMPARE(int(outcome.kind), kind);
        QCOMPARE(outcome.status, code);
        QCOMPARE(outcome.post.has_value(), outcome.kind == OutcomeKind::Done && code == 200);
        if (outcome.kind == OutcomeKind::Rejected)
            QVERIFY(!outcome.words.isEmpty());
        QCOMPARE(t.requests().size(), 1);
    }

    void aMissingParentIsNotTakenForADeletedPost()
    {
        ScriptedTransport t;
        t.answer(Method::Post, statusesUrl, 404,
                 "{\"error\":\"The post you are trying to reply to does not exist\"}");
        t.answer(Method::Post, statusesUrl, 404, "{\"error\":\"Record not found\"}");
        PublishRequest request = someRequest();
        request.replyTo = RemoteRef(QStringLiteral("4"));
        request.repeat = true;
        request.sameKey = true;
        const auto s = service(t);
        QCOMPARE(settled(s->publisher()->publish(request)).take().kind, OutcomeKind::Rejected);
        QCOMPARE(settled(s->publisher()->publish(request)).take().kind, OutcomeKind::Done);
    }

    void faultsAreProvedUnsentOrUncertain()
    {
        ScriptedTransport t;
        t.fault(Method::Post, statusesUrl, HttpFault::Refused, true);
        t.fault(Method::Post, statusesUrl, HttpFault::ConnectionLost, false);
        t.fault(Method::Post, statusesUrl, HttpFault::TimedOut, false);
        t.fault(Method::Post, statusesUrl, HttpFault::AnswerTooLarge, false);
        const auto s = service(t);
        QCOMPARE(settled(s->publisher()->publish(someRequest())).take().kind, OutcomeKind::NotSent);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(settled(s->publisher()->publish(someRequest())).take().kind, OutcomeKind::Uncertain);
    }

    void aPauseIsCountedByTheServersClock()
    {
        ScriptedTransport t;
        t.setServerDate(1'795'312'800'000); // 2026-11-22T02:00:00Z, far from our own clock
        t.answer(Method::Post, statusesUrl, 429, "{\"error\":\"rate limit reached\"}", "application/json",
                 {{"x-ratelimit-reset", "2026-11-22T02:04:00.000Z"}});
        t.answer(Method::Post, statusesUrl, 429, "{\"error\":\"server capacity exceeded\"}",
                 "application/json", {{"retry-after", "30"}});
        t.answer(Method::Post, statusesUrl, 429, "{\"error\":\"rate limit reached\"}");
        t.answer(Method::Post, statusesUrl, 503, "<html>", "text/html", {{"retry-after", "120"}});
        const auto s = service(t);
        for (const qint64 pause : {240'000, 30'000, 60'000, 120'000})
            QCOMPARE(settled(s->publisher()->publish(someRequest())).take().retryAtMs,
                     m_clock.nowMs() + pause);
    }

    void deletionIsClassified_data()
    {
        QTest::addColumn<int>("flavour");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, Flavour flavour, int code, const QByteArray &body,
                            OutcomeKind kind) {
            QTest::newRow(name) << int(flavour) << code << body << int(kind);
        };
        row("deleted", Flavour::Mastodon, 200, status("5"), OutcomeKind::Done);
        row("empty 200", Flavour::GoToSocial, 200, "", OutcomeKind::Uncertain);
        row("not there", Flavour::Mastodon, 404, "{\"error\":\"Record not found\"}",
            OutcomeKind::AlreadyTrue);
        row("gone", Flavour::Mastodon, 410, "{\"error\":\"Gone\"}", OutcomeKind::AlreadyTrue);
        row("404 of a proxy", Flavour::Mastodon, 404, "<html>", OutcomeKind::Uncertain);
        row("snac says so of all", Flavour::Snac, 404, "<h1>404 Not Found (snac/2.75)</h1>",
            OutcomeKind::Rejected);
        row("other's", Flavour::GoToSocial, 403, "{\"error\":\"Forbidden\"}", OutcomeKind::Rejected);
        row("401", Flavour::Mastodon, 401, "", OutcomeKind::SignedOut);
        row("429", Flavour::Mastodon, 429, "", OutcomeKind::RateLimited);
        row("500", Flavour::Mastodon, 500, "", OutcomeKind::Uncertain);
    }
    void deletionIsClassified()
    {
        QFETCH(int, flavour);
        QFETCH(int, code);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        ScriptedTransport t;
        t.answer(Method::Delete, statusesUrl + QStringLiteral("/5"), code, body);
        const Outcome outcome =
            settled(service(t, Flavour(flavour))->publisher()->remove(RemoteRef(QStringLiteral("5")))).take();
        QCOMPARE(int(outcome.kind), kind);
        QVERIFY(!outcome.post);
        if (outcome.kind == OutcomeKind::Rejected)
            QVERIFY(!outcome.words.isEmpty());
    }

    void ownPostsAreWalkedDownToAProvedEnd()
    {
        ScriptedTransport t;
        t.setServerDate(77);
        t.answer(Method::Get, ownUrl + QStringLiteral("limit=40&exclude_reblogs=true"), 200,
                 joined({status("9"), boostBy("me", "8", status("7", "bob@x.example", "1")),
                         status("6", "eve", "2"), status("5")}),
                 "application/json",
                 {{"link",
                   "<https://home.example/api/v1/accounts/9/"
                   "statuses?limit=40&exclude_reblogs=true&max_id=5>; rel=\"next\""}});
        t.answer(Method::Get, ownUrl + QStringLiteral("limit=40&exclude_reblogs=true&max_id=5"), 200,
                 joined({status("4")}));
        t.answer(Method::Get, ownUrl + QStringLiteral("limit=40&exclude_reblogs=true&max_id=4"), 200, "[]");
        const auto s = service(t);
        QCOMPARE(s->publisher()->ownSources().size(), 1);
        const OwnPage first = settled(s->publisher()->ownPosts(0, {})).take();
        QCOMPARE(first.posts.size(), 2);
        QCOMPARE(first.posts.at(1).ref.value(), QStringLiteral("5"));
        QCOMPARE(first.serverDateMs, 77);
        QVERIFY(!first.reachedStart);
        const OwnPage second = settled(s->publisher()->ownPosts(0, first.olderCursor)).take();
        QCOMPARE(second.posts.size(), 1);
        // A short page is no end: on some servers pages are short in the middle.
        QVERIFY(!second.reachedStart);
        const OwnPage third = settled(s->publisher()->ownPosts(0, second.olderCursor)).take();
        QVERIFY(third.reachedStart && third.posts.isEmpty() && third.olderCursor.isEmpty());
        QVERIFY2(t.isFinished(), t.complaints());
    }

    void anEmptyPageThatNamesOneBelowIsNoEnd()
    {
        ScriptedTransport t;
        t.answer(
            Method::Get, ownUrl + QStringLiteral("limit=40&exclude_reblogs=true"), 200, "[]",
            "application/json",
            {{"link", "<https://home.example/api/v1/accounts/9/statuses?limit=40&max_id=5>; rel=\"next\""}});
        const OwnPage page = settled(service(t, Flavour::GoToSocial)->publisher()->ownPosts(0, {})).take();
        QVERIFY(!page.reachedStart);
        QCOMPARE(page.olderCursor, QStringLiteral("limit=40&max_id=5"));
    }

    void whatProvesNothingIsAnError_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("empty 200") << 200 << QByteArray() << QByteArray();
        QTest::newRow("half") << 200 << QByteArray("[{") << QByteArray("application/json");
        QTest::newRow("HTML") << 200 << QByteArray("<html>") << QByteArray("text/html");
        QTest::newRow("[] as HTML") << 200 << QByteArray("[]") << QByteArray("text/html");
        QTest::newRow("partial") << 206 << QByteArray("[]") << QByteArray("application/json");
        QTest::newRow("object") << 200 << QByteArray("{}") << QByteArray("application/json");
        QTest::newRow("502") << 502 << QByteArray("[]") << QByteArray("application/json");
        QTest::newRow("302") << 302 << QByteArray("[]") << QByteArray("application/json");
        QTest::newRow("401") << 401 << QByteArray("[]") << QByteArray("application/json");
    }
    void whatProvesNothingIsAnError()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        for (const Flavour flavour : {Flavour::Mastodon, Flavour::Snac}) {
            ScriptedTransport t;
            t.answer(Method::Get, ownUrl + QStringLiteral("limit=40&exclude_reblogs=true"), code, body, type);
            QVERIFY(!settled(service(t, flavour)->publisher()->ownPosts(0, {})).ok());
        }
        ScriptedTransport t;
        t.answer(Method::Get, homeUrl + QStringLiteral("limit=40"), code, body, type);
        QVERIFY(!settled(service(t, Flavour::Snac)->publisher()->ownPosts(1, {})).ok());
    }

    void snacsOwnPageComesWholeAndBoostedPostsCountByWhatIsInside()
    {
        ScriptedTransport t;
        t.answer(Method::Get, ownUrl + QStringLiteral("limit=40&exclude_reblogs=true"), 200,
                 joined({boostBy("erin@home.example", snacId(3), status(snacId(3), "me@home.example")),
                         status(snacId(2), "me@home.example")}));
        const auto s = service(t, Flavour::Snac);
        QCOMPARE(s->publisher()->ownSources().size(), 2);
        const OwnPage page = settled(s->publisher()->ownPosts(0, {})).take();
        QCOMPARE(page.posts.size(), 2);
        QVERIFY(page.reachedStart && page.olderCursor.isEmpty());
    }

    void snacsHomeIsWalkedWithAnOverlap()
    {
        ScriptedTransport t;
        QVector<QByteArray> first = others(100, 40);
        first[3] = status(snacId(103), "me@home.example");
        t.answer(Method::Get, homeUrl + QStringLiteral("limit=40"), 200, joined(first));
        // The id of the shared element has changed meanwhile: somebody liked the post.
        QVector<QByteArray> second{status(snacId(139, "1795319999"), "erin", "8")};
        second += others(200, 2);
        second.append(boostBy("bob@x.example", snacId(300), status(snacId(300), "me@home.example")));
        t.answer(Method::Get, homeUrl + QStringLiteral("limit=40&max_id=") + QString::fromLatin1(snacId(138)),
                 200, joined(second));
        const auto s = service(t, Flavour::Snac);
        const OwnPage one = settled(s->publisher()->ownPosts(1, {})).take();
        QCOMPARE(one.posts.size(), 1);
        QVERIFY(!one.reachedStart && !one.olderCursor.isEmpty());
        const OwnPage two = settled(s->publisher()->ownPosts(1, one.olderCursor)).take();
        QCOMPARE(two.posts.size(), 1);
        QCOMPARE(two.posts.at(0).ref.value(), QString::fromLatin1(snacId(300, "0000000000")));
        QVERIFY(two.reachedStart && two.olderCursor.isEmpty());
        QVERIFY2(t.isFinished(), t.complaints());
    }

    void aCursorThatSnacHasForgottenIsNoEnd()
    {
        for (const QByteArray &body : {QByteArray("[]"), joined(others(500, 3))}) {
            ScriptedTransport t;
            t.answer(Method::Get, homeUrl + QStringLiteral("limit=40"), 200, joined(others(100, 40)));
            t.answer(Method::Get,
                     homeUrl + QStringLiteral("limit=40&max_id=") + QString::fromLatin1(snacId(138)), 200,
                     body);
            const auto s = service(t, Flavour::Snac);
            const OwnPage one = settled(s->publisher()->ownPosts(1, {})).take();
            const auto two = settled(s->publisher()->ownPosts(1, one.olderCursor));
            QVERIFY(!two.ok());
            QCOMPARE(two.error().kind, ErrorKind::Conflict);
        }
    }

    void anElementSharedByTwoPagesCountsOnce()
    {
        ScriptedTransport t;
        QVector<QByteArray> first = others(100, 39);
        first.append(status(snacId(139), "me@home.example"));
        t.answer(Method::Get, homeUrl + QStringLiteral("limit=40"), 200, joined(first));
        t.answer(Method::Get, homeUrl + QStringLiteral("limit=40&max_id=") + QString::fromLatin1(snacId(138)),
                 200, joined({first.last()}));
        const auto s = service(t, Flavour::Snac);
        const OwnPage one = settled(s->publisher()->ownPosts(1, {})).take();
        QCOMPARE(one.posts.size(), 1);
        const OwnPage two = settled(s->publisher()->ownPosts(1, one.olderCursor)).take();
        QVERIFY(two.posts.isEmpty() && two.reachedStart);
    }

    void anEmptyHomeOfSnacIsItsEnd()
    {
        ScriptedTransport t;
        t.answer(Method::Get, homeUrl + QStringLiteral("limit=40"), 200, "[]");
        const OwnPage page = settled(service(t, Flavour::Snac)->publisher()->ownPosts(1, {})).take();
        QVERIFY(page.reachedStart && page.posts.isEmpty());
    }
};

QTEST_GUILESS_MAIN(MastodonPublisherTest)
#include "mastodonpublishertest.moc"
