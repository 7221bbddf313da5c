// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncengine.h"

#include "base/clock.h"
#include "service/service.h"
#include "service/timelines.h"
#include "store/store.h"
#include "store/timelinestore.h"
#include "sync/ownpostclaims.h"
#include "sync/refusal.h"
#include "weather/gate.h"

#include <QHash>

#include <algorithm>
#include <deque>
#include <vector>

namespace Petrel {

namespace {

//! What somebody else boosted is no post of ours to look for.
QVector<const Post *> plainPosts(const TimelinePage &page)
{
    QVector<const Post *> posts;
    for (const Entry &entry : page.entries) {
        if (!entry.boostedBy)
            posts.append(&entry.post);
    }
    return posts;
}

//! One refresh or one filled gap on its way, with everybody who waits for it.
struct Walk {
    TimelineKey key;
    PagePlace place;
    bool fillsGap = false;
    int maxPages = 1;
    bool pageComplete = true;
    RefreshReport report;
    std::vector<Promise<RefreshReport>> waiting;
};

} // namespace

struct SyncEngine::Private {
    SyncEngine *q;
    Account account;
    Store &store;
    Service &service;
    Gate &gate;
    Clock &clock;
    //! By timeline; the first of each is under way.
    QHash<QString, std::deque<std::shared_ptr<Walk>>> walks;

    Task<RefreshReport> join(const std::shared_ptr<Walk> &wanted)
    {
        std::deque<std::shared_ptr<Walk>> &queue = walks[wanted->key.name];
        const auto same = std::find_if(queue.begin(), queue.end(), [&wanted](const auto &walk) {
            return walk->fillsGap == wanted->fillsGap
                && (!walk->fillsGap || walk->place.segment == wanted->place.segment);
        });
        Promise<RefreshReport> promise;
        Task<RefreshReport> task = promise.task();
        if (same != queue.end()) {
            (*same)->maxPages = std::max((*same)->maxPages, wanted->maxPages);
            (*same)->waiting.push_back(std::move(promise));
            return task;
        }
        wanted->waiting.push_back(std::move(promise));
        queue.push_back(wanted);
        if (queue.size() == 1)
            begin(wanted);
        return task;
    }

    void begin(const std::shared_ptr<Walk> &walk)
    {
        if (!service.timelines() || walk->key.name != QLatin1String("home")) {
            end(walk, Error{ErrorKind::Unsupported, {}, QStringLiteral("timeline ") + walk->key.name, {}});
            return;
        }
        if (walk->fillsGap) {
            // Asked now and not before: the walk that had the turn may have moved the cursor or closed the
            // gap.
            auto place = TimelineStore(store.reader()).placeBelow(walk->key, walk->place.segment);
            if (!place.ok()) {
                end(walk, place.error());
                return;
            }
            walk->place = place.take();
        }
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
        service.timelines()
            ->home(walk->place.cursor)
            .then(q, [this, walk, source](TimelinePage page) { return keep(walk, source, std::move(page)); })
            .finally(q, [this, walk](const Result<PageStored> &stored) { stepped(walk, stored); });
    }

    Task<PageStored> keep(const std::shared_ptr<Walk> &walk, const Source &source, TimelinePage page)
    {
        walk->pageComplete = page.complete;
        auto claims = findOwnPosts(store.reader(), account, plainPosts(page));
        if (!claims.ok())
            return claims.error();
        if (claims.value().isEmpty())
            return storePage(walk, source, page, {});
        // The claim before the truth: a crash between the two is only a claim that nothing shows yet.
        return store
            .journal([id = account.id, claims = claims.value()](JournalTx &tx) {
                return claimOwnPosts(tx, id, claims);
            })
            .then(q, [this, walk, source, page = std::move(page)](const QVector<OwnPostClaim> &kept) {
                return storePage(walk, source, page, kept);
            });
    }

    Task<PageStored> storePage(const std::shared_ptr<Walk> &walk, const Source &source,
                               const TimelinePage &page, const QVector<OwnPostClaim> &claims)
    {
        return store.cache(
            [key = walk->key, place = walk->place, source, page, claims](CacheTx &tx) -> Result<PageStored> {
                for (const Entry &entry : page.entries)
                    tx.changes.posts.insert(entry.post.uri);
                tx.changes.timelines.append(key);
                auto stored = TimelineStore(tx.db).storePage(key, source, place, page);
                for (const OwnPostClaim &claim : claims) {
                    if (auto put = PostStore(tx.db).put(claim.post, source, claim.actionUid); !put.ok())
                        return put.error();
                }
                return stored;
            });
    }

    void stepped(const std::shared_ptr<Walk> &walk, const Result<PageStored> &stored)
    {
        if (!stored.ok()) {
            end(walk, stored.error());
            return;
        }
        const PageStored &page = stored.value();
        ++walk->report.pages;
        walk->report.newEntries += page.newEntries;
        walk->report.gapLeft = page.overGap;
        walk->place = {page.segment, page.olderCursor};
        const bool reached = page.joined || page.atEnd || page.olderCursor.isEmpty();
        if (walk->fillsGap || reached || !walk->pageComplete || walk->report.pages >= walk->maxPages)
            end(walk, walk->report);
        else
            step(walk);
    }

    void end(const std::shared_ptr<Walk> &walk, const Result<RefreshReport> &result)
    {
        // Whoever hears of the end may ask again at once: the next walk has to be known by then.
        std::deque<std::shared_ptr<Walk>> &queue = walks[walk->key.name];
        queue.pop_front();
        const std::shared_ptr<Walk> next = queue.empty() ? nullptr : queue.front();
        const QPointer<SyncEngine> alive(q);
        for (const Promise<RefreshReport> &promise : walk->waiting)
            promise.finish(result);
        if (alive && next)
            begin(next);
    }
};

SyncEngine::SyncEngine(const Account &account, Store &store, Service &service, Gate &gate, Clock &clock,
                       QObject *parent)
    : QObject(parent),
      d(new Private{this, account, store, service, gate, clock, {}})
{ }

SyncEngine::~SyncEngine() = default;

Task<RefreshReport> SyncEngine::refresh(const QString &timeline, int maxPages)
{
    auto walk = std::make_shared<Walk>();
    walk->key = {d->account.id, timeline};
    walk->maxPages = std::max(1, maxPages);
    return d->join(walk);
}

Task<RefreshReport> SyncEngine::fillGap(const QString &timeline, qint64 segment)
{
    auto walk = std::make_shared<Walk>();
    walk->key = {d->account.id, timeline};
    walk->place.segment = segment;
    walk->fillsGap = true;
    return d->join(walk);
}

} // namespace Petrel
