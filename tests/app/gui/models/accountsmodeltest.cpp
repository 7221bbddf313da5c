// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/accountsmodel.h"

#include "core/store/cachefixture.h"
#include "gui/models/identitycolour.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Petrel;

class AccountsModelTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<HomeFixture> m_home;
    std::unique_ptr<AccountsModel> m_accounts;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    ServerReport m_report;
    QString m_problem;

    QVariant at(AccountsModel::Role role, int row = 0) const
    {
        return m_accounts->data(m_accounts->index(row), role);
    }
    bool journal(const std::function<Result<Unit>(JournalTx &)> &work)
    {
        return ended(m_home->store->journal(work)).ok();
    }
    bool add(const Account &account)
    {
        return journal([account](JournalTx &tx) {
            tx.changes.accounts = true;
            return AccountStore(tx.db).insert(account);
        });
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<HomeFixture>();
        QVERIFY(m_home->open());
        m_report = {};
        m_problem.clear();
        m_accounts = std::make_unique<AccountsModel>(
            *m_home->store, m_home->clock,
            AccountsModel::Asked{[this](const ServerHost &) { return m_report; },
                                 [this](const AccountId &) { return m_problem; }});
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_accounts.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_accounts.reset();
        m_home.reset();
    }

    void anAccountIsShownWithAllItsRoles()
    {
        QCOMPARE(m_accounts->count(), 1);
        QCOMPARE(at(AccountsModel::AccountIdRole).toString(), QStringLiteral("me"));
        QCOMPARE(at(AccountsModel::HandleRole).toString(), QStringLiteral("me@example.org"));
        QCOMPARE(at(AccountsModel::ShortHandleRole).toString(), QStringLiteral("@me"));
        QCOMPARE(at(AccountsModel::DisplayNameRole).toString(), QStringLiteral("me@example.org"));
        QCOMPARE(at(AccountsModel::HostRole).toString(), QStringLiteral("example.org"));
        QCOMPARE(at(AccountsModel::ColourRole).toString(), identityColour(0));
        QCOMPARE(at(AccountsModel::WeatherRole).toString(), QStringLiteral("clear"));
        QVERIFY(at(AccountsModel::WeatherWordsRole).toString().isEmpty());
        QVERIFY(at(AccountsModel::AvatarRole).toString().isEmpty());
        const QList<int> roles = m_accounts->roleNames().keys();
        for (const int role : roles)
            QVERIFY2(at(AccountsModel::Role(role)).isValid(), m_accounts->roleNames().value(role));
    }

    void aNewAccountComesInAndAGoneOneLeaves()
    {
        const QSignalSpy count(m_accounts.get(), &AccountsModel::countChanged);
        QVERIFY(add(accountNamed(QStringLiteral("you"))));
        QCOMPARE(m_accounts->count(), 2);
        QCOMPARE(m_accounts->rowOf(QStringLiteral("you")), 1);
        QCOMPARE(at(AccountsModel::ColourRole, 1).toString(), identityColour(1));
        QVERIFY(journal([](JournalTx &tx) {
            tx.changes.accounts = true;
            return AccountStore(tx.db).remove(AccountId(QStringLiteral("me")));
        }));
        QCOMPARE(m_accounts->count(), 1);
        QCOMPARE(at(AccountsModel::ColourRole).toString(), identityColour(1));
        QCOMPARE(count.size(), 2);
    }

    void whatWaitsIsCounted()
    {
        Action action = publishOf(QStringLiteral("me"), QStringLiteral("u1"));
        (void)addAction(*m_home->store, action);
        action.uid = QStringLiteral("u2");
        action.state = ActionState::NeedsYou;
        (void)addAction(*m_home->store, action);
        QCOMPARE(at(AccountsModel::WaitingRole).toInt(), 2);
        QCOMPARE(at(AccountsModel::NeedsYouRole).toInt(), 1);
    }

    void weatherAndProblemsAreAskedForAgain()
    {
        m_report.state = WeatherState::Down;
        m_report.cause = WeatherCause::Refused;
        m_problem = QStringLiteral("no keychain");
        const QSignalSpy changed(m_accounts.get(), &QAbstractItemModel::dataChanged);
        m_accounts->refresh();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(at(AccountsModel::WeatherRole).toString(), QStringLiteral("down"));
        QVERIFY(!at(AccountsModel::WeatherWordsRole).toString().isEmpty());
        QCOMPARE(at(AccountsModel::ProblemRole).toString(), QStringLiteral("no keychain"));
        m_accounts->refresh();
        QCOMPARE(changed.size(), 1);
    }

    void theCurrentOneIsMarked()
    {
        QVERIFY(add(accountNamed(QStringLiteral("you"))));
        m_accounts->setCurrent(AccountId(QStringLiteral("me")));
        const QSignalSpy changed(m_accounts.get(), &QAbstractItemModel::dataChanged);
        m_accounts->setCurrent(AccountId(QStringLiteral("you")));
        QVERIFY(!at(AccountsModel::CurrentRole, 0).toBool());
        QVERIFY(at(AccountsModel::CurrentRole, 1).toBool());
        QCOMPARE(changed.size(), 2);
    }

    void thePictureIsThatOfTheAccountsProfile()
    {
        Profile me;
        me.handle = QStringLiteral("me@example.org");
        me.avatarUrl = QStringLiteral("https://example.org/me.png");
        const Source source = m_home->source();
        QVERIFY(ended(m_home->store->cache([me, source, key = m_home->key](CacheTx &tx) {
                    tx.changes.timelines.append(key);
                    return PostStore(tx.db).putProfile(me, source);
                })).ok());
        QCOMPARE(m_accounts->avatarUrl(AccountId(QStringLiteral("me"))), me.avatarUrl);
        QVERIFY(at(AccountsModel::AvatarRole).toString().startsWith(QStringLiteral("image://media/avatar/")));
    }

    void signingOutIsShown()
    {
        Account account = *m_accounts->account(AccountId(QStringLiteral("me")));
        account.signedOut = true;
        QVERIFY(journal([account](JournalTx &tx) {
            tx.changes.accounts = true;
            return AccountStore(tx.db).update(account);
        }));
        QVERIFY(at(AccountsModel::SignedOutRole).toBool());
        QVERIFY(!m_accounts->account(AccountId(QStringLiteral("nobody"))).has_value());
    }
};

QTEST_GUILESS_MAIN(AccountsModelTest)
#include "accountsmodeltest.moc"
