// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/threadsync.h"

#include "base/clock.h"
#include "service/service.h"
#include "service/threads.h"
#include "store/poststore.h"
#include "store/store.h"
#include "store/timelinestore.h"
#include "sync/ownpostclaims.h"
#include "sync/refusal.h"

#include <QCoreApplication>
#include <QHash>

#include <vector>

namespace Petrel {

namespace {

//! A service that never names its last part is left there.
constexpr int mostParts = 20;

//! One thread on its way, with everybody who waits for it.
struct Walk {
    PostUri post;
    RemoteRef ref;
    QString cursor;
    QString nextCursor;
    ThreadReport report;
    std::vector<Promise<ThreadReport>> waiting;
};

QVector<const Post *> postsOf(const ThreadPage &page)
{
    QVector<const Post *> posts;
    for (const Post &post : page.ancestors)
        posts.append(&post);
    if (page.post)
        posts.append(&*page.post);
    for (const Post &post : page.descendants)
        posts.append(&post);
    return posts;
}

//! One part into the cache; gives how many posts it told.
Result<int> storePart(CacheTx &tx, const Source &source, const ThreadPage &page,
                      const QVector<OwnPostClaim> &claims)
{
    PostStore store(tx.db);
    const QVector<const Post *> posts = postsOf(page);
    for (const Post *post : posts) {
        if (auto put = store.put(*post, source); !put.ok())
            return put.error();
        tx.changes.posts.insert(post->uri);
    }
    for (const OwnPostClaim &claim : claims) {
        if (auto put = store.put(claim.post, source, claim.actionUid); !put.ok())
            return put.error();
    }
    return int(posts.size());
}

} // namespace

struct ThreadSync::Private {
    ThreadSync *q;
    Account account;
    Store &store;
    Service &service;
    Gate &gate;
    Clock &clock;
    QHash<QString, std::shared_ptr<Walk>> walks; //!< under way, by the post's uri

    Task<ThreadReport> join(const PostUri &post)
    {
        Promise<ThreadReport> promise;
        Task<ThreadReport> task = promise.task();
        if (const auto same = walks.value(post.value())) {
            same->waiting.push_back(std::move(promise));
            return task;
        }
        const auto walk = std::make_shared<Walk>();
        walk->post = post;
        walk->waiting.push_back(std::move(promise));
        walks.insert(post.value(), walk);
        begin(walk);
        return task;
    }

    void begin(const std::shared_ptr<Walk> &walk)
    {
        if (!service.threads()) {
            end(walk, Error{ErrorKind::Unsupported, {}, QStringLiteral("no threads"), {}});
            return;
        }
        auto state = PostStore(store.reader()).state(walk->post, account.id);
        if (!state.ok()) {
            end(walk, state.error());
            return;
        }
        if (!state.value() || state.value()->ref.isNull()) {
            end(walk,
                Error{ErrorKind::NotFound,
                      QCoreApplication::translate("Petrel::ThreadSync",
                                                  "This account's server has not told of this post."),
                      QStringLiteral("no reference"),
                      {}});
            return;
        }
        walk->ref = state.value()->ref;
        step(walk);
    }

    void step(const std::shared_ptr<Walk> &walk)
    {
        const qint64 now = clock.nowMs();
        const Permission permission = gate.ask(account.id);
        if (!permission.allowed) {
            end(walk, refusal(permission, now));
            return;
        }
        const Source source{account.host, account.id, now};
        service.threads()
            ->thread(walk->ref, walk->cursor)
            .finally(q, [this, walk, source](const Result<ThreadPage> &page) { told(walk, source, page); });
    }

    void told(const std::shared_ptr<Walk> &walk, const Source &source, const Result<ThreadPage> &page)
    {
        if (!page.ok()) {
            if (page.error().kind == ErrorKind::NotFound && walk->cursor.isEmpty())
                bury(walk, page.error());
            else
                end(walk, page.error());
            return;
        }
        walk->nextCursor = page.value().nextCursor;
        keep(source, page.value()).finally(q, [this, walk](const Result<int> &posts) {
            stepped(walk, posts);
        });
    }

    Task<int> keep(const Source &source, const ThreadPage &page)
    {
        auto claims = findOwnPosts(store.reader(), account, postsOf(page));
        if (!claims.ok())
            return claims.error();
        if (claims.value().isEmpty())
            return storeWith(source, page, {});
        // The claim before the truth, as for timelines.
        return store
            .journal([id = account.id, claims = claims.value()](JournalTx &tx) {
                return claimOwnPosts(tx, id, claims);
            })
            .then(q, [this, source, page](const QVector<OwnPostClaim> &kept) {
                return storeWith(source, page, kept);
            });
    }

    Task<int> storeWith(const Source &source, const ThreadPage &page, const QVector<OwnPostClaim> &claims)
    {
        return store.cache(
            [source, page, claims](CacheTx &tx) { return storePart(tx, source, page, claims); });
    }

    //! The server says that the post itself is not there.
    void bury(const std::shared_ptr<Walk> &walk, const Error &notFound)
    {
        store
            .cache([post = walk->post, host = account.host, id = account.id](CacheTx &tx) -> Result<Unit> {
                auto homes = TimelineStore(tx.db).holding(post);
                if (!homes.ok())
                    return homes.error();
                tx.changes.timelines = homes.take();
                tx.changes.posts.insert(post);
                return PostStore(tx.db).deny(post, host, id);
            })
            .finally(q, [this, walk, notFound](const Result<Unit> &done) {
                end(walk, done.ok() ? notFound : done.error());
            });
    }

    void stepped(const std::shared_ptr<Walk> &walk, const Result<int> &posts)
    {
        if (!posts.ok()) {
            end(walk, posts.error());
            return;
        }
        ++walk->report.parts;
        walk->report.posts += posts.value();
        const bool last = walk->nextCursor.isEmpty() || walk->nextCursor == walk->cursor;
        walk->cursor = walk->nextCursor;
        if (last || walk->report.parts >= mostParts)
            end(walk, walk->report);
        else
            step(walk);
    }

    void end(const std::shared_ptr<Walk> &walk, const Result<ThreadReport> &result)
    {
        // Whoever hears of the end may ask again at once, or drop all of this.
        walks.remove(walk->post.value());
        const auto waiting = std::move(walk->waiting);
        for (const Promise<ThreadReport> &promise : waiting)
            promise.finish(result);
    }
};

ThreadSync::ThreadSync(const Account &account, Store &store, Service &service, Gate &gate, Clock &clock,
                       QObject *parent)
    : QObject(parent),
      d(new Private{this, account, store, service, gate, clock, {}})
{ }

ThreadSync::~ThreadSync() = default;

Task<ThreadReport> ThreadSync::refresh(const PostUri &post)
{
    return d->join(post);
}

} // namespace Petrel
