// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/timelinerow.h"

#include "store/accountstore.h"
#include "store/actionstore.h"
#include "store/postrow.h"

namespace Petrel {

namespace {

constexpr int postIdColumn = 4;
constexpr int uidColumn = 5;
constexpr int wishColumn = 6;
constexpr int postColumn = 10;
static_assert(rowColumns == postColumn + postColumns + profileColumns);

bool overlay(const Statement &row, int column, std::optional<bool> &flag)
{
    const std::optional<bool> wish = row.maybeBoolean(column);
    if (wish)
        flag = wish;
    return wish.has_value();
}

} // namespace

const QString &shownColumns()
{
    static const QString columns = QStringLiteral(
        "post_id, action_uid, wished_favourited, wished_boosted, wished_bookmarked, wished_removed,"
        " uri, ref, url, created_at, edited_at, body, facets, content_warning, sensitive, visibility,"
        " language, reply_uri, reply_ref, reply_handle, replies, boosts, favourites, attachments,"
        " source_text, favourited, boosted, bookmarked, muted, pinned, favourite_handle, boost_handle,"
        " author_handle, author_uri, author_ref, author_name, author_name_facets, author_url,"
        " author_avatar, author_bot, author_locked");
    return columns;
}

qint64 postIdOf(const Statement &row)
{
    return row.integer(postIdColumn);
}

TimelineRow readRow(const Statement &row)
{
    TimelineRow result;
    result.entry.timeMs = row.integer(0);
    result.rank = row.integer(1);
    result.entry.uri = row.text(2);
    result.entry.ref = RemoteRef(row.text(3));
    result.entry.post = readPost(row, postColumn);
    const bool isPost = result.entry.uri == result.entry.post.uri.value();
    result.identity = isPost && !row.isNull(uidColumn) ? row.text(uidColumn) : result.entry.uri;
    PostFlags &flags = result.entry.post.flags;
    result.favouritePending = overlay(row, wishColumn, flags.favourited);
    result.boostPending = overlay(row, wishColumn + 1, flags.boosted);
    result.bookmarkPending = overlay(row, wishColumn + 2, flags.bookmarked);
    result.removalPending = row.maybeBoolean(wishColumn + 3).value_or(false);
    return result;
}

Result<TimelineRow> ghostRow(Database &reader, const ActionId &id)
{
    auto found = ActionStore(reader).find(id);
    if (!found.ok())
        return found.error();
    auto account = AccountStore(reader).find(found.value().account);
    if (!account.ok())
        return account.error();
    const Action &action = found.value();
    TimelineRow row;
    row.identity = action.uid;
    row.rank = ghostRank + id.value();
    row.entry.uri = action.uid;
    row.entry.timeMs = action.createdAtMs;
    Post &post = row.entry.post;
    post.author.handle = account.value().handle;
    post.author.uri = account.value().uri;
    post.author.ref = account.value().ref;
    post.author.displayName = singleLine(account.value().displayName);
    post.createdAtMs = action.createdAtMs;
    post.body.text = withoutControls(action.content.text);
    post.contentWarning = singleLine(action.content.contentWarning);
    post.sensitive = !post.contentWarning.isEmpty();
    post.visibility = action.content.visibility;
    post.language = action.content.language;
    post.replyToUri = action.subject.uri;
    post.replyToRef = action.subject.ref;
    post.replyToHandle = action.subject.author;
    post.sourceText = action.content.text;
    row.ghost = action;
    return row;
}

} // namespace Petrel
