// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/strongid.h"
#include "domain/ids.h"

#include <QSqlQuery>
#include <QVariant>

#include <memory>
#include <optional>

namespace Petrel {

class Database;

//! A prepared statement in use: bind in order, then run() or step through rows. When it goes out of scope the
//! statement is reset, so that no half-read query pins the write-ahead log. Made by Database::statement().
class Statement {
public:
    Statement(Statement &&) noexcept = default;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    Statement &bind(const QString &value);
    Statement &bind(const char *) = delete;
    Statement &bind(qint64 value);
    Statement &bind(int value) { return bind(qint64(value)); }
    Statement &bind(bool value) { return bind(qint64(value ? 1 : 0)); }
    Statement &bind(const QByteArray &value);
    Statement &bind(const AccountId &id) { return bind(id.value()); }
    Statement &bind(const ActionId &id) { return bind(id.value()); }
    Statement &bind(const PostUri &uri) { return bind(uri.value()); }
    Statement &bind(const RemoteRef &ref) { return bind(ref.value()); }
    Statement &bind(const ServerHost &host) { return bind(host.value()); }
    Statement &bind(std::optional<bool> value);
    Statement &bindNull();

    //! Runs a statement that gives no rows; the value is the number of rows changed.
    Result<qint64> run();
    //! Runs, then moves to the next row: true = there is one. The first call executes.
    Result<bool> step();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] std::optional<bool> maybeBoolean(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    //! Row id of the last INSERT of this statement.
    [[nodiscard]] qint64 insertedId() const;

private:
    friend class Database;
    Statement(Database *database, std::shared_ptr<QSqlQuery> query, Error prepareError);
    Error lastError();
    Database *m_database;
    std::shared_ptr<QSqlQuery> m_query; //!< null = preparing failed
    Error m_prepareError;
    int m_bound = 0;
    bool m_executed = false;
};

} // namespace Petrel
