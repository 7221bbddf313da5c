// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/styledtext.h"

#include <QUrl>

#include <algorithm>

namespace Petrel {

namespace {

// Beyond these a text gets no more marks: nobody writes so many, and each costs time on every screen.
constexpr int mostFacets = 2'000;
constexpr int mostDepth = 16;

QString source(const char *mode, const QString &url)
{
    const bool http = url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive)
        || url.startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
    if (!http)
        return {};
    return QStringLiteral("image://media/") + QLatin1String(mode) + QLatin1Char('/')
        + QString::fromLatin1(QUrl::toPercentEncoding(url));
}

//! What stands for a character in markup; empty = itself.
QLatin1String escapeOf(QChar c)
{
    switch (c.unicode()) {
    case u'<':
        return QLatin1String("&lt;");
    case u'>':
        return QLatin1String("&gt;");
    case u'&':
        return QLatin1String("&amp;");
    case u'"':
        return QLatin1String("&quot;");
    case u'\'':
        return QLatin1String("&#39;");
    case u'\n':
        return QLatin1String("<br>");
    case u'\t':
        return QLatin1String("&nbsp;&nbsp;");
    default:
        return {};
    }
}

void appendEscaped(QString &out, QStringView text)
{
    qsizetype done = 0;
    const auto replace = [&](qsizetype at, QLatin1String by) {
        out.append(text.mid(done, at - done));
        out.append(by);
        done = at + 1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.unicode() > u'>')
            continue;
        if (c == QLatin1Char(' ')) {
            // White space is folded, but people draw with it: every other one of several must not be.
            const bool begins = i == done
                && (out.isEmpty() || out.endsWith(QLatin1Char(' ')) || out.endsWith(QLatin1String("<br>")));
            if (begins || (i > done && text.at(i - 1) == QLatin1Char(' ')))
                replace(i, QLatin1String("&nbsp;"));
            continue;
        }
        if (const QLatin1String escape = escapeOf(c); !escape.isEmpty())
            replace(i, escape);
    }
    out.append(text.mid(done));
}

//! Qt's reader of styled text ends an attribute at either kind of quote and takes entities in it as they
//! stand.
QString attributeOf(QString address)
{
    return address.replace(QLatin1Char('"'), QLatin1String("%22"))
        .replace(QLatin1Char('\''), QLatin1String("%27"))
        .replace(QLatin1Char('<'), QLatin1String("%3C"))
        .replace(QLatin1Char('>'), QLatin1String("%3E"));
}

struct Mark {
    int start = 0;
    int end = 0;
    Facet::Kind kind = Facet::Kind::Link;
    QString open;
    QString close;
};

//! What a facet is in our markup; empty tags = nothing of it is shown.
Mark markOf(const Facet &facet)
{
    Mark mark{facet.start, facet.start + facet.length, facet.kind, {}, {}};
    const auto tag = [&mark](const char *name) {
        mark.open = QLatin1Char('<') + QLatin1String(name) + QLatin1Char('>');
        mark.close = QLatin1String("</") + QLatin1String(name) + QLatin1Char('>');
    };
    switch (facet.kind) {
    case Facet::Kind::Link:
    case Facet::Kind::Mention:
    case Facet::Kind::Tag: {
        const QString &address = facet.kind == Facet::Kind::Tag ? facet.extra : facet.target;
        if (isOpenableLink(address)) {
            mark.open = QLatin1String("<a href=\"") + attributeOf(address) + QLatin1String("\">");
            mark.close = QLatin1String("</a>");
        } else if (facet.kind != Facet::Kind::Link) {
            tag("b");
        }
        break;
    }
    case Facet::Kind::Quote:
    case Facet::Kind::Italic:
        tag("i");
        break;
    case Facet::Kind::Code:
        tag("code");
        break;
    case Facet::Kind::Bold:
        tag("b");
        break;
    case Facet::Kind::Strike:
        tag("s");
        break;
    case Facet::Kind::Emoji:
        break;
    }
    return mark;
}

//! Writes text with marks that are always properly nested: where two overlap, the inner is closed and opened
//! again around the end of the outer.
class Writer {
public:
    Writer(const QString &text, int emojiPx)
        : m_text(text),
          m_emojiPx(emojiPx)
    { }

    QString write(QVector<Mark> marks, const QVector<const Facet *> &emoji)
    {
        m_out.reserve(m_text.size() + 48 * (marks.size() + emoji.size()));
        // The longer first, so that it is the outer one.
        std::stable_sort(marks.begin(), marks.end(), [](const Mark &a, const Mark &b) {
            return a.start != b.start ? a.start < b.start : a.end > b.end;
        });
        qsizetype nextMark = 0;
        qsizetype nextEmoji = 0;
        while (m_at < m_text.size()) {
            closeEnded();
            while (nextMark < marks.size() && marks[nextMark].start <= m_at)
                open(marks[nextMark++]);
            int end = int(m_text.size());
            if (nextMark < marks.size())
                end = std::min(end, marks[nextMark].start);
            for (const Mark *mark : std::as_const(m_open))
                end = std::min(end, mark->end);
            while (nextEmoji < emoji.size() && emoji[nextEmoji]->start < m_at)
                ++nextEmoji;
            if (nextEmoji < emoji.size()) {
                const Facet &facet = *emoji[nextEmoji];
                if (facet.start == m_at) {
                    picture(facet);
                    continue;
                }
                end = std::min(end, facet.start);
            }
            plain(end);
        }
        while (!m_open.isEmpty())
            m_out += m_open.takeLast()->close;
        return m_out;
    }

private:
    void closeEnded()
    {
        QVector<const Mark *> again;
        const auto ended = [this](const Mark *mark) { return mark->end <= m_at; };
        while (std::any_of(m_open.cbegin(), m_open.cend(), ended)) {
            const Mark *last = m_open.takeLast();
            m_out += last->close;
            if (!ended(last))
                again.prepend(last);
        }
        for (const Mark *mark : std::as_const(again)) {
            m_out += mark->open;
            m_open.append(mark);
        }
        m_quoted = std::any_of(m_open.cbegin(), m_open.cend(),
                               [](const Mark *mark) { return mark->kind == Facet::Kind::Quote; });
    }

    void open(const Mark &mark)
    {
        const auto isLink = [](const Mark *other) { return other->open.startsWith(QLatin1String("<a ")); };
        const bool inLink = isLink(&mark) && std::any_of(m_open.cbegin(), m_open.cend(), isLink);
        if (mark.end <= m_at || mark.open.isEmpty() || inLink || m_open.size() >= mostDepth)
            return;
        if (mark.kind == Facet::Kind::Quote) {
            m_quoted = true;
            m_lineStart = true;
        }
        // The marker of a quote stands inside its italics.
        m_out += mark.open;
        m_open.append(&mark);
    }

    void plain(int end)
    {
        while (m_at < end) {
            if (m_quoted && m_lineStart) {
                m_out += QStringLiteral("\u2502&nbsp;");
                m_lineStart = false;
            }
            qsizetype stop = end;
            if (m_quoted) {
                const qsizetype lineEnd = m_text.indexOf(QLatin1Char('\n'), m_at);
                if (lineEnd >= 0 && lineEnd < end) {
                    stop = lineEnd + 1;
                    m_lineStart = true;
                }
            }
            appendEscaped(m_out, QStringView(m_text).mid(m_at, stop - m_at));
            m_at = int(stop);
        }
    }

    void picture(const Facet &facet)
    {
        // No placeholders: the address is full of percent signs.
        const QString size = QString::number(m_emojiPx);
        m_out += QLatin1String("<img src=\"") + emojiSource(facet.target) + QLatin1String("\" width=\"")
            + size + QLatin1String("\" height=\"") + size + QLatin1String("\" align=\"middle\">");
        m_at = facet.start + facet.length;
    }

    const QString &m_text;
    int m_emojiPx;
    int m_at = 0;
    QVector<const Mark *> m_open;
    bool m_quoted = false;
    bool m_lineStart = false;
    QString m_out;
};

//! In the text, and cutting no character in two.
bool isWithin(const Facet &facet, const QString &text)
{
    if (facet.start < 0 || facet.length <= 0 || facet.start > text.size() - facet.length)
        return false;
    const qsizetype end = qsizetype(facet.start) + facet.length;
    return !text.at(facet.start).isLowSurrogate() && (end == text.size() || !text.at(end).isLowSurrogate());
}

} // namespace

QString styledText(const RichText &text, int emojiPx)
{
    QVector<Mark> marks;
    QVector<const Facet *> emoji;
    for (const Facet &facet : text.facets) {
        if (!isWithin(facet, text.text) || marks.size() + emoji.size() >= mostFacets)
            continue;
        if (facet.kind != Facet::Kind::Emoji)
            marks.append(markOf(facet));
        else if (!emojiSource(facet.target).isEmpty())
            emoji.append(&facet);
    }
    std::stable_sort(emoji.begin(), emoji.end(),
                     [](const Facet *a, const Facet *b) { return a->start < b->start; });
    return Writer(text.text, emojiPx).write(std::move(marks), emoji);
}

QString styledName(const QString &name, const QVector<Facet> &facets, int emojiPx)
{
    RichText text{name, {}};
    for (const Facet &facet : facets) {
        if (facet.kind == Facet::Kind::Emoji)
            text.facets.append(facet);
    }
    return styledText(text, emojiPx);
}

QString avatarSource(const QString &url)
{
    return source("avatar", url);
}

QString previewSource(const QString &url)
{
    return source("preview", url);
}

QString fullSource(const QString &url)
{
    return source("full", url);
}

QString emojiSource(const QString &url)
{
    return source("emoji", url);
}

} // namespace Petrel
