// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace Petrel {

//! The BlurHash of a picture, with so many components across and down (1…9). Written from the published
//! description, apart from the decoder. Takes time with the number of pixels: scale down first.
[[nodiscard]] QString blurhashOf(const QImage &image, int across, int down);

//! The 83 digits of BlurHash.
inline constexpr char blurhashAlphabet[] =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

//! A channel of sRGB, 0…255, as light, 0…1, and back.
[[nodiscard]] double lightOf(int value);
[[nodiscard]] int valueOf(double light);

//! A number in the 83 digits of BlurHash.
[[nodiscard]] QString blurhashDigits(int value, int count);

} // namespace Petrel
