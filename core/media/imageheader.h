// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QSize>

#include <optional>

namespace Petrel {

//! The formats that are ever handed to a decoder.
enum class ImageFormat { Png, Jpeg, Gif, WebP };

//! What a file says of its first frame, read without decoding anything.
struct ImageHeader {
    ImageFormat format = ImageFormat::Png;
    QSize size; //!< in pixels as stored, before any EXIF turn; both sides at least 1
    //! Bytes that hold the first frame; the rest of an animation need not be looked at.
    qsizetype firstFrameBytes = 0;
    //! False where a decoder works line by line and needs little memory for a small image of a large file:
    //! JPEG of one scan.
    bool heldWhole = true;
};

//! The format by its magic bytes, whatever a server or a file name calls it; nothing for all others (SVG,
//! which can hold programs and addresses, among them).
[[nodiscard]] std::optional<ImageFormat> sniffImage(const QByteArray &bytes);
//! "image/png" …
[[nodiscard]] QByteArray imageMime(ImageFormat format);
//! The name Qt's plugins know a format by.
[[nodiscard]] QByteArray imagePluginName(ImageFormat format);
//! Reads the header within the bytes given, whatever they claim. Unsupported: none of our formats; Malformed:
//! damaged, or cut off before the first frame ends, or built to keep a decoder busy.
[[nodiscard]] Result<ImageHeader> readImageHeader(const QByteArray &bytes);

} // namespace Petrel
