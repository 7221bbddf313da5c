// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/serverinforefresh.h"

#include "session/loginflow.h"
#include "sessionfixture.h"

#include <QtTest>

using namespace Petrel;

namespace {

constexpr qint64 hourMs = 3'600'000;

} // namespace

//! What is remembered of a server does not outlive its upgrades by more than a day.
class ServerInfoRefreshTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<SessionFixture> m_f;
    AccountId m_alice;

    [[nodiscard]] Account alice() const { return *m_f->engine->accounts().account(m_alice); }
    [[nodiscard]] int limit() const
    {
        return m_f->engine->accounts().session(m_alice)->capabilities().text.maxCharacters;
    }
    Result<bool> refreshAfter(qint64 ms)
    {
        m_f->clock.advance(ms);
        return m_f->wait(m_f->engine->serverInfo().ifOld(alice()));
    }

private Q_SLOTS:
    void init()
    {
        m_f = std::make_unique<SessionFixture>();
        m_f->open();
        LoginFlow flow(m_f->engine->registry(), m_f->engine->accounts(), {});
        const auto account = m_f->wait(
            flow.withToken(QStringLiteral("one.example"), m_f->tokenOf(m_f->one, QStringLiteral("alice"))));
        QVERIFY(account.ok());
        m_alice = account.value().id;
    }

    void whatIsNotADayOldIsNotAskedAgain()
    {
        const auto refreshed = refreshAfter(23 * hourMs);
        QVERIFY(refreshed.ok());
        QVERIFY(!refreshed.value());
    }

    void anUpgradedServersNewLimitHoldsFromTheNextStartOn()
    {
        const int before = limit();
        m_f->one.world().editRules().maxCharacters = before + 1234;
        const auto refreshed = refreshAfter(25 * hourMs);
        QVERIFY(refreshed.ok() && refreshed.value());
        QCOMPARE(alice().serverInfoAtMs, m_f->clock.nowMs());
        QCOMPARE(limit(), before);
        m_f->open();
        QCOMPARE(limit(), before + 1234);
        const auto again = refreshAfter(hourMs);
        QVERIFY(again.ok() && !again.value());
    }

    void aServerThatIsDownLeavesWhatIsKnown()
    {
        const Account before = alice();
        m_f->one.setDown(true);
        const auto refreshed = refreshAfter(25 * hourMs);
        QVERIFY(!refreshed.ok() || !refreshed.value());
        QCOMPARE(alice().serverInfo, before.serverInfo);
        QCOMPARE(alice().serverInfoAtMs, before.serverInfoAtMs);
    }

    void aServerThatCannotSayWhatItRunsJustNowLeavesWhatIsKnown_data()
    {
        QTest::addColumn<Fake::FaultKind>("fault");
        QTest::newRow("500") << Fake::FaultKind::Status500;
        QTest::newRow("502") << Fake::FaultKind::BadGateway;
        QTest::newRow("429") << Fake::FaultKind::RateLimit;
        QTest::newRow("cut") << Fake::FaultKind::DropBeforeCommit;
    }
    void aServerThatCannotSayWhatItRunsJustNowLeavesWhatIsKnown()
    {
        QFETCH(Fake::FaultKind, fault);
        const Account before = alice();
        m_f->one.faults().add(fault, QStringLiteral("GET"), QStringLiteral("/.well-known/nodeinfo"));
        const auto refreshed = refreshAfter(25 * hourMs);
        QVERIFY(!refreshed.ok() || !refreshed.value());
        QVERIFY(m_f->one.faults().isEmpty());
        QCOMPARE(alice().serverInfo, before.serverInfo);
    }

    void aClockThatWasSetForwardDoesNotFreezeWhatIsKnown()
    {
        m_f->clock.setWallClock(m_f->clock.nowMs() - 48 * hourMs);
        const auto refreshed = refreshAfter(0);
        QVERIFY(refreshed.ok() && refreshed.value());
    }
};

QTEST_GUILESS_MAIN(ServerInfoRefreshTest)
#include "serverinforefreshtest.moc"
