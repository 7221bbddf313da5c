// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mailbox.h"
#include "domain/timeline.h"
#include "service/interactions.h"
#include "service/posts.h"
#include "service/profiles.h"
#include "service/publisher.h"
#include "service/search.h"
#include "service/service.h"
#include "service/threads.h"
#include "service/timelines.h"
#include "support/memorynetwork.h"

#include <QMap>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Petrel {

class Alarm;
class Clock;

//! What one call of a MemoryService meets.
enum class MemoryFault {
    NotSent, //!< proved: no connection
    UncertainBefore, //!< lost on the way there
    UncertainAfter, //!< carried out, the answer lost
    Hang, //!< never answered, never carried out; ends as Uncertain (a read: Timeout) after 30 s of the clock
    HangAfter, //!< carried out, never answered; ends the same way
    LateCommit, //!< never answered in time, carried out after lateMs
    SignedOut,
    RateLimited, //!< until retryMs from now
    Rejected,
};

//! One account on a MemoryNetwork. Answers come from the event loop, never inside a call. Capabilities:
//! public only, no content warning, 300 characters, idempotency without end, boosts not idempotent.
class MemoryService : public Service,
                      public Timelines,
                      public Threads,
                      public Publisher,
                      public Interactions,
                      public Posts,
                      public Profiles,
                      public Search {
public:
    MemoryService(MemoryNetwork &network, const QString &handle, Clock &clock);
    ~MemoryService() override;

    //! The next `count` calls of `verb` ("publish", "remove", "set", "fetch", "home", "own", "self",
    //! "resolve", "thread"; empty = any) meet this.
    void addFault(MemoryFault fault, const QString &verb = {}, int count = 1);
    qint64 lateMs = 400'000; //!< LateCommit
    qint64 retryMs = 60'000; //!< RateLimited
    int pageSize = 20;
    QVector<Visibility> audiences; //!< asked for by set(), in order
    //! As if the program had been killed: nothing more happens or ends.
    void kill() { m_killed = true; }
    //! Calls so far, by verb.
    [[nodiscard]] int calls(const QString &verb) const { return m_calls.value(verb); }

    Capabilities capabilities() const override;
    Timelines *timelines() override { return this; }
    Threads *threads() override { return this; }
    Publisher *publisher() override { return this; }
    Interactions *interactions() override { return this; }
    Posts *posts() override { return this; }
    Profiles *profiles() override { return this; }
    Search *search() override { return this; }

    Task<TimelinePage> home(const QString &cursor) override;
    //! All in one part, as AT Protocol tells it.
    Task<ThreadPage> thread(const RemoteRef &post, const QString &cursor) override;
    Task<Outcome> publish(const PublishRequest &request) override;
    Task<Outcome> remove(const RemoteRef &ref) override;
    QStringList ownSources() const override;
    Task<OwnPage> ownPosts(int source, const QString &cursor) override;
    Task<Outcome> set(ActionKind kind, const RemoteRef &ref, bool wanted, const PostFlags &flags,
                      Visibility audience) override;
    Task<Post> fetch(const RemoteRef &ref) override;
    Task<OwnProfile> self() override;
    Task<Post> resolvePost(const QString &address) override;

private:
    struct Planned {
        MemoryFault fault;
        QString verb;
        int count;
    };
    std::optional<MemoryFault> take(const QString &verb);
    Task<Outcome> change(const QString &verb, std::function<Outcome()> carryOut);
    void carryOutUnder(MemoryFault fault, const std::function<Outcome()> &carryOut,
                       const Promise<Outcome> &promise);
    template <typename T> Task<T> read(const QString &verb, std::function<Result<T>()> look);
    void after(qint64 delayMs, std::function<void()> call);
    [[nodiscard]] Outcome put(const PublishRequest &request);
    [[nodiscard]] Outcome mark(const QString &collection, const QString &uri, bool wanted,
                               const QString &handle);
    [[nodiscard]] Post toPost(const MemoryRecord &record) const;
    [[nodiscard]] Profile profileOf(const QString &handle) const;
    [[nodiscard]] QString ownMark(const QString &collection, const QString &subject) const;

    MemoryNetwork &m_network;
    QString m_handle;
    Clock &m_clock;
    QVector<Planned> m_faults;
    QMap<QString, int> m_calls;
    bool m_killed = false;
    std::vector<std::unique_ptr<Alarm>> m_alarms;
    std::vector<std::function<void()>> m_graveyard; //!< what nobody may hear of any more
    Mailbox m_mailbox;
};

} // namespace Petrel
