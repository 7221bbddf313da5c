// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demopictures.h"

#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>

#include <cmath>

namespace Petrel::DemoPictures {

namespace {

struct Palette {
    QColor top;
    QColor horizon;
    QColor near;
    QColor light;
};

Palette paletteOf(Scene kind)
{
    switch (kind) {
    case Scene::Sea:
        return {QColor(0x8fb8d8), QColor(0xe7eef0), QColor(0x1d4e6b), QColor(0xffffff)};
    case Scene::Dusk:
        return {QColor(0x39406f), QColor(0xf3a67c), QColor(0x2a2746), QColor(0xffd9a8)};
    case Scene::Hills:
        return {QColor(0xb9cfd6), QColor(0xf4ecdc), QColor(0x24483f), QColor(0xfff7e0)};
    case Scene::Harbour:
        return {QColor(0xa9c4d4), QColor(0xf2e3cf), QColor(0x31566b), QColor(0xf7f2e8)};
    case Scene::Garden:
        return {QColor(0xd9e6c8), QColor(0xf3f1dc), QColor(0x2f5d3a), QColor(0xe8684f)};
    case Scene::Night:
        return {QColor(0x0b1226), QColor(0x29375e), QColor(0x060a16), QColor(0xfdf3d0)};
    }
    Q_UNREACHABLE();
}

QColor between(const QColor &a, const QColor &b, double t)
{
    return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * t),
                            float(a.greenF() + (b.greenF() - a.greenF()) * t),
                            float(a.blueF() + (b.blueF() - a.blueF()) * t));
}

void paintSky(QPainter &painter, const QRectF &area, const Palette &palette)
{
    QLinearGradient sky(area.topLeft(), area.bottomLeft());
    sky.setColorAt(0, palette.top);
    sky.setColorAt(0.65, palette.horizon);
    painter.fillRect(area, sky);
}

//! A line of land or water from left to right; `roughness` is its height in parts of the picture.
QPainterPath ridge(const QSizeF &size, double level, double roughness, QRandomGenerator &random)
{
    const double a = random.bounded(6.0);
    const double b = random.bounded(6.0);
    QPainterPath path(QPointF(0, size.height()));
    for (double x = 0; x <= size.width() + 1; x += size.width() / 120) {
        const double t = x / size.width() * 2 * M_PI;
        const double wave =
            std::sin(t * 1.3 + a) * 0.6 + std::sin(t * 3.1 + b) * 0.3 + std::sin(t * 7 + a) * 0.1;
        path.lineTo(x, size.height() * (level - roughness * wave));
    }
    path.lineTo(size.width(), size.height());
    path.closeSubpath();
    return path;
}

void paintRidges(QPainter &painter, const QSizeF &size, const Palette &palette, int count, double from,
                 double roughness, QRandomGenerator &random)
{
    for (int i = 0; i < count; ++i) {
        const double depth = double(i) / std::max(1, count - 1);
        painter.setBrush(between(palette.horizon, palette.near, 0.25 + 0.75 * depth));
        painter.drawPath(ridge(size, from + (0.95 - from) * depth, roughness, random));
    }
}

QPainterPath birdPath(const QPointF &centre, double span)
{
    QPainterPath path(centre + QPointF(-span / 2, -span * 0.12));
    path.quadTo(centre + QPointF(-span * 0.2, -span * 0.16), centre);
    path.quadTo(centre + QPointF(span * 0.2, -span * 0.16), centre + QPointF(span / 2, -span * 0.12));
    path.quadTo(centre + QPointF(span * 0.2, -span * 0.05), centre + QPointF(0, span * 0.1));
    path.quadTo(centre + QPointF(-span * 0.2, -span * 0.05), centre + QPointF(-span / 2, -span * 0.12));
    return path;
}

void paintMasts(QPainter &painter, const QSizeF &size, const Palette &palette, QRandomGenerator &random)
{
    const double water = size.height() * 0.62;
    painter.setBrush(between(palette.horizon, palette.near, 0.45));
    painter.drawRect(QRectF(0, water, size.width(), size.height() - water));
    for (int i = 0; i < 7; ++i) {
        const double x = size.width() * (0.08 + 0.13 * i + random.bounded(0.05));
        const double height = size.height() * (0.25 + random.bounded(0.25));
        const double hull = size.width() * 0.05;
        QPainterPath boat(QPointF(x - hull, water));
        boat.quadTo(x, water + hull * 0.9, x + hull, water);
        painter.setBrush(i % 2 ? palette.near : QColor(0xb5533c));
        painter.drawPath(boat);
        painter.setPen(QPen(palette.near, std::max(1.0, size.width() / 300)));
        painter.drawLine(QPointF(x, water), QPointF(x, water - height));
        QColor glint = palette.light;
        glint.setAlpha(90);
        painter.setPen(QPen(glint, std::max(1.0, size.width() / 250)));
        painter.drawLine(QPointF(x, water + hull), QPointF(x, water + hull + height * 0.4));
        painter.setPen(Qt::NoPen);
    }
}

void paintGarden(QPainter &painter, const QSizeF &size, const Palette &palette, QRandomGenerator &random)
{
    for (int i = 0; i < 70; ++i) {
        const QPointF at(random.bounded(size.width()), size.height() * (0.25 + random.bounded(0.8)));
        const double radius = size.width() * (0.02 + random.bounded(0.05));
        painter.setBrush(i % 5 == 0 ? palette.light
                                    : between(palette.near, palette.top, random.bounded(0.7)));
        painter.drawEllipse(at, radius, radius * (i % 5 == 0 ? 1.0 : 0.55));
    }
}

void paintStars(QPainter &painter, const QSizeF &size, const Palette &palette, QRandomGenerator &random)
{
    for (int i = 0; i < 140; ++i) {
        QColor star = palette.light;
        star.setAlphaF(float(0.25 + random.bounded(0.7)));
        painter.setBrush(star);
        const double radius = size.width() * (0.0008 + random.bounded(0.002));
        painter.drawEllipse(QPointF(random.bounded(size.width()), random.bounded(size.height() * 0.7)),
                            radius, radius);
    }
    painter.setBrush(palette.light);
    painter.drawEllipse(QPointF(size.width() * 0.74, size.height() * 0.24), size.width() * 0.05,
                        size.width() * 0.05);
}

} // namespace

QImage scene(Scene kind, const QSize &size, quint32 seed)
{
    QRandomGenerator random(seed);
    const Palette palette = paletteOf(kind);
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    paintSky(painter, QRectF(QPointF(), QSizeF(size)), palette);
    switch (kind) {
    case Scene::Sea:
    case Scene::Dusk:
        if (kind == Scene::Dusk) {
            painter.setBrush(palette.light);
            painter.drawEllipse(QPointF(size.width() * 0.3, size.height() * 0.5), size.width() * 0.06,
                                size.width() * 0.06);
        }
        paintRidges(painter, QSizeF(size), palette, 7, 0.58, 0.015, random);
        painter.setBrush(palette.near);
        for (int i = 0; i < 4; ++i) {
            painter.drawPath(birdPath(QPointF(size.width() * (0.35 + random.bounded(0.5)),
                                              size.height() * (0.12 + random.bounded(0.3))),
                                      size.width() * (0.03 + random.bounded(0.05))));
        }
        break;
    case Scene::Hills:
        paintRidges(painter, QSizeF(size), palette, 6, 0.4, 0.07, random);
        break;
    case Scene::Harbour:
        paintMasts(painter, QSizeF(size), palette, random);
        break;
    case Scene::Garden:
        paintGarden(painter, QSizeF(size), palette, random);
        break;
    case Scene::Night:
        paintStars(painter, QSizeF(size), palette, random);
        paintRidges(painter, QSizeF(size), palette, 3, 0.75, 0.05, random);
        break;
    }
    return image;
}

QImage avatar(quint32 seed)
{
    QRandomGenerator random(seed);
    const int side = 240;
    const int hue = int(seed * 67 % 360);
    QImage image(side, side, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient ground(0, 0, side, side);
    ground.setColorAt(0, QColor::fromHsl(hue, 120, 170));
    ground.setColorAt(1, QColor::fromHsl((hue + 40) % 360, 110, 110));
    painter.fillRect(image.rect(), ground);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsl((hue + 200) % 360, 90, 225));
    switch (seed % 3) {
    case 0: // a person
        painter.drawEllipse(QPointF(side / 2.0, side * 0.42), side * 0.17, side * 0.19);
        painter.drawEllipse(QPointF(side / 2.0, side * 0.98), side * 0.36, side * 0.32);
        break;
    case 1: // a bird
        painter.drawPath(birdPath(QPointF(side / 2.0, side * 0.52), side * 0.8));
        break;
    default: // a sun over water
        painter.drawEllipse(QPointF(side / 2.0, side * 0.46), side * 0.2, side * 0.2);
        painter.setBrush(QColor::fromHsl((hue + 20) % 360, 120, 80));
        painter.drawPath(ridge(QSizeF(side, side), 0.62, 0.04, random));
        break;
    }
    return image;
}

QImage bird(int side)
{
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x2d6f9e));
    painter.drawPath(birdPath(QPointF(side / 2.0, side * 0.55), side * 0.96));
    return image;
}

} // namespace Petrel::DemoPictures
