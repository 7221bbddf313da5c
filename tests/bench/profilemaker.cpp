// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/profilemaker.h"

#include "base/clock.h"
#include "bench/postmaker.h"
#include "service/authenticator.h"
#include "service/mastodon/serverinfo.h"
#include "session/filecredentialstore.h"
#include "store/accountstore.h"
#include "store/store.h"
#include "store/timelinestore.h"

#include <QSysInfo>
#include <QUrl>

#include <algorithm>

namespace Petrel {

namespace {

constexpr int pageSize = 40;

//! A store without threads carries out what it is asked for at once, and files are written at once anyway.
template <typename T> Result<T> atOnce(Task<T> task)
{
    Result<T> outcome = Error{ErrorKind::Timeout, {}, QStringLiteral("not carried out at once"), {}};
    QObject context;
    task.finally(&context, [&outcome](const Result<T> &result) { outcome = result; });
    return outcome;
}

QByteArray serverInfo(const ProfilePlan &plan)
{
    ServerInfo info;
    info.flavour = Flavour::Mastodon;
    info.software = QStringLiteral("mastodon");
    info.version = QStringLiteral("4.2.10");
    info.base = QUrl(plan.serverAddress);
    info.domain = plan.domain.isEmpty() ? info.base.authority() : plan.domain;
    return info.toBytes();
}

//! The account's own picture is on the rail.
Profile ownProfile(const Account &account, const PostMaker &maker)
{
    Profile profile;
    profile.handle = account.handle;
    profile.ref = account.ref;
    profile.displayName = account.displayName;
    profile.avatarUrl = maker.avatarAddress(0);
    return profile;
}

TimelinePage pageFrom(const PostMaker &maker, int first, int posts)
{
    TimelinePage page;
    for (int number = first; number < std::min(first + pageSize, posts); ++number)
        page.entries.append(maker.entry(number));
    // Also below the last page, as on a server that has more.
    page.olderCursor = QStringLiteral("below-%1").arg(first + pageSize);
    return page;
}

Result<Unit> fillHome(Store &store, const PostMaker &maker, const TimelineKey &key, const Source &source,
                      int posts)
{
    PagePlace place;
    for (int first = 0; first < posts; first += pageSize) {
        const TimelinePage page = pageFrom(maker, first, posts);
        auto stored = atOnce(store.cache([&](CacheTx &tx) {
            for (const Entry &entry : page.entries)
                tx.changes.posts.insert(entry.post.uri);
            tx.changes.timelines.append(key);
            return TimelineStore(tx.db).storePage(key, source, place, page);
        }));
        if (!stored.ok())
            return stored.error();
        place = {stored.value().segment, stored.value().olderCursor};
    }
    return Unit{};
}

} // namespace

Account plannedAccount(const ProfilePlan &plan, const Clock &clock)
{
    const QUrl server(plan.serverAddress);
    Account account;
    account.id = AccountId(QStringLiteral("00112233445566778899aabbccddeeff"));
    account.service = QStringLiteral("mastodon");
    account.host = ServerHost(server.authority());
    account.handle = QStringLiteral("alice@") + (plan.domain.isEmpty() ? server.authority() : plan.domain);
    account.ref = RemoteRef(QStringLiteral("1"));
    account.displayName = QStringLiteral("Alice");
    account.serverInfo = serverInfo(plan);
    account.serverInfoAtMs = clock.nowMs();
    account.addedAtMs = clock.nowMs();
    return account;
}

Result<Unit> fillStore(Store &store, const ProfilePlan &plan, Clock &clock)
{
    const Account account = plannedAccount(plan, clock);
    const Source source{account.host, account.id, clock.nowMs()};
    const PostMaker maker(plan.serverAddress, clock.nowMs());
    auto signedIn = atOnce(store.journal([&](JournalTx &tx) { return AccountStore(tx.db).insert(account); }));
    if (!signedIn.ok())
        return signedIn;
    auto known = atOnce(store.cache(
        [&](CacheTx &tx) { return PostStore(tx.db).putProfile(ownProfile(account, maker), source); }));
    if (!known.ok())
        return known;
    return fillHome(store, maker, {account.id, QStringLiteral("home")}, source, plan.posts);
}

Result<Unit> makeProfile(const ProfilePlan &plan, Clock &clock)
{
    StoreOptions options;
    options.directory = plan.directory;
    options.clock = &clock;
    // That of the engine, else the profile were one that somebody copied here.
    options.machineId = QSysInfo::machineUniqueId();
    options.threaded = false;
    auto store = Store::open(options);
    if (!store.ok())
        return store.error();
    if (auto filled = fillStore(*store.value(), plan, clock); !filled.ok())
        return filled;
    if (plan.credentialsFile.isEmpty())
        return Unit{};
    FileCredentialStore credentials(plan.credentialsFile);
    return atOnce(
        credentials.write(plannedAccount(plan, clock).id, Credentials{Secret(plan.token), {}, {}}.toBytes()));
}

} // namespace Petrel
