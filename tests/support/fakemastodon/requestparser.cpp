// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/requestparser.h"

namespace Petrel::Fake {

namespace {

constexpr qsizetype longestHead = 64 * 1024;
constexpr qsizetype longestBody = 16 * 1024 * 1024;

} // namespace

bool RequestParser::readHead(const QByteArray &head)
{
    m_request = WireRequest();
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1."))
        return false;
    m_request.method = words.at(0);
    m_request.setTarget(words.at(1));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        if (colon > 0)
            m_request.headers.emplaceBack(lines.at(i).left(colon).trimmed().toLower(),
                                          lines.at(i).mid(colon + 1).trimmed());
    }
    return true;
}

bool RequestParser::wantsContinue() const
{
    return m_request.header("expect").toLower() == "100-continue";
}

RequestParser::State RequestParser::next()
{
    if (!m_inBody) {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return m_buffer.size() > longestHead ? State::Malformed : State::NeedsMore;
        if (!readHead(m_buffer.left(end)))
            return State::Malformed;
        m_buffer.remove(0, end + 4);
        if (m_request.header("transfer-encoding").toLower().contains("chunked"))
            return State::Chunked;
        bool number = true;
        const QByteArray length = m_request.header("content-length");
        m_bodyLength = length.isEmpty() ? 0 : length.toLongLong(&number);
        if (!number || m_bodyLength < 0 || m_bodyLength > longestBody)
            return State::Malformed;
        m_inBody = true;
        return State::Begun;
    }
    if (m_buffer.size() < m_bodyLength)
        return State::NeedsMore;
    m_request.body = m_buffer.left(m_bodyLength);
    m_buffer.remove(0, m_bodyLength);
    m_inBody = false;
    return State::Ready;
}

} // namespace Petrel::Fake
