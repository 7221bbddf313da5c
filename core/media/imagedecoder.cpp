// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/imagedecoder.h"

#include "media/imageheader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

#include <algorithm>

namespace Petrel {

namespace {

constexpr qint64 mostLightPixels = 64'000'000;
constexpr qint64 mostPixels = 32'000'000;
constexpr int allocationLimitMb = 128;
constexpr int longestSide = 4096;

//! Which part of a picture is shown, and how large.
struct Plan {
    QRect part;
    QSize size;
};

QSize atLeastOne(const QSize &size)
{
    return size.expandedTo(QSize(1, 1));
}

Plan planFor(const QSize &source, const QSize &wanted, ImageMode mode)
{
    const QSize largest(longestSide, longestSide);
    const QSize place = wanted.isEmpty() ? largest : wanted.boundedTo(largest);
    Plan plan{QRect(QPoint(0, 0), source), source};
    if (mode == ImageMode::Cover && !wanted.isEmpty()) {
        // The part is cut out first: scaling all of a long thin picture until it covers would be a bomb.
        plan.part.setSize(atLeastOne(place.scaled(source, Qt::KeepAspectRatio)).boundedTo(source));
        plan.part.moveTopLeft(
            QPoint((source.width() - plan.part.width()) / 2, (source.height() - plan.part.height()) / 2));
        plan.size = plan.part.width() > place.width() || plan.part.height() > place.height()
            ? place
            : plan.part.size();
    } else if (source.width() > place.width() || source.height() > place.height()) {
        plan.size = atLeastOne(source.scaled(place, Qt::KeepAspectRatio));
    }
    return plan;
}

QRect turned(const QRect &rect)
{
    return QRect(rect.y(), rect.x(), rect.height(), rect.width());
}

bool fitsInMemory(const ImageHeader &header)
{
    const qint64 pixels = qint64(header.size.width()) * header.size.height();
    return pixels <= (header.heldWhole ? mostPixels : mostLightPixels);
}

//! JPEG decodes at an eighth, a quarter or a half for almost nothing, so it is told the plan beforehand.
QImage readPlanned(QImageReader &reader, const QSize &stored, const QSize &wanted, ImageMode mode)
{
    const bool sideways = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    Plan plan = planFor(sideways ? stored.transposed() : stored, wanted, mode);
    if (sideways)
        plan = Plan{turned(plan.part), plan.size.transposed()};
    if (plan.part.size() != stored)
        reader.setClipRect(plan.part);
    if (plan.size != plan.part.size())
        reader.setScaledSize(plan.size);
    return reader.read();
}

QImage readThenScale(QImageReader &reader, const QSize &wanted, ImageMode mode)
{
    QImage image = reader.read();
    if (image.isNull())
        return image;
    const Plan plan = planFor(image.size(), wanted, mode);
    if (plan.part != image.rect())
        image = image.copy(plan.part);
    if (plan.size != image.size())
        image = image.scaled(plan.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return image;
}

Error refusedFor(ErrorKind kind, const char *words, const QString &detail)
{
    return {kind, QCoreApplication::translate("Petrel::ImageDecoder", words), detail, {}};
}

} // namespace

Result<QImage> decodeImage(const QByteArray &bytes, const QSize &wanted, ImageMode mode)
{
    // The limit is a plain global of Qt: written once, before any thread decodes.
    static const bool limited = (QImageReader::setAllocationLimit(allocationLimitMb), true);
    Q_UNUSED(limited);

    const auto header = readImageHeader(bytes);
    if (!header.ok())
        return header.error();
    const QSize stored = header.value().size;
    if (!fitsInMemory(header.value())) {
        return refusedFor(ErrorKind::Unsupported,
                          QT_TRANSLATE_NOOP("Petrel::ImageDecoder", "This picture is too large to show."),
                          QStringLiteral("%1×%2 pixels").arg(stored.width()).arg(stored.height()));
    }
    QByteArray frame = QByteArray::fromRawData(bytes.constData(), header.value().firstFrameBytes);
    QBuffer buffer(&frame);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, imagePluginName(header.value().format));
    // Else Qt would try every plugin that is installed on the bytes.
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    const QImage image = header.value().format == ImageFormat::Jpeg
        ? readPlanned(reader, stored, wanted, mode)
        : readThenScale(reader, wanted, mode);
    if (image.isNull()) {
        return refusedFor(ErrorKind::Malformed,
                          QT_TRANSLATE_NOOP("Petrel::ImageDecoder", "This picture is damaged."),
                          reader.errorString());
    }
    return image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                                         : QImage::Format_RGB32);
}

} // namespace Petrel
