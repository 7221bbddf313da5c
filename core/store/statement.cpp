// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include "store/database.h"
#include "store/storageerror.h"

#include <QSqlError>

namespace Petrel {

Statement::Statement(Database *database, std::shared_ptr<QSqlQuery> query, Error prepareError)
    : m_database(database),
      m_query(std::move(query)),
      m_prepareError(std::move(prepareError))
{ }

Statement::~Statement()
{
    if (m_query)
        m_query->finish();
}

Error Statement::lastError()
{
    return m_database->noted(storageError(m_query->lastError()));
}

Statement &Statement::bind(const QString &value)
{
    // A null QString would be bound as NULL; an empty text is meant.
    if (m_query)
        m_query->bindValue(m_bound++, value.isNull() ? QStringLiteral("") : value);
    return *this;
}

Statement &Statement::bind(qint64 value)
{
    if (m_query)
        m_query->bindValue(m_bound++, value);
    return *this;
}

Statement &Statement::bind(const QByteArray &value)
{
    if (m_query)
        m_query->bindValue(m_bound++, value.isNull() ? QByteArray("") : value);
    return *this;
}

Statement &Statement::bind(std::optional<bool> value)
{
    return value ? bind(*value) : bindNull();
}

Statement &Statement::bindNull()
{
    if (m_query)
        m_query->bindValue(m_bound++, QVariant());
    return *this;
}

Result<qint64> Statement::run()
{
    if (!m_query)
        return m_prepareError;
    m_executed = true;
    if (!m_query->exec())
        return lastError();
    return qint64(m_query->numRowsAffected());
}

Result<bool> Statement::step()
{
    if (!m_query)
        return m_prepareError;
    if (!m_executed) {
        m_executed = true;
        if (!m_query->exec())
            return lastError();
    }
    if (m_query->next()) {
        ++m_database->m_rowsStepped;
        return true;
    }
    if (m_query->lastError().isValid())
        return lastError();
    return false;
}

bool Statement::isNull(int column) const
{
    return m_query->isNull(column);
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

qint64 Statement::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

std::optional<bool> Statement::maybeBoolean(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return boolean(column);
}

QByteArray Statement::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

qint64 Statement::insertedId() const
{
    return m_query->lastInsertId().toLongLong();
}

} // namespace Petrel
