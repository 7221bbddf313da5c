// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintedproviders.h"

#include "gui/icons/iconprovider.h"
#include "rowsmodel.h"

#include <QPainter>
#include <QPainterPath>
#include <QQmlEngine>
#include <QQuickImageProvider>

namespace Petrel {

namespace {

//! A picture for every address: a landscape of two hills in colours that follow from the address.
class PaintedProvider : public QQuickImageProvider {
public:
    PaintedProvider()
        : QQuickImageProvider(QQuickImageProvider::Image)
    { }

    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override
    {
        const QSize wanted = requestedSize.isEmpty() ? QSize(640, 400) : requestedSize;
        QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool avatar = id.startsWith(QStringLiteral("avatar/"));
        if (avatar) {
            QPainterPath round;
            const qreal radius = wanted.width() * 0.22;
            round.addRoundedRect(QRectF(QPointF(), wanted), radius, radius);
            painter.setClipPath(round);
        }
        const int hue = int(qHash(id.section(QLatin1Char('/'), 1)) % 360);
        QLinearGradient sky(0, 0, 0, wanted.height());
        sky.setColorAt(0, QColor::fromHsv(hue, 90, 220));
        sky.setColorAt(1, QColor::fromHsv((hue + 40) % 360, 60, 250));
        painter.fillRect(image.rect(), sky);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor::fromHsv((hue + 180) % 360, 110, 130));
        painter.drawEllipse(QPointF(wanted.width() * 0.3, wanted.height() * 1.2), wanted.width() * 0.6,
                            wanted.height() * 0.6);
        painter.setBrush(QColor::fromHsv((hue + 200) % 360, 120, 100));
        painter.drawEllipse(QPointF(wanted.width() * 0.9, wanted.height() * 1.25), wanted.width() * 0.5,
                            wanted.height() * 0.6);
        if (size) {
            *size = wanted;
        }
        return image;
    }
};

} // namespace

void furnish(QQmlEngine &engine)
{
    qmlRegisterType<RowsModel>("Petrel.Mock", 1, 0, "RowsModel");
    engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
    engine.addImageProvider(QStringLiteral("media"), new PaintedProvider);
    engine.addImageProvider(QStringLiteral("blurhash"), new PaintedProvider);
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.addImportPath(QStringLiteral(PETREL_MOCK));
}

} // namespace Petrel
