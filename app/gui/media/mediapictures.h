// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/media/picturesource.h"

namespace Petrel {

class ImageLoader;

//! The window's pictures from the media cache and, where it lacks them, from their servers.
class MediaPictures : public PictureSource {
public:
    //! `images` must outlive it.
    explicit MediaPictures(ImageLoader &images)
        : m_images(images)
    { }
    Task<QImage> picture(const QString &url, const QSize &size, PictureMode mode, QObject *asker) override;

private:
    ImageLoader &m_images;
};

} // namespace Petrel
