// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"

namespace Petrel {

//! Reads one HTTP/1.1 answer as it arrives, however it is cut into pieces. Bounded in every direction;
//! informational answers (1xx) are skipped.
class AnswerParser {
public:
    enum class State { Incomplete, Complete, Broken, TooLarge };

    explicit AnswerParser(qint64 maxBytes);
    State feed(const QByteArray &bytes);
    //! The connection ended: complete only where the end of the connection is the end of the body.
    State finish();
    [[nodiscard]] State state() const { return m_state; }
    //! The status line came, whatever became of the rest.
    [[nodiscard]] int status() const { return m_response.status; }
    [[nodiscard]] HttpResponse take() { return std::move(m_response); }

private:
    enum class Part { StatusLine, Headers, Counted, ChunkSize, ChunkData, ChunkEnd, Trailers, UntilEnd };
    bool step();
    bool takeLine(QByteArray &line);
    bool takeBody(qint64 count);
    bool fail(State state);
    bool readStatusLine(const QByteArray &line);
    bool readHeader(const QByteArray &line);
    bool beginBody();
    bool readChunkSize(const QByteArray &line);

    qint64 m_maxBytes;
    State m_state = State::Incomplete;
    Part m_part = Part::StatusLine;
    QByteArray m_buffer;
    qint64 m_headBytes = 0;
    qint64 m_missing = 0; //!< of the counted body or the chunk
    HttpResponse m_response;
};

//! The media type alone, in lower case.
[[nodiscard]] QByteArray mediaType(const QByteArray &contentType);
//! An HTTP date in milliseconds since 1970; 0 = not one.
[[nodiscard]] qint64 parseHttpDate(const QByteArray &date);
//! Fills what HttpResponse derives from its headers.
void deriveFromHeaders(HttpResponse &response);

} // namespace Petrel
