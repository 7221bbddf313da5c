// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QImage>
#include <QSize>

namespace Petrel {

//! How a picture takes its place.
enum class ImageMode {
    Fit, //!< all of it, within the place
    Cover, //!< fills the place, the middle of it, what stands over cut off
};

//! Decodes PNG, JPEG, GIF and WebP from strangers to the size they are shown at, in device pixels. Of an
//! animation the first frame; turned as EXIF says; never enlarged, so the image may be smaller than `wanted`,
//! in Cover still of its proportions. An empty `wanted` asks for the picture's own size; 4096 is the longest
//! side in any case. Gives RGB32 or premultiplied ARGB32.
//! Refuses before decoding: more than 64 megapixels, or 32 where a decoder must hold all of it in memory
//! (all but plain JPEG), and what readImageHeader() refuses; sets Qt's limit for the memory of one image,
//! which is the process's, to 128 MB. Errors: Unsupported (no such format, too large), Malformed. Pure; any
//! thread, may take a second.
[[nodiscard]] Result<QImage> decodeImage(const QByteArray &bytes, const QSize &wanted, ImageMode mode);

} // namespace Petrel
