// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/picturemaker.h"

#include "bench/postmaker.h"
#include "demo/demopictures.h"
#include "media/mediacache.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QUrl>

#include <functional>
#include <iterator>

namespace Petrel {

namespace {

constexpr int paintings = 24;
constexpr int faces = 24;

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 85);
    return bytes;
}

QByteArray painting(int number)
{
    using DemoPictures::Scene;
    constexpr Scene scenes[] = {Scene::Sea,     Scene::Dusk,   Scene::Hills,
                                Scene::Harbour, Scene::Garden, Scene::Night};
    const Scene scene = scenes[number % int(std::size(scenes))];
    return encoded(DemoPictures::scene(scene, QSize(1280, 720), quint32(number)), "jpg");
}

//! `different` pictures under `count` addresses.
Result<Unit> fill(MediaCache &cache, int count, int different, const std::function<QByteArray(int)> &picture,
                  const std::function<QString(int)> &address)
{
    QVector<QByteArray> bytes;
    for (int i = 0; i < std::min(count, different); ++i)
        bytes.append(picture(i));
    Result<Unit> outcome = Unit{};
    QObject context;
    for (int i = 0; i < count && outcome.ok(); ++i) {
        cache.put(QUrl(address(i)), bytes.at(i % bytes.size()))
            .finally(&context, [&outcome](const Result<MediaFile> &kept) {
                if (!kept.ok())
                    outcome = kept.error();
            });
    }
    return outcome;
}

} // namespace

Result<Unit> fillPictures(const QString &profileDirectory, const PostMaker &maker)
{
    MediaCacheOptions options;
    options.directory = QDir(profileDirectory).filePath(QStringLiteral("media"));
    options.threaded = false;
    MediaCache cache(options);
    auto done = fill(cache, PostMaker::pictures, paintings, painting,
                     [&maker](int i) { return maker.pictureAddress(i); });
    if (done.ok())
        done = fill(
            cache, PostMaker::people, faces,
            [](int i) { return encoded(DemoPictures::avatar(quint32(i)), "png"); },
            [&maker](int i) { return maker.avatarAddress(i); });
    if (done.ok())
        done = fill(
            cache, PostMaker::emojiCount(), 1, [](int) { return encoded(DemoPictures::bird(72), "png"); },
            [&maker](int i) { return maker.emojiAddress(i); });
    return done;
}

} // namespace Petrel
