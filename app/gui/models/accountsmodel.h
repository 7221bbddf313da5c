// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "gui/models/keyedlistmodel.h"
#include "gui/models/serverreport.h"

#include <optional>

namespace Petrel {

class Clock;
class Store;
struct ChangeSet;

//! One account as the rail shows it.
struct AccountRow {
    Account account;
    QString avatarUrl; //!< empty where none is known
    QString problem; //!< words, or empty
    ServerReport server;
    QString weatherWords;
    int waiting = 0;
    int needsYou = 0;
    bool current = false;

    friend bool operator==(const AccountRow &, const AccountRow &) = default;
};

//! The accounts signed in here, in the order of signing in, with what the rail shows of each. Follows the
//! store; of weather and problems it is told by refresh().
class AccountsModel : public KeyedListModel<AccountRow> {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    enum Role {
        AccountIdRole = Qt::UserRole + 1,
        HandleRole,
        ShortHandleRole,
        DisplayNameRole,
        AvatarRole,
        HostRole,
        ColourRole,
        ProblemRole,
        SignedOutRole,
        WeatherRole,
        WeatherWordsRole,
        WaitingRole,
        NeedsYouRole,
        CurrentRole,
    };
    Q_ENUM(Role)

    //! What the store does not know. An empty function knows nothing.
    struct Asked {
        AskServer weather;
        std::function<QString(const AccountId &)> problem; //!< words, or empty
    };

    //! Store and clock must outlive it.
    AccountsModel(Store &store, const Clock &clock, Asked asked, QObject *parent = nullptr);

    QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(rows().size()); }
    [[nodiscard]] AccountId current() const { return m_current; }
    void setCurrent(const AccountId &account);
    [[nodiscard]] std::optional<Account> account(const AccountId &id) const;
    //! Address of the account's picture; empty where none is known.
    [[nodiscard]] QString avatarUrl(const AccountId &id) const;
    //! -1 where there is none.
    Q_INVOKABLE int rowOf(const QString &accountId) const;

public Q_SLOTS:
    //! Reads everything again: the weather or a problem changed, or the display's clock went on.
    void refresh();

Q_SIGNALS:
    void countChanged();

protected:
    [[nodiscard]] QString keyOf(const AccountRow &row) const override { return row.account.id.value(); }
    [[nodiscard]] QVariant value(const AccountRow &row, int role) const override;
    void lengthChanged() override { Q_EMIT countChanged(); }

private:
    Result<QVector<AccountRow>> read() const;
    void take(const ChangeSet &changes);

    Store &m_store;
    const Clock &m_clock;
    Asked m_asked;
    AccountId m_current;
};

} // namespace Petrel
