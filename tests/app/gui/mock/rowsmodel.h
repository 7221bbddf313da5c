// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QVariantMap>

namespace Petrel {

//! A list of maps as a model, for the invented world of the window's tests: lists inside a row stay lists,
//! which QML's own ListModel does not promise. The roles are the keys of the first rows it is given.
class RowsModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QVariantList rows READ rows WRITE setRows NOTIFY rowsChanged)
    Q_PROPERTY(int count READ count NOTIFY rowsChanged)
    Q_PROPERTY(bool atTop MEMBER m_atTop CONSTANT)
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override { return m_roles; }

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] QVariantList rows() const { return m_rows; }
    void setRows(const QVariantList &rows);

    Q_INVOKABLE QVariantMap get(int row) const { return m_rows.value(row).toMap(); }
    Q_INVOKABLE void change(int row, const QVariantMap &values);
    Q_INVOKABLE void insert(int row, const QVariantMap &values);
    Q_INVOKABLE void remove(int row);
    //! -1 where there is none.
    Q_INVOKABLE int rowOf(const QString &identity) const;
    //! What the real timeline's model offers and this one need not do: everything is in it.
    Q_INVOKABLE void seen(const QString &identity) { Q_UNUSED(identity) }
    Q_INVOKABLE void toTop() { }
    Q_INVOKABLE void fetchNewer() { }

Q_SIGNALS:
    void rowsChanged();

private:
    QVariantList m_rows;
    QHash<int, QByteArray> m_roles;
    bool m_atTop = true;
};

} // namespace Petrel
