// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "domain/post.h"

namespace Petrel {

//! What was published, for recognising it among the account's own posts.
struct OwnPostQuery {
    PostContent content;
    PostUri replyToUri; //!< null = not a reply
    RemoteRef replyToRef;
};

//! Whether an own post is the one that was sent. Pure; the rule of "exactly once": the source text decides
//! where the server gives it (normalised to NFC, line ends and outer space), else a fingerprint of letters
//! and digits in which mentions count as "@user" and addresses as host and path; and the reply target must
//! agree. Visibility, counts and times do not decide, as servers rewrite them.
[[nodiscard]] bool matchesOwnPost(const OwnPostQuery &query, const Post &post);

//! The fingerprint of a text as typed, and of one as shown. Exposed for tests.
[[nodiscard]] QString fingerprintOfTyped(const QString &text);
[[nodiscard]] QString fingerprintOfShown(const RichText &body);

} // namespace Petrel
