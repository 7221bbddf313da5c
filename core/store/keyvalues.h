// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace Petrel {

//! The small facts both files keep about themselves: which journal, which start, which computer.
class KeyValues {
public:
    static KeyValues journal(Database &database) { return KeyValues(database, QStringLiteral("profile")); }
    static KeyValues cache(Database &database)
    {
        return KeyValues(database, QStringLiteral("cache_profile"));
    }

    static constexpr QLatin1String generation{"generation"};
    static constexpr QLatin1String machine{"machine"};
    static constexpr QLatin1String uid{"uid"}; //!< of the journal, in both files
    static constexpr QLatin1String lastSeenAt{"last_seen_at"};
    static constexpr QLatin1String restored{"restored"}; //!< set while a copy has not been started from

    //! Empty where there is none.
    Result<QString> text(QLatin1String key);
    //! 0 where there is none.
    Result<qint64> number(QLatin1String key);
    Result<Unit> set(QLatin1String key, const QString &value);
    Result<Unit> set(QLatin1String key, qint64 value) { return set(key, QString::number(value)); }
    Result<Unit> remove(QLatin1String key);

private:
    KeyValues(Database &database, const QString &table)
        : m_db(database),
          m_table(table)
    { }
    Database &m_db;
    QString m_table;
};

} // namespace Petrel
