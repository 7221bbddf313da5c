// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/roundedimage.h"

#include <QtTest>

using namespace Petrel;

namespace {

QImage white(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(qRgb(255, 255, 255));
    return image;
}

} // namespace

class RoundedImageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCornersGoAndTheRestStays()
    {
        const QImage image = roundedImage(white(40, 20), 6);
        QCOMPARE(image.format(), QImage::Format_ARGB32_Premultiplied);
        QCOMPARE(image.size(), QSize(40, 20));
        for (const QPoint &corner : {QPoint(0, 0), QPoint(39, 0), QPoint(0, 19), QPoint(39, 19)})
            QCOMPARE(qAlpha(image.pixel(corner)), 0);
        for (const QPoint &kept :
             {QPoint(20, 0), QPoint(0, 10), QPoint(39, 10), QPoint(6, 6), QPoint(20, 19)})
            QCOMPARE(image.pixel(kept), qRgb(255, 255, 255));
    }

    void aSquareWithAGreatRadiusBecomesADisc_data()
    {
        QTest::addColumn<int>("side");
        QTest::newRow("even") << 64;
        QTest::newRow("odd") << 63;
    }
    void aSquareWithAGreatRadiusBecomesADisc()
    {
        QFETCH(int, side);
        const QImage image = roundedImage(white(side, side), 1000);
        double area = 0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                area += qAlpha(image.pixel(x, y)) / 255.0;
                QCOMPARE(image.pixel(x, y), image.pixel(side - 1 - x, y));
                QCOMPARE(image.pixel(x, y), image.pixel(y, x));
            }
        }
        const double disc = M_PI * side * side / 4;
        QVERIFY(std::abs(area - disc) < disc / 200);
    }

    void theEdgeIsSmooth()
    {
        const QImage image = roundedImage(white(32, 32), 16);
        int between = 0;
        for (int x = 0; x < 16; ++x) {
            const int alpha = qAlpha(image.pixel(x, 2));
            between += alpha > 0 && alpha < 255;
        }
        QVERIFY(between >= 1);
    }

    void noRadiusAndNoImageAreNoTrouble()
    {
        QCOMPARE(roundedImage(white(3, 3), 0).pixel(0, 0), qRgb(255, 255, 255));
        QCOMPARE(roundedImage(white(3, 3), -5).pixel(0, 0), qRgb(255, 255, 255));
        QVERIFY(roundedImage(QImage(), 5).isNull());
        QCOMPARE(roundedImage(white(1, 1), 9).size(), QSize(1, 1));
    }
};

QTEST_GUILESS_MAIN(RoundedImageTest)
#include "roundedimagetest.moc"
