// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/answerparser.h"

#include <QDateTime>

#include <algorithm>

namespace Petrel {

namespace {

// Far above what any server sends, far below what would hurt.
constexpr qint64 longestHead = 128 * 1024;

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

AnswerParser::AnswerParser(qint64 maxBytes)
    : m_maxBytes(maxBytes)
{ }

AnswerParser::State AnswerParser::feed(const QByteArray &bytes)
{
    if (m_state != State::Incomplete)
        return m_state;
    m_buffer += bytes;
    while (m_state == State::Incomplete && step()) { }
    return m_state;
}

AnswerParser::State AnswerParser::finish()
{
    if (m_state != State::Incomplete)
        return m_state;
    m_state = m_part == Part::UntilEnd ? State::Complete : State::Broken;
    if (m_state == State::Complete)
        deriveFromHeaders(m_response);
    return m_state;
}

bool AnswerParser::fail(State state)
{
    m_state = state;
    return false;
}

bool AnswerParser::takeLine(QByteArray &line)
{
    const auto end = m_buffer.indexOf('\n');
    m_headBytes += end < 0 ? 0 : end + 1;
    if (m_headBytes + (end < 0 ? m_buffer.size() : 0) > longestHead)
        return fail(State::Broken);
    if (end < 0)
        return false;
    line = m_buffer.left(end);
    if (line.endsWith('\r'))
        line.chop(1);
    m_buffer.remove(0, end + 1);
    return true;
}

bool AnswerParser::takeBody(qint64 count)
{
    if (m_response.body.size() + count > m_maxBytes)
        return fail(State::TooLarge);
    m_response.body += m_buffer.left(count);
    m_buffer.remove(0, count);
    return true;
}

bool AnswerParser::step()
{
    QByteArray line;
    switch (m_part) {
    case Part::StatusLine:
        return takeLine(line) && readStatusLine(line);
    case Part::Headers:
        return takeLine(line) && (line.isEmpty() ? beginBody() : readHeader(line));
    case Part::ChunkSize:
        return takeLine(line) && readChunkSize(line);
    case Part::ChunkEnd:
        if (!takeLine(line))
            return false;
        m_part = Part::ChunkSize;
        m_headBytes = 0;
        return line.isEmpty() || fail(State::Broken);
    case Part::Trailers:
        if (!takeLine(line))
            return false;
        if (line.isEmpty()) {
            deriveFromHeaders(m_response);
            m_state = State::Complete;
        }
        return true;
    case Part::Counted:
    case Part::ChunkData: {
        const qint64 count = std::min<qint64>(m_missing, m_buffer.size());
        if (!takeBody(count))
            return false;
        m_missing -= count;
        if (m_missing > 0)
            return false;
        if (m_part == Part::ChunkData) {
            m_part = Part::ChunkEnd;
            return true;
        }
        deriveFromHeaders(m_response);
        m_state = State::Complete;
        return false;
    }
    case Part::UntilEnd:
        takeBody(m_buffer.size());
        return false;
    }
    Q_UNREACHABLE();
}

bool AnswerParser::readStatusLine(const QByteArray &line)
{
    const QByteArray code = line.mid(9, 3);
    if (!line.startsWith("HTTP/1.") || line.size() < 12 || line.at(8) != ' ' || !isDigits(code)
        || (line.size() > 12 && line.at(12) != ' '))
        return fail(State::Broken);
    m_response.status = code.toInt();
    m_part = Part::Headers;
    return m_response.status >= 100 || fail(State::Broken);
}

bool AnswerParser::readHeader(const QByteArray &line)
{
    auto &headers = m_response.headers;
    if (line.startsWith(' ') || line.startsWith('\t')) {
        if (headers.isEmpty())
            return fail(State::Broken);
        headers.last().second += ' ' + line.trimmed();
        return true;
    }
    const auto colon = line.indexOf(':');
    if (colon <= 0)
        return fail(State::Broken);
    const QByteArray name = line.left(colon).trimmed().toLower();
    const QByteArray value = line.mid(colon + 1).trimmed();
    const auto same =
        std::find_if(headers.begin(), headers.end(), [&](const auto &h) { return h.first == name; });
    if (same == headers.end())
        headers.append({name, value});
    else
        same->second += ", " + value;
    return true;
}

bool AnswerParser::beginBody()
{
    const int status = m_response.status;
    if (status < 200) {
        // 101 would speak another protocol from here on, which nobody asked for.
        if (status == 101)
            return fail(State::Broken);
        m_response = {};
        m_part = Part::StatusLine;
        return true;
    }
    if (status == 204 || status == 304) {
        deriveFromHeaders(m_response);
        m_state = State::Complete;
        return false;
    }
    const QByteArray coding = m_response.header("transfer-encoding").toLower();
    if (!coding.isEmpty()) {
        m_part = Part::ChunkSize;
        m_headBytes = 0;
        return coding == "chunked" || fail(State::Broken);
    }
    const QByteArray length = m_response.header("content-length");
    if (length.isEmpty()) {
        m_part = Part::UntilEnd;
        return true;
    }
    // The same length said twice is one length.
    const QByteArray first = length.split(',').constFirst().trimmed();
    for (const QByteArray &other : length.split(',')) {
        if (other.trimmed() != first)
            return fail(State::Broken);
    }
    bool ok = false;
    m_missing = first.toLongLong(&ok);
    if (!ok || !isDigits(first))
        return fail(State::Broken);
    if (m_missing > m_maxBytes)
        return fail(State::TooLarge);
    m_part = Part::Counted;
    return true;
}

bool AnswerParser::readChunkSize(const QByteArray &line)
{
    const QByteArray digits = line.left(line.indexOf(';') < 0 ? line.size() : line.indexOf(';')).trimmed();
    const bool hex = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (!hex)
        return fail(State::Broken);
    bool ok = false;
    m_missing = digits.toLongLong(&ok, 16);
    if (!ok || m_missing > m_maxBytes)
        return fail(State::TooLarge);
    m_part = m_missing == 0 ? Part::Trailers : Part::ChunkData;
    m_headBytes = 0;
    return true;
}

QByteArray mediaType(const QByteArray &contentType)
{
    const auto end =
        std::find_if(contentType.begin(), contentType.end(), [](char c) { return c == ';' || c == ','; });
    return contentType.left(end - contentType.begin()).trimmed().toLower();
}

qint64 parseHttpDate(const QByteArray &date)
{
    // "Sun, 06 Nov 1994 08:49:37 GMT"; the weekday may say what it likes.
    static const QByteArrayList months{"jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec"};
    const auto words = date.simplified().split(' ');
    if (words.size() < 5)
        return 0;
    const auto month = months.indexOf(words.at(2).toLower()) + 1;
    const QDate day(words.at(3).toInt(), int(month), words.at(1).toInt());
    const QTime time = QTime::fromString(QString::fromLatin1(words.at(4)), QStringLiteral("hh:mm:ss"));
    if (month == 0 || !day.isValid() || !time.isValid())
        return 0;
    return QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch();
}

void deriveFromHeaders(HttpResponse &response)
{
    response.contentType = mediaType(response.header("content-type"));
    response.serverDateMs = parseHttpDate(response.header("date"));
}

} // namespace Petrel
