// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/action.h"
#include "gui/models/keyedlistmodel.h"

#include <functional>
#include <optional>

namespace Petrel {

class Store;
struct ChangeSet;

//! One action as the outbox shows it.
struct OutboxRow {
    Action action;
    QString handle; //!< of its account
    int colour = 0; //!< of its account
    QString stateWords;
    qint64 nextTryMs = 0;

    friend bool operator==(const OutboxRow &, const OutboxRow &) = default;
};

//! The open actions of all accounts: those that need the person first, then in written order. Follows the
//! store.
class OutboxModel : public KeyedListModel<OutboxRow> {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int needsYou READ needsYou NOTIFY needsYouChanged)
public:
    enum Role {
        ActionIdRole = Qt::UserRole + 1,
        AccountIdRole,
        HandleRole,
        ColourRole,
        KindRole,
        KindWordsRole,
        TitleRole,
        ContentWarningRole,
        StateRole,
        StateWordsRole,
        SinceMsRole,
        NextTryMsRole,
        NeedsYouRole,
        CanRetryRole,
        CanEditRole,
        CanCancelRole,
    };
    Q_ENUM(Role)

    //! What the store does not know. An empty function knows nothing.
    struct Asked {
        std::function<QString(const Action &)> describe; //!< a whole sentence: what waits, and why
        //! When its server is tried next, in wall time; 0 = not planned.
        std::function<qint64(const Action &)> nextTryMs;
    };

    //! The store must outlive it.
    OutboxModel(Store &store, Asked asked, QObject *parent = nullptr);

    QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return int(rows().size()); }
    [[nodiscard]] int needsYou() const { return m_needsYou; }
    [[nodiscard]] std::optional<Action> action(const ActionId &id) const;

public Q_SLOTS:
    //! Words and next tries may have changed: the weather did.
    void refresh();

Q_SIGNALS:
    void countChanged();
    void needsYouChanged();

protected:
    [[nodiscard]] QString keyOf(const OutboxRow &row) const override
    {
        return QString::number(row.action.id.value());
    }
    [[nodiscard]] QVariant value(const OutboxRow &row, int role) const override;
    void lengthChanged() override { Q_EMIT countChanged(); }

private:
    Result<QVector<OutboxRow>> read() const;
    void take(const ChangeSet &changes);

    Store &m_store;
    Asked m_asked;
    int m_needsYou = 0;
};

} // namespace Petrel
