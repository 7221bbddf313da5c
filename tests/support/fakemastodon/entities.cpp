// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/entities.h"

#include "support/fakemastodon/addresses.h"
#include "support/fakemastodon/content.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace Petrel::Fake {

namespace {

QString stamp(const Call &call, qint64 ms)
{
    if (call.flavour() == Flavour::Snac)
        ms -= ms % 1000;
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

QString shownAcct(const Call &call, const WorldUser &user, bool own)
{
    if (user.local && call.flavour() == Flavour::Snac && !own)
        return user.acct + u'@' + call.world.host();
    return user.acct;
}

QJsonArray mentionsJson(const Call &call, const WorldPost &post)
{
    QJsonArray list;
    for (const QString &acct : post.mentions) {
        const WorldUser *user = call.world.user(acct);
        const QString name = acct.section(u'@', 0, 0);
        if (call.flavour() == Flavour::Snac) {
            const QString full = user->local ? acct + u'@' + call.world.host() : acct;
            list.append(QJsonObject{
                {u"id"_s, u"0"_s}, {u"username"_s, full}, {u"acct"_s, full}, {u"url"_s, user->actor}});
        } else {
            list.append(QJsonObject{{u"id"_s, user->id},
                                    {u"username"_s, name},
                                    {u"acct"_s, acct},
                                    {u"url"_s, profilePage(call.flavour(), call.world.base(), name)}});
        }
    }
    return list;
}

void addViewersFlags(const Call &call, const WorldPost &post, QJsonObject &status)
{
    if (call.viewer.isEmpty())
        return;
    status.insert(u"favourited"_s, call.world.favourited(call.viewer, post.uri));
    status.insert(u"reblogged"_s, call.world.boostCount(call.viewer, post.uri) > 0);
    status.insert(u"bookmarked"_s, call.world.bookmarked(call.viewer, post.uri));
    status.insert(u"muted"_s, false);
    if (post.author == call.viewer)
        status.insert(u"pinned"_s, false);
    if (call.isMastodon() && call.flavour() != Flavour::Mastodon35)
        status.insert(u"filtered"_s, QJsonArray{});
    if (call.flavour() == Flavour::Snac)
        status.insert(u"filtered"_s, QJsonArray{});
}

void addFlavoursOwn(const Call &call, const WorldPost &post, QJsonObject &status)
{
    const bool local = call.world.user(post.author)->local;
    switch (call.flavour()) {
    case Flavour::GoToSocial:
    case Flavour::Snac:
        if (local)
            status.insert(u"text"_s, post.text);
        break;
    case Flavour::Akkoma:
        status.insert(u"pleroma"_s,
                      QJsonObject{{u"local"_s, local},
                                  {u"content"_s, QJsonObject{{u"text/plain"_s, post.text}}},
                                  {u"conversation_id"_s, 1}});
        break;
    case Flavour::Pixelfed:
        status.insert(u"content_text"_s, post.text);
        status.insert(u"pf_type"_s, u"text"_s);
        break;
    case Flavour::Mastodon35:
    case Flavour::Mastodon42:
    case Flavour::Mastodon46:
        break;
    }
}

QString avatarUrl(const Call &call, const WorldUser &user)
{
    return user.avatar.isEmpty()
        ? QStringLiteral("https://%1/avatars/%2.png").arg(call.world.host(), user.acct.section(u'@', 0, 0))
        : call.world.fileUrl(user.avatar);
}

QJsonArray emojiJson(const Call &call, const QString &text)
{
    QJsonArray list;
    for (const auto &[shortcode, file] : call.world.emojiIn(text)) {
        const QString url = call.world.fileUrl(file);
        list.append(QJsonObject{{u"shortcode"_s, shortcode},
                                {u"url"_s, url},
                                {u"static_url"_s, url},
                                {u"visible_in_picker"_s, true}});
    }
    return list;
}

QJsonArray attachmentsJson(const Call &call, const WorldPost &post)
{
    QJsonArray list;
    for (const WorldPicture &picture : post.pictures) {
        const QString url = call.world.fileUrl(picture.file);
        const QJsonObject size{{u"width"_s, picture.width}, {u"height"_s, picture.height}};
        list.append(QJsonObject{
            {u"id"_s, QString::number(list.size() + 1)},
            {u"type"_s, u"image"_s},
            {u"url"_s, url},
            {u"preview_url"_s, picture.preview.isEmpty() ? url : call.world.fileUrl(picture.preview)},
            {u"remote_url"_s, QJsonValue::Null},
            {u"meta"_s, QJsonObject{{u"original"_s, size}, {u"small"_s, size}}},
            {u"description"_s, picture.altText.isEmpty() ? QJsonValue::Null : QJsonValue(picture.altText)},
            {u"blurhash"_s, picture.blurhash.isEmpty() ? QJsonValue::Null : QJsonValue(picture.blurhash)}});
    }
    return list;
}

bool isKnownVisibility(const QString &visibility)
{
    return visibility == u"public"_s || visibility == u"unlisted"_s || visibility == u"private"_s
        || visibility == u"direct"_s;
}

} // namespace

QJsonObject accountJson(const Call &call, const WorldUser &user, bool own)
{
    const QString name = user.acct.section(u'@', 0, 0);
    const QUrl base = call.world.base();
    QJsonObject account{
        {u"id"_s, user.id},
        {u"username"_s, name},
        {u"acct"_s, shownAcct(call, user, own)},
        {u"display_name"_s, user.displayName},
        {u"url"_s, user.local ? profilePage(call.flavour(), base, name) : user.actor},
        {u"note"_s, QString()},
        {u"avatar"_s, avatarUrl(call, user)},
        {u"avatar_static"_s, avatarUrl(call, user)},
        {u"header"_s, QString()},
        {u"header_static"_s, QString()},
        {u"locked"_s, false},
        {u"bot"_s, user.bot},
        {u"emojis"_s, emojiJson(call, user.displayName)},
        {u"created_at"_s, u"2024-01-01T00:00:00.000Z"_s},
        {u"last_status_at"_s, QJsonValue::Null},
        {u"statuses_count"_s,
         call.flavour() == Flavour::Snac ? 0 : int(call.world.postsBy(user.acct).size())},
        {u"followers_count"_s,
         call.flavour() == Flavour::Snac ? 0 : int(call.world.followersOf(user.acct).size())},
        {u"following_count"_s, 0},
    };
    if (call.flavour() != Flavour::Snac || !own)
        account.insert(u"fields"_s, QJsonArray{});
    if (call.isMastodon() && call.flavour() != Flavour::Mastodon35)
        account.insert(u"uri"_s, user.actor);
    if (own) {
        account.insert(u"source"_s,
                       QJsonObject{{u"privacy"_s, user.defaultVisibility},
                                   {u"sensitive"_s, false},
                                   {u"language"_s, user.defaultLanguage},
                                   {u"note"_s, QString()},
                                   {u"fields"_s, QJsonArray{}},
                                   {u"follow_requests_count"_s, 0}});
    }
    return account;
}

QJsonObject statusJson(const Call &call, const WorldPost &post)
{
    if (call.flavour() == Flavour::GoToSocial && !isKnownVisibility(post.visibility))
        call.panicked = true;
    const WorldUser *author = call.world.user(post.author);
    const WorldPost *parent = call.world.post(post.parentUri);
    QJsonObject status{
        {u"id"_s, post.id},
        {u"uri"_s, post.uri},
        {u"url"_s, post.url},
        {u"created_at"_s, stamp(call, post.createdAtMs)},
        {u"edited_at"_s, post.editedAtMs ? QJsonValue(stamp(call, post.editedAtMs)) : QJsonValue::Null},
        {u"account"_s, accountJson(call, *author)},
        {u"content"_s, contentHtml(call.world, post)},
        {u"visibility"_s, post.visibility},
        {u"sensitive"_s, post.sensitive},
        {u"spoiler_text"_s, post.warning},
        {u"language"_s, post.language.isEmpty() ? QJsonValue::Null : QJsonValue(post.language)},
        {u"in_reply_to_id"_s, parent ? QJsonValue(parent->id) : QJsonValue::Null},
        {u"in_reply_to_account_id"_s,
         parent ? QJsonValue(call.world.user(parent->author)->id) : QJsonValue::Null},
        {u"reblog"_s, QJsonValue::Null},
        {u"poll"_s, QJsonValue::Null},
        {u"card"_s, QJsonValue::Null},
        {u"media_attachments"_s, attachmentsJson(call, post)},
        {u"mentions"_s, mentionsJson(call, post)},
        {u"tags"_s, QJsonArray{}},
        {u"emojis"_s, emojiJson(call, post.text)},
        {u"replies_count"_s, call.world.replyCount(post.uri)},
        {u"reblogs_count"_s, call.world.boostCount(post.uri)},
        {u"favourites_count"_s, call.world.favouriteCount(post.uri)},
    };
    if (post.author == call.viewer && !post.application.isEmpty())
        status.insert(u"application"_s,
                      QJsonObject{{u"name"_s, post.application}, {u"website"_s, QJsonValue::Null}});
    addViewersFlags(call, post, status);
    addFlavoursOwn(call, post, status);
    return status;
}

QJsonObject boostJson(const Call &call, const WorldBoost &boost)
{
    const WorldPost *post = call.world.post(boost.postUri);
    const QJsonObject inner = statusJson(call, *post);
    QJsonObject wrapper = inner;
    wrapper.insert(u"id"_s, call.flavour() == Flavour::Snac ? post->id : boost.id);
    wrapper.insert(u"uri"_s, boost.uri);
    wrapper.insert(u"url"_s, call.isMastodon() ? QJsonValue(boost.uri) : inner.value(u"url"_s));
    wrapper.insert(u"created_at"_s, stamp(call, boost.atMs));
    wrapper.insert(u"account"_s, accountJson(call, *call.world.user(boost.booster)));
    wrapper.insert(u"in_reply_to_id"_s, QJsonValue::Null);
    wrapper.insert(u"in_reply_to_account_id"_s, QJsonValue::Null);
    if (!call.isMastodon()) {
        wrapper.insert(u"content"_s, QString());
        wrapper.insert(u"language"_s, QJsonValue::Null);
        wrapper.remove(u"text"_s);
    }
    wrapper.insert(u"reblog"_s, inner);
    return wrapper;
}

} // namespace Petrel::Fake
