// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/storageerror.h"
#include "support/temporaryprofile.h"

#include <QFile>
#include <QtTest>

using namespace Petrel;

class DatabaseTest : public QObject {
    Q_OBJECT
private:
    TemporaryProfile m_profile;
    std::unique_ptr<Database> m_db;

private Q_SLOTS:
    void init()
    {
        QFile::remove(m_profile.file(QStringLiteral("a.sqlite")));
        auto database = Database::open(m_profile.file(QStringLiteral("a.sqlite")), {});
        QVERIFY(database.ok());
        m_db = database.take();
        QVERIFY(
            m_db->execute(QStringLiteral("CREATE TABLE a (id INTEGER PRIMARY KEY, t TEXT, n, b BLOB)")).ok());
    }

    void cleanup() { m_db.reset(); }

    void valuesComeBackAsTheyWent()
    {
        const QByteArray bytes("\x00\x01\xff", 3);
        {
            Statement write = m_db->statement(
                QStringLiteral("INSERT INTO a (id, t, n, b) VALUES (?, ?, ?, ?), (?, ?, ?, ?)"));
            write.bind(qint64(1) << 60).bind(QStringLiteral("häß \U0001F426")).bind(true).bind(bytes);
            write.bind(2).bind(QString()).bind(std::optional<bool>()).bind(QByteArray());
            auto done = write.run();
            QVERIFY(done.ok());
            QCOMPARE(done.value(), 2);
            QCOMPARE(write.insertedId(), 2);
        }
        Statement read = m_db->statement(QStringLiteral("SELECT id, t, n, b FROM a ORDER BY id DESC"));
        QVERIFY(read.step().value());
        QCOMPARE(read.integer(0), qint64(1) << 60);
        QCOMPARE(read.text(1), QStringLiteral("häß \U0001F426"));
        QVERIFY(read.maybeBoolean(2) == std::optional<bool>(true));
        QCOMPARE(read.bytes(3), bytes);
        QVERIFY(read.step().value());
        QVERIFY(!read.isNull(1)); // an empty text, not NULL
        QVERIFY(read.isNull(2));
        QVERIFY(!read.maybeBoolean(2).has_value());
        QVERIFY(!read.isNull(3));
        QVERIFY(!read.step().value());
    }

    void aTransactionThatIsNotCommittedLeavesNothing()
    {
        {
            Transaction transaction(*m_db);
            QVERIFY(transaction.begun().ok());
            QVERIFY(m_db->execute(QStringLiteral("INSERT INTO a (id) VALUES (1)")).ok());
        }
        QCOMPARE(m_db->number(QStringLiteral("SELECT count(*) FROM a")).value(), 0);
        {
            Transaction transaction(*m_db);
            QVERIFY(m_db->execute(QStringLiteral("INSERT INTO a (id) VALUES (1)")).ok());
            QVERIFY(transaction.commit().ok());
        }
        QCOMPARE(m_db->number(QStringLiteral("SELECT count(*) FROM a")).value(), 1);
    }

    void aTextThatDoesNotCompileIsAnErrorAtItsFirstUse()
    {
        Statement wrong = m_db->statement(QStringLiteral("SELECT x FROM nowhere"));
        wrong.bind(1).bindNull();
        auto row = wrong.step();
        QVERIFY(!row.ok());
        QCOMPARE(row.error().kind, ErrorKind::Storage);
        QVERIFY(row.error().detail.contains(QStringLiteral("nowhere")));
        QVERIFY(!m_db->statement(QStringLiteral("SELECT x FROM nowhere")).run().ok());
    }

    void aHalfReadStatementDoesNotPinTheLog()
    {
        QVERIFY(m_db->execute(QStringLiteral("INSERT INTO a (id) VALUES (1), (2), (3)")).ok());
        {
            Statement read = m_db->statement(QStringLiteral("SELECT id FROM a"));
            QVERIFY(read.step().value());
        }
        auto other = Database::open(m_db->path(), {});
        QVERIFY(other.ok());
        QVERIFY(other.value()->execute(QStringLiteral("INSERT INTO a (id) VALUES (4)")).ok());
        Statement fold = other.value()->statement(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        QVERIFY(fold.step().value());
        QCOMPARE(fold.integer(0), 0);
        QCOMPARE(fold.integer(1), 0);
    }

    void whatIsRunAndHandedOutIsCounted()
    {
        QVERIFY(m_db->execute(QStringLiteral("INSERT INTO a (id) VALUES (1), (2), (3)")).ok());
        const qint64 statements = m_db->statementsRun();
        const qint64 rows = m_db->rowsStepped();
        {
            Statement read = m_db->statement(QStringLiteral("SELECT id FROM a WHERE id > 1"));
            while (read.step().value()) { }
        }
        QCOMPARE(m_db->number(QStringLiteral("SELECT count(*) FROM a")).value(), 3);
        QCOMPARE(m_db->statementsRun() - statements, 2);
        QCOMPARE(m_db->rowsStepped() - rows, 3);
    }

    void aReadOnlyConnectionCannotWrite()
    {
        Database::Options options;
        options.readOnly = true;
        auto reader = Database::open(m_db->path(), options);
        QVERIFY(reader.ok());
        auto written = reader.value()->execute(QStringLiteral("INSERT INTO a (id) VALUES (1)"));
        QVERIFY(!written.ok());
        QCOMPARE(storageFault(written.error()), StorageFault::Denied);
    }

    void aFullDiskSaysSo()
    {
        QVERIFY(m_db->execute(QStringLiteral("PRAGMA max_page_count=3")).ok());
        Statement write = m_db->statement(QStringLiteral("INSERT INTO a (b) VALUES (?)"));
        auto done = write.bind(QByteArray(100'000, 'x')).run();
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::Storage);
        QCOMPARE(done.error().message, QStringLiteral("The disk is full."));
        QCOMPARE(storageFault(done.error()), StorageFault::DiskFull);
        QVERIFY(!done.error().isTransient());
    }

    void aFileThatIsNoDatabaseIsDamagedAndReported()
    {
        const QString path = m_profile.file(QStringLiteral("noise.sqlite"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'n'));
        file.close();
        int told = 0;
        Database::Options options;
        options.onDamage = [&told] { ++told; };
        auto database = Database::open(path, options);
        QVERIFY(!database.ok());
        QCOMPARE(storageFault(database.error()), StorageFault::Damaged);
        QVERIFY(told > 0);
    }

    void otherErrorsAreNoStorageFaults()
    {
        QCOMPARE(storageFault(Error{ErrorKind::Offline, {}, QStringLiteral("sqlite 13: no"), {}}),
                 StorageFault::Other);
        QCOMPARE(storageFault(fileError(ENOSPC, QStringLiteral("x"))), StorageFault::DiskFull);
        QCOMPARE(storageFault(fileError(EACCES, QStringLiteral("x"))), StorageFault::Denied);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "databasetest.moc"
