// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Favourites, boosts, bookmarks.
#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/endpoints.h"
#include "support/fakemastodon/entities.h"
#include "support/fakemastodon/lookup.h"

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

bool inOwnHome(const Call &call, const QString &uri)
{
    for (const HomeEntry &entry : call.world.home(call.viewer)) {
        if (entry.postUri == uri)
            return true;
    }
    return false;
}

const WorldPost *target(const Call &call)
{
    return visiblePost(call, call.captures.value(0));
}

WireResponse showAfter(const Call &call, const QString &uri)
{
    return json(200, statusJson(call, *call.world.post(uri)));
}

} // namespace

WireResponse favourite(Call &call)
{
    const WorldPost *post = target(call);
    if (!post || (call.flavour() == Flavour::Snac && !inOwnHome(call, post->uri)))
        return notThere(call);
    const QString uri = post->uri;
    call.world.setFavourite(call.viewer, uri, true);
    return showAfter(call, uri);
}

WireResponse unfavourite(Call &call)
{
    const WorldPost *post = target(call);
    if (!post)
        return notThere(call);
    const QString uri = post->uri;
    call.world.setFavourite(call.viewer, uri, false);
    return showAfter(call, uri);
}

WireResponse reblog(Call &call)
{
    const WorldPost *post = target(call);
    if (!post)
        return notThere(call);
    const bool closed = post->visibility == u"direct"_s
        || (post->visibility == u"private"_s && (post->author != call.viewer || post->mentionedOnly));
    if (closed)
        return refusal(call.rules(), call.flavour() == Flavour::GoToSocial ? 403 : 404);
    const QString made = call.world.boost(call.viewer, post->uri);
    return json(200, boostJson(call, *call.world.boostByUri(made)));
}

WireResponse unreblog(Call &call)
{
    const WorldPost *post = target(call);
    if (!post)
        return notThere(call);
    const QString uri = post->uri;
    const QJsonObject before = statusJson(call, *post);
    call.world.unboost(call.viewer, uri);
    return call.rules().unboostShowsBefore ? json(200, before) : showAfter(call, uri);
}

WireResponse bookmark(Call &call)
{
    const WorldPost *post = target(call);
    if (!post)
        return notThere(call);
    const QString uri = post->uri;
    if (call.flavour() == Flavour::Snac && call.world.bookmarked(call.viewer, uri))
        return refusal(call.rules(), 422);
    call.world.setBookmark(call.viewer, uri, true);
    return showAfter(call, uri);
}

WireResponse unbookmark(Call &call)
{
    const WorldPost *post = target(call);
    if (!post)
        return notThere(call);
    const QString uri = post->uri;
    call.world.setBookmark(call.viewer, uri, false);
    return showAfter(call, uri);
}

} // namespace Petrel::Fake
