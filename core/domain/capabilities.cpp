// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/capabilities.h"

#include <QRegularExpression>
#include <QTextBoundaryFinder>

namespace Petrel {

namespace {

int graphemes(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    int count = 0;
    while (finder.toNextBoundary() != -1)
        ++count;
    return count;
}

//! Servers leave the punctuation that ends a sentence out of the address before it.
qsizetype addressEnd(QStringView address)
{
    qsizetype end = address.size();
    while (end > 0) {
        const QChar last = address.at(end - 1);
        if (last == QLatin1Char(')')) {
            const QStringView whole = address.left(end);
            if (whole.count(QLatin1Char('(')) >= whole.count(QLatin1Char(')')))
                break;
        } else if (!QStringView(u".,:;!?'\"]}>").contains(last)) {
            break;
        }
        --end;
    }
    return end;
}

//! The text with every address replaced by as many plain characters as it counts for.
QString withFlatAddresses(const QString &text, int urlLength)
{
    static const QRegularExpression address(
        QStringLiteral(
            "(?<![\\w@$#/])(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://[^\\s/?#]+\\.[^\\s<>]+"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString out;
    qsizetype from = 0;
    QRegularExpressionMatchIterator it = address.globalMatch(text);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        const qsizetype end = match.capturedStart() + addressEnd(match.capturedView());
        out.append(QStringView(text).mid(from, match.capturedStart() - from));
        out.append(QString(urlLength, QLatin1Char('x')));
        from = end;
    }
    out.append(QStringView(text).mid(from));
    return out;
}

QString withShortMentions(const QString &text)
{
    static const QRegularExpression mention(
        QStringLiteral("(^|[^\\w/])@([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@[a-z0-9.-]+[a-z0-9]"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QString out = text;
    out.replace(mention, QStringLiteral("\\1@\\2"));
    return out;
}

} // namespace

int countCharacters(const TextRules &rules, const QString &text, const QString &contentWarning)
{
    QString counted = text.trimmed();
    counted.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    if (rules.urlLength > 0)
        counted = withFlatAddresses(counted, rules.urlLength);
    if (rules.remoteMentionsShort)
        counted = withShortMentions(counted);
    return graphemes(counted) + (rules.warningCounts ? graphemes(contentWarning.trimmed()) : 0);
}

} // namespace Petrel
