// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/poststore.h"

#include "store/postrow.h"
#include "store/sqlrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace Petrel {

namespace {

//! The server an address belongs to, written as ServerHost is; null for what has no host.
ServerHost hostOf(const QString &address)
{
    const QUrl url(address);
    const QString scheme = url.scheme();
    const int usual = scheme == QLatin1String("https") ? 443 : scheme == QLatin1String("http") ? 80 : 0;
    if (usual == 0 || url.host().isEmpty())
        return {};
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (url.port(usual) != usual)
        host += QLatin1Char(':') + QString::number(url.port());
    return ServerHost(host);
}

ServerHost hostOfHandle(const QString &handle)
{
    return ServerHost(handle.mid(handle.lastIndexOf(QLatin1Char('@')) + 1));
}

QString packAttachments(const QVector<Attachment> &attachments)
{
    if (attachments.isEmpty())
        return {};
    QJsonArray all;
    for (const Attachment &one : attachments) {
        all.append(QJsonArray{int(one.kind), one.url, one.previewUrl, one.altText, one.blurhash, one.width,
                              one.height});
    }
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QVector<Attachment> unpackAttachments(const QString &text)
{
    QVector<Attachment> result;
    if (text.isEmpty())
        return result;
    const QJsonArray all = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &value : all) {
        const QJsonArray one = value.toArray();
        Attachment attachment;
        const int kind = one.at(0).toInt();
        if (kind > 0 && kind <= int(Attachment::Kind::Audio))
            attachment.kind = Attachment::Kind(kind);
        attachment.url = one.at(1).toString();
        attachment.previewUrl = one.at(2).toString();
        attachment.altText = one.at(3).toString();
        attachment.blurhash = one.at(4).toString();
        attachment.width = one.at(5).toInt();
        attachment.height = one.at(6).toInt();
        result.append(attachment);
    }
    return result;
}

// A row read later than the new answer's request was sent is the truer one, within the time a request can
// take. Further ahead it only shows that this computer's clock was set back.
QString notOutrun(const char *table)
{
    return QStringLiteral(" WHERE %1.read_at <= excluded.read_at OR %1.read_at > excluded.read_at + 600000")
        .arg(QLatin1String(table));
}

const QString &findSql()
{
    static const QString sql = QStringLiteral(
        "SELECT p.uri, s.ref, c.url, c.created_at, c.edited_at, c.body, c.facets, c.content_warning, "
        "c.sensitive,"
        " c.visibility, c.language, c.reply_uri, CASE WHEN c.server IS v.server THEN c.reply_ref ELSE '' END,"
        " c.reply_handle, c.replies, c.boosts, c.favourites, c.attachments, c.source_text,"
        " s.favourited, s.boosted, s.bookmarked, s.muted, s.pinned, s.favourite_handle, s.boost_handle,"
        " a.handle, CASE WHEN h.id IS NULL THEN a.uri ELSE h.uri END,"
        " CASE WHEN c.server IS v.server THEN a.ref ELSE '' END,"
        " CASE WHEN h.id IS NULL THEN a.display_name ELSE h.display_name END,"
        " CASE WHEN h.id IS NULL THEN a.name_facets ELSE h.name_facets END,"
        " CASE WHEN h.id IS NULL THEN a.url ELSE h.url END,"
        " CASE WHEN h.id IS NULL THEN a.avatar_url ELSE h.avatar_url END,"
        " CASE WHEN h.id IS NULL THEN a.bot ELSE h.bot END,"
        " CASE WHEN h.id IS NULL THEN a.locked ELSE h.locked END"
        " FROM post p JOIN copy c ON c.post = p.id JOIN person a ON a.id = c.author"
        " LEFT JOIN person h ON h.handle = a.handle AND h.own = 1"
        " LEFT JOIN viewer v ON v.account = ?"
        " LEFT JOIN post_state s ON s.post = p.id AND s.viewer = v.id"
        " WHERE p.uri = ?"
        " ORDER BY (c.server IS v.server) DESC, c.own DESC, c.read_at DESC LIMIT 1");
    return sql;
}

} // namespace

Profile readProfile(const Statement &row, int first)
{
    Profile profile;
    profile.handle = row.text(first);
    profile.uri = row.text(first + 1);
    profile.ref = RemoteRef(row.text(first + 2));
    profile.displayName = row.text(first + 3);
    profile.nameFacets = unpackFacets(row.bytes(first + 4), int(profile.displayName.size()));
    profile.url = row.text(first + 5);
    profile.avatarUrl = row.text(first + 6);
    profile.bot = row.boolean(first + 7);
    profile.locked = row.boolean(first + 8);
    return profile;
}

Post readPost(const Statement &row, int first)
{
    Post post;
    post.uri = PostUri(row.text(first));
    post.ref = RemoteRef(row.text(first + 1));
    post.url = row.text(first + 2);
    post.createdAtMs = row.integer(first + 3);
    post.editedAtMs = row.integer(first + 4);
    post.body.text = row.text(first + 5);
    post.body.facets = unpackFacets(row.bytes(first + 6), int(post.body.text.size()));
    post.contentWarning = row.text(first + 7);
    post.sensitive = row.boolean(first + 8);
    post.visibility = visibilityFromName(row.text(first + 9)).value_or(Visibility::Unknown);
    post.language = row.text(first + 10);
    post.replyToUri = PostUri(row.text(first + 11));
    post.replyToRef = RemoteRef(row.text(first + 12));
    post.replyToHandle = row.text(first + 13);
    post.replyCount = int(row.integer(first + 14));
    post.boostCount = int(row.integer(first + 15));
    post.favouriteCount = int(row.integer(first + 16));
    post.attachments = unpackAttachments(row.text(first + 17));
    if (!row.isNull(first + 18))
        post.sourceText = row.text(first + 18);
    post.flags.favourited = row.maybeBoolean(first + 19);
    post.flags.boosted = row.maybeBoolean(first + 20);
    post.flags.bookmarked = row.maybeBoolean(first + 21);
    post.flags.muted = row.maybeBoolean(first + 22);
    post.flags.pinned = row.maybeBoolean(first + 23);
    post.flags.favouriteHandle = row.text(first + 24);
    post.flags.boostHandle = row.text(first + 25);
    post.author = readProfile(row, first + postColumns);
    return post;
}

Result<qint64> PostStore::serverRow(const ServerHost &host)
{
    const QString ask = QStringLiteral("SELECT id FROM server WHERE host = ?");
    auto known = askNumber(m_db, ask, host);
    if (!known.ok())
        return known.error();
    if (known.value())
        return *known.value();
    if (auto done = runSql(m_db, QStringLiteral("INSERT INTO server (host) VALUES (?)"), host); !done.ok())
        return done.error();
    auto made = askNumber(m_db, ask, host);
    if (!made.ok())
        return made.error();
    return made.value().value_or(0);
}

Result<qint64> PostStore::viewerRow(const AccountId &account, qint64 server)
{
    const QString ask = QStringLiteral("SELECT id FROM viewer WHERE account = ? AND server = ?");
    auto known = askNumber(m_db, ask, account, server);
    if (!known.ok())
        return known.error();
    if (known.value())
        return *known.value();
    auto done = runSql(m_db,
                       QStringLiteral("INSERT INTO viewer (account, server) VALUES (?, ?)"
                                      " ON CONFLICT (account) DO UPDATE SET server = excluded.server"),
                       account, server);
    if (!done.ok())
        return done.error();
    auto made = askNumber(m_db, ask, account, server);
    if (!made.ok())
        return made.error();
    return made.value().value_or(0);
}

Result<qint64> PostStore::personRow(const Profile &profile, qint64 server, const Source &source)
{
    static const QString sql =
        QStringLiteral("INSERT INTO person (handle, server, own, uri, ref, display_name, name_facets, url,"
                       " avatar_url, bot, locked, read_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (handle, server) DO UPDATE SET uri = excluded.uri, ref = excluded.ref,"
                       " display_name = excluded.display_name, name_facets = excluded.name_facets,"
                       " url = excluded.url, avatar_url = excluded.avatar_url, bot = excluded.bot,"
                       " locked = excluded.locked, read_at = excluded.read_at")
        + notOutrun("person");
    // Only the name a person goes by says where home is: any server can claim any uri.
    const bool own = hostOfHandle(profile.handle) == source.host;
    auto done = runSql(m_db, sql, profile.handle, server, own, profile.uri, profile.ref, profile.displayName,
                       packFacets(profile.nameFacets), profile.url, profile.avatarUrl, profile.bot,
                       profile.locked, source.readAtMs);
    if (!done.ok())
        return done.error();
    auto id = askNumber(m_db, QStringLiteral("SELECT id FROM person WHERE handle = ? AND server = ?"),
                        profile.handle, server);
    if (!id.ok())
        return id.error();
    return id.value().value_or(0);
}

Result<qint64> PostStore::postRow(const PostUri &uri)
{
    const QString ask = QStringLiteral("SELECT id FROM post WHERE uri = ?");
    auto known = askNumber(m_db, ask, uri);
    if (!known.ok())
        return known.error();
    if (known.value())
        return *known.value();
    if (auto done = runSql(m_db, QStringLiteral("INSERT INTO post (uri) VALUES (?)"), uri); !done.ok())
        return done.error();
    auto made = askNumber(m_db, ask, uri);
    if (!made.ok())
        return made.error();
    return made.value().value_or(0);
}

Result<Unit> PostStore::putActionUid(qint64 post, const QString &actionUid)
{
    if (actionUid.isEmpty())
        return Unit{};
    auto freed =
        runSql(m_db, QStringLiteral("UPDATE post SET action_uid = NULL WHERE action_uid = ? AND id <> ?"),
               actionUid, post);
    if (!freed.ok())
        return freed;
    return runSql(m_db, QStringLiteral("UPDATE post SET action_uid = ? WHERE id = ?"), actionUid, post);
}

Result<Unit> PostStore::putCopy(const Post &post, qint64 id, qint64 server, qint64 author,
                                const Source &source)
{
    // The typed text comes with some answers only, and stays true until the post is edited.
    static const QString sql =
        QStringLiteral("INSERT INTO copy (post, server, own, author, url, created_at, edited_at, body,"
                       " facets, content_warning, sensitive, visibility, language, reply_uri, reply_ref,"
                       " reply_handle, replies, boosts, favourites, attachments, source_text, read_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (post, server) DO UPDATE SET author = excluded.author,"
                       " url = excluded.url, created_at = excluded.created_at,"
                       " source_text = CASE WHEN excluded.source_text IS NULL AND edited_at ="
                       " excluded.edited_at THEN source_text ELSE excluded.source_text END,"
                       " edited_at = excluded.edited_at, body = excluded.body, facets = excluded.facets,"
                       " content_warning = excluded.content_warning, sensitive = excluded.sensitive,"
                       " visibility = excluded.visibility, language = excluded.language,"
                       " reply_uri = CASE WHEN excluded.reply_uri = '' AND excluded.reply_ref = reply_ref"
                       " THEN reply_uri ELSE excluded.reply_uri END,"
                       " reply_ref = excluded.reply_ref, reply_handle = excluded.reply_handle,"
                       " replies = excluded.replies, boosts = excluded.boosts,"
                       " favourites = excluded.favourites, attachments = excluded.attachments,"
                       " read_at = excluded.read_at")
        + notOutrun("copy");
    Statement write = m_db.statement(sql);
    write.bind(id).bind(server).bind(hostOf(post.uri.value()) == source.host).bind(author).bind(post.url);
    write.bind(post.createdAtMs)
        .bind(post.editedAtMs)
        .bind(post.body.text)
        .bind(packFacets(post.body.facets));
    write.bind(post.contentWarning)
        .bind(post.sensitive)
        .bind(visibilityName(post.visibility))
        .bind(post.language);
    write.bind(post.replyToUri).bind(post.replyToRef).bind(post.replyToHandle);
    write.bind(post.replyCount)
        .bind(post.boostCount)
        .bind(post.favouriteCount)
        .bind(packAttachments(post.attachments));
    if (post.sourceText)
        write.bind(*post.sourceText);
    else
        write.bindNull();
    write.bind(source.readAtMs);
    if (auto done = write.run(); !done.ok())
        return done.error();
    return Unit{};
}

Result<Unit> PostStore::putState(const Post &post, qint64 id, qint64 viewer, const Source &source)
{
    // read_at promises that every known flag is at least so new: it moves on only with an answer that names
    // them all.
    static const QString sql =
        QStringLiteral("INSERT INTO post_state (post, viewer, ref, favourited, boosted, bookmarked, muted,"
                       " pinned, favourite_handle, boost_handle, read_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (post, viewer) DO UPDATE SET"
                       " ref = CASE WHEN excluded.ref = '' THEN ref ELSE excluded.ref END,"
                       " favourited = COALESCE(excluded.favourited, favourited),"
                       " boosted = COALESCE(excluded.boosted, boosted),"
                       " bookmarked = COALESCE(excluded.bookmarked, bookmarked),"
                       " muted = COALESCE(excluded.muted, muted),"
                       " pinned = COALESCE(excluded.pinned, pinned),"
                       " favourite_handle = CASE WHEN excluded.favourited IS NULL OR (excluded.favourited"
                       " = 1 AND excluded.favourite_handle = '') THEN favourite_handle"
                       " ELSE excluded.favourite_handle END,"
                       " boost_handle = CASE WHEN excluded.boosted IS NULL OR (excluded.boosted = 1"
                       " AND excluded.boost_handle = '') THEN boost_handle ELSE excluded.boost_handle END,"
                       " read_at = CASE WHEN excluded.read_at = 0"
                       " OR (favourited IS NOT NULL AND excluded.favourited IS NULL)"
                       " OR (boosted IS NOT NULL AND excluded.boosted IS NULL)"
                       " OR (bookmarked IS NOT NULL AND excluded.bookmarked IS NULL)"
                       " OR (muted IS NOT NULL AND excluded.muted IS NULL)"
                       " OR (pinned IS NOT NULL AND excluded.pinned IS NULL)"
                       " THEN read_at ELSE excluded.read_at END"
                       " WHERE excluded.read_at = 0 OR post_state.read_at <= excluded.read_at"
                       " OR post_state.read_at > excluded.read_at + 600000");
    const PostFlags &flags = post.flags;
    const bool anyKnown =
        flags.favourited || flags.boosted || flags.bookmarked || flags.muted || flags.pinned;
    return runSql(m_db, sql, id, viewer, post.ref, flags.favourited, flags.boosted, flags.bookmarked,
                  flags.muted, flags.pinned, flags.favouriteHandle, flags.boostHandle,
                  anyKnown ? source.readAtMs : qint64(0));
}

Result<Unit> PostStore::put(const Post &post, const Source &source, const QString &actionUid)
{
    if (post.uri.isNull())
        return Error{ErrorKind::Malformed, {}, QStringLiteral("a post without a uri"), {}};
    auto server = serverRow(source.host);
    if (!server.ok())
        return server.error();
    auto author = personRow(post.author, server.value(), source);
    if (!author.ok())
        return author.error();
    auto id = postRow(post.uri);
    if (!id.ok())
        return id.error();
    if (auto done = putActionUid(id.value(), actionUid); !done.ok())
        return done;
    if (auto done = putCopy(post, id.value(), server.value(), author.value(), source); !done.ok())
        return done;
    if (source.account.isNull())
        return Unit{};
    auto viewer = viewerRow(source.account, server.value());
    if (!viewer.ok())
        return viewer.error();
    return putState(post, id.value(), viewer.value(), source);
}

Result<Unit> PostStore::putProfile(const Profile &profile, const Source &source)
{
    auto server = serverRow(source.host);
    if (!server.ok())
        return server.error();
    auto person = personRow(profile, server.value(), source);
    if (!person.ok())
        return person.error();
    return Unit{};
}

Result<std::optional<Profile>> PostStore::profile(const QString &handle)
{
    Statement read = m_db.statement(QStringLiteral(
        "SELECT handle, uri, ref, display_name, name_facets, url, avatar_url, bot, locked FROM cache.person"
        " WHERE handle = ? ORDER BY own DESC, read_at DESC LIMIT 1"));
    read.bind(handle);
    auto row = read.step();
    if (!row.ok())
        return row.error();
    return row.value() ? std::optional<Profile>(readProfile(read, 0)) : std::optional<Profile>();
}

Result<std::optional<Post>> PostStore::find(const PostUri &uri, const AccountId &account)
{
    Statement read = m_db.statement(findSql());
    read.bind(account).bind(uri);
    auto row = read.step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return std::optional<Post>();
    return std::optional<Post>(readPost(read, 0));
}

Result<std::optional<Post>> PostStore::findByAddress(const QString &address, const AccountId &account)
{
    auto byUri = find(PostUri(address), account);
    if (!byUri.ok() || byUri.value() || address.isEmpty())
        return byUri;
    QString uri;
    {
        Statement read = m_db.statement(QStringLiteral(
            "SELECT p.uri FROM copy c JOIN post p ON p.id = c.post JOIN server o ON o.id = c.server"
            " LEFT JOIN viewer v ON v.account = ?"
            " WHERE c.url = ? AND c.url <> '' AND (c.server IS v.server OR o.host = ?)"
            " ORDER BY (c.server IS v.server) DESC, c.own DESC, c.read_at DESC LIMIT 1"));
        read.bind(account).bind(address).bind(hostOf(address));
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return std::optional<Post>();
        uri = read.text(0);
    }
    return find(PostUri(uri), account);
}

Result<std::optional<PostState>> PostStore::state(const PostUri &uri, const AccountId &account)
{
    Statement read = m_db.statement(QStringLiteral(
        "SELECT s.ref, s.favourited, s.boosted, s.bookmarked, s.muted, s.pinned, s.favourite_handle,"
        " s.boost_handle, s.read_at FROM post p JOIN viewer v ON v.account = ?"
        " JOIN post_state s ON s.post = p.id AND s.viewer = v.id WHERE p.uri = ?"));
    read.bind(account).bind(uri);
    auto row = read.step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return std::optional<PostState>();
    PostState state;
    state.ref = RemoteRef(read.text(0));
    state.flags = {read.maybeBoolean(1), read.maybeBoolean(2), read.maybeBoolean(3), read.maybeBoolean(4),
                   read.maybeBoolean(5), read.text(6),         read.text(7)};
    state.readAtMs = read.integer(8);
    return std::optional<PostState>(state);
}

Result<std::optional<PostUri>> PostStore::ofAction(const QString &actionUid)
{
    Statement read = m_db.statement(QStringLiteral("SELECT uri FROM post WHERE action_uid = ?"));
    read.bind(actionUid);
    auto row = read.step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return std::optional<PostUri>();
    return std::optional<PostUri>(PostUri(read.text(0)));
}

Result<Unit> PostStore::tombstone(const PostUri &uri, const ServerHost &host)
{
    auto found = askNumber(m_db, QStringLiteral("SELECT id FROM post WHERE uri = ?"), uri);
    if (!found.ok())
        return found.error();
    auto server = askNumber(m_db, QStringLiteral("SELECT id FROM server WHERE host = ?"), host);
    if (!server.ok())
        return server.error();
    if (!found.value() || !server.value())
        return Unit{};
    const qint64 post = *found.value();
    const qint64 from = *server.value();
    const bool own = hostOf(uri.value()) == host;
    // Bound as 1, the last value lets the word of the post's own host reach what other servers told in
    // public.
    const QString affected = QStringLiteral("SELECT server FROM copy WHERE post = ? AND (server = ? OR (? "
                                            "AND visibility IN ('public', 'unlisted')))");
    auto entries =
        runSql(m_db,
               QStringLiteral("DELETE FROM entry WHERE post = ? AND timeline IN (SELECT t.id FROM timeline t"
                              " JOIN viewer v ON v.id = t.viewer WHERE v.server = ? OR v.server IN (")
                   + affected + QStringLiteral("))"),
               post, from, post, from, own);
    if (!entries.ok())
        return entries;
    auto copies = runSql(m_db,
                         QStringLiteral("DELETE FROM copy WHERE post = ? AND (server = ? OR"
                                        " (? AND visibility IN ('public', 'unlisted')))"),
                         post, from, own);
    if (!copies.ok())
        return copies;
    return runSql(m_db,
                  QStringLiteral("DELETE FROM post_state WHERE post = ? AND viewer IN"
                                 " (SELECT id FROM viewer WHERE server = ?)"),
                  post, from);
}

Result<Unit> PostStore::deny(const PostUri &uri, const ServerHost &host, const AccountId &account)
{
    auto others =
        askNumber(m_db,
                  QStringLiteral("SELECT count(*) FROM post p JOIN post_state s ON s.post = p.id"
                                 " JOIN viewer v ON v.id = s.viewer JOIN server h ON h.id = v.server"
                                 " WHERE p.uri = ? AND h.host = ? AND v.account <> ?"),
                  uri, host, account);
    if (!others.ok())
        return others.error();
    if (others.value().value_or(0) == 0)
        return tombstone(uri, host);
    auto entries = runSql(
        m_db,
        QStringLiteral("DELETE FROM entry WHERE post = (SELECT id FROM post WHERE uri = ?) AND timeline IN"
                       " (SELECT t.id FROM timeline t JOIN viewer v ON v.id = t.viewer WHERE v.account = ?)"),
        uri, account);
    if (!entries.ok())
        return entries;
    return runSql(
        m_db,
        QStringLiteral("DELETE FROM post_state WHERE post = (SELECT id FROM post WHERE uri = ?) AND viewer ="
                       " (SELECT id FROM viewer WHERE account = ?)"),
        uri, account);
}

} // namespace Petrel
