// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodoninteractions.h"

#include "service/mastodon/answer.h"
#include "service/mastodon/client.h"
#include "service/mastodon/json.h"
#include "service/mastodon/postreader.h"

namespace Petrel {

namespace {

QString verbOf(ActionKind kind, bool wanted)
{
    switch (kind) {
    case ActionKind::Favourite:
        return wanted ? QStringLiteral("favourite") : QStringLiteral("unfavourite");
    case ActionKind::Boost:
        return wanted ? QStringLiteral("reblog") : QStringLiteral("unreblog");
    case ActionKind::Bookmark:
        return wanted ? QStringLiteral("bookmark") : QStringLiteral("unbookmark");
    case ActionKind::Publish:
    case ActionKind::Remove:
        break;
    }
    return {};
}

//! Makes the flag what was asked for. Where the answer shows the state before, its count is that of before
//! too.
void correct(ActionKind kind, bool wanted, Post *post)
{
    std::optional<bool> *flag = nullptr;
    int *count = nullptr;
    if (kind == ActionKind::Favourite) {
        flag = &post->flags.favourited;
        count = &post->favouriteCount;
    } else if (kind == ActionKind::Boost) {
        flag = &post->flags.boosted;
        count = &post->boostCount;
    } else {
        flag = &post->flags.bookmarked;
    }
    if (count && flag->has_value() && **flag != wanted)
        *count = qMax(0, *count + (wanted ? 1 : -1));
    *flag = wanted;
}

//! A boost has no "direct"; its server refuses the word.
QString boostVisibility(Visibility audience)
{
    switch (audience) {
    case Visibility::Public:
        return QStringLiteral("public");
    case Visibility::Unlisted:
        return QStringLiteral("unlisted");
    case Visibility::Followers:
    case Visibility::Direct:
    case Visibility::Unknown:
        break;
    }
    return QStringLiteral("private");
}

} // namespace

Task<Outcome> MastodonInteractions::set(ActionKind kind, const RemoteRef &ref, bool wanted, const PostFlags &,
                                        Visibility audience)
{
    const QString verb = verbOf(kind, wanted);
    if (verb.isEmpty())
        return Error{ErrorKind::Unsupported, {}, QStringLiteral("not an interaction"), {}};
    const QString path = QStringLiteral("/api/v1/statuses/%1/%2").arg(pathSegment(ref), verb);
    // A second boost is a second boost on some servers; the body is what keeps it from leaving twice.
    Task<HttpExchange> answer = kind == ActionKind::Boost && wanted
        ? m_client.postOnce(path, {{QStringLiteral("visibility"), boostVisibility(audience)}})
        : m_client.post(path);
    return answer.then(&m_client, [this, kind, wanted](const HttpExchange &exchange) {
        return done(kind, wanted, exchange);
    });
}

Outcome MastodonInteractions::done(ActionKind kind, bool wanted, const HttpExchange &exchange) const
{
    Outcome outcome = writeOutcome(exchange, m_client.nowMs());
    const ServerInfo &server = m_client.server();
    if (!succeeded(exchange)) {
        // The one way in which it says that a bookmark exists already.
        if (server.flavour == Flavour::Snac && kind == ActionKind::Bookmark && wanted && outcome.status == 422
            && exchange.response->body.trimmed().isEmpty())
            outcome.kind = OutcomeKind::AlreadyTrue;
        return outcome;
    }
    const auto document = Json::objectFrom(exchange.response->body);
    const auto entry = document ? readEntry(*document, server, outcome.serverDateMs) : std::nullopt;
    if (!entry)
        return outcome;
    outcome.kind = OutcomeKind::Done;
    outcome.post = entry->post;
    correct(kind, wanted, &*outcome.post);
    if (kind == ActionKind::Boost && wanted && entry->boostedBy) {
        outcome.boostUri = entry->uri;
        outcome.boostRef = entry->ref;
    }
    return outcome;
}

} // namespace Petrel
