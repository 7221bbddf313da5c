// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/postreader.h"

#include "service/mastodon/json.h"
#include "service/mastodon/profilereader.h"
#include "service/mastodon/sanitizer.h"

#include <QRegularExpression>

namespace Petrel {

namespace {

constexpr qsizetype longestWarning = 2'000;
constexpr qsizetype longestAltText = 20'000;
constexpr qsizetype longestUri = 2'048;
constexpr int mostAttachments = 64;
constexpr qsizetype snacTimeLength = 10;
constexpr qsizetype snacIdLength = snacTimeLength + 32;

HtmlContext contextOf(const QJsonObject &status, const ServerInfo &server)
{
    HtmlContext context;
    const QJsonArray mentions = Json::array(status, QLatin1String("mentions"));
    for (const QJsonValue &value : mentions) {
        const QJsonObject mention = value.toObject();
        HtmlContext::Mention known;
        known.url = Json::webAddress(mention, QLatin1String("url"));
        known.handle = handleFrom(Json::text(mention, QLatin1String("acct")), server);
        known.username = known.handle.section(QLatin1Char('@'), 0, 0);
        if (!known.handle.isEmpty())
            context.mentions.append(known);
    }
    const QJsonArray tags = Json::array(status, QLatin1String("tags"));
    for (const QJsonValue &value : tags) {
        QString name = singleLine(Json::text(value.toObject(), QLatin1String("name")));
        if (name.startsWith(QLatin1Char('#')))
            name.remove(0, 1);
        if (!name.isEmpty())
            context.tags.append(name);
    }
    context.emojis = readEmojis(status);
    return context;
}

Attachment::Kind attachmentKind(const QString &word)
{
    if (word == QLatin1String("image"))
        return Attachment::Kind::Image;
    if (word == QLatin1String("gifv"))
        return Attachment::Kind::AnimatedImage;
    if (word == QLatin1String("video"))
        return Attachment::Kind::Video;
    if (word == QLatin1String("audio"))
        return Attachment::Kind::Audio;
    return Attachment::Kind::Unknown;
}

QVector<Attachment> readAttachments(const QJsonObject &status)
{
    QVector<Attachment> attachments;
    const QJsonArray list = Json::array(status, QLatin1String("media_attachments"));
    for (const QJsonValue &value : list) {
        const QJsonObject media = value.toObject();
        if (media.isEmpty() || attachments.size() >= mostAttachments)
            continue;
        Attachment attachment;
        attachment.kind = attachmentKind(Json::text(media, QLatin1String("type")));
        attachment.url = Json::webAddress(media, QLatin1String("url"));
        if (attachment.url.isEmpty())
            attachment.url = Json::webAddress(media, QLatin1String("remote_url"));
        attachment.previewUrl = Json::webAddress(media, QLatin1String("preview_url"));
        attachment.altText =
            withoutControls(Json::text(media, QLatin1String("description"))).left(longestAltText);
        attachment.blurhash = singleLine(Json::text(media, QLatin1String("blurhash"))).left(200);
        const QJsonObject original =
            Json::object(Json::object(media, QLatin1String("meta")), QLatin1String("original"));
        attachment.width = Json::count(original, QLatin1String("width"));
        attachment.height = Json::count(original, QLatin1String("height"));
        attachments.append(attachment);
    }
    return attachments;
}

PostFlags readFlags(const QJsonObject &status)
{
    PostFlags flags;
    flags.favourited = Json::flag(status, QLatin1String("favourited"));
    flags.boosted = Json::flag(status, QLatin1String("reblogged"));
    flags.bookmarked = Json::flag(status, QLatin1String("bookmarked"));
    flags.muted = Json::flag(status, QLatin1String("muted"));
    flags.pinned = Json::flag(status, QLatin1String("pinned"));
    return flags;
}

QString readLanguage(const QJsonObject &status, Flavour flavour)
{
    static const QRegularExpression tag(QStringLiteral("\\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\z"));
    const QString language = Json::text(status, QLatin1String("language"));
    // That one says "en" of every post.
    if (flavour == Flavour::Snac || !tag.match(language).hasMatch())
        return {};
    return language;
}

std::optional<QString> readSource(const QJsonObject &status, const RichText &body)
{
    const QJsonValue source = status.value(QLatin1String("text"));
    // A number has lost how it was written; an empty source of a post that shows words is none.
    if (source.isDouble()) {
        const QString text = Json::text(source);
        if (text == body.text)
            return text;
        return std::nullopt;
    }
    if (!source.isString() || (source.toString().isEmpty() && !body.text.isEmpty()))
        return std::nullopt;
    return source.toString();
}

void readParent(const QJsonObject &status, const ServerInfo &server, Post *post)
{
    const QString parent = Json::text(status, QLatin1String("in_reply_to_id"));
    if (parent.isEmpty())
        return;
    post->replyToRef = stablePostRef(parent, server.flavour);
    const QString account = Json::text(status, QLatin1String("in_reply_to_account_id"));
    if (account.isEmpty())
        return;
    if (account == post->author.ref.value()) {
        post->replyToHandle = post->author.handle;
        return;
    }
    const QJsonArray mentions = Json::array(status, QLatin1String("mentions"));
    for (const QJsonValue &value : mentions) {
        const QJsonObject mention = value.toObject();
        if (Json::text(mention, QLatin1String("id")) == account)
            post->replyToHandle = handleFrom(Json::text(mention, QLatin1String("acct")), server);
    }
}

//! The network-wide identity; where a server gives none, its address, else the server's own name for it.
QString identityOf(const QJsonObject &status, const RemoteRef &ref, const ServerInfo &server)
{
    for (const QLatin1String key : {QLatin1String("uri"), QLatin1String("url")}) {
        const QString uri = singleLine(Json::text(status, key));
        if (!uri.isEmpty() && uri.size() <= longestUri)
            return uri;
    }
    return server.base.authority(QUrl::FullyEncoded) + QLatin1Char('/') + ref.value();
}

std::optional<Post> readPlainPost(const QJsonObject &status, const ServerInfo &server, qint64 fallbackTimeMs)
{
    const QString id = Json::text(status, QLatin1String("id"));
    const std::optional<Profile> author = readProfile(Json::object(status, QLatin1String("account")), server);
    if (id.isEmpty() || !author)
        return std::nullopt;
    Post post;
    post.ref = stablePostRef(id, server.flavour);
    post.uri = PostUri(identityOf(status, post.ref, server));
    post.url = Json::webAddress(status, QLatin1String("url"));
    post.author = *author;
    post.createdAtMs = Json::time(Json::text(status, QLatin1String("created_at"))).value_or(fallbackTimeMs);
    post.editedAtMs = Json::time(Json::text(status, QLatin1String("edited_at"))).value_or(0);
    post.body = sanitizeHtml(Json::text(status, QLatin1String("content")), contextOf(status, server));
    post.contentWarning = singleLine(Json::text(status, QLatin1String("spoiler_text"))).left(longestWarning);
    post.sensitive = Json::flag(status, QLatin1String("sensitive")).value_or(false);
    post.visibility = visibilityFromServer(Json::text(status, QLatin1String("visibility")), server.flavour);
    post.language = readLanguage(status, server.flavour);
    readParent(status, server, &post);
    post.replyCount = Json::count(status, QLatin1String("replies_count"));
    post.boostCount = Json::count(status, QLatin1String("reblogs_count"));
    post.favouriteCount = Json::count(status, QLatin1String("favourites_count"));
    post.attachments = readAttachments(status);
    post.flags = readFlags(status);
    post.sourceText = readSource(status, post.body);
    return post;
}

//! A boost's own identity. Where the server gives none of its own, one is made of the post and who boosted
//! it.
QString boostIdentity(const QJsonObject &wrapper, const Post &post, const Profile &by,
                      const ServerInfo &server)
{
    QString uri = singleLine(Json::text(wrapper, QLatin1String("uri")));
    if (server.flavour == Flavour::Snac) {
        // Its address of a boost holds the changing name of the post.
        const QString id = Json::text(wrapper, QLatin1String("id"));
        uri.replace(id, stablePostRef(id, server.flavour).value());
    }
    if (uri.isEmpty() || uri.size() > longestUri || uri == post.uri.value())
        return post.uri.value() + QStringLiteral("#boost-by-") + by.handle;
    return uri;
}

} // namespace

RemoteRef stablePostRef(const QString &id, Flavour flavour)
{
    if (flavour != Flavour::Snac || id.size() != snacIdLength)
        return RemoteRef(id);
    return RemoteRef(QString(snacTimeLength, QLatin1Char('0')) + id.mid(snacTimeLength));
}

std::optional<Entry> readEntry(const QJsonObject &status, const ServerInfo &server, qint64 fallbackTimeMs)
{
    const QJsonObject inner = Json::object(status, QLatin1String("reblog"));
    const std::optional<Post> post = readPlainPost(inner.isEmpty() ? status : inner, server, fallbackTimeMs);
    if (!post)
        return std::nullopt;
    Entry entry;
    entry.post = *post;
    entry.uri = post->uri.value();
    entry.ref = post->ref;
    entry.timeMs = post->createdAtMs;
    if (inner.isEmpty())
        return entry;
    const std::optional<Profile> by = readProfile(Json::object(status, QLatin1String("account")), server);
    const QString id = Json::text(status, QLatin1String("id"));
    if (!by || id.isEmpty())
        return std::nullopt;
    entry.boostedBy = by;
    entry.ref = stablePostRef(id, server.flavour);
    entry.uri = boostIdentity(status, *post, *by, server);
    entry.timeMs = Json::time(Json::text(status, QLatin1String("created_at"))).value_or(fallbackTimeMs);
    return entry;
}

std::optional<Post> readPost(const QJsonObject &status, const ServerInfo &server, qint64 fallbackTimeMs)
{
    const QJsonObject inner = Json::object(status, QLatin1String("reblog"));
    return readPlainPost(inner.isEmpty() ? status : inner, server, fallbackTimeMs);
}

} // namespace Petrel
