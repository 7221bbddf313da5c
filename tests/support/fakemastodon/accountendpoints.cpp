// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/endpoints.h"
#include "support/fakemastodon/entities.h"
#include "support/fakemastodon/paging.h"

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

constexpr qsizetype snacPageOfOwn = 256;

// Posts and boosts of one account as its page lists them, newest first.
QVector<PageRow> pageOfAccount(const Call &call, const WorldUser &user)
{
    QVector<PageRow> rows;
    for (const WorldPost &post : call.world.postsBy(user.acct)) {
        const bool wanted = !(call.params.flag(u"exclude_replies"_s) && !post.parentUri.isEmpty());
        if (wanted && call.world.visibleTo(call.viewer, post))
            rows.append({post.id, post.uri, {}});
    }
    if (!call.params.flag(u"exclude_reblogs"_s)) {
        for (const WorldBoost &boost : call.world.boosts()) {
            if (boost.booster == user.acct)
                rows.append({boost.id, boost.postUri, boost.uri});
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const PageRow &a, const PageRow &b) { return idLess(b.sortId, a.sortId); });
    return rows;
}

// snac reads the newest entries of the public index and then leaves out what is not public and own.
WireResponse snacStatuses(Call &call, const WorldUser &user)
{
    QJsonArray list;
    const QVector<WorldPost> own = call.world.postsBy(user.acct);
    for (qsizetype i = own.size() - 1; i >= 0 && list.size() < snacPageOfOwn; --i) {
        if (own.at(i).visibility == u"public"_s)
            list.append(statusJson(call, own.at(i)));
    }
    return json(200, list);
}

} // namespace

WireResponse verifyCredentials(Call &call)
{
    const WorldUser *user = call.world.user(call.viewer);
    if (!user) {
        if (call.flavour() == Flavour::Snac)
            return refusal(call.rules(), 422);
        return refusal(call.rules(), 401,
                       call.revokedToken && call.isMastodon() ? u"The access token was revoked"_s
                                                              : QString());
    }
    return json(200, accountJson(call, *user, true));
}

WireResponse showAccount(Call &call)
{
    const WorldUser *user = call.world.userById(call.captures.value(0));
    return user ? json(200, accountJson(call, *user)) : refusal(call.rules(), 404);
}

WireResponse lookUpAccount(Call &call)
{
    QString acct = call.params.text(u"acct"_s);
    if (acct.section(u'@', 1) == call.world.host())
        acct = acct.section(u'@', 0, 0);
    const WorldUser *user = call.world.user(acct);
    return user ? json(200, accountJson(call, *user)) : refusal(call.rules(), 404);
}

WireResponse accountStatuses(Call &call)
{
    if (call.flavour() == Flavour::GoToSocial && call.viewer.isEmpty())
        return refusal(call.rules(), 401);
    const WorldUser *user = call.world.userById(call.captures.value(0));
    if (!user)
        return refusal(call.rules(), 404);
    if (call.flavour() == Flavour::Snac)
        return snacStatuses(call, *user);
    if (call.params.flag(u"pinned"_s))
        return json(200, QJsonArray{});
    PageRules rules;
    rules.defaultLimit = call.flavour() == Flavour::GoToSocial ? 30 : 20;
    rules.nextOnlyWhenFull = call.isMastodon();
    return pageAnswer(call, pageOfAccount(call, *user), rules);
}

} // namespace Petrel::Fake
