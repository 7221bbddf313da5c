// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profilelock.h"
#include "support/temporaryprofile.h"

#include <QFile>
#include <QFileInfo>
#include <QtTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace Petrel;

namespace {

//! Another process that holds the lock until it is killed.
class Holder {
public:
    explicit Holder(const QString &directory)
    {
        int ready[2];
        if (::pipe(ready) != 0)
            return;
        m_pid = ::fork();
        if (m_pid == 0) {
            auto lock = ProfileLock::acquire(directory);
            const char answer = lock.ok() ? 'y' : 'n';
            (void)!::write(ready[1], &answer, 1);
            for (;;)
                ::pause();
        }
        char answer = 'n';
        m_holds = ::read(ready[0], &answer, 1) == 1 && answer == 'y';
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~Holder() { kill(); }
    [[nodiscard]] bool holds() const { return m_holds; }
    void kill()
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        m_pid = -1;
    }

private:
    pid_t m_pid = -1;
    bool m_holds = false;
};

} // namespace

class ProfileLockTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFolderIsMadeForItsOwnerOnly()
    {
        TemporaryProfile parent;
        const QString directory = parent.file(QStringLiteral("deep/er"));
        auto lock = ProfileLock::acquire(directory);
        QVERIFY(lock.ok());
        const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFileInfo(directory).permissions(), owner | QFile::ExeOwner | QFile::ExeUser);
        QCOMPARE(QFileInfo(directory + QStringLiteral("/lock")).permissions(), owner);
    }

    void aProcessThatHoldsItKeepsOthersOutUntilItDies()
    {
        TemporaryProfile profile;
        Holder holder(profile.path());
        QVERIFY(holder.holds());
        auto refused = ProfileLock::acquire(profile.path());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY(!refused.error().message.isEmpty());
        holder.kill();
        QVERIFY(ProfileLock::acquire(profile.path()).ok());
    }

    void itIsHeldOnceAndGivenBack()
    {
        TemporaryProfile profile;
        auto first = ProfileLock::acquire(profile.path());
        QVERIFY(first.ok());
        QCOMPARE(ProfileLock::acquire(profile.path()).error().kind, ErrorKind::Conflict);
        first = Error{};
        QVERIFY(ProfileLock::acquire(profile.path()).ok());
    }

    void aFolderThatCannotBeMadeIsAStorageError()
    {
        TemporaryProfile profile;
        QFile file(profile.file(QStringLiteral("plain")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        auto refused = ProfileLock::acquire(profile.file(QStringLiteral("plain/below")));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(ProfileLockTest)
#include "profilelocktest.moc"
