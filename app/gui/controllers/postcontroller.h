// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QObject>

namespace Petrel {

class WishDesk;

//! The buttons on a post, of one account, for every page that shows posts. They only write wishes down; what
//! they change on the screen comes from the store.
class PostController : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString accountId READ accountIdText CONSTANT)
public:
    //! `wishes` must outlive it.
    PostController(WishDesk &wishes, const AccountId &account, QObject *parent = nullptr);

    [[nodiscard]] const AccountId &account() const { return m_account; }
    [[nodiscard]] QString accountIdText() const { return m_account.value(); }

    Q_INVOKABLE void favourite(const QString &uri, bool wanted);
    Q_INVOKABLE void boost(const QString &uri, bool wanted);
    Q_INVOKABLE void bookmark(const QString &uri, bool wanted);
    Q_INVOKABLE void remove(const QString &uri);
    Q_INVOKABLE void reply(const QString &uri);
    Q_INVOKABLE void retry(const QString &action);
    Q_INVOKABLE void cancel(const QString &action);
    Q_INVOKABLE void edit(const QString &action);

Q_SIGNALS:
    //! For the composer of the account.
    void replyWanted(const Petrel::AccountId &account, const QString &uri);
    void editWanted(const QString &action);

private:
    WishDesk &m_wishes;
    AccountId m_account;
};

} // namespace Petrel
