// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/htmlelement.h"

#include <QHash>

namespace Petrel {

HtmlElement htmlElementNamed(const QString &lowerCaseName)
{
    static const QHash<QString, HtmlElement> elements{
        {QStringLiteral("p"), HtmlElement::Paragraph},
        {QStringLiteral("div"), HtmlElement::Block},
        {QStringLiteral("section"), HtmlElement::Block},
        {QStringLiteral("article"), HtmlElement::Block},
        {QStringLiteral("header"), HtmlElement::Block},
        {QStringLiteral("footer"), HtmlElement::Block},
        {QStringLiteral("figure"), HtmlElement::Block},
        {QStringLiteral("figcaption"), HtmlElement::Block},
        {QStringLiteral("details"), HtmlElement::Block},
        {QStringLiteral("summary"), HtmlElement::Block},
        {QStringLiteral("dl"), HtmlElement::Block},
        {QStringLiteral("dt"), HtmlElement::Block},
        {QStringLiteral("dd"), HtmlElement::Block},
        {QStringLiteral("table"), HtmlElement::Block},
        {QStringLiteral("tr"), HtmlElement::Block},
        {QStringLiteral("center"), HtmlElement::Block},
        {QStringLiteral("h1"), HtmlElement::Heading},
        {QStringLiteral("h2"), HtmlElement::Heading},
        {QStringLiteral("h3"), HtmlElement::Heading},
        {QStringLiteral("h4"), HtmlElement::Heading},
        {QStringLiteral("h5"), HtmlElement::Heading},
        {QStringLiteral("h6"), HtmlElement::Heading},
        {QStringLiteral("blockquote"), HtmlElement::Quote},
        {QStringLiteral("pre"), HtmlElement::Preformatted},
        {QStringLiteral("ul"), HtmlElement::UnorderedList},
        {QStringLiteral("menu"), HtmlElement::UnorderedList},
        {QStringLiteral("ol"), HtmlElement::OrderedList},
        {QStringLiteral("li"), HtmlElement::ListItem},
        {QStringLiteral("a"), HtmlElement::Link},
        {QStringLiteral("span"), HtmlElement::Span},
        {QStringLiteral("b"), HtmlElement::Bold},
        {QStringLiteral("strong"), HtmlElement::Bold},
        {QStringLiteral("i"), HtmlElement::Italic},
        {QStringLiteral("em"), HtmlElement::Italic},
        {QStringLiteral("cite"), HtmlElement::Italic},
        {QStringLiteral("dfn"), HtmlElement::Italic},
        {QStringLiteral("s"), HtmlElement::Strike},
        {QStringLiteral("del"), HtmlElement::Strike},
        {QStringLiteral("strike"), HtmlElement::Strike},
        {QStringLiteral("code"), HtmlElement::Code},
        {QStringLiteral("kbd"), HtmlElement::Code},
        {QStringLiteral("samp"), HtmlElement::Code},
        {QStringLiteral("tt"), HtmlElement::Code},
        {QStringLiteral("rt"), HtmlElement::RubyText},
        {QStringLiteral("rp"), HtmlElement::RubyParenthesis},
        {QStringLiteral("br"), HtmlElement::LineBreak},
        {QStringLiteral("hr"), HtmlElement::Rule},
        {QStringLiteral("td"), HtmlElement::Cell},
        {QStringLiteral("th"), HtmlElement::Cell},
        {QStringLiteral("img"), HtmlElement::Image},
    };
    return elements.value(lowerCaseName, HtmlElement::Unknown);
}

bool isVoidElement(HtmlElement element)
{
    return element == HtmlElement::LineBreak || element == HtmlElement::Rule || element == HtmlElement::Image;
}

int breaksAround(HtmlElement element)
{
    switch (element) {
    case HtmlElement::Paragraph:
    case HtmlElement::Heading:
    case HtmlElement::Quote:
    case HtmlElement::Preformatted:
        return 2;
    case HtmlElement::Block:
    case HtmlElement::ListItem:
        return 1;
    case HtmlElement::UnorderedList:
    case HtmlElement::OrderedList:
    case HtmlElement::Unknown:
    case HtmlElement::Link:
    case HtmlElement::Span:
    case HtmlElement::Bold:
    case HtmlElement::Italic:
    case HtmlElement::Strike:
    case HtmlElement::Code:
    case HtmlElement::RubyText:
    case HtmlElement::RubyParenthesis:
    case HtmlElement::LineBreak:
    case HtmlElement::Rule:
    case HtmlElement::Cell:
    case HtmlElement::Image:
        return 0;
    }
    Q_UNREACHABLE();
}

std::optional<Facet::Kind> facetOf(HtmlElement element)
{
    switch (element) {
    case HtmlElement::Heading:
    case HtmlElement::Bold:
        return Facet::Kind::Bold;
    case HtmlElement::Italic:
        return Facet::Kind::Italic;
    case HtmlElement::Strike:
        return Facet::Kind::Strike;
    case HtmlElement::Code:
    case HtmlElement::Preformatted:
        return Facet::Kind::Code;
    case HtmlElement::Quote:
        return Facet::Kind::Quote;
    case HtmlElement::Unknown:
    case HtmlElement::Paragraph:
    case HtmlElement::Block:
    case HtmlElement::UnorderedList:
    case HtmlElement::OrderedList:
    case HtmlElement::ListItem:
    case HtmlElement::Link:
    case HtmlElement::Span:
    case HtmlElement::RubyText:
    case HtmlElement::RubyParenthesis:
    case HtmlElement::LineBreak:
    case HtmlElement::Rule:
    case HtmlElement::Cell:
    case HtmlElement::Image:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace Petrel
