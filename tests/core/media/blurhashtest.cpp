// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/blurhash.h"
#include "support/blurhashof.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace Petrel;

namespace {

int difference(QRgb a, QRgb b)
{
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

QImage slope(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(60 + 120 * x / width, 200 - 100 * y / height, 90));
    }
    return image;
}

} // namespace

class BlurhashTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneComponentIsOneColourExactly()
    {
        for (const QRgb colour : {qRgb(0, 0, 0), qRgb(255, 255, 255), qRgb(18, 130, 201), qRgb(255, 0, 1)}) {
            const QString text = QStringLiteral("00")
                + blurhashDigits((qRed(colour) << 16) + (qGreen(colour) << 8) + qBlue(colour), 4);
            const QImage image = blurhashImage(text, QSize(8, 5));
            QCOMPARE(image.size(), QSize(8, 5));
            for (int i = 0; i < 5; ++i)
                QVERIFY(difference(image.pixel(i, i), colour) <= 1);
        }
    }

    void thePublishedExampleHasItsAverageColour()
    {
        // The example of the BlurHash documents.
        const QString text = QStringLiteral("LEHV6nWB2yk8pyo0adR*.7kCMdnj");
        int average = 0;
        for (const QChar c : text.mid(2, 4))
            average = average * 83 + int(QByteArray(blurhashAlphabet).indexOf(c.toLatin1()));
        const QImage image = blurhashImage(text, QSize(64, 64));
        QVERIFY(!image.isNull());
        std::array<double, 3> sum{};
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 64; ++x) {
                sum[0] += lightOf(qRed(image.pixel(x, y)));
                sum[1] += lightOf(qGreen(image.pixel(x, y)));
                sum[2] += lightOf(qBlue(image.pixel(x, y)));
            }
        }
        for (double &part : sum)
            part /= 64 * 64;
        const QRgb mean = qRgb(valueOf(sum[0]), valueOf(sum[1]), valueOf(sum[2]));
        QVERIFY2(difference(mean, QRgb(0xff000000 | average)) <= 8, qPrintable(QString::number(mean, 16)));
    }

    void whatWasEncodedComesBackBlurred_data()
    {
        QTest::addColumn<int>("across");
        QTest::addColumn<int>("down");
        QTest::newRow("3 × 3") << 3 << 3;
        QTest::newRow("4 × 3") << 4 << 3;
        QTest::newRow("9 × 9") << 9 << 9;
    }
    void whatWasEncodedComesBackBlurred()
    {
        QFETCH(int, across);
        QFETCH(int, down);
        const QImage source = slope(32, 24);
        const QImage image = blurhashImage(blurhashOf(source, across, down), source.size());
        QCOMPARE(image.size(), source.size());
        // The middle: at its edges a wave runs flat where a slope does not.
        for (int y = 6; y < 18; ++y) {
            for (int x = 8; x < 24; ++x)
                QVERIFY(difference(image.pixel(x, y), source.pixel(x, y)) <= 20);
        }
    }

    void malformedTextGivesNoImage_data()
    {
        QTest::addColumn<QString>("text");
        const QString good = blurhashOf(slope(16, 16), 4, 3);
        QTest::newRow("empty") << QString();
        QTest::newRow("short") << good.chopped(1);
        QTest::newRow("long") << good + QLatin1Char('0');
        QTest::newRow("very long") << QString(1'000'000, QLatin1Char('0'));
        QTest::newRow("strange digit") << good.chopped(1) + QLatin1Char('"');
        QTest::newRow("not Latin") << good.chopped(1) + QChar(0x4e2d);
        QTest::newRow("zero") << good.chopped(1) + QChar(0);
        QTest::newRow("shape past 9 × 9") << QStringLiteral("~") + good.mid(1);
        QTest::newRow("colour past white") << QStringLiteral("00~~~~");
        QTest::newRow("wave past its range") << good.chopped(2) + QStringLiteral("~~");
    }
    void malformedTextGivesNoImage()
    {
        QFETCH(QString, text);
        QVERIFY(blurhashImage(text, QSize(8, 8)).isNull());
    }

    void theSizeIsBounded()
    {
        const QString text = QStringLiteral("00000A");
        QCOMPARE(blurhashImage(text, QSize(10'000, 10'000)).size(), QSize(64, 64));
        QCOMPARE(blurhashImage(text, QSize(0, -3)).size(), QSize(1, 1));
    }
};

QTEST_GUILESS_MAIN(BlurhashTest)
#include "blurhashtest.moc"
