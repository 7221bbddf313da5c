// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/media/blurhashprovider.h"

#include <QRunnable>
#include <QThreadPool>
#include <QUrl>

namespace Petrel {

namespace {

//! A blur has nothing finer to show.
constexpr int longestSide = 32;

class BlurhashResponse : public QQuickImageResponse, public QRunnable {
public:
    BlurhashResponse(const BlurhashProvider::Decode &decode, const QString &hash, const QSize &size)
        : m_decode(decode),
          m_hash(hash),
          m_size(size)
    {
        // QML deletes it after finished().
        setAutoDelete(false);
    }
    void run() override
    {
        m_image = m_decode(m_hash, m_size);
        Q_EMIT finished();
    }
    [[nodiscard]] QQuickTextureFactory *textureFactory() const override
    {
        return m_image.isNull() ? nullptr : QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    [[nodiscard]] QString errorString() const override
    {
        return m_image.isNull() ? QStringLiteral("not a blurhash") : QString();
    }

private:
    BlurhashProvider::Decode m_decode;
    QString m_hash;
    QSize m_size;
    QImage m_image;
};

QSize sizeFor(const QSize &asked)
{
    const QSize bound(longestSide, longestSide);
    return asked.isEmpty() ? bound : asked.scaled(bound, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

} // namespace

BlurhashProvider::BlurhashProvider(Decode decode)
    : m_decode(std::move(decode))
{ }

QQuickImageResponse *BlurhashProvider::requestImageResponse(const QString &id, const QSize &requestedSize)
{
    auto *response =
        new BlurhashResponse(m_decode, QUrl::fromPercentEncoding(id.toUtf8()), sizeFor(requestedSize));
    QThreadPool::globalInstance()->start(response);
    return response;
}

} // namespace Petrel
