// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/imagedecoder.h"

#include "media/imageheader.h"

#include "pictures.h"

#include <QLoggingCategory>
#include <QtTest>

using namespace Petrel;

namespace {

QImage shown(const QByteArray &bytes, const QSize &wanted, ImageMode mode = ImageMode::Fit)
{
    auto image = decodeImage(bytes, wanted, mode);
    if (!image.ok())
        qWarning().noquote() << image.error().detail;
    return image.ok() ? image.take() : QImage();
}

std::optional<ErrorKind> refusal(const QByteArray &bytes)
{
    const auto image = decodeImage(bytes, QSize(100, 100), ImageMode::Fit);
    return image.ok() ? std::nullopt : std::optional(image.error().kind);
}

bool isAbout(QRgb pixel, QRgb expected)
{
    return std::abs(qRed(pixel) - qRed(expected)) <= 6 && std::abs(qGreen(pixel) - qGreen(expected)) <= 6
        && std::abs(qBlue(pixel) - qBlue(expected)) <= 6;
}

//! Left half red, right half blue.
QImage twoHalves(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, x < size.width() / 2 ? qRgb(255, 0, 0) : qRgb(0, 0, 255));
    }
    return image;
}

QByteArray saved(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return bytes;
}

} // namespace

class ImageDecoderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The decoders' own words about hostile files, thousands of them.
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false")); }

    void everyFormatOfOursIsDecodedAtDisplaySize_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("mime");
        QTest::newRow("png") << pngFile(QSize(400, 200)) << QByteArray("image/png");
        QTest::newRow("jpeg") << pictureFile("JPG", QSize(400, 200)) << QByteArray("image/jpeg");
        QTest::newRow("webp") << pictureFile("WEBP", QSize(400, 200)) << QByteArray("image/webp");
    }
    void everyFormatOfOursIsDecodedAtDisplaySize()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, mime);
        const auto header = readImageHeader(bytes);
        QVERIFY(header.ok());
        QCOMPARE(header.value().size, QSize(400, 200));
        QCOMPARE(imageMime(header.value().format), mime);
        const QImage image = shown(bytes, QSize(100, 100));
        QCOMPARE(image.size(), QSize(100, 50));
        QVERIFY(isAbout(image.pixel(50, 25), qRgb(200, 40, 40)));
    }

    void aPictureWithoutAlphaTakesNoAlpha()
    {
        QCOMPARE(shown(pictureFile("JPG", QSize(8, 8)), QSize(8, 8)).format(), QImage::Format_RGB32);
        QCOMPARE(shown(pngFile(QSize(8, 8), qRgba(9, 9, 9, 9)), QSize(8, 8)).format(),
                 QImage::Format_ARGB32_Premultiplied);
    }

    void coverFillsThePlaceWithTheMiddle_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("png") << QByteArray("PNG");
        QTest::newRow("jpeg") << QByteArray("JPG");
    }
    void coverFillsThePlaceWithTheMiddle()
    {
        QFETCH(QByteArray, format);
        const QImage image =
            shown(saved(twoHalves(QSize(800, 200)), format), QSize(50, 50), ImageMode::Cover);
        QCOMPARE(image.size(), QSize(50, 50));
        QVERIFY(isAbout(image.pixel(5, 25), qRgb(255, 0, 0)));
        QVERIFY(isAbout(image.pixel(45, 25), qRgb(0, 0, 255)));
    }

    void nothingIsEnlarged()
    {
        QCOMPARE(shown(pngFile(QSize(20, 10)), QSize(100, 100)).size(), QSize(20, 10));
        QCOMPARE(shown(pngFile(QSize(20, 10)), QSize(100, 100), ImageMode::Cover).size(), QSize(10, 10));
        QCOMPARE(shown(pngFile(QSize(20, 10)), {}).size(), QSize(20, 10));
        QCOMPARE(shown(pngFile(QSize(20, 10)), {}, ImageMode::Cover).size(), QSize(20, 10));
    }

    void aLongThinPictureCostsNoMoreThanItsPlace()
    {
        const QByteArray thin = pngFile(QSize(30'000, 1));
        QCOMPARE(shown(thin, QSize(100, 100)).size(), QSize(100, 1));
        QCOMPARE(shown(thin, QSize(100, 100), ImageMode::Cover).size(), QSize(1, 1));
        QCOMPARE(shown(thin, {}).size(), QSize(4096, 1));
        QCOMPARE(shown(thin, QSize(1'000'000, 1'000'000)).size(), QSize(4096, 1));
    }

    void aPictureIsTurnedAsItsCameraWasHeld()
    {
        const QByteArray held = jpegHeld(saved(twoHalves(QSize(400, 200)), "JPG"), 6);
        const QImage fit = shown(held, QSize(100, 100));
        QCOMPARE(fit.size(), QSize(50, 100));
        QVERIFY(isAbout(fit.pixel(25, 10), qRgb(255, 0, 0)));
        QVERIFY(isAbout(fit.pixel(25, 90), qRgb(0, 0, 255)));
        const QImage cover = shown(held, QSize(80, 40), ImageMode::Cover);
        QCOMPARE(cover.size(), QSize(80, 40));
        QVERIFY(isAbout(cover.pixel(40, 5), qRgb(255, 0, 0)));
        QVERIFY(isAbout(cover.pixel(40, 35), qRgb(0, 0, 255)));
    }

    void aPixelBombIsRefusedUndecoded_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("65535 × 65535") << pngClaiming(65'535, 65'535);
        QTest::newRow("product beyond 32 bits") << pngClaiming(0x10000, 0x10001);
        QTest::newRow("product beyond 64 bits") << pngClaiming(0x7fffffff, 0x7fffffff);
        QTest::newRow("just too many") << pngClaiming(8'000, 4'001);
        QTest::newRow("gif canvas") << gifFile(1, QSize(65'535, 65'535));
    }
    void aPixelBombIsRefusedUndecoded()
    {
        QFETCH(QByteArray, bytes);
        const auto image = decodeImage(bytes, QSize(10, 10), ImageMode::Fit);
        QVERIFY(!image.ok());
        QCOMPARE(image.error().kind, ErrorKind::Unsupported);
        QVERIFY(!image.error().message.isEmpty());
    }

    void impossibleDimensionsAreRefused()
    {
        QCOMPARE(refusal(pngClaiming(0, 10)), ErrorKind::Malformed);
        QCOMPARE(refusal(pngClaiming(10, 0x80000000)), ErrorKind::Malformed);
        QCOMPARE(refusal(pngClaiming(0xffffffff, 0xffffffff)), ErrorKind::Malformed);
    }

    void aPictureCutOffAnywhereIsAnErrorOrWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("spare"); // bytes at the end that hold nothing of the picture
        QImage noise(40, 30, QImage::Format_RGB32);
        for (int y = 0; y < 30; ++y) {
            for (int x = 0; x < 40; ++x)
                noise.setPixel(x, y, qRgb(x * 37 % 256, y * 91 % 256, x * y * 13 % 256));
        }
        QTest::newRow("png") << saved(noise, "PNG") << 24;
        QTest::newRow("jpeg") << saved(noise, "JPG") << 0;
        QTest::newRow("webp") << saved(noise, "WEBP") << 0;
        QTest::newRow("gif") << gifFile(1) << 1;
        QTest::newRow("cmyk") << cmykJpeg() << 0;
    }
    void aPictureCutOffAnywhereIsAnErrorOrWhole()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, spare);
        QVERIFY(!refusal(bytes));
        for (qsizetype length = 0; length < bytes.size() - spare; ++length) {
            if (!refusal(bytes.left(length)))
                QFAIL(qPrintable(QStringLiteral("taken with %1 of %2 bytes").arg(length).arg(bytes.size())));
        }
    }

    void aFlippedByteNeverBringsItDown_data() { everyFormatOfOursIsDecodedAtDisplaySize_data(); }
    void aFlippedByteNeverBringsItDown()
    {
        QFETCH(QByteArray, bytes);
        for (qsizetype i = 0; i < std::min<qsizetype>(bytes.size(), 700); ++i) {
            QByteArray spoilt = bytes;
            spoilt[i] = char(~spoilt.at(i));
            const auto image = decodeImage(spoilt, QSize(20, 20), ImageMode::Cover);
            if (image.ok())
                QVERIFY(!image.value().isNull() && image.value().width() <= 20);
        }
    }

    void whatIsNoPictureOfOursIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one byte") << QByteArray("\x89");
        QTest::newRow("zeros") << QByteArray(4'000, '\0');
        QTest::newRow("svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        QTest::newRow("svg after xml") << QByteArray("<?xml version=\"1.0\"?><svg/>");
        QTest::newRow("page") << QByteArray("<!DOCTYPE html><p>Not found</p>");
        QTest::newRow("bmp") << pictureFile("BMP", QSize(4, 4));
        QTest::newRow("xpm") << QByteArray("/* XPM */\nstatic char *x[] = {\"1 1 1 1\",\"a c #fff\",\"a\"};");
        QTest::newRow("ico") << QByteArray("\0\0\1\0\1\0", 6);
        QTest::newRow("wrong magic") << "\x88PNG" + pngFile(QSize(4, 4)).mid(4);
    }
    void whatIsNoPictureOfOursIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(refusal(bytes), ErrorKind::Unsupported);
    }

    void aFormatHiddenBehindTheMagicOfAnotherIsRefused()
    {
        const QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
        QVERIFY(refusal("\x89PNG\r\n\x1a\n" + svg));
        QVERIFY(refusal("\xFF\xD8\xFF" + svg));
        QVERIFY(refusal("GIF89a" + svg));
        QVERIFY(refusal("RIFF\x10\0\0\0WEBP" + svg));
    }

    void tenThousandFramesCostOne()
    {
        const QByteArray many = gifFile(10'000, QSize(3, 2));
        const auto header = readImageHeader(many);
        QVERIFY(header.ok());
        QCOMPARE(header.value().firstFrameBytes, gifFile(1).size() - 1);
        const QImage image = shown(many, QSize(50, 50));
        QCOMPARE(image.size(), QSize(3, 2));
        QCOMPARE(image.pixel(0, 0), qRgb(255, 0, 0));
    }

    void fourColoursOfPrintAreHarmless()
    {
        const QImage image = shown(cmykJpeg(), QSize(8, 8));
        QCOMPARE(image.size(), QSize(8, 8));
        QCOMPARE(image.format(), QImage::Format_RGB32);
    }

    void aJpegOfThousandsOfScansIsRefusedUndecoded()
    {
        QVERIFY(!refusal(cmykJpeg(1)));
        QVERIFY(!readImageHeader(cmykJpeg(1)).value().heldWhole);
        QVERIFY(readImageHeader(cmykJpeg(2)).value().heldWhole);
        const auto image = readImageHeader(cmykJpeg(5'000));
        QVERIFY(!image.ok());
        QCOMPARE(image.error().kind, ErrorKind::Malformed);
    }
};

QTEST_GUILESS_MAIN(ImageDecoderTest)
#include "imagedecodertest.moc"
