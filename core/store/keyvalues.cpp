// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keyvalues.h"

namespace Petrel {

Result<QString> KeyValues::text(QLatin1String key)
{
    Statement read = m_db.statement(QStringLiteral("SELECT value FROM %1 WHERE key = ?").arg(m_table));
    read.bind(QString(key));
    auto row = read.step();
    if (!row.ok())
        return row.error();
    return row.value() ? read.text(0) : QString();
}

Result<qint64> KeyValues::number(QLatin1String key)
{
    auto value = text(key);
    if (!value.ok())
        return value.error();
    return value.value().toLongLong();
}

Result<Unit> KeyValues::set(QLatin1String key, const QString &value)
{
    Statement write = m_db.statement(QStringLiteral("INSERT INTO %1 (key, value) VALUES (?, ?) ON CONFLICT "
                                                    "(key) DO UPDATE SET value = excluded.value")
                                         .arg(m_table));
    write.bind(QString(key)).bind(value);
    if (auto done = write.run(); !done.ok())
        return done.error();
    return Unit{};
}

Result<Unit> KeyValues::remove(QLatin1String key)
{
    Statement write = m_db.statement(QStringLiteral("DELETE FROM %1 WHERE key = ?").arg(m_table));
    write.bind(QString(key));
    if (auto done = write.run(); !done.ok())
        return done.error();
    return Unit{};
}

} // namespace Petrel
