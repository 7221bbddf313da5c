// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ownpostmatch.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace Petrel {

namespace {

//! Sources as two ends of a conversation may write them: composed, with one kind of line end, without outer
//! space.
QString normalisedSource(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    return text.normalized(QString::NormalizationForm_C).trimmed();
}

//! Collects what every server leaves alone: letters and digits, folded to one case. Texts without any are
//! told apart by their symbols.
class Collector {
public:
    void add(QStringView text)
    {
        const QList<uint> points = text.toUcs4();
        for (const uint point : points) {
            const char32_t c = point;
            if (QChar::isLetterOrNumber(c))
                append(m_letters, QChar::toCaseFolded(c));
            else if (!QChar::isSpace(c) && !QChar::isMark(c) && QChar::category(c) != QChar::Other_Control
                     && QChar::category(c) != QChar::Other_Format)
                append(m_symbols, c);
        }
    }
    [[nodiscard]] QString result() const
    {
        return m_letters.isEmpty() ? m_symbols : m_letters.normalized(QString::NormalizationForm_C);
    }

private:
    static void append(QString &out, char32_t c)
    {
        for (const QChar unit : QChar::fromUcs4(c))
            out.append(unit);
    }
    QString m_letters;
    QString m_symbols;
};

//! An address without its scheme, decoded: servers shorten, encode and case it as they like. All of it
//! counts, for servers differ in where they let an address end; what one leaves out stands behind it as text.
QString plainAddress(const QString &address)
{
    qsizetype from = address.indexOf(QLatin1String("://"));
    from = from < 0 ? address.indexOf(QLatin1Char(':')) + 1 : from + 3;
    const QString rest = address.mid(from);
    qsizetype hostEnd = 0;
    while (hostEnd < rest.size() && !QStringView(u"/?#").contains(rest.at(hostEnd)))
        ++hostEnd;
    const QString host = rest.left(hostEnd);
    const QByteArray ace = QUrl::toAce(host);
    return (ace.isEmpty() ? host : QString::fromLatin1(ace))
        + QUrl::fromPercentEncoding(rest.mid(hostEnd).toUtf8());
}

const QRegularExpression &addressOrMention()
{
    static const QRegularExpression expression(
        QStringLiteral("(?<address>\\b[a-z][a-z0-9+.-]*://[^\\s<>\"]+)"
                       "|(?<![\\w/])@(?<user>[\\w.-]*\\w)@[\\w.-]*\\w(?::\\d+)?"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

void addPlain(Collector &out, const QString &text)
{
    qsizetype from = 0;
    QRegularExpressionMatchIterator it = addressOrMention().globalMatch(text);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        out.add(QStringView(text).mid(from, match.capturedStart() - from));
        if (match.hasCaptured(u"address"))
            out.add(plainAddress(match.captured(u"address")));
        else
            out.add(match.capturedView(u"user"));
        from = match.capturedEnd();
    }
    out.add(QStringView(text).mid(from));
}

QString lettersOf(const QString &text)
{
    Collector collector;
    collector.add(text);
    return collector.result();
}

//! Whether a link shows (the beginning of) its own address, and no label.
bool showsAddress(QString shown, const QString &target)
{
    shown.remove(QChar(0x2026));
    const qsizetype scheme = shown.indexOf(QLatin1String("://"));
    const QString visible = scheme < 0 ? shown : shown.mid(scheme + 3);
    const QString asWritten = QUrl::fromPercentEncoding(target.toUtf8());
    return lettersOf(asWritten).contains(lettersOf(QUrl::fromPercentEncoding(visible.toUtf8())))
        || lettersOf(plainAddress(target)).contains(lettersOf(plainAddress(QLatin1String("://") + visible)));
}

void addLink(Collector &out, const QString &shown, const QString &target)
{
    // A label of its own was typed beside the address (in Markdown); a shortened address was not.
    if (!showsAddress(shown, target))
        out.add(shown);
    out.add(plainAddress(target));
}

void addMention(Collector &out, const QString &shown)
{
    const qsizetype second = shown.indexOf(QLatin1Char('@'), 1);
    out.add(second > 0 ? QStringView(shown).left(second) : QStringView(shown));
}

bool sameTarget(const OwnPostQuery &query, const Post &post)
{
    const bool wantsReply = !query.replyToUri.isNull() || !query.replyToRef.isNull();
    const bool isReply = !post.replyToUri.isNull() || !post.replyToRef.isNull();
    if (wantsReply != isReply)
        return false;
    if (!query.replyToUri.isNull() && !post.replyToUri.isNull())
        return query.replyToUri == post.replyToUri;
    if (!query.replyToRef.isNull() && !post.replyToRef.isNull())
        return query.replyToRef == post.replyToRef;
    return true;
}

} // namespace

bool matchesOwnPost(const OwnPostQuery &query, const Post &post)
{
    if (!sameTarget(query, post))
        return false;
    const QString typed = normalisedSource(query.content.text);
    if (post.sourceText && normalisedSource(*post.sourceText) == typed)
        return true;
    const QString shown = fingerprintOfShown(post.body);
    if (typed.isEmpty()) {
        // A warning without a text: some servers move it into the text or put a filler there.
        const QString warning = fingerprintOfTyped(query.content.contentWarning);
        const QString given = post.sourceText ? fingerprintOfTyped(*post.sourceText) : shown;
        return given.isEmpty() || given == QLatin1String(".") || given == warning;
    }
    if (post.sourceText)
        return false;
    return shown == fingerprintOfTyped(typed);
}

QString fingerprintOfTyped(const QString &text)
{
    Collector out;
    addPlain(out, text.normalized(QString::NormalizationForm_C));
    return out.result();
}

QString fingerprintOfShown(const RichText &body)
{
    QVector<Facet> marks;
    for (const Facet &facet : body.facets) {
        if (facet.kind == Facet::Kind::Link || facet.kind == Facet::Kind::Mention)
            marks.append(facet);
    }
    std::sort(marks.begin(), marks.end(), [](const Facet &a, const Facet &b) { return a.start < b.start; });
    Collector out;
    int from = 0;
    for (const Facet &facet : std::as_const(marks)) {
        if (facet.start < from || facet.start + facet.length > body.text.size())
            continue;
        addPlain(out, body.text.mid(from, facet.start - from).normalized(QString::NormalizationForm_C));
        const QString shown =
            body.text.mid(facet.start, facet.length).normalized(QString::NormalizationForm_C);
        if (facet.kind == Facet::Kind::Mention)
            addMention(out, shown);
        else
            addLink(out, shown, facet.target);
        from = facet.start + facet.length;
    }
    addPlain(out, body.text.mid(from).normalized(QString::NormalizationForm_C));
    return out.result();
}

} // namespace Petrel
