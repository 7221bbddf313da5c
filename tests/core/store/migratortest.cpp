// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"
#include "support/temporaryprofile.h"

#include <QtTest>

using namespace Petrel;

namespace {

//! Everything the database is made of, one line each, blanks apart.
QStringList formOf(Database &database)
{
    QStringList form;
    Statement read = database.statement(QStringLiteral(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name"));
    for (auto row = read.step(); row.ok() && row.value(); row = read.step()) {
        QStringList parts{read.text(0), read.text(1), read.text(2), read.text(3).simplified()};
        form << parts.join(QLatin1Char('|'));
    }
    return form;
}

} // namespace

class MigratorTest : public QObject {
    Q_OBJECT
private:
    TemporaryProfile m_profile;
    int m_next = 0;

    std::unique_ptr<Database> fresh()
    {
        auto database = Database::open(m_profile.file(QStringLiteral("%1.sqlite").arg(++m_next)), {});
        return database.ok() ? database.take() : nullptr;
    }

private Q_SLOTS:
    void aScriptIsCutAtSemicolonsBeforeEmptyLines()
    {
        const QStringList statements = splitStatements(QStringLiteral(
            "-- words\n\nCREATE TRIGGER a AFTER INSERT ON b BEGIN\n  DELETE FROM c;\nEND;\n\n-- more\n"
            "CREATE TABLE d (e);\r\n\r\nCREATE TABLE f (g);\n\n-- the end\n"));
        QCOMPARE(statements.size(), 3);
        QVERIFY(statements.at(0).contains(QStringLiteral("DELETE FROM c;\nEND")));
        QVERIFY(statements.at(1).endsWith(QStringLiteral("CREATE TABLE d (e)")));
        QCOMPARE(statements.at(2), QStringLiteral("CREATE TABLE f (g)"));
    }

    void allMigrationsTogetherAreTheSchema_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("journal") << QStringLiteral("journal");
        QTest::newRow("cache") << QStringLiteral("cache");
    }

    void allMigrationsTogetherAreTheSchema()
    {
        QFETCH(QString, name);
        const Migrator migrator = Migrator::forDatabase(name);
        QVERIFY(migrator.version() >= 1);
        auto migrated = fresh();
        QVERIFY(migrated);
        QVERIFY(migrator.migrate(*migrated).ok());
        auto schema = storeScript(name + QStringLiteral("/schema.sql"));
        QVERIFY(schema.ok());
        auto made = fresh();
        QVERIFY(made);
        QVERIFY(runScript(*made, schema.value()).ok());

        QVERIFY(formOf(*made).size() > 5);
        QCOMPARE(formOf(*migrated), formOf(*made));
        auto version = Migrator::versionOf(*migrated);
        QVERIFY(version.ok());
        QCOMPARE(version.value(), migrator.version());
    }

    void aJournalOfTheFirstFormKeepsAllItHas()
    {
        auto database = fresh();
        QVERIFY(database);
        QVERIFY(Migrator({storeScript(QStringLiteral("journal/001.sql")).take()}).migrate(*database).ok());
        for (const char *row : {"'b', 'test', 'h', 'b@h', '', '', 'B', x'01', 5, 20, 1, 0",
                                "'a', 'test', 'h', 'a@h', '', '', 'A', x'02', 6, 30, 0, 1",
                                "'c', 'test', 'h', 'c@h', '', '', 'C', x'03', 7, 10, 0, 0"}) {
            QVERIFY(
                database->execute(QStringLiteral("INSERT INTO account VALUES (%1)").arg(QLatin1String(row)))
                    .ok());
        }
        QVERIFY(
            database
                ->execute(QStringLiteral(
                    "INSERT INTO action VALUES (1, 'uid', 'a', 'publish', '', '', '', '', '', 'text', '', "
                    "'public', '', 1, 'queued', 'none', '', 0, 9, NULL, 0, 0, 0, 0, 0, 0, '', '', '', '', "
                    "'', '')"))
                .ok());
        QVERIFY(Migrator::forDatabase(QStringLiteral("journal")).migrate(*database).ok());

        QStringList accounts;
        Statement read = database->statement(QStringLiteral(
            "SELECT id, display_name, added_at, paused, colour, default_visibility FROM account"
            " ORDER BY colour"));
        for (auto row = read.step(); row.ok() && row.value(); row = read.step()) {
            accounts << QStringLiteral("%1 %2 %4 %5 %6 %3")
                            .arg(read.text(0), read.text(1), read.text(5))
                            .arg(read.integer(2))
                            .arg(read.integer(3))
                            .arg(read.integer(4));
        }
        QCOMPARE(accounts,
                 (QStringList{QStringLiteral("c C 10 0 0 public"), QStringLiteral("b B 20 0 1 public"),
                              QStringLiteral("a A 30 1 2 public")}));
        QCOMPARE(database->number(QStringLiteral("SELECT count(*) FROM action WHERE body = 'text'")).value(),
                 1);
        QCOMPARE(database->number(QStringLiteral("SELECT count(*) FROM draft")).value(), 0);
    }

    void aCacheOfTheFirstVersionKeepsItsPosts()
    {
        auto first = storeScript(QStringLiteral("cache/001.sql"));
        QVERIFY(first.ok());
        auto database = fresh();
        QVERIFY(database);
        QVERIFY(Migrator({first.value()}).migrate(*database).ok());
        QVERIFY(
            database->execute(QStringLiteral("INSERT INTO post (uri) VALUES ('https://a.example/1')")).ok());
        const Migrator migrator = Migrator::forDatabase(QStringLiteral("cache"));
        QVERIFY(migrator.version() > 1);
        QVERIFY(migrator.migrate(*database).ok());
        QCOMPARE(Migrator::versionOf(*database).value(), migrator.version());
        QCOMPARE(database->number(QStringLiteral("SELECT count(*) FROM post")).value(), 1);
        QVERIFY(formOf(*database).join(QLatin1Char('\n')).contains(QStringLiteral("index|copy_reply|copy")));
    }

    void aFailingStatementLeavesTheOldVersion()
    {
        auto database = fresh();
        QVERIFY(database);
        const QStringList scripts{
            QStringLiteral("CREATE TABLE a (x);\n\nINSERT INTO a VALUES (1);\n"),
            QStringLiteral(
                "CREATE TABLE b (x);\n\nINSERT INTO a VALUES (2);\n\nINSERT INTO nowhere VALUES (3);\n")};
        auto failed = Migrator(scripts).migrate(*database);
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().kind, ErrorKind::Storage);
        QCOMPARE(Migrator::versionOf(*database).value(), 1);
        QCOMPARE(formOf(*database).size(), 1);
        QCOMPARE(database->number(QStringLiteral("SELECT count(*) FROM a")).value(), 1);

        const QStringList mended{scripts.at(0),
                                 QStringLiteral("CREATE TABLE b (x);\n\nINSERT INTO a VALUES (2);\n")};
        QVERIFY(Migrator(mended).migrate(*database).ok());
        QCOMPARE(Migrator::versionOf(*database).value(), 2);
        QCOMPARE(database->number(QStringLiteral("SELECT count(*) FROM a")).value(), 2);
    }

    void aNewerDatabaseIsRefusedAndLeftAlone()
    {
        auto database = fresh();
        QVERIFY(database);
        QVERIFY(database->execute(QStringLiteral("PRAGMA user_version=7")).ok());
        auto refused = Migrator({QStringLiteral("CREATE TABLE a (x);\n")}).migrate(*database);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        QVERIFY(formOf(*database).isEmpty());
        QCOMPARE(Migrator::versionOf(*database).value(), 7);
    }

    void aScriptThatIsNotThereIsAnError()
    {
        auto script = storeScript(QStringLiteral("journal/999.sql"));
        QVERIFY(!script.ok());
        QCOMPARE(script.error().kind, ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(MigratorTest)
#include "migratortest.moc"
