// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/accountstore.h"

#include "storefixture.h"

using namespace Petrel;

class AccountStoreTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TemporaryProfile> m_profile;
    FakeClock m_clock;
    std::unique_ptr<Store> m_store;

    AccountStore accounts() { return AccountStore(m_store->reader()); }

    bool change(const Account &account)
    {
        return ended(
                   m_store->journal([account](JournalTx &tx) { return AccountStore(tx.db).update(account); }))
            .ok();
    }

    bool remove(const QString &id)
    {
        return ended(m_store->journal(
                         [id](JournalTx &tx) { return AccountStore(tx.db).remove(AccountId(id)); }))
            .ok();
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        m_store = opened(optionsFor(m_profile->path(), m_clock));
        QVERIFY(m_store);
    }

    void cleanup() { m_store.reset(); }

    void eachAccountGetsAColourOfItsOwnAndKeepsIt()
    {
        for (const char *id : {"a", "b", "c"})
            QVERIFY(addAccount(*m_store, accountNamed(QString::fromLatin1(id))));
        const auto colourOf = [this](const char *id) {
            auto found = accounts().find(AccountId(QString::fromLatin1(id)));
            return found.ok() ? found.value().colour : -2;
        };
        QCOMPARE(colourOf("a"), 0);
        QCOMPARE(colourOf("b"), 1);
        QCOMPARE(colourOf("c"), 2);
        QVERIFY(ended(m_store->journal([](JournalTx &tx) {
                    return AccountStore(tx.db).remove(AccountId(QStringLiteral("b")));
                })).ok());
        QCOMPARE(colourOf("c"), 2);
        Account changed = accountNamed(QStringLiteral("c"));
        changed.colour = 7;
        QVERIFY(ended(m_store->journal([changed](JournalTx &tx) {
                    return AccountStore(tx.db).update(changed);
                })).ok());
        QCOMPARE(colourOf("c"), 2);
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("d"))));
        QCOMPARE(colourOf("d"), 1);
    }

    void everyFieldComesBack()
    {
        Account account;
        account.id = AccountId(QStringLiteral("a1"));
        account.service = QStringLiteral("service");
        account.host = ServerHost(QStringLiteral("host.example:8443"));
        account.handle = QStringLiteral("me@host.example");
        account.uri = QStringLiteral("https://host.example/users/me");
        account.ref = RemoteRef(QStringLiteral("109"));
        account.displayName = QStringLiteral("Me \U0001F426");
        account.serverInfo = QByteArray("\x00{}\xfe", 4);
        account.serverInfoAtMs = 12;
        account.addedAtMs = 13;
        account.signedOut = true;
        account.paused = true;
        QVERIFY(addAccount(*m_store, account));

        const auto compare = [this](const Account &expected) {
            auto found = accounts().find(expected.id);
            QVERIFY(found.ok());
            const Account &back = found.value();
            QCOMPARE(back.id, expected.id);
            QCOMPARE(back.service, expected.service);
            QCOMPARE(back.host, expected.host);
            QCOMPARE(back.handle, expected.handle);
            QCOMPARE(back.uri, expected.uri);
            QCOMPARE(back.ref, expected.ref);
            QCOMPARE(back.displayName, expected.displayName);
            QCOMPARE(back.serverInfo, expected.serverInfo);
            QCOMPARE(back.serverInfoAtMs, expected.serverInfoAtMs);
            QCOMPARE(back.addedAtMs, expected.addedAtMs);
            QCOMPARE(back.signedOut, expected.signedOut);
            QCOMPARE(back.paused, expected.paused);
        };
        compare(account);

        Account other = account;
        other.service = QStringLiteral("other");
        other.host = ServerHost(QStringLiteral("b.example"));
        other.handle = QStringLiteral("you@b.example");
        other.uri = QStringLiteral("u");
        other.ref = RemoteRef(QStringLiteral("r"));
        other.displayName = QString();
        other.serverInfo = QByteArray();
        other.serverInfoAtMs = 22;
        other.addedAtMs = 23;
        other.signedOut = false;
        other.paused = false;
        QVERIFY(change(other));
        other.displayName = QStringLiteral("");
        other.serverInfo = QByteArray("");
        compare(other);
    }

    void accountsComeInTheOrderTheyWereAdded()
    {
        Account first = accountNamed(QStringLiteral("z"));
        first.addedAtMs = 1;
        Account second = accountNamed(QStringLiteral("a"));
        second.addedAtMs = 2;
        QVERIFY(addAccount(*m_store, second));
        QVERIFY(addAccount(*m_store, first));
        auto all = accounts().all();
        QVERIFY(all.ok());
        QCOMPARE(all.value().size(), 2);
        QCOMPARE(all.value().first().id, first.id);
    }

    void whatIsNotThereIsNotFound()
    {
        QCOMPARE(accounts().find(AccountId(QStringLiteral("nobody"))).error().kind, ErrorKind::NotFound);
        QVERIFY(!change(accountNamed(QStringLiteral("nobody"))));
    }

    void theSamePersonCannotBeAddedTwice()
    {
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("a"))));
        Account again = accountNamed(QStringLiteral("a"));
        again.id = AccountId(QStringLiteral("b"));
        QVERIFY(!addAccount(*m_store, again));
        QCOMPARE(accounts().all().value().size(), 1);
    }

    void removingAnAccountTakesItsActionsAlong()
    {
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("a"))));
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("b"))));
        const ActionId parent = addAction(*m_store, publishOf(QStringLiteral("a"), QStringLiteral("1")));
        Action reply = publishOf(QStringLiteral("a"), QStringLiteral("2"));
        reply.dependsOn = parent;
        QVERIFY(!addAction(*m_store, reply).isNull());
        QVERIFY(!addAction(
                     *m_store,
                     wishOf(QStringLiteral("a"), QStringLiteral("3"), ActionKind::Boost, QStringLiteral("p")))
                     .isNull());
        Action foreign = publishOf(QStringLiteral("b"), QStringLiteral("4"));
        foreign.dependsOn = parent;
        const ActionId orphan = addAction(*m_store, foreign);
        foreign.uid = QStringLiteral("5");
        foreign.state = ActionState::Done;
        const ActionId settled = addAction(*m_store, foreign);
        QVERIFY(ended(m_store->journal([parent](JournalTx &tx) {
                    return AttemptStore(tx.db).claim(AccountId(QStringLiteral("a")),
                                                     PostUri(QStringLiteral("x")), parent, false);
                })).ok());

        QVERIFY(remove(QStringLiteral("a")));
        QCOMPARE(accounts().all().value().size(), 1);
        QCOMPARE(ActionStore(m_store->reader()).recent({}, 100).value().size(), 2);
        for (const char *table : {"intent", "claim"})
            QCOMPARE(m_store->reader()
                         .number(QStringLiteral("SELECT count(*) FROM main.") + QLatin1String(table))
                         .value(),
                     0);
        const Action left = actionOf(*m_store, orphan);
        QVERIFY(left.dependsOn.isNull());
        QCOMPARE(left.state, ActionState::NeedsYou);
        QCOMPARE(left.reason, ActionReason::ParentGone);
        QCOMPARE(actionOf(*m_store, settled).state, ActionState::Done);
        QCOMPARE(actionOf(*m_store, settled).reason, ActionReason::None);
    }
};

QTEST_GUILESS_MAIN(AccountStoreTest)
#include "accountstoretest.moc"
