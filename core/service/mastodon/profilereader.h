// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"
#include "service/mastodon/sanitizer.h"
#include "service/mastodon/serverinfo.h"
#include "service/profiles.h"

#include <QJsonObject>

namespace Petrel {

struct HttpExchange;

//! user@host in lower case from an `acct`, which leaves the host out for people of the server itself; empty
//! for what is no handle.
[[nodiscard]] QString handleFrom(const QString &acct, const ServerInfo &server);

//! An Account document; nothing where it names nobody.
[[nodiscard]] std::optional<Profile> readProfile(const QJsonObject &account, const ServerInfo &server);

//! The answer of verify_credentials.
[[nodiscard]] std::optional<OwnProfile> readOwnProfile(const QJsonObject &account, const ServerInfo &server);

//! What verify_credentials came to, failures included. One server answers 422 with nothing in it to a dead
//! token.
[[nodiscard]] Result<OwnProfile> ownProfileFrom(const HttpExchange &exchange, const ServerInfo &server,
                                                qint64 nowMs);

//! The `emojis` of any document that has some.
[[nodiscard]] QVector<HtmlContext::Emoji> readEmojis(const QJsonObject &document);

//! A server's word for who may see a post.
[[nodiscard]] Visibility visibilityFromServer(const QString &word, Flavour flavour);

} // namespace Petrel
