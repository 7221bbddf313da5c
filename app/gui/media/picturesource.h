// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QString>

namespace Petrel {

//! How a picture takes its place.
enum class PictureMode {
    Avatar, //!< covers it, with round corners
    Preview, //!< covers it
    Full, //!< fits into it whole
};

//! Where the window's pictures come from: memory, disk or their server, whichever is nearest.
class PictureSource {
public:
    virtual ~PictureSource() = default;
    //! The picture at an address, for a place of `size` device pixels (empty = its own size). Called on the
    //! GUI thread, which it never keeps: decoding happens elsewhere. Destroying `asker` gives the picture up.
    virtual Task<QImage> picture(const QString &url, const QSize &size, PictureMode mode, QObject *asker) = 0;
};

} // namespace Petrel
