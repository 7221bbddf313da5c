// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

namespace Petrel {

//! A marked range of a RichText, in UTF-16 units. Facets may nest and overlap.
struct Facet {
    enum class Kind : quint8 {
        Link = 1, //!< target: an address with an allowed scheme
        Mention = 2, //!< target: the profile's address; label "@user@host" in `extra`
        Tag = 3, //!< target: the tag without '#'; web page of it in `extra`, where known
        Emoji = 4, //!< text is ":shortcode:"; target: address of the picture
        Quote = 5, //!< quoted paragraphs
        Code = 6,
        Bold = 7,
        Italic = 8,
        Strike = 9,
    };
    Kind kind = Kind::Link;
    int start = 0;
    int length = 0;
    QString target;
    QString extra;

    friend bool operator==(const Facet &a, const Facet &b)
    {
        return a.kind == b.kind && a.start == b.start && a.length == b.length && a.target == b.target
            && a.extra == b.extra;
    }
};

//! Text as it may be shown: plain text without control or bidi-override characters, with facets. Made at
//! ingest by a service's sanitiser and never from anything else than that or our own words.
struct RichText {
    QString text;
    QVector<Facet> facets;

    friend bool operator==(const RichText &a, const RichText &b)
    {
        return a.text == b.text && a.facets == b.facets;
    }
};

//! Compact bytes for the facets of a RichText (empty for none). Format version 1: see richtext.cpp.
[[nodiscard]] QByteArray packFacets(const QVector<Facet> &facets);
//! The reverse, for a text of `textLength` units. Damaged bytes, unknown kinds and ranges outside the text
//! give fewer facets, never a fault.
[[nodiscard]] QVector<Facet> unpackFacets(const QByteArray &bytes, int textLength);

//! Removes what could reorder or hide neighbouring text when shown inside ours: C0/C1 controls (but newline
//! and tab), bidi overrides, embeddings and isolates, and other invisible formatting (zero-width joiners
//! stay, as emoji and scripts need them).
[[nodiscard]] QString withoutControls(const QString &text);
//! withoutControls and without line breaks: for names and handles.
[[nodiscard]] QString singleLine(const QString &text);
//! True for addresses that may be opened from a post: http and https with a host, gemini, gopher, xmpp,
//! magnet, ipfs, ipns, dat, dweb, ssb and mailto; everything else (javascript:, data:, file:, …) is false.
[[nodiscard]] bool isOpenableLink(const QString &address);

} // namespace Petrel
