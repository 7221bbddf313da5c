// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/media.h"

#include "support/fakeclock.h"
#include "support/temporaryprofile.h"

#include "heldtransport.h"
#include "pictures.h"

#include <QtTest>

using namespace Petrel;

namespace {

ImageRequest of(int number, const QSize &size = QSize(50, 50))
{
    return {QUrl(QStringLiteral("https://media.example/%1").arg(number)), size, ImageMode::Cover, 0};
}

QString urlOf(const ImageRequest &request)
{
    return request.url.toString();
}

} // namespace

class ImageLoaderTest : public QObject {
    Q_OBJECT
private:
    using ImageWish = Wish<QImage>;
    std::unique_ptr<TemporaryProfile> m_profile;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<HeldTransport> m_transport;
    std::unique_ptr<Media> m_media;

    void make(bool threaded, qint64 memoryBytes = 1'000'000, bool online = true)
    {
        m_media.reset();
        MediaOptions options;
        options.cache.directory = m_profile->file(QStringLiteral("media"));
        options.cache.threaded = threaded;
        options.images.threaded = threaded;
        options.images.memoryBytes = memoryBytes;
        options.transport = m_transport.get();
        if (!online) {
            options.fetcher.mayFetch = [](const QUrl &) {
                return Result<Unit>(Error{ErrorKind::Offline, {}, {}, {}});
            };
        }
        m_media = std::make_unique<Media>(*m_clock, options);
    }
    std::unique_ptr<ImageWish> ask(const ImageRequest &request)
    {
        auto wish = std::make_unique<ImageWish>();
        wish->of(m_media->images().load(request, wish.get()));
        return wish;
    }
    void bring(const ImageRequest &request, const QByteArray &bytes = pngFile(QSize(100, 200)))
    {
        m_transport->answer(urlOf(request), 200, bytes);
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        m_clock = std::make_unique<FakeClock>();
        m_transport = std::make_unique<HeldTransport>();
    }
    void cleanup() { m_media.reset(); }

    void aPictureComesAtTheSizeOfItsPlaceOffThisThread()
    {
        make(true);
        const auto wish = ask(of(1));
        QTRY_COMPARE(m_transport->open().size(), 1);
        bring(of(1));
        QVERIFY(!wish->ended());
        QTRY_VERIFY(wish->ended());
        QVERIFY(wish->ok());
        QCOMPARE(wish->value().size(), QSize(50, 50));
        QCOMPARE(wish->value().pixel(25, 25), qRgb(200, 40, 40));
    }

    void manyPicturesAtOnceAllCome()
    {
        make(true);
        std::vector<std::unique_ptr<ImageWish>> wishes;
        for (int i = 0; i < 40; ++i)
            wishes.push_back(ask(of(i)));
        const auto all = [&] {
            return std::all_of(wishes.begin(), wishes.end(), [](const auto &wish) { return wish->ok(); });
        };
        const auto step = [&] {
            const QStringList open = m_transport->open();
            for (const QString &url : open)
                m_transport->answer(url, 200, pngFile(QSize(60, 60), qRgb(url.size(), 1, 1)));
            return all();
        };
        QTRY_VERIFY_WITH_TIMEOUT(step(), 60'000);
    }

    void anEndAmidstDecodingIsNoTrouble()
    {
        make(true);
        std::vector<std::unique_ptr<ImageWish>> wishes;
        for (int i = 0; i < 6; ++i)
            wishes.push_back(ask(of(i, QSize(2'000, 2'000))));
        QTRY_COMPARE(m_transport->open().size(), 2);
        bring(of(5), pngFile(QSize(3'000, 3'000)));
        bring(of(4), pngFile(QSize(3'000, 3'000)));
        QTRY_COMPARE(m_transport->open().size(), 2);
        m_media.reset();
        for (const auto &wish : wishes)
            QVERIFY(wish->ended());
    }

    void identicalRequestsAreMadeOnceAndOtherSizesApart()
    {
        make(false);
        const auto first = ask(of(1));
        const auto second = ask(of(1));
        const auto larger = ask(of(1, QSize(80, 80)));
        QCOMPARE(m_transport->sent().size(), 1);
        bring(of(1));
        QVERIFY(first->ok() && second->ok() && larger->ok());
        QCOMPARE(first->value().cacheKey(), second->value().cacheKey());
        QCOMPARE(larger->value().size(), QSize(80, 80));
    }

    void memoryAnswersAtOnceUntilItIsFull()
    {
        make(false, 3 * 50 * 50 * 4);
        for (int i = 0; i < 3; ++i) {
            const auto wish = ask(of(i));
            bring(of(i));
            QVERIFY(wish->ok());
        }
        QVERIFY(!m_media->images().fromMemory(of(0)).isNull());
        const auto wish = ask(of(3));
        bring(of(3));
        QVERIFY(wish->ok());
        QVERIFY(!m_media->images().fromMemory(of(0)).isNull());
        QVERIFY(m_media->images().fromMemory(of(1)).isNull());
        QVERIFY(!m_media->images().fromMemory(of(3)).isNull());
        QVERIFY(ask(of(1))->ok());
        QCOMPARE(m_transport->sent().size(), 4);
        m_media->images().clearMemory();
        QVERIFY(m_media->images().fromMemory(of(3)).isNull());
    }

    void offlineItIsShownFromDisk()
    {
        make(false);
        const auto wish = ask(of(1));
        bring(of(1));
        QVERIFY(wish->ok());
        make(false, 1'000'000, false);
        QVERIFY(ask(of(1))->ok());
        QCOMPARE(ask(of(2))->kind(), ErrorKind::Offline);
        QCOMPARE(m_transport->sent().size(), 1);
    }

    void cornersAreCutWhereAskedFor()
    {
        make(false);
        ImageRequest round = of(1);
        round.radius = 25;
        const auto disc = ask(round);
        const auto square = ask(of(1));
        bring(of(1));
        QVERIFY(disc->ok() && square->ok());
        QCOMPARE(qAlpha(disc->value().pixel(0, 0)), 0);
        QCOMPARE(qAlpha(square->value().pixel(0, 0)), 255);
    }

    void aHostilePictureIsAnErrorAndNotTriedAgain()
    {
        make(false);
        const auto wish = ask(of(1));
        bring(of(1), pngClaiming(65'535, 65'535));
        QCOMPARE(wish->kind(), ErrorKind::Unsupported);
        QCOMPARE(ask(of(1))->kind(), ErrorKind::Unsupported);
        QCOMPARE(m_transport->sent().size(), 1);
    }

    void whatScrolledAwayIsNotFetched()
    {
        make(false);
        auto wish = ask(of(1));
        QCOMPARE(m_transport->open().size(), 1);
        wish.reset();
        QCOMPARE(m_transport->cut(), 1);
        QVERIFY(m_transport->open().isEmpty());
        const auto back = ask(of(1));
        bring(of(1));
        QVERIFY(back->ok());
    }
};

QTEST_GUILESS_MAIN(ImageLoaderTest)
#include "imageloadertest.moc"
