// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QSize>

namespace Petrel {

//! A picture of one colour as a file; `format` as QImage names it.
inline QByteArray pictureFile(const char *format, const QSize &size, QRgb colour = qRgb(200, 40, 40))
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

inline QByteArray pngFile(const QSize &size, QRgb colour = qRgb(200, 40, 40))
{
    return pictureFile("PNG", size, colour);
}

inline QByteArray big32(quint32 value)
{
    return QByteArray{1, char(value >> 24)} + char(value >> 16) + char(value >> 8) + char(value);
}

inline QByteArray little16(int value)
{
    return QByteArray{1, char(value)} + char(value >> 8);
}

//! A PNG that claims a size and holds nothing.
inline QByteArray pngClaiming(quint32 width, quint32 height)
{
    return QByteArray("\x89PNG\r\n\x1a\n") + big32(13) + "IHDR" + big32(width) + big32(height)
        + QByteArray("\x08\x06\0\0\0", 5) + big32(0) + big32(0) + "IDAT" + big32(0) + big32(0) + "IEND"
        + big32(0);
}

//! A GIF of many frames, all of one pixel, with a canvas of any size.
inline QByteArray gifFile(int frames, const QSize &canvas = QSize(1, 1))
{
    QByteArray bytes = "GIF89a" + little16(canvas.width()) + little16(canvas.height())
        + QByteArray("\x80\0\0\xFF\0\0\0\0\xFF", 9);
    const QByteArray frame("\x21\xF9\x04\x04\x01\0\0\0\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0", 23);
    for (int i = 0; i < frames; ++i)
        bytes += frame;
    return bytes + ';';
}

//! A JPEG with a note that says how the camera was held.
inline QByteArray jpegHeld(const QByteArray &jpeg, int orientation)
{
    const QByteArray exif = QByteArray("\xFF\xE1\0\x22"
                                       "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
                                       29)
        + char(orientation) + QByteArray(6, '\0');
    return jpeg.left(2) + exif + jpeg.mid(2);
}

//! A grey JPEG of 8×8 pixels in four colours (CMYK), by hand; its one scan as often as wanted.
inline QByteArray cmykJpeg(int scans = 1)
{
    QByteArray bytes = QByteArray("\xFF\xD8\xFF\xDB\0\x43\0", 7) + QByteArray(64, '\1');
    bytes += QByteArray("\xFF\xC0\0\x14\x08\0\x08\0\x08\x04", 10);
    for (char component = 1; component <= 4; ++component)
        bytes += QByteArray{1, component} + QByteArray("\x11\0", 2);
    for (const char table : {'\x00', '\x10'}) {
        bytes += QByteArray("\xFF\xC4\0\x14", 4);
        bytes += QByteArray{1, table} + QByteArray{1, '\1'} + QByteArray(16, '\0');
    }
    for (int i = 0; i < scans; ++i)
        bytes += QByteArray("\xFF\xDA\0\x0E\x04\x01\0\x02\0\x03\0\x04\0\0\x3F\0\0", 17);
    return bytes + "\xFF\xD9";
}

} // namespace Petrel
