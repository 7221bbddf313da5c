// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"
#include "store/database.h"

#include <optional>

namespace Petrel {

//! Who told us, and when the request that told us had been sent.
struct Source {
    ServerHost host;
    AccountId account; //!< null = asked without signing in: flags are then ignored
    qint64 readAtMs = 0;
};

//! An account's flags of a post, with when they were read (0 = never).
struct PostState {
    RemoteRef ref;
    PostFlags flags;
    qint64 readAtMs = 0; //!< every known flag was read then or later
};

//! Posts, their copies by server, their states by account, and profiles, in the cache. Identity is the uri; a
//! server cannot overwrite what the author's own host told us (any server can forge another's uri), and each
//! account is shown its own server's copy. An answer to an older request never replaces what a newer one
//! told.
class PostStore {
public:
    explicit PostStore(Database &database)
        : m_db(database)
    { }
    //! Writes the post, its author, this server's copy and this account's state. Unknown flags leave known
    //! ones. `actionUid`: the action this post is the result of (empty = none, keeps a former one); a post
    //! that carried it before loses it. Malformed where the post has no uri.
    Result<Unit> put(const Post &post, const Source &source, const QString &actionUid = {});
    //! Writes a profile as this server tells it.
    Result<Unit> putProfile(const Profile &profile, const Source &source);
    //! A profile by handle: as its own host tells it, else as the host last read does; nothing where unknown.
    Result<std::optional<Profile>> profile(const QString &handle);
    //! The post as this account's server tells it, else as the author's host does, else any copy; with the
    //! account's ref (null if not known there) and flags, without overlay.
    Result<std::optional<Post>> find(const PostUri &uri, const AccountId &account);
    //! By web address or uri. A web address counts only where the account's own server or the address's own
    //! host told it: others could lend their post somebody else's address.
    Result<std::optional<Post>> findByAddress(const QString &address, const AccountId &account);
    Result<std::optional<PostState>> state(const PostUri &uri, const AccountId &account);
    //! The post that is the result of an action, if truth has it.
    Result<std::optional<PostUri>> ofAction(const QString &actionUid);
    //! The server says it is gone: the post leaves timelines and search of that server's accounts; where its
    //! author's own host or its only copy said so, its text goes too. Other servers' copies of a post that is
    //! not public stay: of such a one its host also says "gone" to accounts that may not see it.
    Result<Unit> tombstone(const PostUri &uri, const ServerHost &host);
    //! The server says to this account alone that there is no such post. Where another account on it has read
    //! the post, that may only mean that this one may not see it, and only this one's timelines lose it; else
    //! as tombstone().
    Result<Unit> deny(const PostUri &uri, const ServerHost &host, const AccountId &account);

private:
    Result<qint64> serverRow(const ServerHost &host);
    Result<qint64> viewerRow(const AccountId &account, qint64 server);
    Result<qint64> personRow(const Profile &profile, qint64 server, const Source &source);
    Result<qint64> postRow(const PostUri &uri);
    Result<Unit> putActionUid(qint64 post, const QString &actionUid);
    Result<Unit> putCopy(const Post &post, qint64 id, qint64 server, qint64 author, const Source &source);
    Result<Unit> putState(const Post &post, qint64 id, qint64 viewer, const Source &source);

    Database &m_db;
};

} // namespace Petrel
