// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalcopies.h"
#include "store/keyvalues.h"
#include "store/migrator.h"
#include "store/storefiles.h"

#include "storefixture.h"

using namespace Petrel;

class JournalCopiesTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TemporaryProfile> m_profile;
    std::unique_ptr<Database> m_journal;

    bool mark(const QString &text)
    {
        return m_journal
            ->execute(QStringLiteral("INSERT OR REPLACE INTO profile VALUES ('mark', '%1')").arg(text))
            .ok();
    }

    static int currentVersion() { return Migrator::forDatabase(QStringLiteral("journal")).version(); }

    QString restoredMark(const QString &path, int newestVersion = currentVersion())
    {
        auto restored = JournalCopies(m_profile->path()).restoreTo(path, newestVersion);
        if (!restored.ok())
            return QStringLiteral("error");
        if (!restored.value())
            return QStringLiteral("none");
        auto database = Database::open(path, {});
        if (!database.ok())
            return QStringLiteral("unreadable");
        return KeyValues::journal(*database.value()).text(QLatin1String("mark")).value();
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        const QString path = m_profile->file(QStringLiteral("journal.sqlite"));
        auto database = Database::open(path, {});
        QVERIFY(database.ok());
        m_journal = database.take();
        QVERIFY(Migrator::forDatabase(QStringLiteral("journal")).migrate(*m_journal).ok());
    }

    void cleanup() { m_journal.reset(); }

    void theNewestThreeAreKept()
    {
        JournalCopies copies(m_profile->path());
        QVERIFY(copies.all().isEmpty());
        for (int i = 1; i <= 5; ++i) {
            QVERIFY(mark(QString::number(i)));
            QVERIFY(copies.make(*m_journal).ok());
            QCOMPARE(copies.all().size(), std::min(i, 3));
        }
        QVERIFY(copies.all().first().endsWith(QStringLiteral("journal-00000005.sqlite")));
        QVERIFY(copies.all().last().endsWith(QStringLiteral("journal-00000003.sqlite")));
        QCOMPARE(restoredMark(m_profile->file(QStringLiteral("back.sqlite"))), QStringLiteral("5"));
        const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFileInfo(copies.all().first()).permissions(), owner);
        QCOMPARE(QFileInfo(m_profile->file(QStringLiteral("copies"))).permissions(),
                 owner | QFile::ExeOwner | QFile::ExeUser);
        QCOMPARE(QDir(m_profile->file(QStringLiteral("copies"))).entryList(QDir::Files).size(), 3);
    }

    void aCopyHoldsWhatWasNotYetFoldedIn()
    {
        QVERIFY(m_journal->execute(QStringLiteral("PRAGMA wal_autocheckpoint=0")).ok());
        QVERIFY(mark(QStringLiteral("in the log")));
        QVERIFY(JournalCopies(m_profile->path()).make(*m_journal).ok());
        QCOMPARE(restoredMark(m_profile->file(QStringLiteral("back.sqlite"))), QStringLiteral("in the log"));
    }

    void damagedEmptyAndNewerCopiesArePassedOver()
    {
        JournalCopies copies(m_profile->path());
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(mark(QString::number(i)));
            QVERIFY(copies.make(*m_journal).ok());
        }
        QVERIFY(spoil(copies.all().at(0), 4096, 8192));
        const QString target = m_profile->file(QStringLiteral("back.sqlite"));
        QCOMPARE(restoredMark(target), QStringLiteral("2"));
        QFile empty(copies.all().at(1));
        QVERIFY(empty.resize(0));
        removeDatabase(target);
        QCOMPARE(restoredMark(target), QStringLiteral("1"));
        removeDatabase(target);
        QCOMPARE(restoredMark(target, 0), QStringLiteral("none"));
        QVERIFY(!QFile::exists(target));
    }

    void whatIsRestoredSaysSo()
    {
        QVERIFY(JournalCopies(m_profile->path()).make(*m_journal).ok());
        const QString target = m_profile->file(QStringLiteral("back.sqlite"));
        QCOMPARE(restoredMark(target), QString());
        auto database = Database::open(target, {});
        QVERIFY(database.ok());
        QVERIFY(!KeyValues::journal(*database.value()).text(KeyValues::restored).value().isEmpty());
    }

    void anUnfinishedCopyOfACrashIsNoCopy()
    {
        JournalCopies copies(m_profile->path());
        QVERIFY(copies.make(*m_journal).ok());
        QFile unfinished(m_profile->file(QStringLiteral("copies/unfinished")));
        QVERIFY(unfinished.open(QIODevice::WriteOnly));
        unfinished.write("half");
        unfinished.close();
        QCOMPARE(copies.all().size(), 1);
        QVERIFY(copies.make(*m_journal).ok());
        QCOMPARE(copies.all().size(), 2);
        QVERIFY(!unfinished.exists());
    }

    void aCopyThatCannotBeWrittenIsAnErrorAndLeavesTheOthers()
    {
        JournalCopies copies(m_profile->path());
        QVERIFY(copies.make(*m_journal).ok());
        QVERIFY(QDir(m_profile->path()).mkpath(QStringLiteral("copies/unfinished/in the way")));
        QVERIFY(!copies.make(*m_journal).ok());
        QCOMPARE(copies.all().size(), 1);
    }
};

QTEST_GUILESS_MAIN(JournalCopiesTest)
#include "journalcopiestest.moc"
