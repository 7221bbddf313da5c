// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/imageheader.h"

#include <QCoreApplication>

#include <algorithm>

namespace Petrel {

namespace {

//! Cameras write one scan, progressive files about ten; a file of thousands keeps a decoder busy for minutes.
constexpr int mostJpegScans = 100;

Error damaged(const char *detail)
{
    return {ErrorKind::Malformed,
            QCoreApplication::translate("Petrel::ImageHeader", "This picture is damaged."),
            QString::fromLatin1(detail),
            {}};
}

//! Numbers out of bytes; outside of them everything is 0.
class Bytes {
public:
    explicit Bytes(const QByteArray &bytes)
        : m_bytes(bytes)
    { }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] int at(qsizetype i) const { return i >= 0 && i < size() ? quint8(m_bytes.at(i)) : 0; }
    [[nodiscard]] int big16(qsizetype i) const { return at(i) << 8 | at(i + 1); }
    [[nodiscard]] int little16(qsizetype i) const { return at(i) | at(i + 1) << 8; }
    [[nodiscard]] int little24(qsizetype i) const { return little16(i) | at(i + 2) << 16; }
    [[nodiscard]] qint64 big32(qsizetype i) const { return qint64(big16(i)) << 16 | big16(i + 2); }
    [[nodiscard]] qint64 little32(qsizetype i) const { return little16(i) | qint64(little16(i + 2)) << 16; }
    [[nodiscard]] bool has(qsizetype i, const char *text) const
    {
        return m_bytes.mid(i, qsizetype(qstrlen(text))) == text;
    }

private:
    const QByteArray &m_bytes;
};

Result<ImageHeader> headerOf(ImageFormat format, qint64 width, qint64 height, qsizetype frameBytes)
{
    constexpr qint64 most = 0x7fff'ffff;
    if (width < 1 || height < 1 || width > most || height > most)
        return damaged("impossible dimensions");
    return ImageHeader{format, QSize(int(width), int(height)), frameBytes, true};
}

Result<ImageHeader> readPng(const Bytes &bytes)
{
    if (bytes.size() < 33 || !bytes.has(12, "IHDR"))
        return damaged("png without its header");
    return headerOf(ImageFormat::Png, bytes.big32(16), bytes.big32(20), bytes.size());
}

bool isFrameHeader(int marker)
{
    // C4, C8 and CC lie among the frame headers and are something else.
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

//! How many scans there are from the first one on. A decoder fills up a cut-off file with grey and calls it a
//! success.
Result<int> countScans(const QByteArray &all, qsizetype from)
{
    if (all.indexOf(QByteArrayLiteral("\xFF\xD9"), from) < 0)
        return damaged("jpeg without an end");
    int scans = 0;
    for (qsizetype i = from; i >= 0 && scans <= mostJpegScans; ++scans)
        i = all.indexOf(QByteArrayLiteral("\xFF\xDA"), i + 2);
    if (scans > mostJpegScans)
        return damaged("jpeg of too many scans");
    return scans;
}

Result<ImageHeader> readJpeg(const QByteArray &all)
{
    const Bytes bytes(all);
    QSize size;
    bool progressive = false;
    for (qsizetype i = 2; i + 4 <= bytes.size();) {
        if (bytes.at(i) != 0xFF)
            return damaged("jpeg segment out of place");
        const int marker = bytes.at(i + 1);
        if (marker == 0xFF) {
            ++i; // padding
            continue;
        }
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
            i += 2; // has no length
            continue;
        }
        if (isFrameHeader(marker) && !size.isValid()) {
            size = QSize(bytes.big16(i + 7), bytes.big16(i + 5));
            progressive = marker > 0xC1;
        }
        if (marker == 0xDA) {
            const auto scans = countScans(all, i);
            if (!scans.ok())
                return scans.error();
            auto header = headerOf(ImageFormat::Jpeg, size.width(), size.height(), bytes.size());
            if (!header.ok() || progressive || scans.value() > 1)
                return header;
            ImageHeader light = header.value();
            light.heldWhole = false;
            return light;
        }
        const int length = bytes.big16(i + 2);
        if (length < 2)
            return damaged("jpeg segment without a length");
        i += 2 + length;
    }
    return damaged("jpeg without a scan");
}

//! Past a chain of sub-blocks; beyond the end where it does not end.
qsizetype pastSubBlocks(const Bytes &bytes, qsizetype i)
{
    while (i < bytes.size() && bytes.at(i) != 0)
        i += 1 + bytes.at(i);
    return i + 1;
}

qsizetype colourTableBytes(int flags)
{
    return (flags & 0x80) ? 3 * (qsizetype(2) << (flags & 7)) : 0;
}

Result<ImageHeader> readGif(const Bytes &bytes)
{
    const QSize canvas(bytes.little16(6), bytes.little16(8));
    qsizetype i = 13 + colourTableBytes(bytes.at(10));
    while (i < bytes.size()) {
        if (bytes.at(i) == 0x21) {
            i = pastSubBlocks(bytes, i + 2);
            continue;
        }
        if (bytes.at(i) != 0x2C)
            return damaged("gif block of no kind");
        // Decoders enlarge a canvas that is smaller than what is drawn on it.
        const int width = std::max(canvas.width(), bytes.little16(i + 1) + bytes.little16(i + 5));
        const int height = std::max(canvas.height(), bytes.little16(i + 3) + bytes.little16(i + 7));
        const qsizetype data = i + 10 + colourTableBytes(bytes.at(i + 9));
        const qsizetype end = pastSubBlocks(bytes, data + 1);
        if (end > bytes.size())
            return damaged("gif cut off in its first frame");
        return headerOf(ImageFormat::Gif, width, height, end);
    }
    return damaged("gif without a frame");
}

Result<ImageHeader> readWebP(const Bytes &bytes)
{
    const qint64 whole = 8 + bytes.little32(4);
    if (whole > bytes.size())
        return damaged("webp cut off");
    const auto header = [&](qint64 width, qint64 height) {
        return headerOf(ImageFormat::WebP, width, height, bytes.size());
    };
    if (bytes.has(12, "VP8X"))
        return header(bytes.little24(24) + 1, bytes.little24(27) + 1);
    if (bytes.has(12, "VP8L")) {
        const qint64 packed = bytes.little32(21);
        return header((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1);
    }
    if (bytes.has(12, "VP8 "))
        return header(bytes.little16(26) & 0x3FFF, bytes.little16(28) & 0x3FFF);
    return damaged("webp of no kind");
}

} // namespace

std::optional<ImageFormat> sniffImage(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return ImageFormat::Png;
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return ImageFormat::Jpeg;
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return ImageFormat::Gif;
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return ImageFormat::WebP;
    return {};
}

QByteArray imageMime(ImageFormat format)
{
    return "image/" + imagePluginName(format);
}

QByteArray imagePluginName(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
        return "png";
    case ImageFormat::Jpeg:
        return "jpeg";
    case ImageFormat::Gif:
        return "gif";
    case ImageFormat::WebP:
        return "webp";
    }
    Q_UNREACHABLE();
}

Result<ImageHeader> readImageHeader(const QByteArray &bytes)
{
    const auto format = sniffImage(bytes);
    if (!format) {
        return Error{
            ErrorKind::Unsupported,
            QCoreApplication::translate("Petrel::ImageHeader", "This is no picture Petrel can show."),
            QStringLiteral("no known magic bytes"),
            {}};
    }
    switch (*format) {
    case ImageFormat::Png:
        return readPng(Bytes(bytes));
    case ImageFormat::Jpeg:
        return readJpeg(bytes);
    case ImageFormat::Gif:
        return readGif(Bytes(bytes));
    case ImageFormat::WebP:
        return readWebP(Bytes(bytes));
    }
    Q_UNREACHABLE();
}

} // namespace Petrel
