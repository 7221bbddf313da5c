// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QMetaEnum>
#include <QSet>
#include <QVector>

#include <algorithm>

namespace Petrel {

//! Role names for QML: those of the enum's values without their last word, "PlainNameRole" as "plainName".
template <typename Role> [[nodiscard]] QHash<int, QByteArray> roleNamesOf()
{
    QHash<int, QByteArray> names;
    const auto roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i) {
        QByteArray name(roles.key(i));
        name.chop(int(qstrlen("Role")));
        name[0] = char(name.at(0) - 'A' + 'a');
        names.insert(roles.value(i), name);
    }
    return names;
}

//! The places that can stay while the others move around them: a longest rising series.
[[nodiscard]] QSet<int> steadyPlaces(const QVector<int> &places);

//! A list of plain values that are known by a key. Whoever derives from it hands in the whole list by
//! patch(), which tells views the least that changed: rows that came, went, moved, and of changed ones the
//! roles. Where the list only grew at an end, append() and prepend() do so without looking at each row.
template <typename Row> class KeyedListModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        return value(m_rows.at(index.row()), role);
    }

    [[nodiscard]] const QVector<Row> &rows() const { return m_rows; }

protected:
    [[nodiscard]] virtual QString keyOf(const Row &row) const = 0;
    [[nodiscard]] virtual QVariant value(const Row &row, int role) const = 0;
    //! After a patch that made the list longer or shorter.
    virtual void lengthChanged() = 0;

    //! True while views are told of changes: a view that then asks for more would be told of changes within
    //! changes.
    [[nodiscard]] bool isPatching() const { return m_patching; }

    //! -1 where there is none.
    [[nodiscard]] int indexOf(const QString &key) const
    {
        const auto found =
            std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) { return keyOf(row) == key; });
        return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
    }

    //! Makes the list these rows. A second row of the same key is left out.
    void patch(const QVector<Row> &rows)
    {
        const qsizetype before = m_rows.size();
        QSet<QString> keys;
        QVector<Row> wanted;
        wanted.reserve(rows.size());
        for (const Row &row : rows) {
            const QString key = keyOf(row);
            if (keys.contains(key))
                continue;
            keys.insert(key);
            wanted.append(row);
        }
        m_patching = true;
        removeMissing(keys);
        moveKept(wanted);
        insertNew(wanted);
        updateChanged(wanted);
        m_patching = false;
        if (m_rows.size() != before)
            lengthChanged();
    }

    //! Adds rows below; those whose key is there already are left out.
    void append(const QVector<Row> &rows) { add(rows, int(m_rows.size())); }
    //! The same above.
    void prepend(const QVector<Row> &rows) { add(rows, 0); }

    //! Lets go of all rows but `count` from row `first` on, which must be there.
    void keepOnly(int first, int count)
    {
        const qsizetype before = m_rows.size();
        m_patching = true;
        removeRange(first + count, int(before) - first - count);
        removeRange(0, first);
        m_patching = false;
        if (m_rows.size() != before)
            lengthChanged();
    }

    void clear()
    {
        if (m_rows.isEmpty())
            return;
        m_patching = true;
        beginResetModel();
        m_rows.clear();
        endResetModel();
        m_patching = false;
        lengthChanged();
    }

    //! What the values are made from changed, beside the rows.
    void announce(const QVector<int> &roles = {})
    {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), roles);
    }

private:
    void removeMissing(const QSet<QString> &wanted)
    {
        const auto missing = [&](int row) { return !wanted.contains(keyOf(m_rows.at(row))); };
        for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
            if (!missing(last))
                continue;
            int first = last;
            while (first > 0 && missing(first - 1))
                --first;
            removeRange(first, last - first + 1);
            last = first;
        }
    }

    void removeRange(int first, int count)
    {
        if (count <= 0)
            return;
        beginRemoveRows({}, first, first + count - 1);
        m_rows.remove(first, count);
        endRemoveRows();
    }

    void insertRange(int at, const QVector<Row> &rows)
    {
        beginInsertRows({}, at, at + int(rows.size()) - 1);
        m_rows.insert(at, rows.size(), Row{});
        std::copy(rows.cbegin(), rows.cend(), m_rows.begin() + at);
        endInsertRows();
    }

    [[nodiscard]] QSet<QString> keysHere() const
    {
        QSet<QString> keys;
        keys.reserve(m_rows.size());
        for (const Row &row : m_rows)
            keys.insert(keyOf(row));
        return keys;
    }

    void add(const QVector<Row> &rows, int at)
    {
        QSet<QString> keys = keysHere();
        QVector<Row> fresh;
        for (const Row &row : rows) {
            const qsizetype known = keys.size();
            keys.insert(keyOf(row));
            if (keys.size() > known)
                fresh.append(row);
        }
        if (fresh.isEmpty())
            return;
        m_patching = true;
        insertRange(at, fresh);
        m_patching = false;
        lengthChanged();
    }

    void moveKept(const QVector<Row> &wanted)
    {
        const QSet<QString> here = keysHere();
        QStringList order;
        QHash<QString, int> placeOf;
        for (const Row &row : wanted) {
            const QString key = keyOf(row);
            if (!here.contains(key))
                continue;
            placeOf.insert(key, int(order.size()));
            order.append(key);
        }
        QVector<int> places;
        for (const Row &row : std::as_const(m_rows))
            places.append(placeOf.value(keyOf(row)));
        if (std::is_sorted(places.cbegin(), places.cend()))
            return;
        const QSet<int> steady = steadyPlaces(places);
        for (int place = 0; place < order.size(); ++place) {
            if (!steady.contains(place))
                move(indexOf(order.at(place)), place == 0 ? 0 : indexOf(order.at(place - 1)) + 1);
        }
    }

    void move(int from, int to)
    {
        if (to == from || to == from + 1)
            return;
        beginMoveRows({}, from, from, {}, to);
        m_rows.move(from, to > from ? to - 1 : to);
        endMoveRows();
    }

    void insertNew(const QVector<Row> &wanted)
    {
        for (int i = 0; i < wanted.size(); ++i) {
            const bool more = i < m_rows.size();
            const QString next = more ? keyOf(m_rows.at(i)) : QString();
            int end = i;
            while (end < wanted.size() && !(more && keyOf(wanted.at(end)) == next))
                ++end;
            if (end == i)
                continue;
            insertRange(i, wanted.mid(i, end - i));
            i = end - 1;
        }
    }

    void updateChanged(const QVector<Row> &wanted)
    {
        const QHash<int, QByteArray> names = roleNames();
        for (int i = 0; i < wanted.size(); ++i) {
            if (m_rows.at(i) == wanted.at(i))
                continue;
            QVector<int> changed;
            for (auto role = names.cbegin(); role != names.cend(); ++role) {
                if (value(m_rows.at(i), role.key()) != value(wanted.at(i), role.key()))
                    changed.append(role.key());
            }
            m_rows[i] = wanted.at(i);
            if (!changed.isEmpty())
                Q_EMIT dataChanged(index(i), index(i), changed);
        }
    }

    QVector<Row> m_rows;
    bool m_patching = false;
};

} // namespace Petrel
