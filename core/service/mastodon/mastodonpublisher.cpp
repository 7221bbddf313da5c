// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/mastodonpublisher.h"

#include "service/mastodon/answer.h"
#include "service/mastodon/client.h"
#include "service/mastodon/json.h"
#include "service/mastodon/postreader.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

QString visibilityWord(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Public:
        return QStringLiteral("public");
    case Visibility::Unlisted:
        return QStringLiteral("unlisted");
    case Visibility::Followers:
        return QStringLiteral("private");
    case Visibility::Direct:
        return QStringLiteral("direct");
    case Visibility::Unknown:
        break;
    }
    // One server breaks every timeline that shows a post with a word it does not know.
    Q_ASSERT_X(false, "visibilityWord", "refused before");
    return QStringLiteral("direct");
}

QJsonObject bodyOf(const PublishRequest &request)
{
    QJsonObject body{{QStringLiteral("status"), request.content.text},
                     {QStringLiteral("visibility"), visibilityWord(request.content.visibility)}};
    if (!request.content.contentWarning.isEmpty()) {
        body.insert(QStringLiteral("spoiler_text"), request.content.contentWarning);
        body.insert(QStringLiteral("sensitive"), true);
    }
    if (!request.content.language.isEmpty())
        body.insert(QStringLiteral("language"), request.content.language);
    if (!request.replyTo.isNull())
        body.insert(QStringLiteral("in_reply_to_id"), request.replyTo.value());
    return body;
}

Outcome refusedHere(const QString &words)
{
    Outcome outcome;
    outcome.kind = OutcomeKind::Rejected;
    outcome.words = words;
    return outcome;
}

bool speaksOfDuplicate(const Outcome &outcome)
{
    return (outcome.status == 400 || outcome.status == 422)
        && outcome.words.contains(QLatin1String("duplicate"), Qt::CaseInsensitive);
}

//! On a repeat with the same key, "not there" is about the post that the key stands for: published, then
//! deleted. Only a reply may be answered so about its parent; the words of the key's own case are never
//! translated.
bool keyNamesDeletedPost(const PublishRequest &request, const Outcome &outcome)
{
    return request.replyTo.isNull() || outcome.words == QLatin1String("Record not found");
}

} // namespace

Task<Outcome> MastodonPublisher::publish(const PublishRequest &request)
{
    if (!capabilitiesOf(m_client.server()).visibilities.contains(request.content.visibility))
        return Result<Outcome>(refusedHere(QCoreApplication::translate(
            "Petrel::MastodonPublisher", "This server does not honour this visibility.")));
    return m_client.postOnce(QStringLiteral("/api/v1/statuses"), bodyOf(request), request.key)
        .then(&m_client,
              [this, request](const HttpExchange &exchange) { return published(request, exchange); });
}

Outcome MastodonPublisher::published(const PublishRequest &request, const HttpExchange &exchange) const
{
    Outcome outcome = writeOutcome(exchange, m_client.nowMs());
    if (succeeded(exchange)) {
        const auto document = Json::objectFrom(exchange.response->body);
        const auto post =
            document ? readPost(*document, m_client.server(), outcome.serverDateMs) : std::nullopt;
        if (post && m_own.isOwn(*post)) {
            outcome.kind = OutcomeKind::Done;
            outcome.post = post;
        }
        return outcome;
    }
    if (outcome.kind != OutcomeKind::Rejected)
        return outcome;
    if (speaksOfDuplicate(outcome)) {
        outcome.kind = OutcomeKind::DuplicateSomewhere;
        return outcome;
    }
    if (!request.repeat)
        return outcome;
    const Flavour flavour = m_client.server().flavour;
    const bool keysKept = capabilitiesOf(m_client.server()).idempotencyMs > 0;
    if (request.sameKey && keysKept && saysNotFound(*exchange.response, flavour)
        && keyNamesDeletedPost(request, outcome)) {
        outcome.kind = OutcomeKind::Done;
    } else if (!Json::objectFrom(exchange.response->body)) {
        // A page of a proxy says nothing about what an earlier attempt did.
        outcome.kind = OutcomeKind::Uncertain;
    }
    return outcome;
}

Task<Outcome> MastodonPublisher::remove(const RemoteRef &ref)
{
    return m_client.remove(QStringLiteral("/api/v1/statuses/%1").arg(pathSegment(ref)))
        .then(&m_client, [this](const HttpExchange &exchange) { return removed(exchange); });
}

Outcome MastodonPublisher::removed(const HttpExchange &exchange) const
{
    Outcome outcome = writeOutcome(exchange, m_client.nowMs());
    if (succeeded(exchange)) {
        if (Json::objectFrom(exchange.response->body))
            outcome.kind = OutcomeKind::Done;
        return outcome;
    }
    if (outcome.status != 404 && outcome.status != 410)
        return outcome;
    if (!capabilitiesOf(m_client.server()).canDelete) {
        // It says so of every post, deleted or not.
        outcome.kind = OutcomeKind::Rejected;
        outcome.words = QCoreApplication::translate(
            "Petrel::MastodonPublisher", "This server cannot delete posts through other programs.");
    } else if (saysNotFound(*exchange.response, m_client.server().flavour)) {
        outcome.kind = OutcomeKind::AlreadyTrue;
    } else {
        outcome.kind = OutcomeKind::Uncertain;
    }
    return outcome;
}

} // namespace Petrel
