// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/media/mediapictures.h"

#include "media/imageloader.h"

#include <QUrl>

#include <algorithm>

namespace Petrel {

namespace {

//! The software scene graph cannot mask: avatars come with their corners cut, as round as the theme draws
//! those without a picture.
int radiusOf(const QSize &size, PictureMode mode)
{
    return mode == PictureMode::Avatar ? std::min(size.width(), size.height()) * 22 / 100 : 0;
}

} // namespace

Task<QImage> MediaPictures::picture(const QString &url, const QSize &size, PictureMode mode, QObject *asker)
{
    const ImageMode shape = mode == PictureMode::Full ? ImageMode::Fit : ImageMode::Cover;
    return m_images.load({QUrl(url), size, shape, radiusOf(size, mode)}, asker);
}

} // namespace Petrel
