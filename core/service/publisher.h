// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "domain/action.h"
#include "service/outcome.h"

#include <QStringList>

namespace Petrel {

//! A frozen post: exactly what an attempt sends.
struct PublishRequest {
    PostContent content;
    RemoteRef replyTo; //!< null = not a reply
    PostUri replyToUri;
    QString key; //!< idempotency key; same key, same content
    bool repeat = false; //!< an earlier attempt of this post reached, or may have reached, the server
    bool sameKey = false; //!< … and used the same key
};

//! One page of the account's own posts.
struct OwnPage {
    QVector<Post> posts; //!< own posts only (no boosts, nobody else's), newest first as received
    QString olderCursor; //!< opaque; empty = no page below this one
    //! The source ends here: the account's very first post is in reach. Only set where the server proves it.
    bool reachedStart = false;
    qint64 serverDateMs = 0;
};

//! Writes posts. Contract:
//! - publish() sends exactly one request, exactly once on the wire, and classifies every answer (Outcome). A
//! 2xx
//!   without the expected document, a redirect, a 5xx or a lost answer is Uncertain, never Done and never
//!   Rejected. On a repeat, an answer that only says "seen before" or "busy" is DuplicateSomewhere or
//!   Uncertain; "gone" for the same key is Done without a post: published, then deleted.
//! - remove() asks for deletion of an own post; harmless to repeat; "not there" is AlreadyTrue only where the
//! server
//!   really deletes.
//! - ownPosts() reads one page of source `source` in [0, ownSources().size()); a new post of this account,
//! whatever
//!   its visibility and parent, shows on a page of at least one of the sources. An ill-formed or partial
//!   answer is an Error, never an empty page. Source order and paging are those a findOwn walk needs on this
//!   server.
//! - after publish() is Done the post is among ownPosts() at once.
class Publisher {
public:
    virtual ~Publisher() = default;
    virtual Task<Outcome> publish(const PublishRequest &request) = 0;
    virtual Task<Outcome> remove(const RemoteRef &ref) = 0;
    //! Names of the sources, for logs; never empty.
    [[nodiscard]] virtual QStringList ownSources() const = 0;
    virtual Task<OwnPage> ownPosts(int source, const QString &cursor) = 0;
};

} // namespace Petrel
