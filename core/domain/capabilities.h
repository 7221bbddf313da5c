// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/visibility.h"

#include <QVector>

namespace Petrel {

//! How a server counts the length of a post.
struct TextRules {
    int maxCharacters = 500;
    int urlLength = 0; //!< every address counts as this many; 0 = as written
    bool remoteMentionsShort = false; //!< "@user@host" counts as "@user"
    bool warningCounts = true; //!< the content warning is part of the length
};

//! What an account's server can do: differences of degree as values. A whole thing missing is a null
//! interface of Service instead.
struct Capabilities {
    TextRules text;
    //! Visibilities the server honours. What it would silently change is absent: asking for it is refused.
    QVector<Visibility> visibilities{Visibility::Public, Visibility::Unlisted, Visibility::Followers,
                                     Visibility::Direct};
    bool contentWarning = true;
    bool language = true;
    bool canDelete = true;
    bool favourites = true;
    bool boosts = true;
    bool bookmarks = true;
    //! Repeating an unanswered boost cannot make a second one.
    bool boostIsIdempotent = false;
    //! For how long a repeated publish with the same key is recognised, in milliseconds; 0 = never.
    qint64 idempotencyMs = 0;
};

//! Length of a post by the server's own rules, in grapheme clusters. Pure.
[[nodiscard]] int countCharacters(const TextRules &rules, const QString &text, const QString &contentWarning);

} // namespace Petrel
