// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/flight.h"

#include "domain/ownpostmatch.h"
#include "service/mastodon/mastodonprovider.h"
#include "store/accountstore.h"
#include "store/actionstore.h"

#include <QCoreApplication>
#include <QTest>

namespace Petrel {

Flight::Life::~Life()
{
    // Owners before what they wait for.
    sessions.clear();
    outbox.reset();
    provider.reset();
    weather.reset();
    transport.reset();
    store.reset();
}

Flight::Flight(quint64 seed)
    : Flight(seed, Mutation{})
{ }

Flight::Flight(quint64 seed, const Mutation &mutation)
    : m_clock(seed),
      m_seed(seed),
      m_mutation(mutation),
      m_profile(std::make_unique<TemporaryProfile>())
{ }

Flight::~Flight() = default;

Fake::FakeMastodon &Flight::addServer(Fake::Flavour flavour, const QString &host)
{
    m_servers.push_back(
        std::make_unique<Fake::FakeMastodon>(flavour, m_clock, QUrl(QStringLiteral("https://") + host)));
    m_servers.back()->world().addUser(QStringLiteral("friend"));
    return *m_servers.back();
}

int Flight::addPerson(const QString &name, int server)
{
    auto &world = m_servers[size_t(server)]->world();
    world.addUser(name);
    world.follow(name, QStringLiteral("friend"));
    const Secret token(world.issueToken(name));
    Authenticator &authenticator = m_life->provider->authenticator();
    auto found = wait(authenticator.discover(world.host()));
    if (!found.ok())
        qFatal("cannot discover: %s", qPrintable(found.error().message + found.error().detail));
    auto signedIn = wait(authenticator.withToken(found.value(), token));
    if (!signedIn.ok())
        qFatal("cannot sign in: %s", qPrintable(signedIn.error().message + signedIn.error().detail));
    Account account;
    account.id = AccountId(QStringLiteral("%1-%2").arg(name).arg(server));
    account.service = signedIn.value().service;
    account.host = signedIn.value().server.host;
    account.handle = signedIn.value().own.profile.handle;
    account.uri = signedIn.value().own.profile.uri;
    account.ref = signedIn.value().own.profile.ref;
    account.serverInfo = signedIn.value().server.info;
    account.addedAtMs = m_clock.nowMs();
    m_credentials[account.id.value()] = signedIn.value().credentials;
    auto inserted = wait(
        m_life->store->journal([account](JournalTx &tx) { return AccountStore(tx.db).insert(account); }));
    if (!inserted.ok())
        qFatal("cannot insert: %s", qPrintable(inserted.error().detail));
    Person person;
    person.name = name;
    person.server = server;
    person.account = account.id;
    m_people.push_back(std::move(person));
    openSession(account);
    return int(m_people.size()) - 1;
}

bool Flight::happened()
{
    if (m_killed)
        return false;
    ++m_events;
    if (m_killAt == 0 || m_events < m_killAt)
        return true;
    m_killed = true;
    m_life->transport->kill();
    m_afterKill = std::make_unique<TemporaryProfile>();
    if (!m_profile->copyTo(*m_afterKill))
        qFatal("cannot copy the profile");
    return false;
}

void Flight::killAtEvent(int n)
{
    m_killAt = n > 0 ? m_events + n : 0;
}

void Flight::start()
{
    if (m_afterKill)
        m_profile = std::move(m_afterKill);
    m_killed = false;
    m_killAt = 0;
    m_life = std::make_unique<Life>();
    StoreOptions options;
    options.directory = m_profile->path();
    options.clock = &m_clock;
    options.machineId = m_machineId;
    options.threaded = false;
    options.onPoint = [this](StorePoint) { return happened(); };
    auto opened = Store::open(options);
    if (!opened.ok())
        qFatal("cannot open the store: %s", qPrintable(opened.error().message + opened.error().detail));
    m_life->store = opened.take();
    m_life->weather = std::make_unique<OutageDetector>(m_life->store.get(), m_clock);
    m_life->transport = std::make_unique<Fake::DirectTransport>(m_clock, m_life->weather.get());
    for (const auto &server : m_servers)
        m_life->transport->addServer(*server);
    m_life->transport->onEvent = [this](Fake::TransportEvent, int, const HttpRequest &) { happened(); };
    m_life->provider = makeMastodonProvider(*m_life->transport, m_clock);
    m_life->outbox = std::make_unique<Outbox>(*m_life->store, m_clock);
    QObject::connect(m_life->weather.get(), &OutageDetector::changed, m_life->outbox.get(), [this] {
        for (auto &session : m_life->sessions)
            session.processor->wake();
    });
    settleMaybes();
    auto accounts = AccountStore(m_life->store->reader()).all();
    if (!accounts.ok())
        qFatal("cannot read accounts");
    for (const Person &person : m_people) {
        for (const Account &account : accounts.value()) {
            if (account.id == person.account)
                openSession(account);
        }
    }
}

void Flight::settleMaybes()
{
    for (Person &person : m_people) {
        const auto recent = ActionStore(m_life->store->reader()).recent(person.account, 3);
        if (!recent.ok())
            qFatal("cannot read actions");
        for (const Action &action : recent.value()) {
            if (person.maybeTexts.contains(action.content.text) && action.kind == ActionKind::Publish)
                person.texts << action.content.text;
            for (const auto &[key, wanted] : person.maybeWanted) {
                if (int(action.kind) == key.first && action.subject.uri.value() == key.second
                    && action.wanted == wanted)
                    person.wanted[key] = wanted;
            }
        }
        for (const ActionId &id : std::as_const(person.maybeCancelled)) {
            const Action cancelled = action(id);
            if (cancelled.cancelAfterCheck || cancelled.state == ActionState::Cancelled)
                person.texts.removeOne(cancelled.content.text);
        }
        person.maybeCancelled.clear();
        person.maybeTexts.clear();
        person.maybeWanted.clear();
    }
}

void Flight::openSession(const Account &account)
{
    Session session;
    session.service = m_life->provider->makeService(account, m_credentials[account.id.value()]);
    if (!session.service)
        qFatal("no service");
    m_life->weather->setAccount(account.id, account.host, account.signedOut, account.paused);
    ProcessorOptions options;
    options.reconcile = m_mutation.reconcile;
    options.storeOpenedAtMs = m_life->store->startReport().startedAtMs;
    session.processor = std::make_unique<Processor>(account, *m_life->store, *session.service,
                                                    *m_life->weather, m_clock, options);
    session.sync =
        std::make_unique<SyncEngine>(account, *m_life->store, *session.service, *m_life->weather, m_clock);
    session.processor->start();
    m_life->sessions.push_back(std::move(session));
}

void Flight::stop()
{
    m_life.reset();
}

void Flight::crash()
{
    if (!m_killed) {
        m_killAt = m_events + 1;
        happened();
    }
    m_life.reset();
}

void Flight::pump()
{
    int quiet = 0;
    int before = -1;
    while (quiet < 3 && !m_killed) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const int now = m_events + m_life->transport->events();
        quiet = (now == before && m_life->transport->idle()) ? quiet + 1 : 0;
        before = now;
    }
}

bool Flight::settled()
{
    for (auto &session : m_life->sessions) {
        if (session.processor->state() != QueueState::Idle
            && session.processor->state() != QueueState::NeedsYou)
            return false;
    }
    return true;
}

bool Flight::fly(qint64 withinMs)
{
    const qint64 end = m_clock.monotonicMs() + withinMs;
    for (;;) {
        pump();
        if (m_killed)
            return false;
        if (settled())
            return true;
        if (!m_clock.advanceToNextAlarm(end - m_clock.monotonicMs()))
            return false;
    }
}

void Flight::pass(qint64 ms)
{
    const qint64 end = m_clock.monotonicMs() + ms;
    do {
        pump();
    } while (!m_killed && m_clock.advanceToNextAlarm(end - m_clock.monotonicMs()));
    m_clock.advance(std::max<qint64>(0, end - m_clock.monotonicMs()));
    pump();
}

template <typename T> Result<T> Flight::wait(Task<T> task)
{
    QObject context;
    std::optional<Result<T>> result;
    task.finally(&context, [&](Result<T> r) { result.emplace(std::move(r)); });
    for (int i = 0; i < 200 && !result && !m_killed; ++i) {
        pump();
        if (!result)
            m_clock.advanceToNextAlarm(60'000);
    }
    return result ? std::move(*result)
                  : Result<T>(Error{ErrorKind::Cancelled, {}, QStringLiteral("killed"), {}});
}

void Flight::refresh(int person)
{
    (void)wait(m_life->sessions[size_t(person)].sync->refresh(QStringLiteral("home")));
}

ActionId Flight::enqueue(int person, const NewAction &wish)
{
    NewAction complete = wish;
    complete.account = account(person);
    auto queued = wait(m_life->outbox->enqueue(complete));
    if (!queued.ok())
        return {};
    return queued.value().id;
}

ActionId Flight::post(int person, const QString &text, const QString &replyTo, Visibility visibility)
{
    NewAction wish;
    wish.content.text = text;
    wish.content.visibility = visibility;
    wish.content.language = QStringLiteral("en");
    if (!replyTo.isEmpty()) {
        wish.subject.uri = PostUri(replyTo);
        wish.subject.url = replyTo;
    }
    const ActionId id = enqueue(person, wish);
    if (!id.isNull())
        m_people[size_t(person)].texts << text;
    else
        m_people[size_t(person)].maybeTexts << text;
    return id;
}

ActionId Flight::set(int person, ActionKind kind, const QString &uri, bool wanted)
{
    NewAction wish;
    wish.kind = kind;
    wish.wanted = wanted;
    wish.subject.uri = PostUri(uri);
    wish.subject.url = uri;
    const ActionId id = enqueue(person, wish);
    if (!id.isNull())
        m_people[size_t(person)].wanted[{int(kind), uri}] = wanted;
    else
        m_people[size_t(person)].maybeWanted.push_back({{int(kind), uri}, wanted});
    return id;
}

bool Flight::cancel(int person, const ActionId &id)
{
    Person &writer = m_people[size_t(person)];
    const QString text = action(id).content.text;
    const bool done = wait(m_life->outbox->cancel(id)).ok();
    if (m_killed)
        writer.maybeCancelled << id;
    else if (done)
        writer.texts.removeOne(text);
    return done;
}

void Flight::postElsewhere(int person, int count)
{
    Person &writer = m_people[size_t(person)];
    for (int i = 0; i < count; ++i) {
        const QString text = QStringLiteral("From the phone, number %1").arg(writer.elsewhere.size());
        server(writer.server).world().publish(writer.name, text);
        writer.elsewhere << text;
    }
}

QStringList Flight::textsOnServer(const Person &person)
{
    QStringList texts = server(person.server).world().textsBy(person.name);
    for (const QString &text : person.elsewhere)
        texts.removeOne(text);
    return texts;
}

Action Flight::action(const ActionId &id)
{
    auto found = ActionStore(m_life->store->reader()).find(id);
    return found.ok() ? found.value() : Action{};
}

QVector<Action> Flight::openActions()
{
    auto open = ActionStore(m_life->store->reader()).open({});
    return open.ok() ? open.value() : QVector<Action>{};
}

QVector<TimelineRow> Flight::home(int person, int limit)
{
    auto rows =
        TimelineReader(m_life->store->reader()).window({account(person), QStringLiteral("home")}, {}, limit);
    if (!rows.ok())
        qFatal("cannot read the timeline: %s", qPrintable(rows.error().detail));
    return rows.take();
}

QStringList Flight::differences(int *passed)
{
    QStringList found;
    for (Person &person : m_people) {
        auto &world = m_servers[size_t(person.server)]->world();
        const QStringList there = textsOnServer(person);
        if (there != person.texts) {
            QStringList a = there;
            QStringList b = person.texts;
            a.sort();
            b.sort();
            if (a == b && passed)
                ++*passed;
            else
                found << QStringLiteral("%1: wished [%2] there [%3]")
                             .arg(person.name, person.texts.join(u'|'), there.join(u'|'));
        }
        for (const auto &[key, wanted] : person.wanted) {
            const QString &uri = key.second;
            bool is = false;
            if (ActionKind(key.first) == ActionKind::Favourite)
                is = world.favourited(person.name, uri);
            else if (ActionKind(key.first) == ActionKind::Bookmark)
                is = world.bookmarked(person.name, uri);
            else
                is = world.boostCount(person.name, uri) == 1;
            const bool tooMany = world.boostCount(person.name, uri) > 1;
            if (is != wanted || tooMany)
                found << QStringLiteral("%1: %2 of %3 is not %4")
                             .arg(person.name, actionKindName(ActionKind(key.first)), uri)
                             .arg(wanted);
        }
    }
    return found;
}

int Flight::doubles()
{
    int count = 0;
    for (Person &person : m_people) {
        auto &world = m_servers[size_t(person.server)]->world();
        QStringList there = textsOnServer(person);
        for (const QString &text : person.texts)
            there.removeOne(text);
        count += int(there.size());
        for (const auto &[key, wanted] : person.wanted)
            count += std::max(0, world.boostCount(person.name, key.second) - 1);
    }
    return count;
}

QStringList Flight::losses()
{
    QStringList lost;
    if (!m_mutation.intents) {
        (void)wait(m_life->store->journal(
            [](JournalTx &tx) { return tx.db.execute(QStringLiteral("DELETE FROM intent")); }));
    }
    for (size_t i = 0; i < m_people.size(); ++i) {
        const Person &person = m_people[i];
        const auto rows = home(int(i));
        for (const QString &text : person.texts) {
            const auto shown = std::count_if(rows.begin(), rows.end(), [&](const TimelineRow &row) {
                // Servers shorten addresses in what they show.
                const RichText &body = row.entry.post.body;
                return !row.entry.boostedBy
                    && (body.text == text || fingerprintOfShown(body) == fingerprintOfTyped(text));
            });
            if (shown != 1)
                lost << QStringLiteral("“%1” is shown %2 times").arg(text).arg(shown);
        }
        for (const auto &[key, wanted] : person.wanted) {
            for (const TimelineRow &row : rows) {
                if (row.entry.post.uri.value() != key.second)
                    continue;
                const PostFlags &flags = row.entry.post.flags;
                const auto flag = ActionKind(key.first) == ActionKind::Favourite ? flags.favourited
                    : ActionKind(key.first) == ActionKind::Bookmark              ? flags.bookmarked
                                                                                 : flags.boosted;
                if (flag != wanted)
                    lost << QStringLiteral("%1 of %2 is not shown")
                                .arg(actionKindName(ActionKind(key.first)), key.second);
            }
        }
    }
    return lost;
}

} // namespace Petrel
