// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/media/pictureprovider.h"

#include "gui/media/pictureresponse.h"

#include <QUrl>

namespace Petrel {

namespace {

std::optional<PictureMode> modeOf(QStringView name)
{
    if (name == QLatin1String("avatar"))
        return PictureMode::Avatar;
    if (name == QLatin1String("preview"))
        return PictureMode::Preview;
    // An emoji is a small picture shown whole.
    if (name == QLatin1String("full") || name == QLatin1String("emoji"))
        return PictureMode::Full;
    return std::nullopt;
}

//! An id that means nothing: ends at once.
class RefusedResponse : public QQuickImageResponse {
public:
    RefusedResponse()
    {
        // Queued: nobody listens before it is returned.
        QMetaObject::invokeMethod(this, &QQuickImageResponse::finished, Qt::QueuedConnection);
    }
    [[nodiscard]] QQuickTextureFactory *textureFactory() const override { return nullptr; }
    [[nodiscard]] QString errorString() const override
    {
        return QStringLiteral("not the address of a picture");
    }
};

} // namespace

PictureProvider::PictureProvider(PictureDesk &desk)
    : m_desk(desk)
{ }

std::optional<PictureProvider::Address> PictureProvider::parse(const QString &id)
{
    const qsizetype slash = id.indexOf(QLatin1Char('/'));
    const auto mode = modeOf(QStringView(id).left(slash < 0 ? 0 : slash));
    if (!mode)
        return std::nullopt;
    // QML hands the id on partly decoded; what it left encoded is decoded here.
    const QString url = QUrl::fromPercentEncoding(id.mid(slash + 1).toUtf8());
    const QUrl parsed(url);
    const bool web = parsed.scheme() == QLatin1String("https") || parsed.scheme() == QLatin1String("http");
    if (!parsed.isValid() || !web || parsed.host().isEmpty())
        return std::nullopt;
    return Address{url, *mode};
}

QQuickImageResponse *PictureProvider::requestImageResponse(const QString &id, const QSize &requestedSize)
{
    const auto address = parse(id);
    if (!address)
        return new RefusedResponse;
    return new PictureResponse(m_desk, address->url, requestedSize.expandedTo(QSize(0, 0)), address->mode);
}

} // namespace Petrel
