// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/world.h"

#include "base/clock.h"
#include "support/fakemastodon/addresses.h"
#include "support/fakemastodon/textentities.h"

#include <QJsonArray>

namespace Petrel::Fake {

World::World(const FlavourRules &rules, Clock &clock, const QUrl &base)
    : m_rules(rules),
      m_clock(clock),
      m_base(base),
      m_ids(rules.ids)
{ }

QString World::host() const
{
    return m_domain.isEmpty() ? hostOf(m_base) : m_domain;
}

const WorldFile *World::file(const QString &name) const
{
    const auto found = m_files.constFind(name);
    return found == m_files.cend() ? nullptr : &*found;
}

QString World::fileUrl(const QString &name) const
{
    QUrl url = m_base;
    url.setPath(QStringLiteral("/files/") + name);
    return url.toString(QUrl::FullyEncoded);
}

QVector<std::pair<QString, QString>> World::emojiIn(const QString &text) const
{
    QVector<std::pair<QString, QString>> used;
    for (auto it = m_emoji.cbegin(); it != m_emoji.cend(); ++it) {
        if (text.contains(QLatin1Char(':') + it.key() + QLatin1Char(':')))
            used.append({it.key(), it.value()});
    }
    return used;
}

QByteArray World::randomHex(int bytes)
{
    return m_clock.randomBytes(bytes).toHex();
}

WorldUser &World::join(WorldUser user)
{
    user.id = m_ids.accountId(user.actor);
    m_order.append(user.acct);
    return m_users.insert(user.acct, user).value();
}

const WorldUser &World::addUser(const QString &name, const QString &password)
{
    WorldUser user;
    user.acct = name;
    user.actor = actorAddress(m_rules.flavour, m_base, name);
    user.displayName = name.left(1).toUpper() + name.mid(1);
    user.password = password;
    return join(user);
}

const WorldUser &World::addRemoteUser(const QString &acct)
{
    const QString name = acct.section(QLatin1Char('@'), 0, 0);
    WorldUser user;
    user.acct = acct;
    user.actor = QStringLiteral("https://%1/users/%2").arg(acct.section(QLatin1Char('@'), 1), name);
    user.displayName = name;
    user.local = false;
    return join(user);
}

const WorldUser *World::user(const QString &acct) const
{
    const auto it = m_users.constFind(acct);
    return it == m_users.cend() ? nullptr : &*it;
}

WorldUser *World::editUser(const QString &acct)
{
    const auto it = m_users.find(acct);
    return it == m_users.end() ? nullptr : &*it;
}

const WorldUser *World::userById(const QString &id) const
{
    for (const WorldUser &user : m_users) {
        if (user.id == id)
            return &user;
    }
    return nullptr;
}

QStringList World::localUsers() const
{
    QStringList names;
    for (const QString &acct : m_order) {
        if (m_users.value(acct).local)
            names.append(acct);
    }
    return names;
}

void World::follow(const QString &follower, const QString &followed)
{
    m_following[follower].insert(followed);
}

bool World::follows(const QString &follower, const QString &followed) const
{
    return m_following.value(follower).contains(followed);
}

QStringList World::followersOf(const QString &acct) const
{
    QStringList names;
    for (const QString &other : m_order) {
        if (follows(other, acct))
            names.append(other);
    }
    return names;
}

QString World::canonicalAcct(const QString &mention) const
{
    const QString name = mention.section(QLatin1Char('@'), 0, 0);
    const QString where = mention.section(QLatin1Char('@'), 1);
    const QString acct = where.isEmpty() || where == host() ? name : mention;
    return m_users.contains(acct) ? acct : QString();
}

QStringList World::mentionsIn(const QString &text) const
{
    QStringList accts;
    for (const TextEntity &entity : entitiesIn(text)) {
        if (entity.kind != TextEntity::Kind::Mention)
            continue;
        const QString acct = canonicalAcct(entity.value);
        if (!acct.isEmpty() && !accts.contains(acct))
            accts.append(acct);
    }
    return accts;
}

QString World::publish(const QString &acct, const QString &text)
{
    WorldDraft draft;
    draft.text = text;
    return publish(acct, draft);
}

QString World::publish(const QString &acct, const WorldDraft &draft, const QByteArray &key)
{
    const WorldUser *author = user(acct);
    Q_ASSERT_X(author, "World::publish", "nobody of that name");
    WorldPost post;
    const qint64 nowMs = m_clock.nowMs();
    post.createdAtMs = draft.createdAtMs ? draft.createdAtMs : nowMs;
    post.author = acct;
    post.text = draft.text;
    post.warning = draft.warning;
    post.askedVisibility = draft.visibility;
    post.visibility = draft.visibility;
    post.language = draft.language;
    post.mentions = mentionsIn(draft.text);
    post.key = key;
    post.pictures = draft.pictures;
    post.sensitive = draft.sensitive || !draft.warning.isEmpty();
    if (this->post(draft.parentUri))
        post.parentUri = draft.parentUri;
    if (m_rules.rewritesVisibility) {
        post.mentionedOnly =
            draft.visibility == QLatin1String("direct") || draft.visibility == QLatin1String("private");
        post.visibility = post.mentionedOnly ? QStringLiteral("private") : QStringLiteral("public");
    } else {
        post.mentionedOnly = draft.visibility == QLatin1String("direct");
    }
    post.modifiedS = nowMs / 1000;
    post.id = m_ids.statusId(post.createdAtMs);
    ++m_serial;
    if (author->local) {
        const PostAddress address =
            postAddress(m_rules.flavour, m_base, acct, post.id, post.createdAtMs, m_serial);
        post.uri = address.uri;
        post.url = address.url;
    } else {
        post.uri = QStringLiteral("%1/statuses/%2").arg(author->actor).arg(m_serial);
        post.url = post.uri;
    }
    if (m_rules.ids == IdShape::SnacFile)
        post.id = snacId(post.modifiedS, post.uri);
    m_postByUri.insert(post.uri, int(m_posts.size()));
    m_postById.insert(m_rules.ids == IdShape::SnacFile ? post.id.mid(10) : post.id, int(m_posts.size()));
    m_posts.append(post);
    deliver(post);
    return post.uri;
}

void World::touch(WorldPost &post)
{
    if (m_rules.ids != IdShape::SnacFile)
        return;
    // At least a second on, so that a clock that stands still shows the changing id too.
    post.modifiedS = qMax(post.modifiedS + 1, m_clock.nowMs() / 1000);
    post.id = snacId(post.modifiedS, post.uri);
}

bool World::edit(const QString &uri, const QString &text)
{
    const auto it = m_postByUri.constFind(uri);
    if (it == m_postByUri.cend() || m_posts.at(*it).deleted)
        return false;
    WorldPost &post = m_posts[*it];
    post.text = text;
    post.mentions = mentionsIn(text);
    post.editedAtMs = m_clock.nowMs();
    touch(post);
    return true;
}

bool World::remove(const QString &uri)
{
    const auto it = m_postByUri.constFind(uri);
    if (it == m_postByUri.cend() || m_posts.at(*it).deleted)
        return false;
    m_posts[*it].deleted = true;
    m_boosts.removeIf([&](const WorldBoost &boost) { return boost.postUri == uri; });
    const auto ofPost = [&](const std::pair<QString, QString> &mark) { return mark.second == uri; };
    m_favourites.removeIf(ofPost);
    m_bookmarks.removeIf(ofPost);
    return true;
}

QString World::boost(const QString &acct, const QString &postUri)
{
    if (m_rules.boostIdempotent) {
        for (const WorldBoost &boost : std::as_const(m_boosts)) {
            if (boost.booster == acct && boost.postUri == postUri)
                return boost.uri;
        }
    }
    const auto it = m_postByUri.constFind(postUri);
    Q_ASSERT_X(it != m_postByUri.cend(), "World::boost", "no such post");
    WorldPost &post = m_posts[*it];
    WorldBoost boost;
    boost.booster = acct;
    boost.postUri = postUri;
    boost.atMs = m_clock.nowMs();
    boost.id = m_ids.statusId(boost.atMs);
    ++m_serial;
    const WorldUser *booster = user(acct);
    boost.uri = booster->local ? boostAddress(m_rules.flavour, m_base, acct, boost.id, boost.atMs, m_serial)
                               : QStringLiteral("%1/statuses/%2/activity").arg(booster->actor).arg(m_serial);
    touch(post);
    if (m_rules.ids == IdShape::SnacFile)
        boost.id = post.id;
    m_boosts.append(boost);
    deliverBoost(boost);
    return boost.uri;
}

bool World::unboost(const QString &acct, const QString &postUri)
{
    for (qsizetype i = m_boosts.size() - 1; i >= 0; --i) {
        if (m_boosts.at(i).booster != acct || m_boosts.at(i).postUri != postUri)
            continue;
        m_boosts.removeAt(i);
        touch(m_posts[m_postByUri.value(postUri)]);
        return true;
    }
    return false;
}

void World::setFavourite(const QString &acct, const QString &postUri, bool wanted)
{
    if (favourited(acct, postUri) == wanted)
        return;
    if (wanted)
        m_favourites.append({acct, postUri});
    else
        m_favourites.removeOne({acct, postUri});
    touch(m_posts[m_postByUri.value(postUri)]);
}

void World::setBookmark(const QString &acct, const QString &postUri, bool wanted)
{
    m_bookmarks.removeOne({acct, postUri});
    if (wanted)
        m_bookmarks.append({acct, postUri});
}

QVector<WorldPost> World::posts() const
{
    QVector<WorldPost> living;
    for (const WorldPost &post : m_posts) {
        if (!post.deleted)
            living.append(post);
    }
    return living;
}

QVector<WorldPost> World::postsBy(const QString &acct) const
{
    QVector<WorldPost> own;
    for (const WorldPost &post : m_posts) {
        if (!post.deleted && post.author == acct)
            own.append(post);
    }
    return own;
}

QStringList World::textsBy(const QString &acct) const
{
    QStringList texts;
    for (const WorldPost &post : postsBy(acct))
        texts.append(post.text);
    return texts;
}

int World::everPublishedBy(const QString &acct) const
{
    return int(std::count_if(m_posts.cbegin(), m_posts.cend(),
                             [&](const WorldPost &post) { return post.author == acct; }));
}

const WorldPost *World::post(const QString &uri) const
{
    const auto it = m_postByUri.constFind(uri);
    return it == m_postByUri.cend() ? nullptr : &m_posts.at(*it);
}

const WorldPost *World::postById(const QString &id) const
{
    const auto it = m_postById.constFind(m_rules.ids == IdShape::SnacFile ? id.mid(10) : id);
    if (it == m_postById.cend() || m_posts.at(*it).deleted)
        return nullptr;
    return &m_posts.at(*it);
}

const WorldBoost *World::boostById(const QString &id) const
{
    if (m_rules.ids == IdShape::SnacFile)
        return nullptr;
    for (const WorldBoost &boost : m_boosts) {
        if (boost.id == id)
            return &boost;
    }
    return nullptr;
}

const WorldBoost *World::boostByUri(const QString &uri) const
{
    for (const WorldBoost &boost : m_boosts) {
        if (boost.uri == uri)
            return &boost;
    }
    return nullptr;
}

int World::boostCount(const QString &acct, const QString &postUri) const
{
    return int(std::count_if(m_boosts.cbegin(), m_boosts.cend(), [&](const WorldBoost &boost) {
        return boost.postUri == postUri && (acct.isEmpty() || boost.booster == acct);
    }));
}

int World::boostCount(const QString &postUri) const
{
    return boostCount(QString(), postUri);
}

bool World::favourited(const QString &acct, const QString &postUri) const
{
    return m_favourites.contains({acct, postUri});
}

bool World::bookmarked(const QString &acct, const QString &postUri) const
{
    return m_bookmarks.contains({acct, postUri});
}

int World::favouriteCount(const QString &postUri) const
{
    return int(std::count_if(m_favourites.cbegin(), m_favourites.cend(),
                             [&](const auto &mark) { return mark.second == postUri; }));
}

int World::replyCount(const QString &postUri) const
{
    return int(std::count_if(m_posts.cbegin(), m_posts.cend(), [&](const WorldPost &post) {
        return !post.deleted && post.parentUri == postUri;
    }));
}

bool World::visibleTo(const QString &acct, const WorldPost &post) const
{
    if (post.deleted)
        return false;
    if (post.author == acct || (!acct.isEmpty() && post.mentions.contains(acct)))
        return true;
    if (post.mentionedOnly)
        return false;
    return post.visibility != QLatin1String("private") || follows(acct, post.author);
}

QJsonObject World::toJson() const
{
    QJsonArray posts;
    for (const WorldPost &post : this->posts()) {
        posts.append(QJsonObject{{QStringLiteral("author"), post.author},
                                 {QStringLiteral("text"), post.text},
                                 {QStringLiteral("warning"), post.warning},
                                 {QStringLiteral("visibility"), post.visibility},
                                 {QStringLiteral("language"), post.language},
                                 {QStringLiteral("parent"), post.parentUri},
                                 {QStringLiteral("uri"), post.uri}});
    }
    QJsonArray boosts;
    for (const WorldBoost &boost : m_boosts) {
        boosts.append(
            QJsonObject{{QStringLiteral("booster"), boost.booster}, {QStringLiteral("post"), boost.postUri}});
    }
    const auto marks = [](const QVector<std::pair<QString, QString>> &list) {
        QJsonArray array;
        for (const auto &[who, uri] : list)
            array.append(QJsonObject{{QStringLiteral("who"), who}, {QStringLiteral("post"), uri}});
        return array;
    };
    return {{QStringLiteral("posts"), posts},
            {QStringLiteral("boosts"), boosts},
            {QStringLiteral("favourites"), marks(m_favourites)},
            {QStringLiteral("bookmarks"), marks(m_bookmarks)}};
}

} // namespace Petrel::Fake
