// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QStringList>

namespace Petrel {

//! The statements of a script: each ends with ";" and an empty line. Chunks of comments alone are left out.
[[nodiscard]] QStringList splitStatements(const QString &script);
//! A script compiled in below ":/petrel/store/"; Storage where there is none of that name.
Result<QString> storeScript(const QString &name);
//! Runs every statement of a script; the caller holds the transaction, if there is to be one.
Result<Unit> runScript(Database &database, const QString &script);

//! Brings a database to the newest form by numbered scripts. Each runs in one transaction that ends by
//! setting user_version, so a failing statement leaves the form before that script.
class Migrator {
public:
    explicit Migrator(QStringList scripts)
        : m_scripts(std::move(scripts))
    { }
    //! "001.sql", "002.sql" … of one database ("journal", "cache"), compiled in.
    static Migrator forDatabase(const QString &name);

    //! The version of the newest form.
    [[nodiscard]] int version() const { return int(m_scripts.size()); }
    static Result<int> versionOf(Database &database);
    //! Unsupported where the database is newer than we are.
    Result<Unit> migrate(Database &database) const;

private:
    QStringList m_scripts;
};

} // namespace Petrel
