// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storefixture.h"

#include "store/timelinereader.h"
#include "store/timelinestore.h"

namespace Petrel {

//! The instant that minute 0 of the tests' pages stands for: a month before the fake clock's start.
constexpr qint64 minuteZero = 1'790'000'000'000 - 30 * 86'400'000LL;
constexpr qint64 minuteMs = 60'000;

inline QString uriOf(const QString &name)
{
    return QStringLiteral("https://example.org/") + name;
}

inline QString nameOf(const QString &uri)
{
    return uri.mid(uri.lastIndexOf(QLatin1Char('/')) + 1);
}

inline Post postNamed(const QString &name, qint64 minute = 0)
{
    Post post;
    post.uri = PostUri(uriOf(name));
    post.ref = RemoteRef(QStringLiteral("ref-") + name);
    post.url = QStringLiteral("https://example.org/@ann/") + name;
    post.author.handle = QStringLiteral("ann@example.org");
    post.author.displayName = QStringLiteral("Ann");
    post.createdAtMs = minuteZero + minute * minuteMs;
    post.body.text = QStringLiteral("text of ") + name;
    return post;
}

//! "name:minute" is a post; "name>post:minute" a boost called `name` of a post.
inline Entry entryOf(const QString &spec)
{
    const QStringList parts = spec.split(QLatin1Char(':'));
    const QStringList names = parts.at(0).split(QLatin1Char('>'));
    const qint64 minute = parts.value(1).toLongLong();
    Entry entry;
    entry.post = postNamed(names.last(), minute);
    entry.uri = uriOf(names.first());
    entry.ref = RemoteRef(QStringLiteral("ref-") + names.first());
    entry.timeMs = minuteZero + minute * minuteMs;
    if (names.size() > 1) {
        Profile booster;
        booster.handle = QStringLiteral("bob@example.org");
        booster.displayName = QStringLiteral("Bob");
        entry.boostedBy = booster;
    }
    return entry;
}

//! Entries as a server lists them, newest first: "c:30 b:20 a:10".
inline TimelinePage pageOf(const QString &specs, const QString &olderCursor, bool complete = true)
{
    TimelinePage page;
    page.olderCursor = olderCursor;
    page.complete = complete;
    for (const QString &spec : specs.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        page.entries.append(entryOf(spec));
    return page;
}

//! Names in display order; "|" stands where a gap is known below.
inline QString namesOf(const QVector<TimelineRow> &rows)
{
    QStringList names;
    for (const TimelineRow &row : rows) {
        names << (row.ghost ? QStringLiteral("(%1)").arg(row.identity) : nameOf(row.entry.uri));
        if (row.gapBelow)
            names << QStringLiteral("|");
    }
    return names.join(QLatin1Char(' '));
}

//! One store with a home timeline that pages are stored into by hand.
class HomeFixture {
public:
    explicit HomeFixture(const QString &account = QStringLiteral("me"),
                         const QString &host = QStringLiteral("example.org"))
        : key{AccountId(account), QStringLiteral("home")},
          host(host)
    { }

    [[nodiscard]] bool open()
    {
        store = opened(optionsFor(profile.path(), clock));
        return store && addAccount(*store, accountNamed(key.account.value()));
    }
    [[nodiscard]] Source source() const { return {ServerHost(host), key.account, clock.nowMs()}; }
    [[nodiscard]] TimelineStore timelines() { return TimelineStore(store->reader()); }

    Result<PageStored> tryPage(const PagePlace &place, const TimelinePage &page)
    {
        return tryPage(key, source(), place, page);
    }
    Result<PageStored> tryPage(const TimelineKey &where, const Source &told, const PagePlace &place,
                               const TimelinePage &page)
    {
        return ended(store->cache(
            [=](CacheTx &tx) { return TimelineStore(tx.db).storePage(where, told, place, page); }));
    }
    PageStored page(const PagePlace &place, const TimelinePage &page)
    {
        auto stored = tryPage(place, page);
        if (!stored.ok()) {
            qWarning().noquote() << "page not stored:" << stored.error().detail;
            return {};
        }
        return stored.take();
    }
    //! The newest page.
    PageStored top(const QString &specs, const QString &olderCursor = {}, bool complete = true)
    {
        return page({}, pageOf(specs, olderCursor, complete));
    }
    //! A page below a segment, asked with this cursor.
    PageStored below(qint64 segment, const QString &cursor, const QString &specs,
                     const QString &olderCursor = {}, bool complete = true)
    {
        return page({segment, cursor}, pageOf(specs, olderCursor, complete));
    }
    [[nodiscard]] bool put(const Post &post, const Source &told, const QString &actionUid = {})
    {
        return ended(store->cache([=](CacheTx &tx) { return PostStore(tx.db).put(post, told, actionUid); }))
            .ok();
    }
    //! Adds `count` more posts to the home, older than what is there, without asking the stores.
    [[nodiscard]] bool fill(int count)
    {
        return ended(store->cache([count](CacheTx &tx) -> Result<Unit> {
                   const QString numbers =
                       QStringLiteral(
                           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) ")
                           .arg(count);
                   for (const QString &sql :
                        {numbers
                             + QStringLiteral(
                                 "INSERT INTO post (uri) SELECT 'https://example.org/bulk' || i FROM n"),
                         QStringLiteral(
                             "INSERT INTO copy SELECT NULL, p.id, t.server, t.own, t.author, p.uri, "
                             "t.created_at,"
                             " t.edited_at, t.body, t.facets, t.content_warning, t.sensitive, t.visibility, "
                             "t.language,"
                             " t.reply_uri, t.reply_ref, t.reply_handle, t.replies, t.boosts, t.favourites,"
                             " t.attachments, t.source_text, t.read_at FROM post p, copy t"
                             " WHERE p.uri LIKE 'https://example.org/bulk%' AND t.id = 1"),
                         QStringLiteral("INSERT INTO post_state SELECT p.id, 1, 'r', 0, 0, 0, 0, 0, '', '', "
                                        "1 FROM post p"
                                        " WHERE p.uri LIKE 'https://example.org/bulk%'"),
                         QStringLiteral(
                             "INSERT INTO entry SELECT NULL, 1, p.uri, 'r', p.id, NULL, %1 - p.id, -p.id * "
                             "1048576, NULL,"
                             " 1 FROM post p WHERE p.uri LIKE 'https://example.org/bulk%'")
                             .arg(minuteZero)}) {
                       if (auto done = tx.db.execute(sql); !done.ok())
                           return done;
                   }
                   return Unit{};
               }))
            .ok();
    }
    [[nodiscard]] bool insertOwn(const Post &post, const QString &actionUid = {})
    {
        const Source told = source();
        return ended(store->cache([=, key = key](CacheTx &tx) -> Result<Unit> {
                   if (auto done = PostStore(tx.db).put(post, told, actionUid); !done.ok())
                       return done;
                   return TimelineStore(tx.db).insertOwn(key, post);
               }))
            .ok();
    }
    [[nodiscard]] QVector<TimelineRow> rows(int limit = 1000, const RowPlace &from = {})
    {
        auto window = TimelineReader(store->reader()).window(key, from, limit);
        if (!window.ok()) {
            qWarning().noquote() << "no window:" << window.error().detail;
            return {};
        }
        return window.take();
    }
    [[nodiscard]] QString shown() { return namesOf(rows()); }
    [[nodiscard]] QVector<Gap> gaps()
    {
        auto found = timelines().gaps(key);
        return found.ok() ? found.take() : QVector<Gap>{};
    }
    [[nodiscard]] QString cursorBelow(qint64 segment)
    {
        auto place = timelines().placeBelow(key, segment);
        return place.ok() ? place.value().cursor : QString();
    }
    [[nodiscard]] std::optional<Post> find(const QString &uri, const QString &account)
    {
        auto found = PostStore(store->reader()).find(PostUri(uri), AccountId(account));
        return found.ok() ? found.take() : std::nullopt;
    }

    TimelineKey key;
    QString host;
    TemporaryProfile profile;
    FakeClock clock;
    std::unique_ptr<Store> store;
};

} // namespace Petrel
