// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programfixture.h"

#include <QLocalSocket>
#include <QtTest>

#include <csignal>

using namespace Petrel;

namespace {

//! A process that has the profile open until its server returns.
std::unique_ptr<QProcess> holder(ProgramFixture &f)
{
    f.server.setDown(true);
    if (f.run(QStringLiteral("post waiting")).exitCode != 75)
        return nullptr;
    auto process = f.petrel.start(
        {QStringLiteral("outbox"), QStringLiteral("run"), QStringLiteral("--wait"), QStringLiteral("100")});
    // It listens only once it holds the profile.
    const bool listens = QTest::qWaitFor(
        [&] {
            QLocalSocket socket;
            socket.connectToServer(f.socket());
            return socket.waitForConnected(100);
        },
        20'000);
    return listens ? std::move(process) : nullptr;
}

} // namespace

class PetrelCtlTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void helpVersionAndUsageNeedNoProfile()
    {
        QTemporaryDir folder;
        const PetrelCtl petrel(ProgramFixture::program("petrelctl"), folder.filePath(QStringLiteral("none")),
                               folder.filePath(QStringLiteral("none-either")));
        QCOMPARE(petrel.run({QStringLiteral("--help")}).exitCode, 0);
        QVERIFY(petrel.run({QStringLiteral("--help")}).output.contains(QStringLiteral("outbox run")));
        QVERIFY(petrel.run({QStringLiteral("--version")}).output.startsWith(QStringLiteral("petrelctl ")));
        const Ran unknown = petrel.run({QStringLiteral("search"), QStringLiteral("x")});
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY(unknown.errors.contains(QStringLiteral("search")));
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("none"))));
    }

    void aProfileThatCannotBeMadeIsToldInWords()
    {
        const PetrelCtl petrel(ProgramFixture::program("petrelctl"), QStringLiteral("/proc/no/such/profile"),
                               QStringLiteral("/nonexistent"));
        const Ran ran = petrel.run({QStringLiteral("account"), QStringLiteral("list")});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY(!ran.errors.isEmpty());
    }

    void aLooseCredentialsFileIsRefusedAndNothingIsStored()
    {
        ProgramFixture f;
        QVERIFY(f.server.start());
        QFile file(f.credentials);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(
            file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
        file.close();
        const Ran ran = f.addAlice();
        QCOMPARE(ran.exitCode, 1);
        QVERIFY(ran.errors.contains(QStringLiteral("600")));
        QCOMPARE(QFileInfo(f.credentials).size(), 0);
    }

    void aSecondProcessHandsItsCommandToTheFirst()
    {
        ProgramFixture f;
        QVERIFY(f.begin());
        const auto first = holder(f);
        QVERIFY(first);
        QCOMPARE(QFileInfo(f.socket()).permissions()
                     & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup
                        | QFileDevice::WriteOther),
                 QFileDevice::Permissions());
        const Ran list = f.run(QStringLiteral("account list"));
        QCOMPARE(list.exitCode, 0);
        QVERIFY(list.output.contains(QStringLiteral("alice@")));
        QCOMPARE(f.run(QStringLiteral("post handed-over")).exitCode, 75);
        QCOMPARE(f.run(QStringLiteral("outbox cancel 99")).exitCode, 1);
        QCOMPARE(f.run(QStringLiteral("timeline local")).exitCode, 2);
        QCOMPARE(first->state(), QProcess::Running);
        f.server.setDown(false);
        // Standard input travels too.
        QCOMPARE(f.addAlice().exitCode, 0);
        QCOMPARE(f.run(QStringLiteral("outbox run")).exitCode, 0);
        QCOMPARE(PetrelCtl::finish(*first).exitCode, 0);
        QCOMPARE(f.server.textsBy(QStringLiteral("alice")),
                 (QStringList{QStringLiteral("waiting"), QStringLiteral("handed-over")}));
    }

    void aCommandWhoseTakerIsKilledIsCarriedOutByItsOwnProcess()
    {
        ProgramFixture f;
        QVERIFY(f.begin());
        const auto first = holder(f);
        QVERIFY(first);
        const auto second = f.petrel.start({QStringLiteral("outbox"), QStringLiteral("run"),
                                            QStringLiteral("--wait"), QStringLiteral("100")});
        const auto third = f.petrel.start({QStringLiteral("post"), QStringLiteral("--wait"),
                                           QStringLiteral("100"), QStringLiteral("written once")});
        QVERIFY(second->waitForStarted() && third->waitForStarted());
        // Both are being served when the third one's wish is in the outbox.
        QVERIFY(QTest::qWaitFor(
            [&] { return f.run(QStringLiteral("outbox")).output.contains(QStringLiteral("written once")); },
            20'000));
        ::kill(pid_t(first->processId()), SIGKILL);
        first->waitForFinished();
        QVERIFY(f.run(QStringLiteral("outbox")).output.contains(QStringLiteral("written once")));
        f.server.setDown(false);
        // Their waiting goes on in the next holder; one of them asks again at once.
        QCOMPARE(f.run(QStringLiteral("outbox run --wait 60")).exitCode, 0);
        QCOMPARE(PetrelCtl::finish(*second).exitCode, 0);
        QCOMPARE(PetrelCtl::finish(*third).exitCode, 0);
        QCOMPARE(f.server.textsBy(QStringLiteral("alice")),
                 (QStringList{QStringLiteral("waiting"), QStringLiteral("written once")}));
    }

    void aHolderKeepsItsTokensToItsOwnFile()
    {
        ProgramFixture f;
        QVERIFY(f.begin());
        const auto first = holder(f);
        QVERIFY(first);
        const PetrelCtl other(ProgramFixture::program("petrelctl"), f.profile,
                              f.folder.filePath(QStringLiteral("other-credentials")));
        const Ran ran = other.run({QStringLiteral("account"), QStringLiteral("list")});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY(ran.errors.contains(QStringLiteral("other-credentials")));
        first->kill();
        first->waitForFinished();
    }

    void nonsenseOnTheSocketEndsThatConnectionOnly()
    {
        ProgramFixture f;
        QVERIFY(f.begin());
        const auto first = holder(f);
        QVERIFY(first);
        QLocalSocket socket;
        socket.connectToServer(f.socket());
        QVERIFY(socket.waitForConnected());
        socket.write(QByteArray(64, '\xff'));
        QVERIFY(socket.waitForDisconnected(20'000));
        QCOMPARE(f.run(QStringLiteral("account list")).exitCode, 0);
        first->kill();
        first->waitForFinished();
    }

    void aProfileInADeepFolderHandsOverToo()
    {
        const QString deep = QString(60, QLatin1Char('a')) + QLatin1Char('/') + QString(60, QLatin1Char('b'));
        ProgramFixture f(deep);
        QVERIFY(f.folder.isValid() && QDir().mkpath(QFileInfo(f.profile).path()));
        QVERIFY(f.begin());
        f.server.setDown(true);
        const auto first = f.petrel.start({QStringLiteral("post"), QStringLiteral("--wait"),
                                           QStringLiteral("100"), QStringLiteral("deep")});
        QVERIFY(QTest::qWaitFor([&] { return QFileInfo::exists(f.socket()); }, 20'000));
        const Ran list = f.run(QStringLiteral("outbox"));
        QCOMPARE(list.exitCode, 0);
        QVERIFY(list.output.contains(QStringLiteral("deep")));
        QCOMPARE(first->state(), QProcess::Running);
        first->kill();
        first->waitForFinished();
    }
};

QTEST_GUILESS_MAIN(PetrelCtlTest)
#include "petrelctltest.moc"
