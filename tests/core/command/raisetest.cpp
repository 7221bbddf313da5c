// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/commandclient.h"
#include "command/commandserver.h"
#include "command/terminal.h"
#include "core/session/sessionfixture.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Petrel;

namespace {

//! Asks the holder of the profile for its window: the exit code, or -1 where nobody is there.
int askForWindow(SessionFixture &f)
{
    Terminal terminal;
    CommandClient client(f.profile.path(), terminal);
    QSignalSpy finished(&client, &CommandClient::finished);
    QSignalSpy lost(&client, &CommandClient::lost);
    client.raise();
    if (!QTest::qWaitFor([&] { return !finished.isEmpty() || !lost.isEmpty(); }) || !lost.isEmpty())
        return -1;
    return finished.first().first().toInt();
}

} // namespace

class RaiseTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSecondStartRaisesTheWindowOfTheFirst()
    {
        SessionFixture f;
        f.open();
        CommandServer server(*f.engine, f.profile.path());
        int raised = 0;
        server.setRaise([&raised] { ++raised; });
        QVERIFY(server.listen().ok());
        QCOMPARE(askForWindow(f), 0);
        QCOMPARE(askForWindow(f), 0);
        QCOMPARE(raised, 2);
    }

    void aHolderWithoutAWindowSaysSo()
    {
        SessionFixture f;
        f.open();
        CommandServer server(*f.engine, f.profile.path());
        QVERIFY(server.listen().ok());
        QCOMPARE(askForWindow(f), 1);
    }

    void nobodyThereIsNoAnswer()
    {
        SessionFixture f;
        f.open();
        QCOMPARE(askForWindow(f), -1);
    }
};

QTEST_GUILESS_MAIN(RaiseTest)
#include "raisetest.moc"
