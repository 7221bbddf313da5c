// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memoryservice.h"

#include "base/clock.h"

namespace Petrel {

namespace {

constexpr qint64 patienceMs = 30'000;
constexpr int longest = 300;

Outcome outcome(OutcomeKind kind, const QString &words = {})
{
    Outcome result;
    result.kind = kind;
    result.words = words;
    return result;
}

QString collectionOf(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Favourite:
        return QStringLiteral("like");
    case ActionKind::Boost:
        return QStringLiteral("repost");
    case ActionKind::Bookmark:
        return QStringLiteral("bookmark");
    case ActionKind::Publish:
    case ActionKind::Remove:
        break;
    }
    return {};
}

// What a read comes to under a fault.
Error errorOf(MemoryFault fault, qint64 retryMs)
{
    switch (fault) {
    case MemoryFault::NotSent:
        return {ErrorKind::ServerDown, {}, QStringLiteral("refused"), {}};
    case MemoryFault::SignedOut:
        return {ErrorKind::SignedOut, {}, {}, {}};
    case MemoryFault::RateLimited:
        return {ErrorKind::RateLimited, {}, {}, retryMs};
    case MemoryFault::Rejected:
        return {ErrorKind::Rejected, QStringLiteral("refused by plan"), {}, {}};
    case MemoryFault::UncertainBefore:
    case MemoryFault::UncertainAfter:
    case MemoryFault::Hang:
    case MemoryFault::HangAfter:
    case MemoryFault::LateCommit:
        break;
    }
    return {ErrorKind::Timeout, {}, {}, {}};
}

bool hangs(MemoryFault fault)
{
    return fault == MemoryFault::Hang || fault == MemoryFault::HangAfter || fault == MemoryFault::LateCommit;
}

} // namespace

MemoryService::MemoryService(MemoryNetwork &network, const QString &handle, Clock &clock)
    : m_network(network),
      m_handle(handle),
      m_clock(clock)
{ }

MemoryService::~MemoryService() = default;

void MemoryService::addFault(MemoryFault fault, const QString &verb, int count)
{
    m_faults.append({fault, verb, count});
}

std::optional<MemoryFault> MemoryService::take(const QString &verb)
{
    ++m_calls[verb];
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        if (!m_faults.at(i).verb.isEmpty() && m_faults.at(i).verb != verb)
            continue;
        const MemoryFault fault = m_faults.at(i).fault;
        if (--m_faults[i].count <= 0)
            m_faults.removeAt(i);
        return fault;
    }
    return std::nullopt;
}

void MemoryService::after(qint64 delayMs, std::function<void()> call)
{
    auto guarded = [this, call = std::move(call)] {
        // Dropping the call would end its task as cancelled, which a killed program would not hear of.
        if (m_killed)
            m_graveyard.push_back(call);
        else
            call();
    };
    if (delayMs > 0)
        m_alarms.push_back(m_clock.alarm(delayMs, std::move(guarded)));
    else
        m_mailbox.post(std::move(guarded));
}

Task<Outcome> MemoryService::change(const QString &verb, std::function<Outcome()> carryOut)
{
    const Promise<Outcome> promise;
    const auto fault = take(verb);
    after(0, [this, fault, promise, carryOut = std::move(carryOut)] {
        if (fault)
            carryOutUnder(*fault, carryOut, promise);
        else
            after(0, [promise, result = carryOut()] { promise.finish(result); });
    });
    return promise.task();
}

void MemoryService::carryOutUnder(MemoryFault fault, const std::function<Outcome()> &carryOut,
                                  const Promise<Outcome> &promise)
{
    Outcome result = outcome(OutcomeKind::Uncertain);
    switch (fault) {
    case MemoryFault::NotSent:
        result.kind = OutcomeKind::NotSent;
        break;
    case MemoryFault::UncertainAfter:
    case MemoryFault::HangAfter:
        static_cast<void>(carryOut());
        break;
    case MemoryFault::LateCommit:
        // The network carries it out whatever has become of the program.
        m_alarms.push_back(m_clock.alarm(lateMs, [carryOut] { static_cast<void>(carryOut()); }));
        break;
    case MemoryFault::SignedOut:
        result.kind = OutcomeKind::SignedOut;
        break;
    case MemoryFault::RateLimited:
        result.kind = OutcomeKind::RateLimited;
        result.retryAtMs = m_clock.nowMs() + retryMs;
        break;
    case MemoryFault::Rejected:
        result = outcome(OutcomeKind::Rejected, QStringLiteral("refused by plan"));
        break;
    case MemoryFault::UncertainBefore:
    case MemoryFault::Hang:
        break;
    }
    after(hangs(fault) ? patienceMs : 0, [promise, result] { promise.finish(result); });
}

template <typename T> Task<T> MemoryService::read(const QString &verb, std::function<Result<T>()> look)
{
    const Promise<T> promise;
    if (const auto fault = take(verb)) {
        after(hangs(*fault) ? patienceMs : 0,
              [this, promise, fault] { promise.finish(errorOf(*fault, retryMs)); });
    } else {
        after(0, [promise, look = std::move(look)] { promise.finish(look()); });
    }
    return promise.task();
}

Capabilities MemoryService::capabilities() const
{
    Capabilities can;
    can.text.maxCharacters = longest;
    can.text.warningCounts = false;
    can.visibilities = {Visibility::Public};
    can.contentWarning = false;
    can.boostIsIdempotent = false;
    can.idempotencyMs = 365LL * 24 * 3'600'000;
    return can;
}

Profile MemoryService::profileOf(const QString &handle) const
{
    Profile profile;
    profile.handle = handle;
    profile.uri = QStringLiteral("at://%1").arg(handle);
    profile.ref = RemoteRef(profile.uri);
    profile.displayName = handle.section(QLatin1Char('@'), 0, 0);
    return profile;
}

QString MemoryService::ownMark(const QString &collection, const QString &subject) const
{
    for (const MemoryRecord &record : m_network.records()) {
        if (record.collection == collection && record.owner == m_handle && record.subject == subject)
            return record.uri;
    }
    return {};
}

Post MemoryService::toPost(const MemoryRecord &record) const
{
    Post post;
    post.uri = PostUri(record.uri);
    post.ref = RemoteRef(record.uri);
    post.url = QStringLiteral("https://memory.example/%1").arg(record.uri.mid(5));
    post.author = profileOf(record.owner);
    post.createdAtMs = record.createdAtMs;
    post.body.text = record.content.text;
    post.sourceText = record.content.text;
    post.language = record.content.language;
    post.replyToUri = PostUri(record.subject);
    post.replyToRef = RemoteRef(record.subject);
    post.boostCount = m_network.countOf(QStringLiteral("repost"), record.uri);
    post.favouriteCount = m_network.countOf(QStringLiteral("like"), record.uri);
    post.replyCount = m_network.countOf(QStringLiteral("post"), record.uri);
    post.flags.favouriteHandle = ownMark(QStringLiteral("like"), record.uri);
    post.flags.boostHandle = ownMark(QStringLiteral("repost"), record.uri);
    post.flags.favourited = !post.flags.favouriteHandle.isEmpty();
    post.flags.boosted = !post.flags.boostHandle.isEmpty();
    post.flags.bookmarked = !ownMark(QStringLiteral("bookmark"), record.uri).isEmpty();
    return post;
}

Task<TimelinePage> MemoryService::home(const QString &cursor)
{
    return read<TimelinePage>(QStringLiteral("home"), [this, cursor]() -> Result<TimelinePage> {
        TimelinePage page;
        const QVector<MemoryRecord> &records = m_network.records();
        // A cursor is a place in the feed; records only go away, so it is found by what comes before it.
        qsizetype at = records.size() - 1;
        while (!cursor.isEmpty() && at >= 0 && records.at(at).uri != cursor)
            --at;
        if (!cursor.isEmpty())
            --at;
        for (; at >= 0; --at) {
            const MemoryRecord &record = records.at(at);
            const bool repost = record.collection == QLatin1String("repost");
            if (record.owner != m_handle && !m_network.follows(m_handle, record.owner))
                continue;
            const MemoryRecord *post = repost ? m_network.record(record.subject) : &record;
            if (!post || (!repost && record.collection != QLatin1String("post")))
                continue;
            if (page.entries.size() == pageSize) {
                page.olderCursor = page.entries.last().uri;
                break;
            }
            Entry entry;
            entry.uri = record.uri;
            entry.ref = RemoteRef(record.uri);
            entry.post = toPost(*post);
            entry.timeMs = record.createdAtMs;
            if (repost)
                entry.boostedBy = profileOf(record.owner);
            page.entries.append(entry);
        }
        return page;
    });
}

Task<ThreadPage> MemoryService::thread(const RemoteRef &ref, const QString &cursor)
{
    Q_ASSERT(cursor.isEmpty());
    Q_UNUSED(cursor)
    return read<ThreadPage>(QStringLiteral("thread"), [this, ref]() -> Result<ThreadPage> {
        const auto postAt = [this](const QString &uri) -> const MemoryRecord * {
            const MemoryRecord *record = m_network.record(uri);
            return record && record->collection == QLatin1String("post") ? record : nullptr;
        };
        const MemoryRecord *record = postAt(ref.value());
        if (!record)
            return Error{ErrorKind::NotFound, {}, {}, {}};
        ThreadPage page;
        page.post = toPost(*record);
        for (const MemoryRecord *above = postAt(record->subject); above; above = postAt(above->subject))
            page.ancestors.prepend(toPost(*above));
        // A post is never older than what it answers here.
        QStringList inThread{record->uri};
        for (const MemoryRecord &other : m_network.records()) {
            if (other.collection != QLatin1String("post") || !inThread.contains(other.subject))
                continue;
            inThread.append(other.uri);
            page.descendants.append(toPost(other));
        }
        return page;
    });
}

Outcome MemoryService::put(const PublishRequest &request)
{
    const QString uri = QStringLiteral("at://%1/post/%2").arg(m_handle, request.key);
    const MemoryRecord *there = m_network.record(uri);
    if (there
        && (there->content.text != request.content.text || there->subject != request.replyToUri.value()))
        return outcome(OutcomeKind::DuplicateSomewhere, QStringLiteral("Record was at another version"));
    if (!there) {
        if (request.content.text.isEmpty() || request.content.text.size() > longest)
            return outcome(OutcomeKind::Rejected,
                           QStringLiteral("Record/text must not be empty or longer than 300"));
        if (request.content.visibility != Visibility::Public || !request.content.contentWarning.isEmpty())
            return outcome(OutcomeKind::Rejected,
                           QStringLiteral("Posts are public here and carry no warning"));
        m_network.publish(m_handle, request.content, request.replyToUri.value(), request.key);
    }
    Outcome done = outcome(OutcomeKind::Done);
    done.status = 200;
    done.serverDateMs = m_clock.nowMs();
    done.post = toPost(*m_network.record(uri));
    return done;
}

Task<Outcome> MemoryService::publish(const PublishRequest &request)
{
    return change(QStringLiteral("publish"), [this, request] { return put(request); });
}

Task<Outcome> MemoryService::remove(const RemoteRef &ref)
{
    return change(QStringLiteral("remove"), [this, ref] {
        const MemoryRecord *record = m_network.record(ref.value());
        if (!record)
            return outcome(OutcomeKind::AlreadyTrue);
        if (record->owner != m_handle)
            return outcome(OutcomeKind::Rejected, QStringLiteral("not yours"));
        m_network.removeRecord(ref.value());
        return outcome(OutcomeKind::Done);
    });
}

QStringList MemoryService::ownSources() const
{
    return {QStringLiteral("records")};
}

Task<OwnPage> MemoryService::ownPosts(int source, const QString &cursor)
{
    Q_ASSERT(source == 0);
    Q_UNUSED(source)
    return read<OwnPage>(QStringLiteral("own"), [this, cursor]() -> Result<OwnPage> {
        OwnPage page;
        page.serverDateMs = m_clock.nowMs();
        const QVector<MemoryRecord> own = m_network.postsBy(m_handle);
        qsizetype at = own.size() - 1;
        while (!cursor.isEmpty() && at >= 0 && own.at(at).uri != cursor)
            --at;
        if (!cursor.isEmpty())
            --at;
        for (; at >= 0 && page.posts.size() < pageSize; --at)
            page.posts.append(toPost(own.at(at)));
        page.reachedStart = at < 0;
        if (!page.reachedStart)
            page.olderCursor = page.posts.last().uri.value();
        return page;
    });
}

Outcome MemoryService::mark(const QString &collection, const QString &uri, bool wanted, const QString &handle)
{
    const MemoryRecord *record = m_network.record(uri);
    if (!record || record->collection != QLatin1String("post"))
        return outcome(OutcomeKind::Rejected, QStringLiteral("no such post"));
    const bool bookmark = collection == QLatin1String("bookmark");
    Outcome done = outcome(OutcomeKind::Done);
    if (wanted) {
        // Likes and reposts get a fresh key each time: twice asked is twice there. Bookmarks are a flag of
        // the server's.
        if (!bookmark || ownMark(collection, uri).isEmpty()) {
            const QString made = m_network.addRecord(m_handle, collection, uri);
            if (collection == QLatin1String("repost")) {
                done.boostUri = made;
                done.boostRef = RemoteRef(made);
            }
        }
    } else {
        m_network.removeRecord(bookmark ? ownMark(collection, uri) : handle);
    }
    done.post = toPost(*m_network.record(uri));
    return done;
}

Task<Outcome> MemoryService::set(ActionKind kind, const RemoteRef &ref, bool wanted, const PostFlags &flags,
                                 Visibility audience)
{
    audiences.append(audience);
    const QString collection = collectionOf(kind);
    if (collection.isEmpty())
        return Result<Outcome>(outcome(OutcomeKind::Rejected, QStringLiteral("not a reaction")));
    const QString handle = kind == ActionKind::Favourite ? flags.favouriteHandle : flags.boostHandle;
    if (!wanted && kind != ActionKind::Bookmark && handle.isEmpty())
        return Result<Outcome>(
            outcome(OutcomeKind::Rejected, QStringLiteral("the record to undo is not known")));
    return change(QStringLiteral("set"), [this, collection, ref, wanted, handle] {
        return mark(collection, ref.value(), wanted, handle);
    });
}

Task<Post> MemoryService::fetch(const RemoteRef &ref)
{
    return read<Post>(QStringLiteral("fetch"), [this, ref]() -> Result<Post> {
        const MemoryRecord *record = m_network.record(ref.value());
        if (!record || record->collection != QLatin1String("post"))
            return Error{ErrorKind::NotFound, {}, {}, {}};
        return toPost(*record);
    });
}

Task<OwnProfile> MemoryService::self()
{
    return read<OwnProfile>(QStringLiteral("self"), [this]() -> Result<OwnProfile> {
        OwnProfile own;
        own.profile = profileOf(m_handle);
        own.defaultVisibility = Visibility::Public;
        own.defaultLanguage = QStringLiteral("en");
        return own;
    });
}

Task<Post> MemoryService::resolvePost(const QString &address)
{
    return read<Post>(QStringLiteral("resolve"), [this, address]() -> Result<Post> {
        for (const MemoryRecord &record : m_network.records()) {
            if (record.collection != QLatin1String("post"))
                continue;
            const Post post = toPost(record);
            if (record.uri == address || post.url == address)
                return post;
        }
        return Error{ErrorKind::NotFound, {}, {}, {}};
    });
}

} // namespace Petrel
