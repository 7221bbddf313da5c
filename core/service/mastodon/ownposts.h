// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "service/publisher.h"

namespace Petrel {

class MastodonClient;

//! Walks an account's own posts, in the way its server's flavour needs.
//!
//! Everywhere but on snac the one source is the account's own page, which shows its owner every visibility.
//! Its end is proved by a well-formed empty page that names none below: short pages are normal on some
//! servers.
//!
//! snac's own page hides private posts, so the home timeline, which holds every own post, is walked too. The
//! own page comes whole, without pages. In the home timeline a cursor that the server has forgotten gives an
//! empty page like the end does; so each page is asked for with an overlap of one, and a page without it is
//! an error. A page shorter than asked for is its end. Posts that anyone has boosted come as boosts there and
//! count by what is inside.
class OwnPosts {
public:
    //! Both must outlive it.
    OwnPosts(MastodonClient &client, const Account &account);
    [[nodiscard]] QStringList sources() const;
    Task<OwnPage> page(int source, const QString &cursor);
    [[nodiscard]] bool isOwn(const Post &post) const;

private:
    Task<OwnPage> ownPage(const QString &cursor);
    Task<OwnPage> homePage(const QString &cursor);

    MastodonClient &m_client;
    const Account &m_account;
};

} // namespace Petrel
