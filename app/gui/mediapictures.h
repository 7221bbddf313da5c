// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "gui/media/picturesource.h"
#include "media/media.h"

#include <functional>

namespace Petrel {

//! The pictures of the window out of the media layer: from memory, from the profile's folder, else from their
//! hosts. Of this computer itself only what an account's own server there has.
class MediaPictures : public PictureSource {
public:
    //! Whether one of the accounts is on this server.
    using IsOwn = std::function<bool(const ServerHost &)>;
    //! The caller holds the profile's lock; `clock` must outlive it.
    MediaPictures(Clock &clock, const QString &profileDirectory, IsOwn isOwn);
    Task<QImage> picture(const QString &url, const QSize &size, PictureMode mode, QObject *asker) override;

private:
    Media m_media;
};

} // namespace Petrel
