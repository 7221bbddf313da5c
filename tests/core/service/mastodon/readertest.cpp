// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "service/mastodon/answer.h"
#include "service/mastodon/instancereader.h"
#include "service/mastodon/json.h"
#include "service/mastodon/pagereader.h"
#include "service/mastodon/postreader.h"
#include "service/mastodon/profilereader.h"
#include "service/mastodon/threadpagereader.h"

#include <QDateTime>
#include <QFile>
#include <QTest>
#include <QUrlQuery>

using namespace Petrel;

namespace {

QByteArray data(const char *name)
{
    QFile file(QStringLiteral(PETREL_TEST_DATA "/mastodon/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no test data: %s", name);
    return file.readAll();
}

ServerInfo server(Flavour flavour = Flavour::Mastodon)
{
    ServerInfo info;
    info.flavour = flavour;
    info.base = QUrl(QStringLiteral("https://home.example"));
    info.domain = QStringLiteral("home.example");
    return info;
}

HttpResponse response(const QByteArray &body, const QByteArray &link = {})
{
    HttpResponse answer;
    answer.status = 200;
    answer.contentType = "application/json";
    answer.body = body;
    answer.serverDateMs = 1'000;
    if (!link.isEmpty())
        answer.headers.append({"link", link});
    return answer;
}

const QString home = QStringLiteral("/api/v1/timelines/home");

StatusPage page(const char *name, Flavour flavour)
{
    const auto read = readStatusPage(response(data(name)), server(flavour), home, QStringLiteral("limit=40"));
    return read.value_or(StatusPage{});
}

qint64 at(const char *iso)
{
    return QDateTime::fromString(QLatin1String(iso), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

QString refsOf(const QVector<Post> &posts)
{
    QStringList refs;
    for (const Post &post : posts)
        refs.append(post.ref.value());
    return refs.join(QLatin1Char(' '));
}

} // namespace

class ReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPageOfMastodonIsRead()
    {
        const StatusPage read = page("mastodon-home.json", Flavour::Mastodon);
        QCOMPARE(read.entries.size(), 3);
        const Entry &rich = read.entries.at(0);
        QCOMPARE(rich.uri, QStringLiteral("https://home.example/users/bob/statuses/113"));
        QCOMPARE(rich.ref.value(), QStringLiteral("113"));
        QCOMPARE(rich.timeMs, at("2026-11-22T02:08:30.381Z"));
        const Post &post = rich.post;
        QCOMPARE(post.uri.value(), rich.uri);
        QCOMPARE(post.author.handle, QStringLiteral("bob@remote.example"));
        QCOMPARE(post.author.uri, QStringLiteral("https://remote.example/users/bob"));
        QCOMPARE(post.author.displayName, QStringLiteral("Bob :cat:"));
        QCOMPARE(post.author.nameFacets.size(), 1);
        QVERIFY(post.author.bot);
        QCOMPARE(post.body.text, QStringLiteral("@me look #Petrel"));
        QCOMPARE(post.body.facets.size(), 2);
        QCOMPARE(post.body.facets.at(0).extra, QStringLiteral("@me@home.example"));
        QCOMPARE(post.body.facets.at(1).target, QStringLiteral("petrel"));
        QCOMPARE(post.contentWarning, QStringLiteral("birds and more"));
        QVERIFY(post.sensitive);
        QCOMPARE(post.visibility, Visibility::Unlisted);
        QCOMPARE(post.language, QStringLiteral("de"));
        QCOMPARE(post.editedAtMs, at("2026-11-22T02:00:00.500Z"));
        QCOMPARE(post.replyToRef.value(), QStringLiteral("110"));
        QCOMPARE(post.replyToHandle, QStringLiteral("me@home.example"));
        QCOMPARE(post.replyCount, 2);
        QVERIFY(!post.sourceText);
        QCOMPARE(post.attachments.size(), 3);
        QCOMPARE(post.attachments.at(0).width, 640);
        QCOMPARE(post.attachments.at(0).altText, QStringLiteral("a petrel"));
        QCOMPARE(post.attachments.at(1).kind, Attachment::Kind::AnimatedImage);
        QCOMPARE(post.attachments.at(1).url, QStringLiteral("https://remote.example/g.mp4"));
        QCOMPARE(post.attachments.at(2).kind, Attachment::Kind::Unknown);
        QVERIFY(post.attachments.at(2).url.isEmpty());
        QCOMPARE(read.entries.at(2).post.visibility, Visibility::Followers);
        QCOMPARE(read.entries.at(2).post.replyToHandle, QStringLiteral("me@home.example"));
    }

    void aBoostIsAnEntryAroundThePost()
    {
        const StatusPage read = page("mastodon-home.json", Flavour::Mastodon);
        const Entry &boost = read.entries.at(1);
        QVERIFY(boost.boostedBy);
        QCOMPARE(boost.boostedBy->handle, QStringLiteral("me@home.example"));
        QCOMPARE(boost.uri, QStringLiteral("https://home.example/users/me/statuses/112/activity"));
        QCOMPARE(boost.ref.value(), QStringLiteral("112"));
        QCOMPARE(boost.timeMs, at("2026-11-22T02:08:30.381Z"));
        QCOMPARE(boost.post.ref.value(), QStringLiteral("111"));
        QCOMPARE(boost.post.uri.value(), QStringLiteral("https://remote.example/users/bob/statuses/9"));
        QCOMPARE(boost.post.createdAtMs, at("2026-11-21T00:00:00.000Z"));
        QCOMPARE(boost.post.favouriteCount, 7);
        QCOMPARE(boost.post.flags.boosted, std::optional<bool>(true));
        QVERIFY(!boost.post.flags.pinned);
    }

    void goToSocialsWaysAreUnderstood()
    {
        const StatusPage read = page("gotosocial-home.json", Flavour::GoToSocial);
        QCOMPARE(read.entries.size(), 2);
        const Entry &boost = read.entries.at(0);
        QVERIFY(boost.boostedBy);
        QCOMPARE(boost.post.body.text, QStringLiteral("hi <there>"));
        QCOMPARE(boost.post.sourceText, std::optional<QString>(QStringLiteral("hi <there>")));
        QVERIFY(!boost.post.flags.bookmarked);
        QVERIFY(boost.post.author.locked);
        QVERIFY(boost.post.author.avatarUrl.isEmpty());
        QCOMPARE(read.entries.at(1).post.visibility, Visibility::Unknown);
    }

    void snacsWaysAreUnderstood()
    {
        const StatusPage read = page("snac-home.json", Flavour::Snac);
        QCOMPARE(read.entries.size(), 3);
        const Entry &boost = read.entries.at(0);
        const QString stable = QStringLiteral("00000000000920f5d1f6a3c1e0b7d4a9e8c2b1f0aa");
        QVERIFY(boost.boostedBy);
        QCOMPARE(boost.boostedBy->handle, QStringLiteral("dave@home.example"));
        QCOMPARE(boost.ref.value(), stable);
        QCOMPARE(boost.post.ref.value(), stable);
        QCOMPARE(boost.uri, QStringLiteral("https://home.example/dave/d/%1/Announce").arg(stable));
        QCOMPARE(boost.post.body.text, QStringLiteral("boosted\ntwice"));
        QCOMPARE(boost.post.sourceText, std::optional<QString>(QStringLiteral("boosted\ntwice")));
        QCOMPARE(boost.post.author.uri, QStringLiteral("https://home.example/erin"));
        const Post &number = read.entries.at(1).post;
        QCOMPARE(number.visibility, Visibility::Direct);
        QCOMPARE(number.body.text, QStringLiteral("@dave@home.example 12"));
        QCOMPARE(number.body.facets.at(0).extra, QStringLiteral("@dave@home.example"));
        QVERIFY(!number.sourceText);
        QVERIFY(number.language.isEmpty());
        QCOMPARE(number.replyToRef.value(), QStringLiteral("00000000002920f5d1f6a3c1e0b7d4a9e8c2b1f0cc"));
        QCOMPARE(number.attachments.at(0).kind, Attachment::Kind::Image);
        const Entry &bad = read.entries.at(2);
        QCOMPARE(bad.timeMs, read.entries.at(1).timeMs);
        QVERIFY(!bad.post.sourceText);
    }

    void theNameOfAPostDoesNotChangeWithItsLikes()
    {
        const QString md5 = QStringLiteral("0920f5d1f6a3c1e0b7d4a9e8c2b1f0aa");
        QCOMPARE(stablePostRef(QStringLiteral("1795313335") + md5, Flavour::Snac),
                 stablePostRef(QStringLiteral("1795313342") + md5, Flavour::Snac));
        QCOMPARE(stablePostRef(QStringLiteral("         0") + md5, Flavour::Snac),
                 stablePostRef(QStringLiteral("1795313342") + md5, Flavour::Snac));
        QCOMPARE(stablePostRef(QStringLiteral("1795313335") + md5, Flavour::Mastodon).value(),
                 QStringLiteral("1795313335") + md5);
    }

    void unreadableElementsAreLeftOutAndTheRestIsRead()
    {
        const StatusPage read = page("odd-home.json", Flavour::Other);
        QCOMPARE(read.ids.size(), 12);
        QCOMPARE(read.entries.size(), 3);
        const Post &odd = read.entries.at(0).post;
        QCOMPARE(odd.ref.value(), QStringLiteral("4"));
        QCOMPARE(odd.uri.value(), QStringLiteral("home.example/4"));
        QCOMPARE(odd.author.handle, QStringLiteral("zed@home.example"));
        QVERIFY(odd.author.url.isEmpty() && odd.author.avatarUrl.isEmpty());
        QCOMPARE(odd.boostCount, 12);
        QCOMPARE(odd.favouriteCount, 0);
        QCOMPARE(odd.replyCount, 0);
        QVERIFY(!odd.flags.favourited);
        QCOMPARE(odd.visibility, Visibility::Unknown);
        QVERIFY(odd.language.isEmpty());
        QCOMPARE(odd.replyToRef.value(), QStringLiteral("77"));
        QCOMPARE(odd.createdAtMs, 1'000);
        QCOMPARE(read.entries.at(1).post.uri.value(), QStringLiteral("https://home.example/@zed/5"));
        const Post &old = read.entries.at(2).post;
        QVERIFY(old.uri.value().startsWith(QLatin1String("tag:old.example")));
        QCOMPARE(old.createdAtMs / 1000, at("2026-11-22T02:08:30.000Z") / 1000);
        QVERIFY(!old.sourceText);
        QCOMPARE(QUrlQuery(read.olderCursor).queryItemValue(QStringLiteral("max_id")), QStringLiteral("7"));
    }

    void aThreadOfMastodonIsRead()
    {
        const auto read =
            readContext(response(data("mastodon-context.json")), server(), RemoteRef(QStringLiteral("110")));
        QVERIFY(read);
        QCOMPARE(refsOf(read->ancestors), QStringLiteral("100 101"));
        QCOMPARE(refsOf(read->descendants), QStringLiteral("111 113 114 112"));
        QVERIFY(!read->post);
        QVERIFY(read->nextCursor.isEmpty());
        const Post &reply = read->descendants.at(1);
        QCOMPARE(reply.replyToRef.value(), QStringLiteral("111"));
        QCOMPARE(reply.uri.value(), QStringLiteral("https://home.example/users/bob/statuses/113"));
        QCOMPARE(reply.author.handle, QStringLiteral("bob@home.example"));
        QCOMPARE(reply.body.text, QStringLiteral("Thanks"));
        QCOMPARE(reply.flags.favourited, std::optional<bool>(true));
    }

    void aConversationCutByAgeIsReadWithoutFaultOrRepeat()
    {
        const auto read = readContext(response(data("odd-context.json")), server(Flavour::Pleroma),
                                      RemoteRef(QStringLiteral("A3")));
        QVERIFY(read);
        QCOMPARE(refsOf(read->ancestors), QStringLiteral("A1 B1 A2"));
        QCOMPARE(refsOf(read->descendants), QStringLiteral("C2 C1 D1"));
    }

    void aThreadOfSnacIsReadUnderNamesThatStay()
    {
        const auto status = [](const char *time, const char *hash, const char *parent) {
            return QByteArray("{\"id\":\"") + time + hash + "\",\"uri\":\"https://home.example/dave/p/" + hash
                + "\",\"created_at\":\"2026-11-22T02:08:30Z\",\"account\":{\"id\":\"1\",\"acct\":\"dave\"},"
                  "\"in_reply_to_id\":"
                + (parent ? QByteArray("\"1795313337") + parent + '"' : QByteArray("null")) + '}';
        };
        const char *one = "0123456789abcdef0123456789abcde1";
        const char *two = "0123456789abcdef0123456789abcde2";
        const auto read =
            readContext(response("{\"ancestors\":[" + status("1795313111", one, nullptr)
                                 + "],\"descendants\":[" + status("1795313999", two, one) + "]}"),
                        server(Flavour::Snac), RemoteRef(QStringLiteral("x")));
        QVERIFY(read);
        QCOMPARE(read->descendants.first().replyToRef, read->ancestors.first().ref);
    }

    void aHeapIsCutFarFromThePost()
    {
        QByteArray above;
        QByteArray below;
        for (int i = 0; i < mostContextPosts + 10; ++i) {
            const auto status = [i](int from) {
                return QByteArray("{\"id\":\"") + QByteArray::number(from + i)
                    + "\",\"created_at\":\"2026-11-22T02:08:30Z\",\"account\":{\"id\":\"1\",\"acct\":"
                      "\"dave\"}},";
            };
            above += status(0);
            below += status(100'000);
        }
        above.chop(1);
        below.chop(1);
        const auto read =
            readContext(response("{\"ancestors\":[" + above + "],\"descendants\":[" + below + "]}"), server(),
                        RemoteRef(QStringLiteral("x")));
        QVERIFY(read);
        QCOMPARE(read->ancestors.size(), mostContextPosts);
        QCOMPARE(read->ancestors.last().ref.value(), QString::number(mostContextPosts + 9));
        QCOMPARE(read->descendants.size(), mostContextPosts);
        QCOMPARE(read->descendants.first().ref.value(), QStringLiteral("100000"));
    }

    void whatIsNoPageIsNotAnEmptyPage_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isPage");
        QTest::newRow("empty page") << QByteArray("[]") << QByteArray("application/json") << true;
        QTest::newRow("nothing") << QByteArray() << QByteArray("application/json") << false;
        QTest::newRow("object") << QByteArray("{}") << QByteArray("application/json") << false;
        QTest::newRow("half") << QByteArray("[{\"id\":\"1\"") << QByteArray("application/json") << false;
        QTest::newRow("two documents") << QByteArray("[]{}") << QByteArray("application/json") << false;
        QTest::newRow("HTML") << QByteArray("<html>") << QByteArray("text/html") << false;
        QTest::newRow("null") << QByteArray("null") << QByteArray("application/json") << false;
        QTest::newRow("empty page labelled as HTML") << QByteArray("[]") << QByteArray("text/html") << false;
        QTest::newRow("full page labelled as text")
            << QByteArray("[{\"id\":\"1\",\"uri\":\"u\",\"account\":{\"acct\":\"a\"}}]")
            << QByteArray("text/plain") << true;
    }
    void whatIsNoPageIsNotAnEmptyPage()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(bool, isPage);
        HttpResponse answer = response(body);
        answer.contentType = type;
        QCOMPARE(readStatusPage(answer, server(), home, QStringLiteral("limit=40")).has_value(), isPage);
    }

    void theCursorIsTheServersOwnWhereItLeadsToTheSamePlace_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("cursor");
        const auto row = [](const char *name, const char *link, const char *before, const char *cursor) {
            QTest::newRow(name) << QByteArray(link) << QString::fromLatin1(before)
                                << QString::fromLatin1(cursor);
        };
        row("as given",
            "<https://home.example/api/v1/timelines/home?limit=40&max_id=50>; rel=\"next\", "
            "<https://home.example/api/v1/timelines/home?min_id=60>; rel=\"prev\"",
            "limit=40", "limit=40&max_id=50");
        row("lost limit", "<https://home.example/api/v1/timelines/home?max_id=50>; rel=\"next\"", "limit=40",
            "max_id=50&limit=40");
        row("plain http behind a proxy",
            "<http://home.example/api/v1/timelines/home?max_id=50&limit=40>; rel=next", "limit=40",
            "max_id=50&limit=40");
        row("relative", "</api/v1/timelines/home?max_id=50&limit=40>; rel=\"next\"", "limit=40",
            "max_id=50&limit=40");
        row("other host", "<https://evil.example/api/v1/timelines/home?max_id=50>; rel=\"next\"", "limit=40",
            "limit=40&max_id=7");
        row("other path", "<https://home.example/api/v1/statuses/9/reblog?max_id=50>; rel=\"next\"",
            "limit=40", "limit=40&max_id=7");
        row("other port", "<https://home.example:8443/api/v1/timelines/home?max_id=50>; rel=\"next\"",
            "limit=40", "limit=40&max_id=7");
        row("swapped",
            "<https://home.example/api/v1/timelines/home?min_id=60>; rel=\"next\", "
            "<https://home.example/api/v1/timelines/home?max_id=50&limit=40>; rel=\"prev\"",
            "limit=40", "max_id=50&limit=40");
        row("none", "", "limit=40&max_id=90", "limit=40&max_id=7");
        row("in a circle", "<https://home.example/api/v1/timelines/home?limit=40&max_id=50>; rel=\"next\"",
            "limit=40&max_id=50", "");
        row("broken", "<https://home.example/api", "limit=40", "limit=40&max_id=7");
        row("no relation", "<https://home.example/api/v1/timelines/home?max_id=50>", "limit=40",
            "limit=40&max_id=7");
        row("several relations",
            "<https://home.example/api/v1/timelines/home?max_id=50&limit=9>; title=\"a, b\"; rel=\"last "
            "next\"",
            "limit=40", "max_id=50&limit=9");
    }
    void theCursorIsTheServersOwnWhereItLeadsToTheSamePlace()
    {
        QFETCH(QByteArray, link);
        QFETCH(QString, before);
        QFETCH(QString, cursor);
        const QByteArray body("[{\"id\":\"8\",\"uri\":\"u\",\"account\":{\"acct\":\"a\"}},{\"id\":\"7\"}]");
        const auto read = readStatusPage(response(body, link), server(), home, before);
        QVERIFY(read);
        QCOMPARE(read->olderCursor, cursor);
    }

    void anEndlessPageIsCutAndGoneOnFromThere()
    {
        QByteArray body("[");
        for (int i = 9'000; i > 1'000; --i)
            body += (i < 9'000 ? ",{\"id\":\"" : "{\"id\":\"") + QByteArray::number(i)
                + "\",\"uri\":\"https://home.example/" + QByteArray::number(i)
                + "\",\"account\":{\"acct\":\"a\"}}";
        const auto read = readStatusPage(
            response(body + "]", "<https://home.example/api/v1/timelines/home?max_id=1001>; rel=\"next\""),
            server(), home, QStringLiteral("limit=40"));
        QVERIFY(read);
        QCOMPARE(read->entries.size(), 400);
        QCOMPARE(read->ids.size(), 400);
        QCOMPARE(read->olderCursor, QStringLiteral("limit=40&max_id=8601"));
    }

    void anEmptyPageHasNoCursorUnlessTheServerNamesOne()
    {
        const auto end = readStatusPage(response("[]"), server(), home, QStringLiteral("limit=40&max_id=5"));
        QVERIFY(end && end->olderCursor.isEmpty() && !end->linked);
        const auto hole = readStatusPage(
            response("[]", "<https://home.example/api/v1/timelines/home?max_id=4>; rel=\"next\""), server(),
            home, QStringLiteral("limit=40&max_id=5"));
        QVERIFY(hole && hole->linked);
        QCOMPARE(hole->olderCursor, QStringLiteral("max_id=4&limit=40"));
    }

    void handlesAreWholeAndLowerCase_data()
    {
        QTest::addColumn<QString>("acct");
        QTest::addColumn<QString>("handle");
        const auto row = [](const char *acct, const char *handle) {
            QTest::newRow(acct) << QString::fromUtf8(acct) << QString::fromUtf8(handle);
        };
        row("Me", "me@home.example");
        row("@me", "me@home.example");
        row("Bob@Remote.Example", "bob@remote.example");
        row("erin@localhost:8082", "erin@localhost:8082");
        row("", "");
        row("@", "");
        row("a@b@c", "");
        row("a@", "");
        row("a b", "");
        row("../x", "");
    }
    void handlesAreWholeAndLowerCase()
    {
        QFETCH(QString, acct);
        QFETCH(QString, handle);
        QCOMPARE(handleFrom(acct, server()), handle);
    }

    void theAccountsOwnProfileIsRead()
    {
        const auto own = readOwnProfile(*Json::objectFrom(data("verify-credentials.json")), server());
        QVERIFY(own);
        QCOMPARE(own->profile.handle, QStringLiteral("me@home.example"));
        QCOMPARE(own->defaultVisibility, Visibility::Followers);
        QCOMPARE(own->defaultLanguage, QStringLiteral("de"));
        const auto dave =
            readOwnProfile(*Json::objectFrom(data("verify-credentials-snac.json")), server(Flavour::Snac));
        QVERIFY(dave);
        QCOMPARE(dave->profile.handle, QStringLiteral("dave@home.example"));
        QCOMPARE(dave->profile.uri, QStringLiteral("https://home.example/dave"));
        QVERIFY(!readOwnProfile({}, server()));
    }

    void theDefaultVisibilityIsNeverWiderThanTheServers_data()
    {
        QTest::addColumn<QString>("privacy");
        QTest::addColumn<bool>("snac");
        QTest::addColumn<std::optional<Visibility>>("read");
        const auto row = [](const char *privacy, std::optional<Visibility> read, bool snac = false) {
            QTest::addRow("%s%s", privacy, snac ? ", snac" : "")
                << QString::fromLatin1(privacy) << snac << read;
        };
        row("public", Visibility::Public);
        row("unlisted", Visibility::Unlisted);
        row("private", Visibility::Followers);
        row("direct", Visibility::Direct);
        row("local", Visibility::Followers);
        row("", std::nullopt);
        row("unlisted", Visibility::Public, true);
    }
    void theDefaultVisibilityIsNeverWiderThanTheServers()
    {
        QFETCH(QString, privacy);
        QFETCH(bool, snac);
        QJsonObject account = *Json::objectFrom(data("verify-credentials.json"));
        account.insert(QStringLiteral("source"), QJsonObject{{QStringLiteral("privacy"), privacy}});
        const auto own = readOwnProfile(account, server(snac ? Flavour::Snac : Flavour::Mastodon));
        QVERIFY(own);
        QTEST(own->defaultVisibility, "read");
    }

    void timesOfEveryKindAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("Z") << QStringLiteral("2026-11-22T02:08:30Z") << at("2026-11-22T02:08:30.000Z");
        QTest::newRow("one digit") << QStringLiteral("2026-11-22T02:08:30.5Z")
                                   << at("2026-11-22T02:08:30.500Z");
        QTest::newRow("offset") << QStringLiteral("2026-11-22T02:08:30+02:00")
                                << at("2026-11-22T00:08:30.000Z");
        QTest::newRow("no zone") << QStringLiteral("2026-11-22T02:08:30") << at("2026-11-22T02:08:30.000Z");
        QTest::newRow("tomorrow") << QStringLiteral("tomorrow.000Z") << qint64(-1);
        QTest::newRow("number") << QStringLiteral("1795313671.676637") << qint64(-1);
        QTest::newRow("empty") << QString() << qint64(-1);
        QTest::newRow("no such day") << QStringLiteral("2026-02-31T00:00:00Z") << qint64(-1);
    }
    void timesOfEveryKindAreRead()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ms);
        QCOMPARE(Json::time(text).value_or(-1), ms);
    }

    void pausesAreReadInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("ms");
        const auto row = [](const char *label, const char *name, const char *value, qint64 ms) {
            QTest::newRow(label) << QByteArray(name) << QByteArray(value) << ms;
        };
        // The server's clock stands at 2026-11-22T02:00:00Z.
        row("seconds", "retry-after", "30", 30'000);
        row("date", "retry-after", "Sun, 22 Nov 2026 02:01:00 +0000", 60'000);
        row("date of HTTP", "retry-after", "Sun, 22 Nov 2026 02:01:00 GMT", 60'000);
        row("zero is a moment", "retry-after", "0", 1'000);
        row("rubbish", "retry-after", "soon", -1);
        row("ISO", "x-ratelimit-reset", "2026-11-22T02:05:00.000Z", 300'000);
        row("ISO with six digits", "x-ratelimit-reset", "2026-11-22T02:05:00.123456Z", 300'123);
        row("seconds since 1970", "x-ratelimit-reset", "1795312860", 60'000);
        row("seconds left", "x-ratelimit-reset", "45", 45'000);
        row("past", "x-ratelimit-reset", "2026-11-22T01:00:00.000Z", 1'000);
        row("a year", "x-ratelimit-reset", "2027-11-22T01:00:00.000Z", 86'400'000);
        row("nothing", "x-other", "1", -1);
    }
    void pausesAreReadInEveryForm()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(qint64, ms);
        HttpResponse answer;
        answer.status = 429;
        answer.serverDateMs = at("2026-11-22T02:00:00.000Z");
        answer.headers.append({name, value});
        QCOMPARE(pauseAskedFor(answer, 5).value_or(-1), ms);
    }

    void theServersWordsAreFound()
    {
        QCOMPARE(serverWords(response("{\"error\":\"No\\u202e way\\n!\"}")), QStringLiteral("No way !"));
        QCOMPARE(serverWords(response("{\"error\":\"e\",\"error_description\":\"why\"}")),
                 QStringLiteral("why"));
        QCOMPARE(serverWords(response("{\"errors\":{\"text\":[\"too long\"]}}")), QStringLiteral("too long"));
        QCOMPARE(serverWords(response("{\"message\":\"m\",\"errors\":[]}")), QStringLiteral("m"));
        QCOMPARE(serverWords(response("<h1>404</h1>")), QString());
        QCOMPARE(serverWords(response("{\"error\":\"a\"}{}")), QString());
    }

    void instanceDocumentsOfBothVersionsAreRead()
    {
        const auto two = readInstance(*Json::objectFrom(data("instance-v2.json")));
        QVERIFY(two);
        QCOMPARE(two->domain, QStringLiteral("home.example"));
        QCOMPARE(two->title, QStringLiteral("Home Sweet"));
        QCOMPARE(two->maxCharacters, 777);
        QCOMPARE(two->apiVersion, 7);
        const auto one = readInstance(*Json::objectFrom(data("instance-v1-snac.json")));
        QVERIFY(one);
        QCOMPARE(one->maxCharacters, 100'000);
        QCOMPARE(one->urlLength, 32);
        QCOMPARE(flavourOf({}, one->version), Flavour::Snac);
        const auto bare =
            readInstance({{QStringLiteral("uri"), QStringLiteral("https://x.example/")},
                          {QStringLiteral("version"), QStringLiteral("2.7.2 (compatible; Akkoma 3.1)")},
                          {QStringLiteral("max_toot_chars"), 5000}});
        QVERIFY(bare);
        QCOMPARE(bare->domain, QStringLiteral("x.example"));
        QCOMPARE(bare->maxCharacters, 5000);
        QCOMPARE(flavourOf({}, bare->version), Flavour::Pleroma);
        QVERIFY(!readInstance({}));
        QVERIFY(!readInstance({{QStringLiteral("title"), QStringLiteral("a blog")}}));
    }

    void hostMetaAndWebfingerNameTheServer()
    {
        QCOMPARE(serverFromHostMeta(
                     "<?xml version=\"1.0\"?><XRD><Link rel=\"lrdd\" type='application/xrd+xml' "
                     "template=\"https://social.example/.well-known/webfinger?resource={uri}\"/></XRD>"),
                 QUrl(QStringLiteral("https://social.example")));
        QCOMPARE(serverFromHostMeta(
                     "{\"links\":[{\"rel\":\"lrdd\",\"template\":\"https://s.example/w?r={uri}\"}]}"),
                 QUrl(QStringLiteral("https://s.example")));
        QVERIFY(serverFromHostMeta("<html><body>hello</body></html>").isEmpty());
        QVERIFY(serverFromHostMeta({}).isEmpty());
        const auto finger = Json::objectFrom(
            "{\"subject\":\"acct:me@example.org\",\"links\":[{\"rel\":\"http://webfinger.net/rel/"
            "profile-page\","
            "\"type\":\"text/html\",\"href\":\"https://www.example.org/@me\"},{\"rel\":\"self\",\"type\":"
            "\"application/activity+json\",\"href\":\"https://social.example.org/users/me\"}]}");
        QCOMPARE(serverFromWebfinger(*finger), QUrl(QStringLiteral("https://social.example.org")));
        QVERIFY(serverFromWebfinger({}).isEmpty());
    }

    void whatIsKnownOfAServerSurvivesItsBytes()
    {
        ServerInfo info = server(Flavour::GoToSocial);
        info.software = QStringLiteral("gotosocial");
        info.version = QStringLiteral("0.19.2");
        info.maxCharacters = 5000;
        info.apiVersion = 3;
        const auto read = ServerInfo::fromBytes(info.toBytes());
        QVERIFY(read);
        QCOMPARE(read->toBytes(), info.toBytes());
        QCOMPARE(read->flavour, Flavour::GoToSocial);
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("x"), QByteArray("{}"), QByteArray("{\"v\":1}"),
              QByteArray("{\"v\":9,\"base\":\"https://a.example\"}")})
            QVERIFY(!ServerInfo::fromBytes(bytes));
    }

    void flavoursAreToldApart_data()
    {
        QTest::addColumn<QString>("software");
        QTest::addColumn<int>("flavour");
        QTest::newRow("mastodon") << QStringLiteral("Mastodon") << int(Flavour::Mastodon);
        QTest::newRow("hometown") << QStringLiteral("hometown") << int(Flavour::Mastodon);
        QTest::newRow("gotosocial") << QStringLiteral("gotosocial") << int(Flavour::GoToSocial);
        QTest::newRow("snac") << QStringLiteral("snac") << int(Flavour::Snac);
        QTest::newRow("akkoma") << QStringLiteral("akkoma") << int(Flavour::Pleroma);
        QTest::newRow("pixelfed") << QStringLiteral("pixelfed") << int(Flavour::Pixelfed);
        QTest::newRow("sharkey") << QStringLiteral("sharkey") << int(Flavour::Other);
    }
    void flavoursAreToldApart()
    {
        QFETCH(QString, software);
        QFETCH(int, flavour);
        QCOMPARE(int(flavourOf(software, QStringLiteral("4.0.0"))), flavour);
    }

    void capabilitiesSayWhatAFlavourReallyDoes()
    {
        const Capabilities mastodon = capabilitiesOf(server(Flavour::Mastodon));
        QVERIFY(mastodon.canDelete && mastodon.boostIsIdempotent);
        QCOMPARE(mastodon.idempotencyMs, 3'600'000);
        const Capabilities snac = capabilitiesOf(server(Flavour::Snac));
        QVERIFY(!snac.canDelete && snac.boostIsIdempotent);
        QCOMPARE(snac.idempotencyMs, 0);
        QCOMPARE(snac.visibilities, (QVector<Visibility>{Visibility::Public, Visibility::Direct}));
        const Capabilities gts = capabilitiesOf(server(Flavour::GoToSocial));
        QVERIFY(!gts.boostIsIdempotent && gts.text.warningCounts);
        QCOMPARE(gts.idempotencyMs, 0);
        QCOMPARE(capabilitiesOf(server(Flavour::Pleroma)).idempotencyMs, 6 * 3'600'000);
        const Capabilities pixelfed = capabilitiesOf(server(Flavour::Pixelfed));
        QVERIFY(!pixelfed.visibilities.contains(Visibility::Direct));
        QCOMPARE(pixelfed.idempotencyMs, 0);
        const Capabilities other = capabilitiesOf(server(Flavour::Other));
        QVERIFY(!other.boostIsIdempotent);
        QCOMPARE(other.idempotencyMs, 0);
    }
};

QTEST_GUILESS_MAIN(ReaderTest)
#include "readertest.moc"
