// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <optional>

namespace Petrel {

//! Runs a statement without rows with these values.
template <typename... Values> Result<Unit> runSql(Database &db, const QString &sql, const Values &...values)
{
    Statement statement = db.statement(sql);
    (statement.bind(values), ...);
    if (auto done = statement.run(); !done.ok())
        return done.error();
    return Unit{};
}

//! The number in the first column of the first row; nothing where there is no row.
template <typename... Values>
Result<std::optional<qint64>> askNumber(Database &db, const QString &sql, const Values &...values)
{
    Statement statement = db.statement(sql);
    (statement.bind(values), ...);
    auto row = statement.step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return std::optional<qint64>();
    return std::optional<qint64>(statement.integer(0));
}

} // namespace Petrel
