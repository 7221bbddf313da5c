// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/htmltokenizer.h"

#include "service/mastodon/htmlentities.h"

#include <array>

namespace Petrel {

namespace {

bool isHtmlSpace(QChar c)
{
    return c == QLatin1Char(' ') || c == QLatin1Char('\n') || c == QLatin1Char('\t') || c == QLatin1Char('\r')
        || c == QLatin1Char('\f');
}

bool isAsciiLetter(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
        || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'));
}

bool holdsNoText(const QString &name)
{
    static const std::array names{QLatin1String("script"),   QLatin1String("style"),
                                  QLatin1String("template"), QLatin1String("iframe"),
                                  QLatin1String("noembed"),  QLatin1String("noframes"),
                                  QLatin1String("object"),   QLatin1String("title"),
                                  QLatin1String("textarea"), QLatin1String("xmp")};
    for (const QLatin1String &other : names) {
        if (name == other)
            return true;
    }
    return false;
}

//! Where the tag that begins before `at` ends: behind its '>', quotes respected; -1 where it never does.
qsizetype endOfTag(QStringView html, qsizetype at)
{
    QChar quote;
    bool afterEquals = false;
    for (; at < html.size(); ++at) {
        const QChar c = html.at(at);
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            continue;
        }
        if (c == QLatin1Char('>'))
            return at + 1;
        if (afterEquals && (c == QLatin1Char('"') || c == QLatin1Char('\'')))
            quote = c;
        if (!isHtmlSpace(c))
            afterEquals = c == QLatin1Char('=');
    }
    return -1;
}

} // namespace

QString HtmlToken::attribute(QLatin1String wanted) const
{
    qsizetype at = 0;
    const qsizetype end = attributes.size();
    while (at < end) {
        while (at < end && (isHtmlSpace(attributes.at(at)) || attributes.at(at) == QLatin1Char('/')))
            ++at;
        const qsizetype nameStart = at;
        // An '=' in front belongs to the name: so a broken attribute cannot swallow the next one.
        if (at < end)
            ++at;
        while (at < end && !isHtmlSpace(attributes.at(at)) && attributes.at(at) != QLatin1Char('=')
               && attributes.at(at) != QLatin1Char('/'))
            ++at;
        const QStringView found = attributes.mid(nameStart, at - nameStart);
        while (at < end && isHtmlSpace(attributes.at(at)))
            ++at;
        QStringView value;
        if (at < end && attributes.at(at) == QLatin1Char('=')) {
            ++at;
            while (at < end && isHtmlSpace(attributes.at(at)))
                ++at;
            const QChar quote = at < end ? attributes.at(at) : QChar();
            if (quote == QLatin1Char('"') || quote == QLatin1Char('\'')) {
                const qsizetype close = attributes.indexOf(quote, at + 1);
                const qsizetype valueEnd = close < 0 ? end : close;
                value = attributes.mid(at + 1, valueEnd - at - 1);
                at = qMin(end, valueEnd + 1);
            } else {
                const qsizetype valueStart = at;
                while (at < end && !isHtmlSpace(attributes.at(at)))
                    ++at;
                value = attributes.mid(valueStart, at - valueStart);
            }
        }
        if (found.compare(wanted, Qt::CaseInsensitive) == 0)
            return decodeEntities(value, true);
    }
    return {};
}

bool HtmlTokenizer::looksLikeMarkup(qsizetype at) const
{
    if (at + 1 >= m_html.size())
        return false;
    const QChar next = m_html.at(at + 1);
    if (isAsciiLetter(next) || next == QLatin1Char('!') || next == QLatin1Char('?'))
        return true;
    return next == QLatin1Char('/') && at + 2 < m_html.size();
}

bool HtmlTokenizer::next(HtmlToken &token)
{
    while (m_at < m_html.size()) {
        if (m_html.at(m_at) == QLatin1Char('<') && looksLikeMarkup(m_at)) {
            if (readMarkup(token))
                return true;
            continue;
        }
        const qsizetype start = m_at;
        ++m_at;
        while (m_at < m_html.size() && !(m_html.at(m_at) == QLatin1Char('<') && looksLikeMarkup(m_at)))
            ++m_at;
        token.kind = HtmlToken::Kind::Text;
        token.text = m_html.mid(start, m_at - start);
        return true;
    }
    return false;
}

bool HtmlTokenizer::readMarkup(HtmlToken &token)
{
    const QChar first = m_html.at(m_at + 1);
    const bool closing = first == QLatin1Char('/');
    const qsizetype nameStart = m_at + (closing ? 2 : 1);
    if (!isAsciiLetter(m_html.at(nameStart))) {
        skipDeclaration();
        return false;
    }
    qsizetype nameEnd = nameStart;
    while (nameEnd < m_html.size() && !isHtmlSpace(m_html.at(nameEnd))
           && m_html.at(nameEnd) != QLatin1Char('/') && m_html.at(nameEnd) != QLatin1Char('>'))
        ++nameEnd;
    const qsizetype end = endOfTag(m_html, nameEnd);
    if (end < 0) {
        m_at = m_html.size();
        return false;
    }
    m_at = end;
    // No element that means anything has a longer name.
    token.name = m_html.mid(nameStart, qMin<qsizetype>(nameEnd - nameStart, 16)).toString().toLower();
    token.kind = closing ? HtmlToken::Kind::End : HtmlToken::Kind::Start;
    token.attributes = m_html.mid(nameEnd, end - 1 - nameEnd);
    if (!closing && holdsNoText(token.name)) {
        skipRawText(token.name);
        return false;
    }
    return true;
}

void HtmlTokenizer::skipDeclaration()
{
    const QStringView rest = m_html.mid(m_at);
    QLatin1String close(">");
    qsizetype from = 2;
    if (rest.startsWith(QLatin1String("<!--"))) {
        close = QLatin1String("-->");
        // "<!-->" and "<!--->" are whole comments.
        from = 2;
    } else if (rest.startsWith(QLatin1String("<![CDATA["))) {
        close = QLatin1String("]]>");
        from = 9;
    }
    const qsizetype found = rest.indexOf(close, from);
    m_at = found < 0 ? m_html.size() : m_at + found + close.size();
}

void HtmlTokenizer::skipRawText(const QString &name)
{
    const QString close = QStringLiteral("</") + name;
    const qsizetype found = m_html.indexOf(close, m_at, Qt::CaseInsensitive);
    if (found < 0) {
        m_at = m_html.size();
        return;
    }
    const qsizetype end = m_html.indexOf(QLatin1Char('>'), found);
    m_at = end < 0 ? m_html.size() : end + 1;
}

} // namespace Petrel
