// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mediapictures.h"

#include <QDir>

#include <algorithm>

namespace Petrel {

namespace {

//! As the theme rounds its boxes: 10 of 44.
constexpr double roundness = 10.0 / 44.0;

Result<Unit> mayFetch(const QUrl &url, const MediaPictures::IsOwn &isOwn)
{
    QString authority = url.host().toLower();
    if (url.port() >= 0)
        authority += QLatin1Char(':') + QString::number(url.port());
    if (!isLoopback(url.host()) || isOwn(ServerHost(authority)))
        return Unit{};
    return Error{ErrorKind::Forbidden, {}, QStringLiteral("a picture on this computer itself"), {}};
}

MediaOptions optionsFor(const QString &profileDirectory, const MediaPictures::IsOwn &isOwn)
{
    MediaOptions options;
    options.cache.directory = QDir(profileDirectory).filePath(QStringLiteral("media"));
    options.fetcher.mayFetch = [isOwn](const QUrl &url) { return mayFetch(url, isOwn); };
    return options;
}

} // namespace

MediaPictures::MediaPictures(Clock &clock, const QString &profileDirectory, IsOwn isOwn)
    : m_media(clock, optionsFor(profileDirectory, isOwn))
{ }

Task<QImage> MediaPictures::picture(const QString &url, const QSize &size, PictureMode mode, QObject *asker)
{
    ImageRequest request;
    request.url = QUrl(url);
    request.size = size;
    request.mode = mode == PictureMode::Full ? ImageMode::Fit : ImageMode::Cover;
    if (mode == PictureMode::Avatar)
        request.radius = int(std::min(size.width(), size.height()) * roundness);
    return m_media.images().load(request, asker);
}

} // namespace Petrel
