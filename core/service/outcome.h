// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

#include <QString>

#include <optional>

namespace Petrel {

//! What one attempt to change something on a server came to.
enum class OutcomeKind {
    Done, //!< a clear, well-formed yes
    NotSent, //!< proved: nothing reached the server
    Uncertain, //!< anything else once a byte may have left
    AlreadyTrue, //!< the server says it was so before
    DuplicateSomewhere, //!< a repeat was recognised as one: an earlier attempt exists
    Rejected, //!< a clear no, in words
    RateLimited, //!< wait; nothing happened
    SignedOut, //!< the token is not accepted; nothing happened
};

struct Outcome {
    OutcomeKind kind = OutcomeKind::Uncertain;
    //! Done: the post as the server tells it (a publish: the new one; an interaction: the post acted on,
    //! flags set). May be missing where the network's answer holds none; then the state must be read to be
    //! known.
    std::optional<Post> post;
    //! Done, boost: the entry the boost made on this account's own timeline, where the answer names it.
    QString boostUri;
    RemoteRef boostRef;
    QString words; //!< the server's words for people
    int status = 0; //!< HTTP status, 0 where there was no answer
    qint64 retryAtMs = 0; //!< RateLimited, or NotSent/Uncertain with a hint: wall time; 0 = none
    qint64 serverDateMs = 0; //!< the server's clock; 0 = unknown
};

} // namespace Petrel
