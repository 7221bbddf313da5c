// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "gui/models/keyedlistmodel.h"
#include "gui/models/serverreport.h"
#include "store/weatherstore.h"

#include <QStringList>
#include <QVariantMap>

namespace Petrel {

class Clock;
class Store;
struct Account;
struct ChangeSet;

//! One server as the weather page shows it.
struct ServerRow {
    ServerHost host;
    QString name; //!< for people
    ServerReport now;
    QString stateWords;
    QStringList handles; //!< of the accounts on it
    QVector<Outage> outages; //!< newest first
    QString availabilityWords;

    friend bool operator==(const ServerRow &, const ServerRow &) = default;
};

//! The servers of the accounts, with their state and the outages of thirty days. Follows the store; of the
//! state right now it is told by refresh().
class WeatherModel : public KeyedListModel<ServerRow> {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString worst READ worst NOTIFY worstChanged)
public:
    enum Role {
        HostRole = Qt::UserRole + 1,
        ServerNameRole,
        StateRole,
        StateWordsRole,
        SinceMsRole,
        LastSuccessMsRole,
        NextTryMsRole,
        AccountsRole,
        OutagesRole,
        AvailabilityWordsRole,
    };
    Q_ENUM(Role)

    //! Store and clock must outlive it.
    WeatherModel(Store &store, const Clock &clock, AskServer ask, QObject *parent = nullptr);

    QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(rows().size()); }
    //! The worst state of all servers, as in the role `state`.
    [[nodiscard]] QString worst() const { return m_worst; }
    //! All roles of one server by name; empty for a server no account is on.
    [[nodiscard]] QVariantMap of(const QString &host) const;

public Q_SLOTS:
    //! Reads everything again: a server's state changed.
    void refresh();

Q_SIGNALS:
    void countChanged();
    void worstChanged();

protected:
    [[nodiscard]] QString keyOf(const ServerRow &row) const override { return row.host.value(); }
    [[nodiscard]] QVariant value(const ServerRow &row, int role) const override;
    void lengthChanged() override { Q_EMIT countChanged(); }

private:
    Result<QVector<ServerRow>> read() const;
    Result<ServerRow> readServer(const Account &account) const;
    void take(const ChangeSet &changes);

    Store &m_store;
    const Clock &m_clock;
    AskServer m_ask;
    QString m_worst;
};

} // namespace Petrel
