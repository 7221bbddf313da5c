// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/postlistmodel.h"

#include "domain/words.h"
#include "gui/models/actionstate.h"
#include "gui/models/beginning.h"
#include "gui/models/spoken.h"
#include "gui/models/styledtext.h"

#include <algorithm>

namespace Petrel {

namespace {

using Role = PostListModel::Role;

// Far more than people write. Half a megabyte, as servers pass it on, holds the window up for a noticeable
// time.
constexpr int mostInList = 2'000;
constexpr int mostOpened = 16'000;

int mostOf(const PostRow &row)
{
    // What waits is the person's own, and cannot be opened.
    return row.opened || row.shown.ghost ? mostOpened : mostInList;
}

QString atHandle(const QString &handle)
{
    const QString line = safeLine(handle);
    return line.isEmpty() ? line : QLatin1Char('@') + line;
}

QString plainName(const Profile &profile)
{
    const QString name = safeLine(profile.displayName);
    return name.isEmpty() ? safeLine(profile.handle) : name;
}

QString styledNameOf(const Profile &profile)
{
    return profile.displayName.isEmpty() ? styledName(safeLine(profile.handle), {})
                                         : styledName(profile.displayName, profile.nameFacets);
}

QString kindOf(Attachment::Kind kind)
{
    switch (kind) {
    case Attachment::Kind::Unknown:
        return QStringLiteral("unknown");
    case Attachment::Kind::Image:
        return QStringLiteral("image");
    case Attachment::Kind::AnimatedImage:
        return QStringLiteral("animated");
    case Attachment::Kind::Video:
        return QStringLiteral("video");
    case Attachment::Kind::Audio:
        return QStringLiteral("audio");
    }
    Q_UNREACHABLE();
}

QVariantList attachmentsOf(const Post &post)
{
    QVariantList list;
    for (const Attachment &one : post.attachments) {
        list.append(QVariantMap{{QStringLiteral("kind"), kindOf(one.kind)},
                                {QStringLiteral("source"), fullSource(one.url)},
                                {QStringLiteral("preview"), previewSource(one.previewUrl)},
                                {QStringLiteral("altText"), safeText(one.altText)},
                                {QStringLiteral("blurhash"), one.blurhash},
                                {QStringLiteral("width"), one.width},
                                {QStringLiteral("height"), one.height},
                                {QStringLiteral("url"), isOpenableLink(one.url) ? one.url : QString()}});
    }
    return list;
}

QVariant authorValue(const Post &post, Role role, const QString &avatarUrl)
{
    switch (role) {
    case Role::AuthorNameRole:
        return styledNameOf(post.author);
    case Role::AuthorPlainRole:
        return plainName(post.author);
    case Role::AuthorHandleRole:
        return atHandle(post.author.handle);
    case Role::AuthorAvatarRole:
        return avatarSource(avatarUrl);
    default:
        return post.author.bot;
    }
}

QVariant ghostValue(const std::optional<Action> &ghost, Role role, const PostContext &context)
{
    if (role == Role::GhostRole)
        return ghost.has_value();
    if (role == Role::GhostActionRole)
        return ghost ? QString::number(ghost->id.value()) : QString();
    if (role == Role::GhostStateRole)
        return ghost ? stateWord(*ghost) : QString();
    if (role == Role::GhostWordsRole)
        return ghost && context.describe ? context.describe(*ghost) : QString();
    if (role == Role::GhostCanRetryRole)
        return ghost && canRetry(*ghost);
    if (role == Role::GhostCanEditRole)
        return ghost && canEdit(*ghost);
    return ghost && canCancel(*ghost);
}

bool mayBoost(const PostRow &row, const PostContext &context)
{
    const Visibility visibility = row.shown.entry.post.visibility;
    return context.can.boosts && !row.shown.ghost
        && (visibility == Visibility::Public || visibility == Visibility::Unlisted);
}

bool isReply(const Post &post)
{
    return !post.replyToUri.isNull() || !post.replyToRef.isNull() || !post.replyToHandle.isEmpty();
}

} // namespace

PostListModel::PostListModel(QObject *parent)
    : KeyedListModel(parent)
{ }

QHash<int, QByteArray> PostListModel::roleNames() const
{
    static const QHash<int, QByteArray> names = roleNamesOf<Role>();
    return names;
}

QVariant PostListModel::value(const PostRow &row, int role) const
{
    const TimelineRow &shown = row.shown;
    const Post &post = shown.entry.post;
    const std::optional<Profile> &booster = shown.entry.boostedBy;
    switch (role) {
    case Qt::DisplayRole:
        return plainName(post.author);
    case IdentityRole:
        return shown.identity;
    case UriRole:
        return post.uri.value();
    case TimeMsRole:
        return double(post.createdAtMs);
    case AuthorNameRole:
    case AuthorPlainRole:
    case AuthorHandleRole:
    case AuthorAvatarRole:
    case AuthorBotRole:
        return authorValue(post, Role(role), shown.ghost ? m_context.avatarUrl : post.author.avatarUrl);
    case BoosterNameRole:
        return booster ? styledNameOf(*booster) : QString();
    case BoosterHandleRole:
        return booster ? atHandle(booster->handle) : QString();
    case ReplyToHandleRole:
        return styledName(atHandle(post.replyToHandle), {});
    case IsReplyRole:
        return isReply(post);
    case BodyRole:
        return styledText(beginningOf(post.body, mostOf(row)));
    case BodyPlainRole:
        return post.body.text;
    case BodyCutRole:
        return post.body.text.size() > mostOf(row);
    case ContentWarningRole:
        return post.contentWarning;
    case SensitiveRole:
        return post.sensitive;
    case VisibilityRole:
        return visibilityName(post.visibility);
    case VisibilityWordsRole:
        return visibilityWords(post.visibility);
    case LanguageRole:
        return post.language;
    case AttachmentsRole:
        return attachmentsOf(post);
    case ReplyCountRole:
        return post.replyCount;
    case BoostCountRole:
        return post.boostCount;
    case FavouriteCountRole:
        return post.favouriteCount;
    case FavouritedRole:
        return post.flags.favourited.value_or(false);
    case BoostedRole:
        return post.flags.boosted.value_or(false);
    case BookmarkedRole:
        return post.flags.bookmarked.value_or(false);
    case FavouritePendingRole:
        return shown.favouritePending;
    case BoostPendingRole:
        return shown.boostPending;
    case BookmarkPendingRole:
        return shown.bookmarkPending;
    case RemovalPendingRole:
        return shown.removalPending;
    case CanBoostRole:
        return mayBoost(row, m_context);
    case OwnRole:
        return shown.ghost || (!m_context.handle.isEmpty() && post.author.handle == m_context.handle);
    case EditedRole:
        return post.editedAtMs != 0;
    case WebUrlRole:
        return isOpenableLink(post.url) ? post.url : QString();
    case AccountIdRole:
        return m_context.account.value();
    case GhostRole:
    case GhostActionRole:
    case GhostStateRole:
    case GhostWordsRole:
    case GhostCanRetryRole:
    case GhostCanEditRole:
    case GhostCanCancelRole:
        return ghostValue(shown.ghost, Role(role), m_context);
    case GapBelowRole:
        return shown.gapBelow;
    case GapWordsRole:
        return shown.gapBelow ? tr("Posts are missing here.") : QString();
    case GapFillingRole:
        return shown.gapBelow && m_filling.contains(shown.identity);
    case DepthRole:
        return row.depth;
    case OpenedRole:
        return row.opened;
    case SpokenRole:
        return spokenPost(row, m_context);
    default:
        return {};
    }
}

int PostListModel::rowOf(const QString &identity) const
{
    return indexOf(identity);
}

std::optional<PostRow> PostListModel::rowWith(const QString &identity) const
{
    const int row = rowOf(identity);
    return row < 0 ? std::nullopt : std::optional<PostRow>(rows().at(row));
}

std::optional<PostRow> PostListModel::rowOfPost(const PostUri &uri) const
{
    const auto found = std::find_if(rows().cbegin(), rows().cend(),
                                    [&uri](const PostRow &row) { return row.shown.entry.post.uri == uri; });
    return found == rows().cend() ? std::nullopt : std::optional<PostRow>(*found);
}

void PostListModel::setContext(const PostContext &context)
{
    m_context = context;
    announce({AuthorAvatarRole, CanBoostRole, OwnRole, AccountIdRole, GhostWordsRole, SpokenRole});
}

void PostListModel::setGapFilling(const QString &identity, bool filling)
{
    if (filling == m_filling.contains(identity))
        return;
    if (filling)
        m_filling.insert(identity);
    else
        m_filling.remove(identity);
    if (const int row = rowOf(identity); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {GapFillingRole});
}

void PostListModel::setErrorWords(const QString &words)
{
    if (m_errorWords == words)
        return;
    m_errorWords = words;
    Q_EMIT errorWordsChanged();
}

} // namespace Petrel
