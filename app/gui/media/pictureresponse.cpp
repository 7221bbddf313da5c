// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/media/pictureresponse.h"

namespace Petrel {

PictureResponse::PictureResponse(PictureDesk &desk, const QString &url, const QSize &size, PictureMode mode)
    : m_desk(desk)
{
    m_order->url = url;
    m_order->size = size;
    m_order->mode = mode;
    m_order->response = this;
    m_desk.order(m_order);
}

PictureResponse::~PictureResponse()
{
    if (leave())
        m_desk.giveUp(m_order);
}

bool PictureResponse::leave()
{
    const std::lock_guard lock(m_order->mutex);
    return std::exchange(m_order->response, nullptr) != nullptr;
}

QQuickTextureFactory *PictureResponse::textureFactory() const
{
    return m_image.isNull() ? nullptr : QQuickTextureFactory::textureFactoryForImage(m_image);
}

QString PictureResponse::errorString() const
{
    return m_error;
}

void PictureResponse::cancel()
{
    if (!leave())
        return;
    m_desk.giveUp(m_order);
    m_error = QStringLiteral("cancelled");
    Q_EMIT finished();
}

void PictureResponse::answer(const Result<QImage> &image)
{
    m_order->response = nullptr;
    if (image.ok())
        m_image = image.value();
    else
        m_error = describeError(image.error());
    if (m_image.isNull() && m_error.isEmpty())
        m_error = QStringLiteral("an empty picture");
    // On the thread that asked, and later: until this is handed over to QML nobody listens.
    QMetaObject::invokeMethod(this, &QQuickImageResponse::finished, Qt::QueuedConnection);
}

} // namespace Petrel
