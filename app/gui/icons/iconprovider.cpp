// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "iconprovider.h"

#include <QBuffer>
#include <QColor>
#include <QFile>
#include <QImage>
#include <QImageReader>

namespace Petrel {

namespace {

QImage drawn(QByteArray svg, const QColor &colour, const QSize &size)
{
    svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    QBuffer buffer(&svg);
    QImageReader reader(&buffer, "svg");
    reader.setScaledSize(size);
    return reader.read();
}

} // namespace

IconProvider::IconProvider()
    : QQuickImageProvider(QQuickImageProvider::Image)
{ }

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const qsizetype slash = id.indexOf(QLatin1Char('/'));
    const QColor colour(QLatin1Char('#') + id.mid(slash + 1));
    QFile file(QStringLiteral(":/petrel/icons/%1.svg").arg(id.left(slash)));
    if (slash < 0 || !colour.isValid() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const bool asked = requestedSize.width() > 0 && requestedSize.height() > 0;
    const QImage image = drawn(file.readAll(), colour, asked ? requestedSize : QSize(24, 24));
    if (size) {
        *size = image.size();
    }
    return image;
}

} // namespace Petrel
