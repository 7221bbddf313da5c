// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timeline.h"

namespace Petrel {

//! Invents a timeline to measure with: posts short and long, in four scripts and plain emoji, with links,
//! mentions, tags, custom emoji, warnings, pictures, boosts and answers, by several hundred people. The same
//! number always gives the same entry, 0 the newest, so that the top of a long timeline is that of a short
//! one.
class PostMaker {
public:
    static constexpr int people = 400;
    static constexpr int pictures = 600; //!< different addresses

    //! All addresses of pictures begin with `media` ("http://127.0.0.1:1"); entry 0 is from `newestMs`.
    PostMaker(const QString &media, qint64 newestMs);

    [[nodiscard]] Entry entry(int number) const;
    //! The number of the entry that was made with this uri; -1 for others.
    [[nodiscard]] static int numberOf(const QString &entryUri);
    [[nodiscard]] QString avatarAddress(int person) const;
    [[nodiscard]] QString pictureAddress(int picture) const;
    [[nodiscard]] QString emojiAddress(int emoji) const;
    [[nodiscard]] static int emojiCount();

private:
    [[nodiscard]] Profile person(int number) const;
    [[nodiscard]] RichText text(int number) const;
    [[nodiscard]] QVector<Attachment> attachments(int number) const;

    QString m_media;
    qint64 m_newestMs;
};

} // namespace Petrel
