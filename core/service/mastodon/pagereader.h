// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/timeline.h"
#include "service/mastodon/serverinfo.h"

#include <QStringList>

namespace Petrel {

struct HttpResponse;

//! A page of Status documents as received.
struct StatusPage {
    QVector<Entry> entries; //!< unreadable ones are left out
    QString olderCursor; //!< opaque; empty = there is no page below
    QStringList ids; //!< of everything received, as the server wrote them; empty strings where there was none
    bool linked = false; //!< the server itself named a page below this one
};

//! Reads a page that was asked for at `path` with `query`. Nothing where the answer is no well-formed page:
//! no array, or an empty one that is not even labelled as JSON. The cursor is the query of the page below:
//! the server's own words where its Link header leads to the same place (host and path), else made of the
//! last element received. It never is `query` again, which would loop for ever.
[[nodiscard]] std::optional<StatusPage> readStatusPage(const HttpResponse &response, const ServerInfo &server,
                                                       const QString &path, const QString &query);

//! The address of the relation in a Link header; the header's value as received.
[[nodiscard]] QString linkTarget(const QByteArray &header, QLatin1String relation);

} // namespace Petrel
