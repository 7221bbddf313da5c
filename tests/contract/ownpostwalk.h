// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/serviceundertest.h"
#include "domain/ownpostmatch.h"
#include "service/publisher.h"
#include "support/drive.h"

namespace Petrel {

//! What reading every source of an account's own posts came to.
struct OwnPostWalk {
    QVector<Post> posts; //!< once each, in order of meeting
    bool everySourceEnded = true; //!< each source proved its end
    bool readable = true;
};

//! Reads every page of every source.
[[nodiscard]] inline OwnPostWalk walkOwnPosts(ServiceUnderTest &sut, Publisher &publisher)
{
    OwnPostWalk walk;
    QStringList seen;
    for (int source = 0; source < publisher.ownSources().size(); ++source) {
        QString cursor;
        bool ended = false;
        for (int pages = 0; pages < 100 && !ended; ++pages) {
            auto page = driveToEnd(publisher.ownPosts(source, cursor), sut.clock);
            if (!page || !page->ok()) {
                walk.readable = false;
                break;
            }
            for (const Post &post : page->value().posts) {
                if (!seen.contains(post.uri.value())) {
                    seen.append(post.uri.value());
                    walk.posts.append(post);
                }
            }
            ended = page->value().reachedStart;
            cursor = page->value().olderCursor;
            if (cursor.isEmpty())
                break;
        }
        walk.everySourceEnded = walk.everySourceEnded && ended;
    }
    return walk;
}

//! The posts of a walk that are this one.
[[nodiscard]] inline QVector<Post> matchesIn(const OwnPostWalk &walk, const PublishRequest &request)
{
    const OwnPostQuery query{request.content, request.replyToUri, request.replyTo};
    QVector<Post> found;
    for (const Post &post : walk.posts) {
        if (matchesOwnPost(query, post))
            found.append(post);
    }
    return found;
}

} // namespace Petrel
