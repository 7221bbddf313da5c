// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/cost.h"

#include "store/store.h"

namespace Petrel {

namespace {

QString stepsOf(Database &db)
{
    // What is asked here is not what is asked about.
    Statement read = db.statement(
        QStringLiteral("SELECT ifnull(sum(nstep), 0), ifnull(sum(nscan), 0), ifnull(sum(nsort), 0),"
                       " ifnull(sum(naidx), 0) FROM sqlite_stmt WHERE sql NOT LIKE '%sqlite_stmt%'"));
    const auto row = read.step();
    if (!row.ok() || !row.value())
        return QStringLiteral("SQLite does not tell its steps");
    return QStringLiteral("%1 steps, %2 of full scans, %3 sorts, %4 indexes made")
        .arg(read.integer(0))
        .arg(read.integer(1))
        .arg(read.integer(2))
        .arg(read.integer(3));
}

QString costOf(const char *name, Database &db)
{
    return QStringLiteral("%1: %2 statements, %3 rows, %4")
        .arg(QLatin1String(name))
        .arg(db.statementsRun())
        .arg(db.rowsStepped())
        .arg(stepsOf(db));
}

} // namespace

QString costOf(Store &store)
{
    QStringList costs{costOf("reader", store.reader())};
    QObject context;
    const auto add = [&costs](const Result<QString> &cost) {
        costs.append(cost.ok() ? cost.value() : cost.error().detail);
    };
    store.journal([](JournalTx &tx) { return Result<QString>(costOf("journal", tx.db)); })
        .finally(&context, add);
    store.cache([](CacheTx &tx) { return Result<QString>(costOf("cache", tx.db)); }).finally(&context, add);
    return costs.join(QLatin1Char('\n'));
}

} // namespace Petrel
