// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "domain/draft.h"
#include "service/registry.h"
#include "session/accountsession.h"
#include "session/credentialstore.h"

#include <QHash>
#include <QObject>
#include <QVector>

#include <map>
#include <memory>
#include <optional>

namespace Petrel {

//! The accounts of a profile: who is signed in, with which session; adds, signs out and removes them. An
//! account whose token cannot be read stays, with a session that reads the cache and sends nothing, and the
//! reason at problem().
class AccountManager : public QObject {
    Q_OBJECT
public:
    //! All references must outlive it.
    AccountManager(CredentialStore &credentials, ServiceRegistry &registry,
                   const AccountSession::Shared &shared, QObject *parent = nullptr);
    ~AccountManager() override;

    //! Reads the accounts and makes their sessions. Fails only where the accounts themselves cannot be read.
    Task<Unit> load();

    //! In the order of signing in.
    [[nodiscard]] const QVector<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] std::optional<Account> account(const AccountId &id) const;
    //! Null where the account's network or server is not understood; see problem().
    [[nodiscard]] AccountSession *session(const AccountId &id) const;
    //! Why an account cannot be used wholly; nothing = it can.
    [[nodiscard]] std::optional<Error> problem(const AccountId &id) const;
    //! By handle as people type it: "user@host", "@user@host", or "user" where only one account has that
    //! name. NotFound and Conflict (several) with words.
    [[nodiscard]] Result<Account> find(const QString &name) const;

    //! Takes in who has just signed in: an account already here keeps its id, its outbox and its cache.
    Task<Account> accept(const SignedIn &signedIn);
    //! Whether the token of a sign-in could be kept; ask before beginning one.
    Task<Unit> ready() { return m_credentials.available(); }
    //! Revokes the token on the server and forgets it here; the account and its posts stay readable.
    Task<Unit> signOut(const AccountId &id);

    //! What removing an account did.
    struct Removal {
        Account account;
        QVector<Action> dropped; //!< open wishes that went with it
        QVector<Draft> drafts; //!< unfinished words that went with it
        std::optional<Error>
            notRevoked; //!< the server could not be told; the token is gone from here all the same
    };
    //! Conflict, with the count in words, where open actions or drafts with words in them would be lost,
    //! unless `force`.
    Task<Removal> remove(const AccountId &id, bool force);

    //! Marks an account whose token the server refuses: its gate closes, it is kept for signing in again.
    void markSignedOut(const AccountId &id);
    //! How many wishes of the account are open.
    [[nodiscard]] Result<QVector<Action>> openActions(const AccountId &id) const;

Q_SIGNALS:
    void changed();

private:
    //! Who has just signed in, on the way to the disk.
    struct Newcomer {
        Account account;
        Profile profile;
        Credentials credentials;
        bool known = false; //!< was here before
    };
    Task<Unit> loadNext(int index);
    Task<Unit> loadOne(const Account &account);
    Task<Account> keep(const Newcomer &newcomer);
    void begin(const Account &account, const Credentials &credentials);
    void drop(const AccountId &id);
    void reread();
    [[nodiscard]] Result<QVector<Draft>> draftsWithWords(const AccountId &id) const;
    Task<Unit> revoke(const Account &account);
    Task<Unit> revokeWith(const Account &account, const Result<Secret> &secret);
    Task<Unit> forgetToken(const AccountId &id);
    Task<Unit> deleteRows(const AccountId &id);
    Task<Removal> finishRemoval(const Removal &removal);

    CredentialStore &m_credentials;
    ServiceRegistry &m_registry;
    AccountSession::Shared m_shared;
    QVector<Account> m_accounts;
    std::map<AccountId, std::unique_ptr<AccountSession>> m_sessions;
    QHash<AccountId, Error> m_problems;
};

} // namespace Petrel
