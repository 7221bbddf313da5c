// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/richtext.h"

#include <QUrl>

#include <array>

namespace Petrel {

namespace {

// Format of packed facets, version 1: the byte 1, then for each facet its kind (one byte) and four numbers in
// little-endian base 128 (seven bits a byte, the high bit says that more follow): start, length, size of the
// target, size of the extra; then both in UTF-8.
constexpr char packedVersion = 1;
constexpr int mostFacets = 10'000;
// More marks on one letter than any script uses would paint over the lines above and below.
constexpr int mostMarks = 8;

void putNumber(QByteArray &out, quint32 number)
{
    while (number >= 0x80) {
        out.append(char((number & 0x7f) | 0x80));
        number >>= 7;
    }
    out.append(char(number));
}

//! Reads packed bytes; once they end too early every further read fails.
class Unpacker {
public:
    explicit Unpacker(const QByteArray &bytes)
        : m_bytes(bytes)
    { }
    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
    [[nodiscard]] bool failed() const { return m_failed; }

    quint8 byte()
    {
        if (m_failed || m_at >= m_bytes.size()) {
            m_failed = true;
            return 0;
        }
        return quint8(m_bytes.at(m_at++));
    }

    quint32 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            const quint8 part = byte();
            value |= quint64(part & 0x7f) << shift;
            if ((part & 0x80) == 0) {
                if (value > 0x7fffffff)
                    m_failed = true;
                return m_failed ? 0 : quint32(value);
            }
        }
        m_failed = true;
        return 0;
    }

    QString text(quint32 size)
    {
        if (m_failed || size > quint64(m_bytes.size() - m_at)) {
            m_failed = true;
            return {};
        }
        const QString text = QString::fromUtf8(m_bytes.constData() + m_at, qsizetype(size));
        m_at += qsizetype(size);
        return text;
    }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    bool m_failed = false;
};

bool isKnownKind(quint8 kind)
{
    return kind >= quint8(Facet::Kind::Link) && kind <= quint8(Facet::Kind::Strike);
}

bool isInvisible(char32_t c)
{
    if (c < 0x20)
        return c != U'\n' && c != U'\t';
    if (c < 0xa0)
        return c >= 0x7f;
    struct Range {
        char32_t first;
        char32_t last;
    };
    static constexpr std::array ranges{
        Range{0x00ad, 0x00ad}, // soft hyphen
        Range{0x034f, 0x034f}, // grapheme joiner
        Range{0x115f, 0x1160}, // Hangul fillers
        Range{0x17b4, 0x17b5}, // Khmer inherent vowels
        Range{0x180b, 0x180f}, // Mongolian selectors and vowel separator
        Range{0x200b, 0x200b}, // zero width space
        Range{0x202a, 0x202e}, // bidi embeddings and overrides
        Range{0x2060, 0x206f}, // word joiner, invisible operators, bidi isolates, deprecated formatting
        Range{0x3164, 0x3164}, // Hangul filler
        Range{0xd800, 0xdfff}, // lone surrogates
        Range{0xfeff, 0xfeff}, // byte order mark
        Range{0xffa0, 0xffa0}, // halfwidth Hangul filler
        Range{0xfff0, 0xfffb}, // interlinear annotation and unassigned specials
        Range{0xfffe, 0xffff}, // no characters
        Range{0x1d173, 0x1d17a}, // musical formatting
        Range{0xe0000, 0xe0fff}, // tags and further selectors
    };
    for (const Range &range : ranges) {
        if (c >= range.first && c <= range.last)
            return true;
    }
    return false;
}

//! The letters of flags such as Scotland's, which are harmless only behind a black flag.
bool isFlagTag(char32_t c)
{
    return c >= 0xe0020 && c <= 0xe007f;
}

bool isDirectionMark(QChar c)
{
    return c == QChar(0x200e) || c == QChar(0x200f) || c == QChar(0x061c);
}

char32_t codePointAt(const QString &text, qsizetype i, int *units)
{
    const QChar c = text.at(i);
    if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
        *units = 2;
        return QChar::surrogateToUcs4(c, text.at(i + 1));
    }
    *units = 1;
    return c.unicode();
}

} // namespace

QByteArray packFacets(const QVector<Facet> &facets)
{
    QByteArray out;
    if (facets.isEmpty())
        return out;
    out.append(packedVersion);
    for (const Facet &facet : facets) {
        const QByteArray target = facet.target.toUtf8();
        const QByteArray extra = facet.extra.toUtf8();
        out.append(char(facet.kind));
        putNumber(out, quint32(qMax(0, facet.start)));
        putNumber(out, quint32(qMax(0, facet.length)));
        putNumber(out, quint32(target.size()));
        putNumber(out, quint32(extra.size()));
        out.append(target);
        out.append(extra);
    }
    return out;
}

QVector<Facet> unpackFacets(const QByteArray &bytes, int textLength)
{
    QVector<Facet> facets;
    if (bytes.isEmpty() || bytes.at(0) != packedVersion)
        return facets;
    Unpacker in(bytes);
    in.byte();
    while (!in.atEnd() && facets.size() < mostFacets) {
        const quint8 kind = in.byte();
        const quint32 start = in.number();
        const quint32 length = in.number();
        const quint32 targetSize = in.number();
        const quint32 extraSize = in.number();
        Facet facet;
        facet.target = in.text(targetSize);
        facet.extra = in.text(extraSize);
        if (in.failed())
            break;
        if (!isKnownKind(kind) || length == 0 || quint64(start) + length > quint64(qMax(0, textLength)))
            continue;
        facet.kind = Facet::Kind(kind);
        facet.start = int(start);
        facet.length = int(length);
        facets.append(facet);
    }
    return facets;
}

QString withoutControls(const QString &text)
{
    QString out;
    out.reserve(text.size());
    int marks = 0;
    bool afterFlag = false;
    int units = 1;
    for (qsizetype i = 0; i < text.size(); i += units) {
        const char32_t c = codePointAt(text, i, &units);
        if (c == U'\r' || c == 0x2028 || c == 0x2029) {
            const bool pair = c == U'\r' && i + 1 < text.size() && text.at(i + 1) == QLatin1Char('\n');
            if (!pair)
                out.append(QLatin1Char('\n'));
            afterFlag = false;
            marks = 0;
            continue;
        }
        if (isFlagTag(c) ? !afterFlag : isInvisible(c))
            continue;
        afterFlag = c == 0x1f3f4 || isFlagTag(c);
        const bool mark = QChar::isMark(c);
        marks = mark ? marks + 1 : 0;
        if (mark && marks > mostMarks)
            continue;
        out.append(QStringView(text).mid(i, units));
    }
    return out;
}

QString singleLine(const QString &text)
{
    const QString clean = withoutControls(text);
    QString out;
    out.reserve(clean.size());
    for (const QChar c : clean) {
        if (isDirectionMark(c))
            continue;
        if (c == QLatin1Char('\n') || c == QLatin1Char('\t') || c == QLatin1Char(' ')) {
            if (!out.isEmpty() && out.back() != QLatin1Char(' '))
                out.append(QLatin1Char(' '));
        } else {
            out.append(c);
        }
    }
    while (out.endsWith(QLatin1Char(' ')))
        out.chop(1);
    return out;
}

bool isOpenableLink(const QString &address)
{
    // Whatever a browser might skip over or repair makes an address mean something else there than here.
    for (const QChar c : address) {
        if (c.unicode() <= 0x20 || c.unicode() == 0x7f || c == QLatin1Char('\\'))
            return false;
    }
    const qsizetype colon = address.indexOf(QLatin1Char(':'));
    if (colon <= 0 || colon + 1 >= address.size())
        return false;
    const QString scheme = address.left(colon).toLower();
    if (scheme == QLatin1String("http") || scheme == QLatin1String("https")) {
        if (!QStringView(address).mid(colon + 1).startsWith(QLatin1String("//")))
            return false;
        const QUrl url(address, QUrl::TolerantMode);
        return url.isValid() && !url.host().isEmpty();
    }
    static const std::array others{QLatin1String("gemini"), QLatin1String("gopher"), QLatin1String("xmpp"),
                                   QLatin1String("magnet"), QLatin1String("ipfs"),   QLatin1String("ipns"),
                                   QLatin1String("dat"),    QLatin1String("dweb"),   QLatin1String("ssb"),
                                   QLatin1String("mailto")};
    for (const QLatin1String &other : others) {
        if (scheme == other)
            return true;
    }
    return false;
}

} // namespace Petrel
