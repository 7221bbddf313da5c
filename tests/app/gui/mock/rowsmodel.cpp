// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowsmodel.h"

namespace Petrel {

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    return m_rows.value(index.row()).toMap().value(QString::fromUtf8(m_roles.value(role)));
}

void RowsModel::setRows(const QVariantList &rows)
{
    beginResetModel();
    m_rows = rows;
    if (m_roles.isEmpty() && !rows.isEmpty()) {
        int role = Qt::UserRole;
        const QVariantMap first = rows.constFirst().toMap();
        for (auto it = first.begin(); it != first.end(); ++it) {
            m_roles.insert(++role, it.key().toUtf8());
        }
    }
    endResetModel();
    Q_EMIT rowsChanged();
}

void RowsModel::change(int row, const QVariantMap &values)
{
    QVariantMap map = get(row);
    map.insert(values);
    m_rows[row] = map;
    Q_EMIT dataChanged(index(row), index(row));
}

void RowsModel::insert(int row, const QVariantMap &values)
{
    beginInsertRows({}, row, row);
    m_rows.insert(row, values);
    endInsertRows();
    Q_EMIT rowsChanged();
}

void RowsModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    Q_EMIT rowsChanged();
}

int RowsModel::rowOf(const QString &identity) const
{
    for (int row = 0; row < count(); ++row) {
        if (get(row).value(QStringLiteral("identity")).toString() == identity) {
            return row;
        }
    }
    return -1;
}

} // namespace Petrel
