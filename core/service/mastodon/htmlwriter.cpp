// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/htmlwriter.h"

#include <utility>

namespace Petrel {

namespace {

// More than two empty lines only push what follows out of sight.
constexpr int mostBreaks = 3;

bool isCollapsible(QChar c)
{
    return c == QLatin1Char(' ') || c == QLatin1Char('\n') || c == QLatin1Char('\t');
}

} // namespace

void HtmlWriter::flush()
{
    if (m_breaks > 0) {
        if (!m_text.isEmpty())
            m_text.append(QString(m_breaks, QLatin1Char('\n')));
    } else if (m_space && !m_text.isEmpty() && !isCollapsible(m_text.back())) {
        m_text.append(QLatin1Char(' '));
    }
    m_breaks = 0;
    m_space = false;
    m_afterBullet = false;
}

void HtmlWriter::add(const QString &text, bool preformatted)
{
    const QString clean = withoutControls(text);
    for (const QChar c : clean) {
        if (preformatted && c == QLatin1Char('\n')) {
            addLineBreak();
        } else if (!preformatted && isCollapsible(c)) {
            m_space = true;
        } else {
            flush();
            m_text.append(c);
        }
    }
}

void HtmlWriter::breakLines(int atLeast)
{
    if (atLeast <= 0 || m_afterBullet)
        return;
    m_breaks = qMax(m_breaks, atLeast);
    m_space = false;
}

void HtmlWriter::addLineBreak()
{
    if (m_afterBullet)
        return;
    m_breaks = qMin(m_breaks + 1, mostBreaks);
    m_space = false;
}

void HtmlWriter::addOwn(const QString &text)
{
    flush();
    m_text.append(text);
}

void HtmlWriter::addBullet(const QString &bullet)
{
    addOwn(bullet);
    m_afterBullet = true;
}

bool HtmlWriter::trimmedRange(int from, int *start, int *length) const
{
    int first = from;
    int last = int(m_text.size());
    while (first < last && m_text.at(first).isSpace())
        ++first;
    while (last > first && m_text.at(last - 1).isSpace())
        --last;
    *start = first;
    *length = last - first;
    return last > first;
}

QString HtmlWriter::take()
{
    while (m_text.endsWith(QLatin1Char(' ')))
        m_text.chop(1);
    return std::exchange(m_text, QString());
}

} // namespace Petrel
