// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/endpoints.h"
#include "support/fakemastodon/entities.h"
#include "support/fakemastodon/paging.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

const WorldPost *byAddress(const World &world, const QString &address)
{
    for (const WorldPost &post : world.posts()) {
        if (post.uri == address || post.url == address)
            return world.post(post.uri);
    }
    return nullptr;
}

QVector<const WorldPost *> snacFinds(const Call &call, const QString &words)
{
    QVector<const WorldPost *> found;
    const QRegularExpression pattern(words, QRegularExpression::CaseInsensitiveOption);
    for (const HomeEntry &entry : call.world.home(call.viewer)) {
        const WorldPost *post = call.world.post(entry.postUri);
        if (pattern.isValid() && pattern.match(post->text).hasMatch() && !found.contains(post))
            found.append(post);
    }
    return found;
}

} // namespace

WireResponse homeTimeline(Call &call)
{
    QVector<HomeEntry> home = call.world.home(call.viewer);
    const bool regenerating = call.world.isRegenerating(call.viewer) && call.isMastodon();
    if (regenerating)
        home.resize(home.size() / 2);
    QVector<PageRow> rows;
    for (const HomeEntry &entry : home) {
        const WorldPost *post = call.world.post(entry.postUri);
        rows.append(
            {call.flavour() == Flavour::Snac ? post->id : entry.sortId, entry.postUri, entry.boostUri});
    }
    WireResponse response = pageAnswer(call, rows, {});
    if (regenerating && response.status == 200) {
        response.status = 206;
        if (call.flavour() == Flavour::Mastodon46)
            response.setHeader("Mastodon-Async-Refresh", "id=\"refresh-1\", retry=5");
    }
    return response;
}

WireResponse search(Call &call)
{
    if (!call.params.has(u"q"_s)) {
        if (call.flavour() == Flavour::Snac) {
            call.died = true;
            return empty(500);
        }
        return refusal(call.rules(), 400, u"required key q was not set or had empty value"_s);
    }
    const QString words = call.params.text(u"q"_s);
    const QString type = call.params.text(u"type"_s);
    QJsonArray statuses;
    if (type.isEmpty() || type == u"statuses"_s) {
        if (call.flavour() == Flavour::Snac) {
            for (const WorldPost *post : snacFinds(call, words))
                statuses.append(statusJson(call, *post));
        } else if (const WorldPost *post = byAddress(call.world, words)) {
            const bool local = call.world.user(post->author)->local;
            if (call.world.visibleTo(call.viewer, *post) && (local || call.params.flag(u"resolve"_s)))
                statuses.append(statusJson(call, *post));
        } else if (call.flavour() == Flavour::GoToSocial && call.params.flag(u"resolve"_s)
                   && words.startsWith(u"http"_s)) {
            return refusal(call.rules(), 500);
        }
    }
    return json(
        200,
        QJsonObject{{u"accounts"_s, QJsonArray{}}, {u"statuses"_s, statuses}, {u"hashtags"_s, QJsonArray{}}});
}

} // namespace Petrel::Fake
