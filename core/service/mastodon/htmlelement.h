// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/richtext.h"

#include <optional>

namespace Petrel {

//! What an HTML element means for a RichText; names that mean the same share a value.
enum class HtmlElement {
    Unknown,
    Paragraph,
    Block,
    Heading,
    Quote,
    Preformatted,
    UnorderedList,
    OrderedList,
    ListItem,
    Link,
    Span,
    Bold,
    Italic,
    Strike,
    Code,
    RubyText,
    RubyParenthesis,
    LineBreak,
    Rule,
    Cell,
    Image,
};

[[nodiscard]] HtmlElement htmlElementNamed(const QString &lowerCaseName);
//! True for elements that have no end tag.
[[nodiscard]] bool isVoidElement(HtmlElement element);
//! How many line breaks at least stand before and after a block; 0 for what is none.
[[nodiscard]] int breaksAround(HtmlElement element);
//! How the text inside is marked.
[[nodiscard]] std::optional<Facet::Kind> facetOf(HtmlElement element);

} // namespace Petrel
