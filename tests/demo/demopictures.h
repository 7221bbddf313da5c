// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSize>

//! Small paintings for the invented world, made by arithmetic: the same name gives the same picture.
namespace Petrel::DemoPictures {

enum class Scene {
    Sea, //!< waves under a big sky
    Dusk, //!< the same at the end of a day
    Hills, //!< ridges in mist
    Harbour, //!< masts and their reflections
    Garden, //!< round things in leaves
    Night, //!< stars and a moon
};

[[nodiscard]] QImage scene(Scene kind, const QSize &size, quint32 seed);
//! A face for somebody without one: a gradient with a simple figure.
[[nodiscard]] QImage avatar(quint32 seed);
//! A bird in a transparent square, for custom emoji.
[[nodiscard]] QImage bird(int side);

} // namespace Petrel::DemoPictures
