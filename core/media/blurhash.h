// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSize>
#include <QString>

namespace Petrel {

//! The blurred picture that a BlurHash stands for, as RGB32, to show while the real one is not there. Each
//! side of `size` is held to 1…64 pixels: scale it up. A null image where the text is no BlurHash. Pure; any
//! thread, well under a millisecond at 32×32.
[[nodiscard]] QImage blurhashImage(const QString &blurhash, const QSize &size);

} // namespace Petrel
