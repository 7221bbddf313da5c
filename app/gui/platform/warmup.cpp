// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/platform/warmup.h"

#include <QBuffer>
#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImageReader>

namespace Petrel {

namespace {

struct Type {
    int pixels;
    QFont::Weight weight;
};

//! Those of Theme.qml that a timeline shows.
constexpr Type types[] = {
    {12, QFont::Normal}, {14, QFont::Normal}, {14, QFont::DemiBold}, {16, QFont::DemiBold}};

} // namespace

void warmUp(qreal textScale)
{
    for (const Type &type : types) {
        QFont font = QGuiApplication::font();
        font.setPixelSize(qRound(type.pixels * textScale));
        font.setWeight(type.weight);
        // Measuring is what makes a font be found and opened.
        (void)QFontMetricsF(font).horizontalAdvance(QStringLiteral("Petrel"));
    }
    QByteArray svg("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>");
    QBuffer buffer(&svg);
    (void)QImageReader(&buffer, "svg").read();
}

} // namespace Petrel
