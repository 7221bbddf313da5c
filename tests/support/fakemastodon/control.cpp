// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/control.h"

#include "support/fakemastodon/answers.h"
#include "support/fakemastodon/fakemastodon.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

WireResponse no(const QString &words)
{
    return json(400, QJsonObject{{u"error"_s, words}});
}

QJsonObject requestLog(const FakeMastodon &fake)
{
    QJsonArray list;
    for (const LoggedRequest &request : fake.requests()) {
        list.append(QJsonObject{{u"method"_s, QString::fromLatin1(request.method)},
                                {u"path"_s, request.path},
                                {u"user"_s, request.user},
                                {u"status"_s, request.status},
                                {u"carriedOut"_s, request.carriedOut}});
    }
    return {{u"requests"_s, list}, {u"unexpected"_s, QJsonArray::fromStringList(fake.unexpectedRequests())}};
}

// Publishes as somebody's phone would; the words of what is wrong, or nothing.
QString publishAll(World &world, const QJsonArray &list, QJsonArray *published)
{
    for (const QJsonValue &value : list) {
        const QString user = value[u"user"_s].toString();
        if (!world.user(user))
            return u"nobody is called "_s + user;
        WorldDraft draft;
        draft.text = value[u"text"_s].toString();
        draft.visibility = value[u"visibility"_s].toString(u"public"_s);
        draft.parentUri = value[u"parent"_s].toString();
        published->append(world.publish(user, draft));
    }
    return {};
}

template <typename Do> QString reactAll(const World &world, const QJsonArray &list, Do &&carryOut)
{
    for (const QJsonValue &value : list) {
        const QString user = value[u"user"_s].toString();
        const QString uri = value[u"post"_s].toString();
        if (!world.user(user) || !world.post(uri))
            return u"nobody of that name, or no such post"_s;
        carryOut(user, uri);
    }
    return {};
}

QString act(FakeMastodon &fake, const QJsonObject &wish, QJsonArray *published)
{
    World &world = fake.world();
    if (wish.contains(u"down"_s))
        fake.setDown(wish.value(u"down"_s).toBool());
    if (wish.value(u"clearFaults"_s).toBool())
        fake.faults().clear();
    QString words;
    if (!fake.faults().addJson(wish.value(u"faults"_s).toArray(), &words))
        return words;
    if (wish.value(u"forgetKeys"_s).toBool())
        fake.forgetKeys();
    if (wish.contains(u"revokeTokensOf"_s))
        world.revokeTokensOf(wish.value(u"revokeTokensOf"_s).toString());
    words = publishAll(world, wish.value(u"publish"_s).toArray(), published);
    if (words.isEmpty())
        words =
            reactAll(world, wish.value(u"favourite"_s).toArray(),
                     [&](const QString &user, const QString &uri) { world.setFavourite(user, uri, true); });
    if (words.isEmpty())
        words = reactAll(world, wish.value(u"boost"_s).toArray(),
                         [&](const QString &user, const QString &uri) { world.boost(user, uri); });
    if (words.isEmpty())
        words =
            reactAll(world, wish.value(u"bookmark"_s).toArray(),
                     [&](const QString &user, const QString &uri) { world.setBookmark(user, uri, true); });
    for (const QJsonValue &uri : wish.value(u"remove"_s).toArray()) {
        if (words.isEmpty() && !world.remove(uri.toString()))
            words = u"no such post"_s;
    }
    return words;
}

} // namespace

WireResponse control(FakeMastodon &fake, const WireRequest &request)
{
    if (request.method == "GET" && request.path == u"/_control/world"_s)
        return json(200, fake.world().toJson());
    if (request.method == "GET" && request.path == u"/_control"_s)
        return json(200, QJsonObject{{u"host"_s, fake.world().host()}, {u"down"_s, fake.isDown()}});
    if (request.method == "GET" && request.path == u"/_control/requests"_s)
        return json(200, requestLog(fake));
    if (request.method != "POST" || request.path != u"/_control"_s)
        return json(404, QJsonObject{{u"error"_s, u"Not Found"_s}});
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return no(u"the body is not a JSON object"_s);
    static const QStringList known{u"down"_s,           u"clearFaults"_s, u"faults"_s,    u"forgetKeys"_s,
                                   u"revokeTokensOf"_s, u"publish"_s,     u"favourite"_s, u"boost"_s,
                                   u"bookmark"_s,       u"remove"_s};
    const QJsonObject wish = document.object();
    for (const QString &name : wish.keys()) {
        if (!known.contains(name))
            return no(u"unknown member "_s + name);
    }
    QJsonArray published;
    const QString words = act(fake, wish, &published);
    if (!words.isEmpty())
        return no(words);
    return json(200, QJsonObject{{u"ok"_s, true}, {u"published"_s, published}});
}

} // namespace Petrel::Fake
