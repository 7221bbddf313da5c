// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/wire.h"

namespace Petrel::Fake {

//! Makes requests of the bytes of one connection. Tolerant: what it cannot read is Malformed, never a fault.
class RequestParser {
public:
    enum class State {
        NeedsMore,
        Begun, //!< the head of a request has just been read; ask again
        Ready, //!< request() is whole
        Chunked, //!< the body comes in chunks, which snac does not take
        Malformed,
    };
    void feed(const QByteArray &bytes) { m_buffer += bytes; }
    [[nodiscard]] State next();
    [[nodiscard]] const WireRequest &request() const { return m_request; }
    //! The client waits for "100 Continue".
    [[nodiscard]] bool wantsContinue() const;

private:
    [[nodiscard]] bool readHead(const QByteArray &head);

    QByteArray m_buffer;
    WireRequest m_request;
    bool m_inBody = false;
    qsizetype m_bodyLength = 0;
};

} // namespace Petrel::Fake
