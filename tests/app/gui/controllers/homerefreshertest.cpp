// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/homerefresher.h"

#include "windowfixture.h"

#include <QtTest>

using namespace Petrel;

namespace {

int homeRequests(const Fake::FakeMastodon &server)
{
    return server.countRequests("GET", QStringLiteral("/api/v1/timelines/home"));
}

} // namespace

class HomeRefresherTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWatchedHomeIsAskedForEachMinute()
    {
        WindowFixture f;
        f.one.world().publish(QStringLiteral("bob"), QStringLiteral("hello"));
        f.openWindow();
        f.signIn(f.one, QStringLiteral("alice"));
        f.settle();
        f.one.clearLog();
        f.pass(10 * HomeRefresher::watchedMs + 1'000);
        QCOMPARE(homeRequests(f.one), 10);
        // And for nothing else.
        QCOMPARE(int(f.one.requests().size()), 10);
    }

    void aHiddenWindowAsksSeldom()
    {
        WindowFixture f;
        f.one.world().publish(QStringLiteral("bob"), QStringLiteral("hello"));
        f.openWindow();
        f.signIn(f.one, QStringLiteral("alice"));
        f.settle();
        f.app->setWindowActive(false);
        f.one.clearLog();
        f.pass(2 * HomeRefresher::backgroundMs + 1'000);
        QCOMPARE(homeRequests(f.one), 2);
        f.pass(100'000);
        f.one.clearLog();
        f.app->setWindowActive(true);
        f.settle();
        QCOMPARE(homeRequests(f.one), 1);
    }

    void anAccountNotLookedAtIsReadAllTheSame()
    {
        WindowFixture f;
        f.openWindow();
        f.signIn(f.one, QStringLiteral("alice"));
        f.signIn(f.two, QStringLiteral("alice"));
        f.settle();
        f.two.world().publish(QStringLiteral("bob"), QStringLiteral("over there"));
        f.two.clearLog();
        f.pass(HomeRefresher::backgroundMs + 1'000);
        QVERIFY(homeRequests(f.two) > 0);
        QVERIFY(homeRequests(f.two) <= 2);
    }

    void afterAnOutageTheHomeIsFreshWithinSeconds()
    {
        WindowFixture f;
        f.openWindow();
        f.signIn(f.one, QStringLiteral("alice"));
        f.one.setDown(true);
        f.pass(90'000);
        QCOMPARE(f.app->weather()->worst(), QStringLiteral("down"));
        f.one.world().publish(QStringLiteral("bob"), QStringLiteral("back again"));
        f.one.setDown(false);
        f.app->home()->refresh();
        f.settle();
        QCOMPARE(f.app->weather()->worst(), QStringLiteral("clear"));
        QCOMPARE(f.shownText(0), QStringLiteral("back again"));
    }

    void aServerThatAnswersThatItCannotIsAskedNoFasterThanOneThatCan()
    {
        WindowFixture f;
        f.openWindow();
        f.signIn(f.one, QStringLiteral("alice"));
        f.settle();
        f.one.faults().add(Fake::FaultKind::Status500, QStringLiteral("GET"),
                           QStringLiteral("/api/v1/timelines/home"), -1);
        f.one.clearLog();
        f.pass(3'600'000);
        QVERIFY2(homeRequests(f.one) <= 70, qPrintable(QString::number(homeRequests(f.one))));
        QVERIFY(homeRequests(f.one) >= 10);
    }

    void aLockedKeychainIsNoSignOut()
    {
        WindowFixture f;
        f.openWindow();
        const Account account = f.signIn(f.one, QStringLiteral("alice"));
        f.app.reset();
        f.tokens.clear();
        f.openWindow();
        QVERIFY(!f.engine->accounts().session(account.id)->hasToken());
        f.app->home()->refresh();
        f.settle();
        QVERIFY(!f.engine->accounts().account(account.id)->signedOut);
    }

    void aDeadServerIsAskedByProbesAlone()
    {
        WindowFixture f;
        f.openWindow();
        f.signIn(f.one, QStringLiteral("alice"));
        f.settle();
        f.one.setDown(true);
        f.pass(600'000);
        const int before = f.transport->sent();
        f.pass(3'600'000);
        // Probes grow to five minutes, with full jitter.
        QVERIFY2(f.transport->sent() - before < 60,
                 qPrintable(QString::number(f.transport->sent() - before)));
    }
};

QTEST_GUILESS_MAIN(HomeRefresherTest)
#include "homerefreshertest.moc"
