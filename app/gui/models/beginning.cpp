// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/beginning.h"

#include <algorithm>

namespace Petrel {

namespace {

//! Further back than this no end of a word is looked for: some people write without spaces.
constexpr int longestWord = 40;

int endOfWord(const QString &text, int end)
{
    for (int at = end; at > std::max(0, end - longestWord); --at) {
        if (text.at(at).isSpace())
            return at;
    }
    return text.at(end).isLowSurrogate() ? end - 1 : end;
}

} // namespace

RichText beginningOf(const RichText &text, int most)
{
    if (text.text.size() <= most)
        return text;
    int end = endOfWord(text.text, most);
    for (const Facet &facet : text.facets) {
        if (facet.kind == Facet::Kind::Emoji && facet.start < end && facet.start > end - facet.length)
            end = facet.start;
    }
    RichText beginning{text.text.left(end) + QStringLiteral(" \u2026"), {}};
    for (Facet facet : text.facets) {
        facet.length = std::min(facet.length, end - facet.start);
        if (facet.length > 0)
            beginning.facets.append(facet);
    }
    return beginning;
}

} // namespace Petrel
