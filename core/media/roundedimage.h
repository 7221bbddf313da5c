// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace Petrel {

//! The image with smooth round corners cut out, as premultiplied ARGB32. `radius` in the image's own (device)
//! pixels, at most half the shorter side, which makes a square image a disc. Pure; any thread.
[[nodiscard]] QImage roundedImage(const QImage &image, int radius);

} // namespace Petrel
