// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Petrel {

//! A media file as it came, whole.
struct MediaFile {
    QByteArray bytes;
    QByteArray mime; //!< found by looking at the bytes, whatever the server called them
    //! Where it lies in the cache, for players that want a path; empty where it could not be kept. It may be
    //! evicted at any time after.
    QString path;
};

} // namespace Petrel
