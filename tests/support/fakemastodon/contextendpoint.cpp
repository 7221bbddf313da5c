// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is around a post.
#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/endpoints.h"
#include "support/fakemastodon/entities.h"
#include "support/fakemastodon/lookup.h"

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

//! How many direct replies Pixelfed tells.
constexpr int mostOnPixelfed = 20;

struct Context {
    QVector<const WorldPost *> ancestors;
    QVector<const WorldPost *> descendants;
};

const WorldPost *parentOf(const Call &call, const WorldPost &post)
{
    const WorldPost *parent = call.world.post(post.parentUri);
    return parent && !parent->deleted ? parent : nullptr;
}

QVector<const WorldPost *> repliesTo(const Call &call, const WorldPost &post)
{
    QVector<const WorldPost *> replies;
    for (const WorldPost &other : call.world.posts()) {
        if (other.parentUri == post.uri)
            replies.append(call.world.post(other.uri));
    }
    return replies;
}

//! The chain, then the replies depth first, each where it may be seen.
Context chainAndTree(const Call &call, const WorldPost &post)
{
    Context context;
    for (const WorldPost *above = parentOf(call, post); above; above = parentOf(call, *above)) {
        if (call.world.visibleTo(call.viewer, *above))
            context.ancestors.prepend(above);
    }
    QVector<const WorldPost *> open{&post};
    while (!open.isEmpty()) {
        const WorldPost *next = open.takeLast();
        if (next != &post && call.world.visibleTo(call.viewer, *next))
            context.descendants.append(next);
        const QVector<const WorldPost *> replies = repliesTo(call, *next);
        for (auto reply = replies.crbegin(); reply != replies.crend(); ++reply)
            open.append(*reply);
    }
    return context;
}

//! snac's chain ends where it has a hole, Pixelfed's at the parent; both tell direct replies only.
Context chainAndChildren(const Call &call, const WorldPost &post)
{
    const bool pixelfed = call.flavour() == Flavour::Pixelfed;
    Context context;
    for (const WorldPost *above = parentOf(call, post); above && call.world.visibleTo(call.viewer, *above);
         above = pixelfed ? nullptr : parentOf(call, *above))
        context.ancestors.prepend(above);
    for (const WorldPost *reply : repliesTo(call, post)) {
        const bool full = pixelfed && context.descendants.size() >= mostOnPixelfed;
        if (!full && call.world.visibleTo(call.viewer, *reply))
            context.descendants.append(reply);
    }
    return context;
}

//! Pleroma and its children know conversations, not trees: all of one, divided by age.
Context conversation(const Call &call, const WorldPost &post)
{
    const auto rootOf = [&call](const WorldPost *member) {
        while (const WorldPost *parent = call.world.post(member->parentUri))
            member = parent;
        return member->uri;
    };
    const QString root = rootOf(&post);
    Context context;
    for (const WorldPost &other : call.world.posts()) {
        const WorldPost *member = call.world.post(other.uri);
        if (member == &post || rootOf(member) != root || !call.world.visibleTo(call.viewer, other))
            continue;
        (idLess(other.id, post.id) ? context.ancestors : context.descendants).append(member);
    }
    return context;
}

Context contextOf(const Call &call, const WorldPost &post)
{
    switch (call.flavour()) {
    case Flavour::Mastodon35:
    case Flavour::Mastodon42:
    case Flavour::Mastodon46:
    case Flavour::GoToSocial:
        return chainAndTree(call, post);
    case Flavour::Snac:
    case Flavour::Pixelfed:
        return chainAndChildren(call, post);
    case Flavour::Akkoma:
        return conversation(call, post);
    }
    Q_UNREACHABLE();
}

QJsonArray statuses(const Call &call, const QVector<const WorldPost *> &posts)
{
    QJsonArray all;
    for (const WorldPost *post : posts)
        all.append(statusJson(call, *post));
    return all;
}

} // namespace

WireResponse statusContext(Call &call)
{
    if (call.viewer.isEmpty()) {
        if (call.flavour() == Flavour::GoToSocial || call.flavour() == Flavour::Snac)
            return refusal(call.rules(), 401);
        if (call.flavour() == Flavour::Pixelfed)
            return refusal(call.rules(), 403);
    }
    const WorldPost *post = visiblePost(call, call.captures.value(0));
    if (!post)
        return notThere(call);
    const Context context = contextOf(call, *post);
    return json(200,
                QJsonObject{{u"ancestors"_s, statuses(call, context.ancestors)},
                            {u"descendants"_s, statuses(call, context.descendants)}});
}

} // namespace Petrel::Fake
