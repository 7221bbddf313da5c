// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/mediafetcher.h"

#include "media/mediacache.h"
#include "support/fakeclock.h"
#include "support/temporaryprofile.h"

#include "heldtransport.h"
#include "pictures.h"

#include <QtTest>

using namespace Petrel;

namespace {

QString at(const QString &host, int number)
{
    return QStringLiteral("https://%1/%2.png").arg(host).arg(number);
}

QString here(int number)
{
    return at(QStringLiteral("media.example"), number);
}

} // namespace

class MediaFetcherTest : public QObject {
    Q_OBJECT
private:
    using FileWish = Wish<MediaFile>;
    std::unique_ptr<TemporaryProfile> m_profile;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<HeldTransport> m_transport;
    std::unique_ptr<MediaCache> m_cache;
    std::unique_ptr<MediaFetcher> m_fetcher;
    const QByteArray m_png = pngFile(QSize(4, 4));

    void make(MayFetch mayFetch = {}, qint64 budget = 1'000'000)
    {
        m_fetcher.reset();
        m_cache.reset();
        MediaCacheOptions caching;
        caching.directory = m_profile->file(QStringLiteral("media"));
        caching.budgetBytes = budget;
        caching.threaded = false;
        m_cache = std::make_unique<MediaCache>(caching);
        MediaFetcherOptions options;
        options.mayFetch = std::move(mayFetch);
        m_fetcher = std::make_unique<MediaFetcher>(*m_cache, *m_transport, *m_clock, options);
    }
    std::unique_ptr<FileWish> ask(const QString &url)
    {
        auto wish = std::make_unique<FileWish>();
        wish->of(m_fetcher->fetch(QUrl(url), wish.get()));
        return wish;
    }
    std::vector<std::unique_ptr<FileWish>> askAll(const QStringList &urls)
    {
        std::vector<std::unique_ptr<FileWish>> wishes;
        for (const QString &url : urls)
            wishes.push_back(ask(url));
        return wishes;
    }
    std::optional<ErrorKind> outcome(const QString &url, int status, const QByteArray &body = "x")
    {
        const auto wish = ask(url);
        m_transport->answer(url, status, body);
        return wish->kind();
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        m_clock = std::make_unique<FakeClock>();
        m_transport = std::make_unique<HeldTransport>();
        make();
    }
    void cleanup()
    {
        m_fetcher.reset();
        QVERIFY(m_transport->open().isEmpty());
    }

    void whatWasFetchedOnceIsShownFromDisk()
    {
        const auto wish = ask(here(1));
        QVERIFY(!wish->ended());
        m_transport->answer(here(1), 200, m_png);
        QVERIFY(wish->ok());
        QCOMPARE(wish->value().bytes, m_png);
        QCOMPARE(wish->value().mime, QByteArray("image/png"));
        QVERIFY(QFile::exists(wish->value().path));

        make([](const QUrl &) { return Result<Unit>(Error{ErrorKind::Offline, {}, {}, {}}); });
        const auto again = ask(here(1));
        QVERIFY(again->ok());
        QCOMPARE(again->value().bytes, m_png);
        QCOMPARE(m_transport->sent().size(), 1);
    }

    void offlineWhatIsNotOnDiskIsAnsweredAtOnce()
    {
        make([](const QUrl &) { return Result<Unit>(Error{ErrorKind::Offline, {}, {}, {}}); });
        QCOMPARE(ask(here(1))->kind(), ErrorKind::Offline);
        QVERIFY(m_transport->sent().isEmpty());
    }

    void aRequestCarriesNothingOfThePerson()
    {
        const auto wish = ask(here(1));
        const HttpRequest &request = m_transport->sent().constFirst();
        QVERIFY(request.bearer.isEmpty());
        QCOMPARE(request.headers.size(), 1);
        QCOMPARE(request.headers.constFirst().first, QByteArray("Accept"));
        QCOMPARE(request.maxBytes, 16 * 1024 * 1024);
        m_transport->answer(here(1), 200, m_png);
    }

    void onlySecureAddressesAreFetched()
    {
        for (const char *url :
             {"http://media.example/a.png", "file:///etc/passwd", "data:image/png;base64,AA",
              "ftp://media.example/a", "//media.example/a", "", "https:///a", "qrc:/a.png"})
            QCOMPARE(ask(QString::fromLatin1(url))->kind(), ErrorKind::Unsupported);
        QVERIFY(m_transport->sent().isEmpty());
    }

    void thisComputerIsAskedOnlyWhereTheGatePermits()
    {
        const QString local = QStringLiteral("http://127.0.0.1:8080/a.png");
        for (const QString &url : {local, QStringLiteral("https://localhost/a.png")})
            QCOMPARE(ask(url)->kind(), ErrorKind::Unsupported);
        QVERIFY(m_transport->sent().isEmpty());
        make([](const QUrl &) { return Result<Unit>(Unit{}); });
        const auto wish = ask(local);
        m_transport->answer(local, 200, m_png);
        QVERIFY(wish->ok());
    }

    void equalRequestsShareOneDownload()
    {
        const auto first = ask(here(1));
        const auto second = ask(here(1) + QStringLiteral("#part"));
        QCOMPARE(m_transport->sent().size(), 1);
        m_transport->answer(here(1), 200, m_png);
        QVERIFY(first->ok() && second->ok());
    }

    void twoAtOnceGoToOneHostAndSixToAll()
    {
        QStringList urls;
        for (int i = 0; i < 4; ++i) {
            for (const char *host : {"a.example", "b.example", "c.example", "d.example"})
                urls << at(QString::fromLatin1(host), i);
        }
        const auto wishes = askAll(urls);
        const auto onHost = [&](const char *host) {
            return m_transport->open().filter(QLatin1String(host)).size();
        };
        QCOMPARE(m_transport->open().size(), 6);
        while (!m_transport->open().isEmpty()) {
            QVERIFY(m_transport->open().size() <= 6);
            for (const char *host : {"a.example", "b.example", "c.example", "d.example"})
                QVERIFY(onHost(host) <= 2);
            m_transport->answer(m_transport->open().constFirst(), 200, m_png);
        }
        for (const auto &wish : wishes)
            QVERIFY(wish->ok());
        QCOMPARE(m_transport->sent().size(), 16);
    }

    void whatWasAskedForLastComesFirst()
    {
        const auto wishes = askAll({here(1), here(2), here(3), here(4), here(5)});
        const auto again = ask(here(3));
        QCOMPARE(m_transport->open(), (QStringList{here(1), here(2)}));
        m_transport->answer(here(1), 200, m_png);
        m_transport->answer(here(2), 200, m_png);
        QCOMPARE(m_transport->open(), (QStringList{here(3), here(5)}));
        m_transport->answer(here(3), 200, m_png);
        QCOMPARE(m_transport->open(), (QStringList{here(5), here(4)}));
        m_transport->answer(here(5), 200, m_png);
        m_transport->answer(here(4), 200, m_png);
    }

    void whatNobodyWaitsForIsNotFetched()
    {
        auto wishes = askAll({here(1), here(2), here(3)});
        wishes.pop_back();
        m_transport->answer(here(1), 200, m_png);
        m_transport->answer(here(2), 200, m_png);
        QCOMPARE(m_transport->sent().size(), 2);
    }

    void aDownloadIsCutOffWhenTheLastOneLeavesAndMakesRoom()
    {
        auto first = ask(here(1));
        auto second = ask(here(1));
        const auto other = ask(here(2));
        const auto waiting = ask(here(3));
        first.reset();
        QCOMPARE(m_transport->cut(), 0);
        second.reset();
        QCOMPARE(m_transport->cut(), 1);
        QCOMPARE(m_transport->open(), (QStringList{here(2), here(3)}));
        const auto back = ask(here(1));
        QVERIFY(!back->ended());
        for (const int i : {2, 3, 1})
            m_transport->answer(here(i), 200, m_png);
        QVERIFY(other->ok() && waiting->ok() && back->ok());
    }

    void aBrokenAddressIsNotAskedForAgainForMinutes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("gone") << 404 << QByteArray() << ErrorKind::NotFound;
        QTest::newRow("not for us") << 401 << QByteArray() << ErrorKind::Forbidden;
        QTest::newRow("poisoned") << 500 << QByteArray() << ErrorKind::ServerDown;
        QTest::newRow("a page") << 200 << QByteArray("<!DOCTYPE html>") << ErrorKind::Unsupported;
        QTest::newRow("svg") << 200 << QByteArray("<svg/>") << ErrorKind::Unsupported;
        QTest::newRow("nothing") << 200 << QByteArray() << ErrorKind::Unsupported;
    }
    void aBrokenAddressIsNotAskedForAgainForMinutes()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        QCOMPARE(outcome(here(1), status, body), kind);
        const auto again = ask(here(1));
        QCOMPARE(again->kind(), kind);
        QVERIFY(again->error().retryAfterMs.value_or(0) > 60'000);
        QCOMPARE(m_transport->sent().size(), 1);
        const auto neighbours = askAll({here(2), here(3)});
        QCOMPARE(m_transport->open().size(), 2);
        m_transport->answer(here(2), 200, m_png);
        m_transport->answer(here(3), 200, m_png);
        m_clock->advance(600'000);
        const auto later = ask(here(1));
        m_transport->answer(here(1), 200, m_png);
        QVERIFY(later->ok());
    }

    void aHostThatDoesNotAnswerIsLeftAloneThenTriedOneByOne()
    {
        const auto wishes = askAll({here(1), here(2), here(3)});
        m_transport->fault(here(1), HttpFault::TimedOut);
        QCOMPARE(wishes.at(0)->kind(), ErrorKind::Timeout);
        QCOMPARE(wishes.at(2)->kind(), ErrorKind::Timeout);
        m_transport->fault(here(2), HttpFault::Refused);
        const auto refused = ask(here(4));
        QVERIFY(refused->kind());
        const auto elsewhere = ask(at(QStringLiteral("other.example"), 1));
        m_transport->answer(at(QStringLiteral("other.example"), 1), 200, m_png);
        QVERIFY(elsewhere->ok());

        m_clock->advance(*refused->error().retryAfterMs);
        const auto probes = askAll({here(1), here(2)});
        QCOMPARE(m_transport->open(), QStringList{here(1)});
        m_transport->answer(here(1), 200, m_png);
        QCOMPARE(m_transport->open(), QStringList{here(2)});
        const auto more = ask(here(3));
        QCOMPARE(m_transport->open().size(), 2);
        m_transport->answer(here(2), 200, m_png);
        m_transport->answer(here(3), 200, m_png);
    }

    void tryNowForgetsFailures()
    {
        QCOMPARE(outcome(here(1), 503), ErrorKind::ServerDown);
        QCOMPARE(ask(here(1))->kind(), ErrorKind::ServerDown);
        m_fetcher->forgetFailures();
        const auto wish = ask(here(1));
        m_transport->answer(here(1), 200, m_png);
        QVERIFY(wish->ok());
    }

    void noNetworkHereSpeaksAgainstNobody()
    {
        const auto wish = ask(here(1));
        m_transport->fault(here(1), HttpFault::NoNetworkHere);
        QCOMPARE(wish->kind(), ErrorKind::Offline);
        const auto again = ask(here(1));
        m_transport->answer(here(1), 200, m_png);
        QVERIFY(again->ok());
    }

    void aRedirectIsFollowedAndKeptUnderTheFirstAddress()
    {
        const QString next = at(QStringLiteral("cdn.example"), 9);
        auto wish = ask(here(1));
        m_transport->answer(here(1), 302, {}, {{"location", next.toLatin1()}});
        QCOMPARE(m_transport->open(), QStringList{next});
        m_transport->answer(next, 301, {}, {{"location", "/10.png"}});
        m_transport->answer(at(QStringLiteral("cdn.example"), 10), 200, m_png);
        QVERIFY(wish->ok());
        QVERIFY(ask(here(1))->ok());
        QCOMPARE(m_transport->sent().size(), 3);
    }

    void redirectsAreBounded()
    {
        const auto wish = ask(here(0));
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(m_transport->open(), QStringList{here(i)});
            m_transport->answer(here(i), 302, {}, {{"location", here(i + 1).toLatin1()}});
        }
        QCOMPARE(wish->kind(), ErrorKind::Unsupported);
        QCOMPARE(m_transport->sent().size(), 5);
    }

    void aRedirectNeverLeadsToThisComputerNorToPlainHttp()
    {
        int number = 0;
        for (const char *place : {"http://127.0.0.1:631/", "https://localhost/x", "http://[::1]/x",
                                  "http://media.example/x", "file:///etc/passwd", ""}) {
            const QString url = here(++number);
            const auto wish = ask(url);
            m_transport->answer(url, 302, {}, {{"location", place}});
            QCOMPARE(wish->kind(), ErrorKind::Unsupported);
        }
        QCOMPARE(m_transport->sent().size(), number);
    }

    void theGateIsAskedForEveryRequest()
    {
        QStringList asked;
        make([&](const QUrl &url) -> Result<Unit> {
            asked.append(url.host());
            if (url.host() == QLatin1String("closed.example"))
                return Error{ErrorKind::Forbidden, {}, {}, {}};
            return Unit{};
        });
        const auto wish = ask(here(1));
        m_transport->answer(here(1), 302, {}, {{"location", "https://closed.example/x"}});
        QCOMPARE(wish->kind(), ErrorKind::Forbidden);
        QCOMPARE(asked, (QStringList{QStringLiteral("media.example"), QStringLiteral("closed.example")}));
        QCOMPARE(m_transport->sent().size(), 1);
    }

    void aPictureThatCannotBeKeptIsShownAllTheSame()
    {
        make({}, 10);
        const auto wish = ask(here(1));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("shown but not kept")));
        m_transport->answer(here(1), 200, m_png);
        QVERIFY(wish->ok());
        QCOMPARE(wish->value().bytes, m_png);
        QVERIFY(wish->value().path.isEmpty());
    }

    void itsEndCutsEverythingOff()
    {
        const auto wishes = askAll({here(1), here(2), here(3)});
        m_fetcher.reset();
        QCOMPARE(m_transport->cut(), 2);
        for (const auto &wish : wishes)
            QCOMPARE(wish->kind(), ErrorKind::Cancelled);
    }

    void whoeverIsCancelledMayAskAgain()
    {
        QObject owner;
        auto asker = std::make_unique<QObject>();
        std::unique_ptr<FileWish> second;
        m_fetcher->fetch(QUrl(here(1)), asker.get()).finally(&owner, [&](const Result<MediaFile> &) {
            second = ask(here(1));
        });
        asker.reset();
        QVERIFY(second);
        QCOMPARE(m_transport->open(), QStringList{here(1)});
        m_transport->answer(here(1), 200, m_png);
        QVERIFY(second->ok());
    }
};

QTEST_GUILESS_MAIN(MediaFetcherTest)
#include "mediafetchertest.moc"
