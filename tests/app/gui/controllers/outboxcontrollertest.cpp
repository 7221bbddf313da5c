// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/outboxcontroller.h"

#include "gui/controllers/homerefresher.h"
#include "windowfixture.h"

#include <QtTest>

using namespace Petrel;

namespace {

const QString alice = QStringLiteral("alice");
const QString statuses = QStringLiteral("/api/v1/statuses");

//! A window in which alice has written something that could not be sent.
struct Waiting : WindowFixture {
    void begin()
    {
        openWindow();
        account = signIn(one, alice);
        signIn(one, QStringLiteral("bob"));
        app->setCurrentAccount(account.id.value());
        settle();
    }
    void write()
    {
        app->composer()->setText(QStringLiteral("written in the storm"));
        app->composer()->post();
        settle();
    }
    QString words()
    {
        return app->outbox()->model()->index(0, 0).data(OutboxModel::StateWordsRole).toString();
    }

    Account account;
};

} // namespace

//! What the outbox says of a wish that waits.
class OutboxControllerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anOutageIsTheWholeReason()
    {
        Waiting f;
        f.begin();
        f.one.setDown(true);
        f.pass(120'000);
        f.write();
        const QString words = f.words();
        QVERIFY2(words.startsWith(QStringLiteral("Waiting for %1: ").arg(f.account.host.value())),
                 qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("server down since")), qPrintable(words));
    }

    void beingSignedOutIsToldBesideTheOutage()
    {
        Waiting f;
        f.begin();
        f.one.faults().add(Fake::FaultKind::TokenRevoked, QStringLiteral("POST"), statuses);
        f.write();
        f.pass(10'000);
        QVERIFY2(f.words().startsWith(QStringLiteral("Waiting: this account is signed out.")),
                 qPrintable(f.words()));
        f.one.setDown(true);
        // The other account of this server sees the weather.
        f.pass(3 * HomeRefresher::backgroundMs);
        const QString words = f.words();
        QVERIFY2(words.startsWith(QStringLiteral("Waiting: this account is signed out.")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("server down since")), qPrintable(words));
    }

    void aPauseTheServerAsksForIsSaidOnce()
    {
        Waiting f;
        f.begin();
        f.one.faults().add(Fake::FaultKind::RateLimit, QStringLiteral("POST"), statuses);
        f.write();
        f.pass(1'000);
        const QString words = f.words();
        QCOMPARE(words.count(QStringLiteral("asks for a pause")), 1);
        QVERIFY2(words.contains(f.account.host.value()), qPrintable(words));
    }
};

QTEST_GUILESS_MAIN(OutboxControllerTest)
#include "outboxcontrollertest.moc"
