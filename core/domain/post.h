// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/richtext.h"
#include "domain/visibility.h"

#include <QString>
#include <QVector>

#include <optional>

namespace Petrel {

//! A person, or whatever else writes posts.
struct Profile {
    QString handle; //!< user@host in lower case: the key of profiles
    QString uri; //!< network-wide identity where known
    RemoteRef ref; //!< on the server that told us
    QString displayName; //!< single line, cleaned; may be empty
    QVector<Facet> nameFacets; //!< custom emoji in displayName
    QString url; //!< web page, http(s) or empty
    QString avatarUrl;
    bool bot = false;
    bool locked = false;

    friend bool operator==(const Profile &, const Profile &) = default;
};

//! A file shown with a post.
struct Attachment {
    enum class Kind : quint8 { Unknown, Image, AnimatedImage, Video, Audio };
    Kind kind = Kind::Unknown;
    QString url; //!< http(s) or empty
    QString previewUrl;
    QString altText;
    QString blurhash;
    int width = 0; //!< pixels; 0 = unknown
    int height = 0;

    friend bool operator==(const Attachment &, const Attachment &) = default;
};

//! What an account has done to a post; nothing = unknown, which is not the same as no.
struct PostFlags {
    std::optional<bool> favourited;
    std::optional<bool> boosted;
    std::optional<bool> bookmarked;
    std::optional<bool> muted;
    std::optional<bool> pinned;
    //! Opaque handles some networks need to undo (the record of a like); empty elsewhere.
    QString favouriteHandle;
    QString boostHandle;

    friend bool operator==(const PostFlags &, const PostFlags &) = default;
};

//! A post as one server tells it to one account.
struct Post {
    PostUri uri;
    RemoteRef ref; //!< what this server calls it now
    QString url; //!< web page, http(s) or empty
    Profile author;
    qint64 createdAtMs = 0;
    qint64 editedAtMs = 0; //!< 0 = never
    RichText body;
    QString contentWarning; //!< cleaned; empty = none
    bool sensitive = false;
    Visibility visibility = Visibility::Public;
    QString language; //!< BCP 47 or empty
    PostUri replyToUri; //!< parent where its uri is known
    RemoteRef replyToRef; //!< parent as this server names it; null = not a reply
    QString replyToHandle; //!< whom it answers, where known
    int replyCount = 0;
    int boostCount = 0;
    int favouriteCount = 0;
    QVector<Attachment> attachments;
    PostFlags flags;
    //! The text its author typed, where the server gives it; only for comparing, never for showing.
    std::optional<QString> sourceText;

    friend bool operator==(const Post &, const Post &) = default;
};

} // namespace Petrel
