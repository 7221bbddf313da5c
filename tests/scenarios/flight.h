// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/account.h"
#include "outbox/outbox.h"
#include "outbox/processor.h"
#include "service/registry.h"
#include "store/store.h"
#include "store/timelinereader.h"
#include "support/fakeclock.h"
#include "support/fakemastodon/directtransport.h"
#include "support/fakemastodon/fakemastodon.h"
#include "support/temporaryprofile.h"
#include "sync/syncengine.h"
#include "weather/outagedetector.h"

#include <map>
#include <memory>
#include <vector>

namespace Petrel {

//! A whole Petrel without windows and without sockets, in one thread under a fake clock, flying against fake
//! servers: it can be killed at any counted event (a commit, bytes leaving, an answer coming in) and started
//! again from the files as they lay on disk at that instant.
class Flight {
public:
    struct Mutation {
        bool reconcile = true; //!< off: a lost answer is simply sent again
        bool intents = true; //!< off: wishes are not laid over truth
    };

    explicit Flight(quint64 seed);
    Flight(quint64 seed, const Mutation &mutation);
    ~Flight();

    //! A server with a user "friend" whom everybody follows.
    Fake::FakeMastodon &addServer(Fake::Flavour flavour, const QString &host);
    //! Signs `name` in on a server, by a token; gives the person's number.
    int addPerson(const QString &name, int server);

    //! Opens everything, as a start of the program does.
    void start();
    //! Ends everything in good order.
    void stop();
    //! Stops everything as if killed now; the next start() goes on from the files as they are.
    void crash();
    //! The n-th event from now kills; 0 = never.
    void killAtEvent(int n);
    [[nodiscard]] bool wasKilled() const { return m_killed; }
    [[nodiscard]] int events() const { return m_events; }

    //! Works until nothing is due within `withinMs` of fake time, or everything is settled, or it was killed.
    //! True: no action is open but those that need the person.
    bool fly(qint64 withinMs);
    //! Lets so much fake time pass, whether or not anything is open: watches are kept meanwhile.
    void pass(qint64 ms);
    //! Handles what is pending without moving the clock.
    void pump();
    //! Reads a person's home from the newest page.
    void refresh(int person);

    // Wishes, remembered for comparing
    ActionId post(int person, const QString &text, const QString &replyTo = {},
                  Visibility visibility = Visibility::Public);
    ActionId set(int person, ActionKind kind, const QString &uri, bool wanted = true);
    ActionId enqueue(int person, const NewAction &wish);
    //! Gives up a post that is still open. False: it could not be given up.
    bool cancel(int person, const ActionId &id);
    //! The person writes so many posts with another program, straight on the server.
    void postElsewhere(int person, int count);

    [[nodiscard]] FakeClock &clock() { return m_clock; }
    [[nodiscard]] Fake::FakeMastodon &server(int number) { return *m_servers[size_t(number)]; }
    [[nodiscard]] int serverOf(int person) const { return m_people[size_t(person)].server; }
    [[nodiscard]] Store &store() { return *m_life->store; }
    [[nodiscard]] Outbox &outbox() { return *m_life->outbox; }
    [[nodiscard]] Processor &processor(int person) { return *m_life->sessions[size_t(person)].processor; }
    [[nodiscard]] Fake::DirectTransport &transport() { return *m_life->transport; }
    [[nodiscard]] const AccountId &account(int person) const { return m_people[size_t(person)].account; }
    [[nodiscard]] Action action(const ActionId &id);
    [[nodiscard]] QVector<Action> openActions();
    [[nodiscard]] QVector<TimelineRow> home(int person, int limit = 400);
    [[nodiscard]] TemporaryProfile &profile() { return *m_profile; }
    void replaceProfile(std::unique_ptr<TemporaryProfile> profile) { m_profile = std::move(profile); }
    void setMachineId(const QByteArray &id) { m_machineId = id; }
    [[nodiscard]] QString actorOf(int person) const { return m_people[size_t(person)].name; }

    //! Every way in which the servers' own tables differ from what was wished: lost, doubled, out of order,
    //! reactions missing or too many. Empty = equal. `passed` allows posts that overtook by the rule of order
    //! and counts them.
    QStringList differences(int *passed = nullptr);
    //! How often a server has more of a wished post, or of a boost, than was wished.
    int doubles();
    //! Wishes that the screens do not show although they are open or done.
    QStringList losses();

private:
    struct Person {
        QString name;
        int server = 0;
        AccountId account;
        QStringList texts;
        QStringList elsewhere; //!< written with another program
        std::map<std::pair<int, QString>, bool> wanted;
        //! Wishes whose writing was killed: the next start tells whether they are in the journal.
        QStringList maybeTexts;
        std::vector<std::pair<std::pair<int, QString>, bool>> maybeWanted;
        QVector<ActionId> maybeCancelled;
    };
    struct Session {
        std::unique_ptr<Service> service;
        std::unique_ptr<Processor> processor;
        std::unique_ptr<SyncEngine> sync;
    };
    struct Life {
        std::unique_ptr<Fake::DirectTransport> transport;
        std::unique_ptr<Store> store;
        std::unique_ptr<OutageDetector> weather;
        std::unique_ptr<ServiceProvider> provider;
        std::unique_ptr<Outbox> outbox;
        std::vector<Session> sessions;
        ~Life();
    };

    bool happened();
    //! What the server has of a person's posts, but for those written elsewhere.
    [[nodiscard]] QStringList textsOnServer(const Person &person);
    void settleMaybes();
    void openSession(const Account &account);
    template <typename T> Result<T> wait(Task<T> task);
    [[nodiscard]] bool settled();

    FakeClock m_clock;
    quint64 m_seed;
    Mutation m_mutation;
    std::vector<std::unique_ptr<Fake::FakeMastodon>> m_servers;
    std::vector<Person> m_people;
    std::map<QString, Credentials> m_credentials;
    std::unique_ptr<TemporaryProfile> m_profile;
    std::unique_ptr<TemporaryProfile> m_afterKill;
    QByteArray m_machineId = "machine-one";
    std::unique_ptr<Life> m_life;
    int m_events = 0;
    int m_killAt = 0;
    bool m_killed = false;
};

} // namespace Petrel
