// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "base/logging.h"
#include "store/storageerror.h"

#include <QSqlDatabase>
#include <QSqlError>

#include <atomic>

namespace Petrel {

namespace {

QString nextConnectionName()
{
    static std::atomic<int> next{1};
    return QStringLiteral("petrel-%1").arg(next.fetch_add(1));
}

} // namespace

Database::~Database()
{
    m_cache.clear();
    {
        QSqlDatabase db = QSqlDatabase::database(m_connection, false);
        db.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, const Options &options)
{
    std::unique_ptr<Database> database(new Database);
    database->m_path = path;
    database->m_onDamage = options.onDamage;
    database->m_connection = nextConnectionName();
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connection);
        db.setDatabaseName(path);
        QString connectOptions = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
        if (options.readOnly)
            connectOptions += QStringLiteral(";QSQLITE_OPEN_READONLY");
        db.setConnectOptions(connectOptions);
        if (!db.open())
            return database->noted(storageError(db.lastError()));
    }
    QStringList pragmas;
    if (!options.readOnly)
        pragmas << QStringLiteral("PRAGMA journal_mode=WAL");
    pragmas << QStringLiteral("PRAGMA synchronous=%1")
                   .arg(options.fullSync ? QLatin1String("FULL") : QLatin1String("NORMAL"))
            << QStringLiteral("PRAGMA foreign_keys=%1").arg(options.foreignKeys ? 1 : 0)
            << QStringLiteral("PRAGMA mmap_size=%1").arg(options.mmapBytes);
    for (const QString &pragma : pragmas) {
        if (auto done = database->execute(pragma); !done.ok())
            return done.error();
    }
    return database;
}

Error Database::noted(Error error) const
{
    if (m_onDamage && storageFault(error) == StorageFault::Damaged)
        m_onDamage();
    return error;
}

Statement Database::statement(const QString &sql)
{
    ++m_statementsRun;
    auto found = m_cache.find(sql);
    if (found == m_cache.end()) {
        auto query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection, false));
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            Error error = noted(storageError(query->lastError()));
            error.detail += QStringLiteral(" in: ") + sql;
            qCWarning(logStore).noquote() << error.detail;
            return Statement(this, nullptr, error);
        }
        found = m_cache.insert(sql, query);
    }
    return Statement(this, *found, Error{});
}

Result<Unit> Database::execute(const QString &sql)
{
    ++m_statementsRun;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.exec(sql)) {
        Error error = noted(storageError(query.lastError()));
        error.detail += QStringLiteral(" in: ") + sql.left(200);
        return error;
    }
    return Unit{};
}

Result<qint64> Database::number(const QString &sql)
{
    Statement statement = this->statement(sql);
    auto row = statement.step();
    if (!row.ok())
        return row.error();
    return row.value() ? statement.integer(0) : qint64(0);
}

Result<Unit> Database::setFullSync(bool full)
{
    return execute(
        QStringLiteral("PRAGMA synchronous=%1").arg(full ? QLatin1String("FULL") : QLatin1String("NORMAL")));
}

Transaction::Transaction(Database &database)
    : m_database(database),
      m_begun(database.execute(QStringLiteral("BEGIN IMMEDIATE"))),
      m_open(m_begun.ok())
{ }

Transaction::~Transaction()
{
    if (m_open)
        (void)m_database.execute(QStringLiteral("ROLLBACK"));
}

Result<Unit> Transaction::commit()
{
    if (!m_begun.ok())
        return m_begun.error();
    auto done = m_database.execute(QStringLiteral("COMMIT"));
    if (done.ok())
        m_open = false;
    return done;
}

} // namespace Petrel
