// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QQuickAsyncImageProvider>

#include <functional>

namespace Petrel {

//! image://blurhash/<percent-encoded hash>: the blur that stands where a picture will be. Decodes on the
//! thread pool.
class BlurhashProvider : public QQuickAsyncImageProvider {
public:
    //! Makes the picture of a hash; a null image where it is none. Called on any thread.
    using Decode = std::function<QImage(const QString &hash, const QSize &size)>;
    explicit BlurhashProvider(Decode decode);
    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &requestedSize) override;

private:
    Decode m_decode;
};

} // namespace Petrel
