// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/richtext.h"

#include <QStringList>
#include <QVector>

namespace Petrel {

//! What a post's document says beside its HTML, for recognising what the HTML shows.
struct HtmlContext {
    struct Mention {
        QString url; //!< as in the link
        QString username; //!< without host
        QString handle; //!< user@host
    };
    struct Emoji {
        QString shortcode; //!< without colons
        QString url; //!< http(s)
    };
    QVector<Mention> mentions;
    QStringList tags; //!< without '#'
    QVector<Emoji> emojis;
    bool dropQuoteFallback = false; //!< leave out "RE: address", as the quoted post itself is shown
};

//! Foreign HTML as RichText: nothing of it survives but plain text and our own facets. Linear in the length
//! of the input; input, depth and number of facets are bounded, what is beyond is left out. Never fails.
[[nodiscard]] RichText sanitizeHtml(const QString &html, const HtmlContext &context = {});

//! The custom emoji in a plain text, as facets.
[[nodiscard]] QVector<Facet> emojiFacets(const QString &text, const QVector<HtmlContext::Emoji> &emojis);

} // namespace Petrel
