// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/threadpagereader.h"

#include "net/httpclient.h"
#include "service/mastodon/json.h"
#include "service/mastodon/postreader.h"

#include <QSet>

#include <algorithm>

namespace Petrel {

namespace {

//! The posts of a list from `first` on, each once.
QVector<Post> readPosts(const QJsonArray &list, qsizetype first, qsizetype end, const ServerInfo &server,
                        qint64 fallbackTimeMs, QSet<QString> *seen)
{
    QVector<Post> posts;
    for (qsizetype i = first; i < end; ++i) {
        const std::optional<Post> post = readPost(list.at(i).toObject(), server, fallbackTimeMs);
        if (!post || seen->contains(post->ref.value()))
            continue;
        seen->insert(post->ref.value());
        posts.append(*post);
    }
    return posts;
}

} // namespace

std::optional<ThreadPage> readContext(const HttpResponse &response, const ServerInfo &server,
                                      const RemoteRef &post)
{
    const std::optional<QJsonObject> context = Json::objectFrom(response.body);
    if (!context || !context->value(QLatin1String("ancestors")).isArray()
        || !context->value(QLatin1String("descendants")).isArray())
        return std::nullopt;
    const QJsonArray above = Json::array(*context, QLatin1String("ancestors"));
    const QJsonArray below = Json::array(*context, QLatin1String("descendants"));
    QSet<QString> seen{stablePostRef(post.value(), server.flavour).value()};
    ThreadPage page;
    page.ancestors = readPosts(above, std::max<qsizetype>(0, above.size() - mostContextPosts), above.size(),
                               server, response.serverDateMs, &seen);
    // Stable: times have whole seconds on some servers, and the order received is the better one then.
    std::stable_sort(page.ancestors.begin(), page.ancestors.end(),
                     [](const Post &a, const Post &b) { return a.createdAtMs < b.createdAtMs; });
    page.descendants = readPosts(below, 0, std::min<qsizetype>(mostContextPosts, below.size()), server,
                                 response.serverDateMs, &seen);
    return page;
}

} // namespace Petrel
