// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/sanitizer.h"

#include "service/mastodon/htmlelement.h"
#include "service/mastodon/htmlentities.h"
#include "service/mastodon/htmltokenizer.h"
#include "service/mastodon/htmlwriter.h"

#include <QHash>

#include <algorithm>

namespace Petrel {

namespace {

constexpr qsizetype longestInput = 512 * 1024;
constexpr int deepest = 100;
constexpr int mostFacets = 1'000;
constexpr int mostIndent = 4;
constexpr int longestAltText = 100;
constexpr int longestLabel = 200;
constexpr qsizetype longestAddress = 4'096;

bool hasClass(const QString &classes, QLatin1String wanted)
{
    for (const QStringView word : QStringView(classes).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (word == wanted)
            return true;
    }
    return false;
}

//! Addresses of one page as servers write it here and there.
QString comparableAddress(const QString &address)
{
    QString out = address;
    if (const qsizetype hash = out.indexOf(QLatin1Char('#')); hash >= 0)
        out.truncate(hash);
    while (out.endsWith(QLatin1Char('/')))
        out.chop(1);
    return out.toLower();
}

class Sanitizer {
public:
    Sanitizer(QStringView html, const HtmlContext &context)
        : m_context(context),
          m_tokens(html),
          m_out(html.size())
    {
        for (const HtmlContext::Mention &mention : context.mentions) {
            m_mentionByUrl.insert(comparableAddress(mention.url), &mention);
            m_mentionByName.insert(mention.handle.toLower(), &mention);
            const QString name = mention.username.toLower();
            // A name that two people of this post share says nothing.
            m_mentionByName.insert(name, m_mentionByName.contains(name) ? nullptr : &mention);
        }
        for (const QString &tag : context.tags)
            m_tags.insert(tag.toLower(), tag);
    }

    RichText run()
    {
        HtmlToken token;
        while (m_tokens.next(token)) {
            switch (token.kind) {
            case HtmlToken::Kind::Text:
                if (m_hidden == 0)
                    m_out.add(decodeEntities(token.text), m_preformatted > 0);
                break;
            case HtmlToken::Kind::Start:
                start(token);
                break;
            case HtmlToken::Kind::End:
                end(htmlElementNamed(token.name));
                break;
            }
        }
        while (!m_open.isEmpty())
            closeTop();
        return finished();
    }

private:
    struct Open {
        HtmlElement element = HtmlElement::Unknown;
        int from = 0;
        bool hidden = false;
        bool ellipsis = false;
        bool hashtag = false;
        bool mention = false;
        QString href;
        int number = 1; //!< of an ordered list's next item
    };

    void start(const HtmlToken &token);
    void open(HtmlElement element, const HtmlToken &token);
    void startListItem(const HtmlToken &token);
    void addVoid(HtmlElement element, const HtmlToken &token);
    void end(HtmlElement element);
    void closeImplied(HtmlElement starting);
    void closeDownTo(qsizetype index);
    void closeTop();
    void closeLink(const Open &link);
    [[nodiscard]] bool recogniseMention(const Open &link, const QString &shown, Facet *facet) const;
    [[nodiscard]] bool recogniseTag(const Open &link, const QString &shown, Facet *facet) const;
    void addFacet(const Facet &facet);
    [[nodiscard]] RichText finished();

    const HtmlContext &m_context;
    HtmlTokenizer m_tokens;
    HtmlWriter m_out;
    QVector<Open> m_open;
    QHash<int, int>
        m_ignored; //!< by element: starts beyond the deepest level, whose ends must be ignored too
    QVector<Facet> m_facets;
    QHash<QString, const HtmlContext::Mention *> m_mentionByUrl;
    QHash<QString, const HtmlContext::Mention *> m_mentionByName;
    QHash<QString, QString> m_tags;
    int m_hidden = 0;
    int m_preformatted = 0;
    int m_lists = 0;
};

bool isList(HtmlElement element)
{
    return element == HtmlElement::UnorderedList || element == HtmlElement::OrderedList;
}

void Sanitizer::start(const HtmlToken &token)
{
    const HtmlElement element = htmlElementNamed(token.name);
    if (element == HtmlElement::Unknown)
        return;
    if (isVoidElement(element)) {
        if (m_hidden == 0)
            addVoid(element, token);
        return;
    }
    closeImplied(element);
    if (m_open.size() >= deepest) {
        ++m_ignored[int(element)];
        return;
    }
    open(element, token);
}

void Sanitizer::open(HtmlElement element, const HtmlToken &token)
{
    if (m_hidden == 0) {
        m_out.breakLines(isList(element) ? (m_lists == 0 ? 2 : 1) : breaksAround(element));
        if (element == HtmlElement::ListItem)
            startListItem(token);
        else if (element == HtmlElement::Cell)
            m_out.add(QStringLiteral(" "), false);
        else if (element == HtmlElement::RubyText)
            m_out.add(QStringLiteral("("), true);
    }
    Open opened;
    opened.element = element;
    opened.from = m_out.position();
    const bool classesMatter =
        element == HtmlElement::Link || element == HtmlElement::Span || element == HtmlElement::Paragraph;
    const QString classes = classesMatter ? token.attribute(QLatin1String("class")) : QString();
    opened.hidden = element == HtmlElement::RubyParenthesis || hasClass(classes, QLatin1String("invisible"))
        || (m_context.dropQuoteFallback && hasClass(classes, QLatin1String("quote-inline")));
    opened.ellipsis = hasClass(classes, QLatin1String("ellipsis"));
    if (element == HtmlElement::Link) {
        opened.href = token.attribute(QLatin1String("href")).trimmed().left(longestAddress);
        opened.href.replace(QLatin1Char(' '), QLatin1String("%20"));
        opened.hashtag = hasClass(classes, QLatin1String("hashtag"))
            || hasClass(token.attribute(QLatin1String("rel")), QLatin1String("tag"));
        opened.mention = !opened.hashtag && hasClass(classes, QLatin1String("mention"));
    } else if (element == HtmlElement::OrderedList) {
        bool ok = false;
        const int first = token.attribute(QLatin1String("start")).toInt(&ok);
        opened.number = ok ? first : 1;
    }
    m_hidden += opened.hidden ? 1 : 0;
    m_preformatted += element == HtmlElement::Preformatted ? 1 : 0;
    m_lists += isList(element) ? 1 : 0;
    m_open.append(opened);
}

void Sanitizer::startListItem(const HtmlToken &token)
{
    Open *list = nullptr;
    for (qsizetype i = m_open.size() - 1; i >= 0 && !list; --i) {
        if (isList(m_open.at(i).element))
            list = &m_open[i];
    }
    QString bullet = QStringLiteral("\u2022 ");
    if (list && list->element == HtmlElement::OrderedList) {
        bool ok = false;
        const int value = token.attribute(QLatin1String("value")).toInt(&ok);
        if (ok)
            list->number = value;
        bullet = QString::number(list->number) + QLatin1String(". ");
        list->number = qMin(list->number, 1'000'000'000) + 1;
    }
    m_out.addBullet(QString(2 * qBound(0, m_lists - 1, mostIndent), QLatin1Char(' ')) + bullet);
}

void Sanitizer::addVoid(HtmlElement element, const HtmlToken &token)
{
    if (element == HtmlElement::LineBreak)
        m_out.addLineBreak();
    else if (element == HtmlElement::Rule)
        m_out.breakLines(2);
    else
        m_out.add(token.attribute(QLatin1String("alt")).left(longestAltText), false);
}

//! Some elements end where the next of their kind begins.
void Sanitizer::closeImplied(HtmlElement starting)
{
    const bool block = breaksAround(starting) > 0 || isList(starting);
    if (!block && starting != HtmlElement::Link)
        return;
    for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
        const HtmlElement element = m_open.at(i).element;
        if (starting == HtmlElement::Link           ? element == HtmlElement::Link
                : starting == HtmlElement::ListItem ? element == HtmlElement::ListItem
                                                    : element == HtmlElement::Paragraph)
            return closeDownTo(i);
        const bool fence = starting == HtmlElement::ListItem ? isList(element)
                                                             : starting != HtmlElement::Link
                && (element == HtmlElement::Quote || element == HtmlElement::ListItem
                    || element == HtmlElement::Block || isList(element));
        if (fence)
            return;
    }
}

void Sanitizer::end(HtmlElement element)
{
    if (element == HtmlElement::Unknown || isVoidElement(element)) {
        if (element == HtmlElement::LineBreak && m_hidden == 0)
            m_out.addLineBreak();
        return;
    }
    const auto ignored = m_ignored.find(int(element));
    if (ignored != m_ignored.end() && *ignored > 0) {
        --*ignored;
        return;
    }
    for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
        if (m_open.at(i).element == element)
            return closeDownTo(i);
    }
}

void Sanitizer::closeDownTo(qsizetype index)
{
    while (m_open.size() > index)
        closeTop();
}

void Sanitizer::closeTop()
{
    const Open closed = m_open.takeLast();
    m_hidden -= closed.hidden ? 1 : 0;
    m_preformatted -= closed.element == HtmlElement::Preformatted ? 1 : 0;
    m_lists -= isList(closed.element) ? 1 : 0;
    if (m_hidden > 0 || closed.hidden)
        return;
    if (closed.ellipsis && m_out.position() > closed.from)
        m_out.addOwn(QStringLiteral("\u2026"));
    if (closed.element == HtmlElement::RubyText)
        m_out.add(QStringLiteral(")"), true);
    if (closed.element == HtmlElement::Link) {
        closeLink(closed);
    } else if (const auto kind = facetOf(closed.element)) {
        Facet facet;
        facet.kind = *kind;
        if (m_out.trimmedRange(closed.from, &facet.start, &facet.length))
            addFacet(facet);
    }
    if (closed.element == HtmlElement::ListItem)
        m_out.endItem();
    m_out.breakLines(isList(closed.element) ? (m_lists == 0 ? 2 : 1) : breaksAround(closed.element));
}

void Sanitizer::closeLink(const Open &link)
{
    Facet facet;
    if (!m_out.trimmedRange(link.from, &facet.start, &facet.length))
        return;
    const QString shown = m_out.textFrom(facet.start, qMin(facet.length, longestLabel)).toString();
    if (!recogniseMention(link, shown, &facet) && !recogniseTag(link, shown, &facet)) {
        if (!isOpenableLink(link.href))
            return;
        facet.kind = Facet::Kind::Link;
        facet.target = link.href;
    }
    addFacet(facet);
}

bool Sanitizer::recogniseMention(const Open &link, const QString &shown, Facet *facet) const
{
    const bool at = shown.startsWith(QLatin1Char('@'));
    if (link.hashtag || (!link.mention && !at))
        return false;
    const HtmlContext::Mention *mention = m_mentionByUrl.value(comparableAddress(link.href));
    if (!mention && link.mention)
        mention = m_mentionByName.value((at ? shown.mid(1) : shown).toLower());
    if (!mention || mention->handle.isEmpty())
        return false;
    facet->kind = Facet::Kind::Mention;
    facet->target = isOpenableLink(mention->url) ? mention->url : QString();
    facet->extra = QLatin1Char('@') + mention->handle;
    return true;
}

bool Sanitizer::recogniseTag(const Open &link, const QString &shown, Facet *facet) const
{
    if (!shown.startsWith(QLatin1Char('#')) && !shown.startsWith(QChar(0xff03)))
        return false;
    const QString name = shown.mid(1);
    const auto known = m_tags.constFind(name.toLower());
    if (known == m_tags.constEnd()) {
        const bool plain = !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
            return !c.isSpace() && c != QLatin1Char('#');
        });
        if (!link.hashtag || !plain)
            return false;
    }
    facet->kind = Facet::Kind::Tag;
    facet->target = known == m_tags.constEnd() ? name : *known;
    facet->extra = isOpenableLink(link.href) ? link.href : QString();
    return true;
}

void Sanitizer::addFacet(const Facet &facet)
{
    if (m_facets.size() < mostFacets)
        m_facets.append(facet);
}

RichText Sanitizer::finished()
{
    RichText result;
    result.text = m_out.take();
    for (const Facet &emoji : emojiFacets(result.text, m_context.emojis))
        addFacet(emoji);
    std::stable_sort(m_facets.begin(), m_facets.end(), [](const Facet &a, const Facet &b) {
        return a.start != b.start ? a.start < b.start : a.length > b.length;
    });
    result.facets = m_facets;
    return result;
}

bool isShortcodeUnit(QChar c)
{
    return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == QLatin1Char('_'));
}

//! Emoji stand apart: "10:30:15" holds none.
bool touchesWord(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char(':');
}

} // namespace

RichText sanitizeHtml(const QString &html, const HtmlContext &context)
{
    return Sanitizer(QStringView(html).left(longestInput), context).run();
}

QVector<Facet> emojiFacets(const QString &text, const QVector<HtmlContext::Emoji> &emojis)
{
    QVector<Facet> facets;
    if (emojis.isEmpty())
        return facets;
    QHash<QString, QString> known;
    for (const HtmlContext::Emoji &emoji : emojis)
        known.insert(emoji.shortcode, emoji.url);
    qsizetype open = text.indexOf(QLatin1Char(':'));
    while (open >= 0 && facets.size() < mostFacets) {
        qsizetype close = open + 1;
        while (close < text.size() && isShortcodeUnit(text.at(close)))
            ++close;
        const bool closed = close < text.size() && text.at(close) == QLatin1Char(':');
        const bool apart = (open == 0 || !touchesWord(text.at(open - 1)))
            && (close + 1 >= text.size() || !touchesWord(text.at(close + 1)));
        const QString url = closed && apart && close - open > 2
            ? known.value(text.mid(open + 1, close - open - 1))
            : QString();
        if (url.isEmpty()) {
            open = text.indexOf(QLatin1Char(':'), close);
            continue;
        }
        facets.append({Facet::Kind::Emoji, int(open), int(close + 1 - open), url, {}});
        open = text.indexOf(QLatin1Char(':'), close + 1);
    }
    return facets;
}

} // namespace Petrel
