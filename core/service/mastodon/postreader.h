// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timeline.h"
#include "service/mastodon/serverinfo.h"

#include <QJsonObject>

namespace Petrel {

//! A Status document as a place in a timeline: a boost becomes an entry around the post it boosts.
//! `fallbackTimeMs` stands in where the document's time cannot be read. Nothing where the document names no
//! post or nobody wrote it.
[[nodiscard]] std::optional<Entry> readEntry(const QJsonObject &status, const ServerInfo &server,
                                             qint64 fallbackTimeMs);

//! The post of a Status document; of a boost, the post boosted (one server answers so for every post that
//! anyone has boosted).
[[nodiscard]] std::optional<Post> readPost(const QJsonObject &status, const ServerInfo &server,
                                           qint64 fallbackTimeMs);

//! A server's name for a post in the form in which it never changes. (snac puts the time of the last change
//! in front and ignores it when asked.)
[[nodiscard]] RemoteRef stablePostRef(const QString &id, Flavour flavour);

} // namespace Petrel
