// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Petrel {

//! What a failure means for the person and for the next step; every value has its own words at the edge.
enum class ErrorKind {
    Offline, //!< this computer has no network
    Timeout, //!< the server took the request but did not answer in time
    ServerDown, //!< refused, unreachable, unknown name, broken TLS, 5xx, or an answer of a proxy
    RateLimited, //!< the server asks for a pause; see Error::retryAfterMs
    SignedOut, //!< the token is no longer accepted
    Forbidden, //!< signed in, but not allowed
    NotFound, //!< gone, or not visible to this account
    Conflict, //!< the thing changed meanwhile
    Rejected, //!< the server refused for a reason it put in words
    Malformed, //!< an answer or input that cannot be understood
    Storage, //!< disk full, database locked or broken
    Unsupported, //!< this server or account cannot do it
    Cancelled, //!< nobody waits for the result any more
};

//! A failure as a value: what it means, words for people, and when to try again.
struct Error {
    ErrorKind kind = ErrorKind::Cancelled;
    QString message; //!< for people; the server's own words where it had any; may be empty
    QString detail; //!< for logs; never holds a secret
    std::optional<qint64> retryAfterMs; //!< pause asked for by the server, in milliseconds from now

    //! True where the same request may well succeed later without anyone changing anything.
    [[nodiscard]] bool isTransient() const;
    //! True where the failure speaks of the server or the way to it, not of the request.
    [[nodiscard]] bool isOutage() const;
};

//! Stable lower-case name of a kind, for logs and for programs that read --json.
[[nodiscard]] QString errorKindName(ErrorKind kind);

//! Translated words for people: the kind in words, with the server's own message where there is one.
[[nodiscard]] QString describeError(const Error &error);

} // namespace Petrel
