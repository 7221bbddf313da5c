// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ownpostclaims.h"

#include "domain/ownpostmatch.h"
#include "store/actionstore.h"
#include "store/attemptstore.h"

#include <algorithm>

namespace Petrel {

namespace {

//! How far this computer's clock and a server's may be apart.
constexpr qint64 clockSlackMs = 600'000;

bool isUnderWay(const Action &action)
{
    return action.kind == ActionKind::Publish
        && (action.state == ActionState::Sending || action.state == ActionState::Uncertain);
}

QVector<Post> ownPosts(const Account &account, const QVector<const Post *> &posts)
{
    QVector<Post> own;
    for (const Post *post : posts) {
        if (post->author.handle == account.handle)
            own.append(*post);
    }
    std::stable_sort(own.begin(), own.end(),
                     [](const Post &a, const Post &b) { return a.createdAtMs < b.createdAtMs; });
    return own;
}

bool isKnown(const QVector<Attempt> &attempts, const Post &post)
{
    return std::any_of(attempts.begin(), attempts.end(), [&](const Attempt &attempt) {
        const Baseline &baseline = attempt.baseline;
        const bool hasPage = !baseline.uris.isEmpty() || baseline.reachedStart;
        const qint64 floorMs = hasPage ? baseline.newestMs : attempt.startedAtMs - clockSlackMs;
        return baseline.uris.contains(post.uri) || post.createdAtMs < floorMs;
    });
}

} // namespace

Result<QVector<OwnPostClaim>> findOwnPosts(Database &database, const Account &account,
                                           const QVector<const Post *> &posts)
{
    QVector<OwnPostClaim> claims;
    auto open = ActionStore(database).open(account.id);
    if (!open.ok())
        return open.error();
    if (std::none_of(open.value().begin(), open.value().end(), isUnderWay))
        return claims;
    QVector<Post> own = ownPosts(account, posts);
    AttemptStore store(database);
    for (const Action &action : open.value()) {
        if (own.isEmpty())
            break;
        if (!isUnderWay(action))
            continue;
        auto attempts = store.of(action.id);
        if (!attempts.ok())
            return attempts.error();
        const OwnPostQuery query{action.content, action.subject.uri, action.subject.ref};
        for (qsizetype i = 0; i < own.size(); ++i) {
            auto claimed = store.claimOn(account.id, own.at(i).uri);
            if (!claimed.ok())
                return claimed.error();
            const bool free = !claimed.value() || claimed.value()->action == action.id;
            if (!free || isKnown(attempts.value(), own.at(i)) || !matchesOwnPost(query, own.at(i)))
                continue;
            claims.append({action.id, action.uid, own.takeAt(i)});
            break;
        }
    }
    return claims;
}

Result<QVector<OwnPostClaim>> claimOwnPosts(JournalTx &tx, const AccountId &account,
                                            const QVector<OwnPostClaim> &claims)
{
    QVector<OwnPostClaim> kept;
    for (const OwnPostClaim &claim : claims) {
        auto ours = AttemptStore(tx.db).claim(account, claim.post.uri, claim.action, true);
        if (!ours.ok())
            return ours.error();
        if (ours.value())
            kept.append(claim);
        tx.changes.actions.insert(claim.action);
    }
    return kept;
}

} // namespace Petrel
