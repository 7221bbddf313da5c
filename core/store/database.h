// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/statement.h"

#include <QHash>
#include <QString>

#include <functional>
#include <memory>

namespace Petrel {

//! One SQLite connection, used on the thread that opened it only. Errors are ErrorKind::Storage with SQLite's
//! words in `detail`; a full disk says so in `message`.
class Database {
public:
    struct Options {
        bool readOnly = false;
        bool fullSync = true; //!< synchronous=FULL, else NORMAL
        bool foreignKeys = true;
        qint64 mmapBytes = 0;
        //! Called, on the connection's thread, whenever an error says that a file is damaged.
        std::function<void()> onDamage = {};
    };

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    //! Opens or creates `path` in WAL mode, with a busy time-out of 5 s.
    static Result<std::unique_ptr<Database>> open(const QString &path, const Options &options);

    //! A statement of the connection's cache of prepared ones. A text that does not compile gives a statement
    //! whose first use is the error. The same text must not be in use twice at a time.
    [[nodiscard]] Statement statement(const QString &sql);
    //! Runs one statement without values and without the cache.
    Result<Unit> execute(const QString &sql);
    //! First column of the first row as a number; 0 where there is no row.
    Result<qint64> number(const QString &sql);
    //! Lets the writer's next commits be FULL or NORMAL.
    Result<Unit> setFullSync(bool full);
    //! Statements run since opening, for tests of cost.
    [[nodiscard]] qint64 statementsRun() const { return m_statementsRun; }
    //! Rows handed out since opening, for the same. Rows that SQLite passes over to find them are not among
    //! them: a test asks its table sqlite_stmt for those.
    [[nodiscard]] qint64 rowsStepped() const { return m_rowsStepped; }
    [[nodiscard]] QString path() const { return m_path; }

private:
    friend class Statement;
    friend class ReadTransaction;
    Database() = default;
    //! The error itself, after telling onDamage where it speaks of damage.
    Error noted(Error error) const;

    QString m_path;
    std::function<void()> m_onDamage;
    QString m_connection;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_cache;
    qint64 m_statementsRun = 0;
    qint64 m_rowsStepped = 0;
    int m_readTransactions = 0;
};

//! BEGIN IMMEDIATE … COMMIT; rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    //! The error of BEGIN, if any; check before the first statement.
    [[nodiscard]] const Result<Unit> &begun() const { return m_begun; }
    Result<Unit> commit();

private:
    Database &m_database;
    Result<Unit> m_begun;
    bool m_open = false;
};

} // namespace Petrel
