// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/accountmanager.h"

#include "base/clock.h"
#include "base/logging.h"
#include "store/accountstore.h"
#include "store/actionstore.h"
#include "store/draftstore.h"
#include "store/poststore.h"
#include "store/store.h"
#include "store/timelinestore.h"

#include <QCoreApplication>

#include <algorithm>

namespace Petrel {

namespace {

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("Petrel::AccountManager", text, nullptr, n);
}

Error unknownAccount(const QString &name)
{
    return {
        ErrorKind::NotFound,
        translated(QT_TRANSLATE_NOOP("Petrel::AccountManager", "No account is called %1 here.")).arg(name),
        {},
        {}};
}

QString wouldBeLost(const QString &handle, int actions, int drafts)
{
    QStringList lost;
    if (actions > 0)
        lost << translated(
                    QT_TRANSLATE_N_NOOP("Petrel::AccountManager",
                                        "%n action(s) of %1 have not been sent yet and would be lost."),
                    actions)
                    .arg(handle);
    if (drafts > 0)
        lost << translated(
                    QT_TRANSLATE_N_NOOP("Petrel::AccountManager",
                                        "%n unfinished post(s) of %1 are kept here alone and would be lost."),
                    drafts)
                    .arg(handle);
    return lost.join(QLatin1Char(' '));
}

} // namespace

AccountManager::AccountManager(CredentialStore &credentials, ServiceRegistry &registry,
                               const AccountSession::Shared &shared, QObject *parent)
    : QObject(parent),
      m_credentials(credentials),
      m_registry(registry),
      m_shared(shared)
{
    connect(&m_shared.store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.accounts)
            reread();
    });
}

AccountManager::~AccountManager() = default;

Task<Unit> AccountManager::load()
{
    auto accounts = AccountStore(m_shared.store.reader()).all();
    if (!accounts.ok())
        return accounts.error();
    m_accounts = accounts.take();
    return loadNext(0);
}

Task<Unit> AccountManager::loadNext(int index)
{
    if (index >= m_accounts.size())
        return Result<Unit>(Unit{});
    return loadOne(m_accounts.at(index)).then(this, [this, index](Unit) { return loadNext(index + 1); });
}

Task<Unit> AccountManager::loadOne(const Account &account)
{
    Promise<Unit> promise;
    m_credentials.read(account.id).finally(this, [this, account, promise](const Result<Secret> &secret) {
        std::optional<Credentials> credentials;
        if (secret.ok())
            credentials = Credentials::fromBytes(secret.value());
        if (!secret.ok())
            m_problems.insert(account.id, secret.error());
        else if (!credentials)
            m_problems.insert(
                account.id,
                {ErrorKind::Malformed,
                 translated(QT_TRANSLATE_NOOP("Petrel::AccountManager",
                                              "The token kept for this account is damaged. Sign in "
                                              "again.")),
                 {},
                 {}});
        begin(account, credentials.value_or(Credentials{}));
        promise.finish(Unit{});
    });
    return promise.task();
}

void AccountManager::begin(const Account &account, const Credentials &credentials)
{
    m_sessions.erase(account.id);
    auto made = AccountSession::make(account, credentials, m_registry.provider(account.service), m_shared);
    if (!made.ok()) {
        m_problems.insert(account.id, made.error());
        return;
    }
    auto session = made.take();
    connect(session.get(), &AccountSession::signedOut, this, &AccountManager::markSignedOut);
    m_sessions[account.id] = std::move(session);
}

//! Signals of a session may be on the stack: it goes when the event loop turns.
void AccountManager::drop(const AccountId &id)
{
    const auto found = m_sessions.find(id);
    if (found == m_sessions.end())
        return;
    found->second->retire();
    found->second.release()->deleteLater();
    m_sessions.erase(found);
}

std::optional<Account> AccountManager::account(const AccountId &id) const
{
    const auto found = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                                    [&](const Account &account) { return account.id == id; });
    return found == m_accounts.cend() ? std::nullopt : std::optional(*found);
}

AccountSession *AccountManager::session(const AccountId &id) const
{
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : found->second.get();
}

std::optional<Error> AccountManager::problem(const AccountId &id) const
{
    const auto found = m_problems.constFind(id);
    return found == m_problems.cend() ? std::nullopt : std::optional(*found);
}

Result<Account> AccountManager::find(const QString &name) const
{
    QString wanted = name.trimmed().toLower();
    if (wanted.startsWith(QLatin1Char('@')))
        wanted.remove(0, 1);
    QVector<Account> byUser;
    for (const Account &account : m_accounts) {
        if (account.handle == wanted || account.id.value() == name)
            return account;
        if (account.handle.section(QLatin1Char('@'), 0, 0) == wanted)
            byUser.append(account);
    }
    if (byUser.size() == 1)
        return byUser.first();
    if (byUser.isEmpty())
        return unknownAccount(name);
    QStringList handles;
    for (const Account &account : byUser)
        handles.append(account.handle);
    return Error{ErrorKind::Conflict,
                 translated(QT_TRANSLATE_NOOP("Petrel::AccountManager",
                                              "Several accounts are called %1; say which: %2."))
                     .arg(name, handles.join(QStringLiteral(", "))),
                 {},
                 {}};
}

Task<Account> AccountManager::accept(const SignedIn &signedIn)
{
    Account account;
    bool known = false;
    for (const Account &existing : m_accounts) {
        if (existing.service == signedIn.service && existing.handle == signedIn.own.profile.handle) {
            account = existing;
            known = true;
        }
    }
    if (!known) {
        account.id = AccountId(randomToken(m_shared.clock));
        account.addedAtMs = m_shared.clock.nowMs();
    }
    account.service = signedIn.service;
    account.host = signedIn.server.host;
    account.handle = signedIn.own.profile.handle;
    takeOver(account, signedIn.own, m_shared.clock.nowMs());
    account.serverInfo = signedIn.server.info;
    account.serverInfoAtMs = m_shared.clock.nowMs();
    account.signedOut = false;
    const Newcomer newcomer{account, signedIn.own.profile, signedIn.credentials, known};
    return m_credentials.write(account.id, newcomer.credentials.toBytes()).then(this, [this, newcomer](Unit) {
        return keep(newcomer);
    });
}

Task<Account> AccountManager::keep(const Newcomer &newcomer)
{
    const Account &account = newcomer.account;
    const Source source{account.host, account.id, account.profileAtMs};
    Promise<Account> promise;
    auto written =
        m_shared.store.settle([profile = newcomer.profile,
                               source](CacheTx &tx) { return PostStore(tx.db).putProfile(profile, source); },
                              [account, known = newcomer.known](JournalTx &tx) {
                                  tx.changes.accounts = true;
                                  AccountStore accounts(tx.db);
                                  return known ? accounts.update(account) : accounts.insert(account);
                              });
    written.finally(this, [this, newcomer, promise](const Result<Unit> &result) {
        const Account &account = newcomer.account;
        if (!result.ok()) {
            // A token without its account would lie about for ever.
            if (!newcomer.known)
                m_credentials.remove(account.id).finally(this, [](const Result<Unit> &) {});
            return promise.finish(result.error());
        }
        const auto place = std::find_if(m_accounts.begin(), m_accounts.end(),
                                        [&](const Account &other) { return other.id == account.id; });
        if (place == m_accounts.end())
            m_accounts.append(account);
        else
            *place = account;
        m_problems.remove(account.id);
        const auto *former = session(account.id);
        const bool sending = former && former->isSending();
        drop(account.id);
        begin(account, newcomer.credentials);
        if (sending && session(account.id))
            session(account.id)->startSending();
        Q_EMIT changed();
        promise.finish(account);
    });
    return promise.task();
}

void AccountManager::markSignedOut(const AccountId &id)
{
    auto marked = m_shared.store.journal([id](JournalTx &tx) -> Result<Unit> {
        AccountStore accounts(tx.db);
        auto account = accounts.find(id);
        if (!account.ok())
            return account.error();
        Account updated = account.take();
        if (updated.signedOut)
            return Unit{};
        updated.signedOut = true;
        tx.changes.accounts = true;
        return accounts.update(updated);
    });
    marked.finally(this, [](const Result<Unit> &result) {
        if (!result.ok())
            qCWarning(logSession) << "an account cannot be marked as signed out:" << result.error().detail;
    });
}

//! Somebody wrote accounts: the queue (quarantine, resume), a sign-in, or ourselves.
void AccountManager::reread()
{
    auto accounts = AccountStore(m_shared.store.reader()).all();
    if (!accounts.ok()) {
        qCWarning(logSession) << "the accounts cannot be read:" << accounts.error().detail;
        return;
    }
    m_accounts = accounts.take();
    for (const Account &account : std::as_const(m_accounts)) {
        if (auto *known = session(account.id))
            known->update(account);
    }
    Q_EMIT changed();
}

Result<QVector<Action>> AccountManager::openActions(const AccountId &id) const
{
    return ActionStore(m_shared.store.reader()).open(id);
}

Result<QVector<Draft>> AccountManager::draftsWithWords(const AccountId &id) const
{
    auto drafts = DraftStore(m_shared.store.reader()).of(id);
    if (!drafts.ok())
        return drafts;
    QVector<Draft> found = drafts.take();
    found.removeIf([](const Draft &draft) {
        return draft.content.text.trimmed().isEmpty() && draft.content.contentWarning.trimmed().isEmpty();
    });
    return found;
}

Task<Unit> AccountManager::revoke(const Account &account)
{
    Promise<Unit> promise;
    m_credentials.read(account.id).finally(this, [this, account, promise](const Result<Secret> &secret) {
        revokeWith(account, secret).forwardTo(promise);
    });
    return promise.task();
}

Task<Unit> AccountManager::revokeWith(const Account &account, const Result<Secret> &secret)
{
    if (!secret.ok() && secret.error().kind == ErrorKind::NotFound)
        return Result<Unit>(Unit{});
    if (!secret.ok())
        return secret.error();
    const auto credentials = Credentials::fromBytes(secret.value());
    auto *provider = m_registry.provider(account.service);
    if (!credentials || credentials->token.isEmpty() || !provider)
        return Result<Unit>(Unit{});
    return provider->authenticator().signOut(account, *credentials);
}

Task<Unit> AccountManager::forgetToken(const AccountId &id)
{
    Promise<Unit> promise;
    m_credentials.remove(id).finally(this, [promise](const Result<Unit> &removed) {
        const bool gone = removed.ok() || removed.error().kind == ErrorKind::NotFound;
        promise.finish(gone ? Result<Unit>(Unit{}) : removed);
    });
    return promise.task();
}

Task<Unit> AccountManager::signOut(const AccountId &id)
{
    const auto known = account(id);
    if (!known)
        return unknownAccount(id.value());
    return revoke(*known).then(this, [this, id](Unit) {
        markSignedOut(id);
        return forgetToken(id);
    });
}

Task<AccountManager::Removal> AccountManager::remove(const AccountId &id, bool force)
{
    const auto known = account(id);
    if (!known)
        return unknownAccount(id.value());
    auto open = openActions(id);
    if (!open.ok())
        return open.error();
    auto drafts = draftsWithWords(id);
    if (!drafts.ok())
        return drafts.error();
    const QString lost = wouldBeLost(known->handle, int(open.value().size()), int(drafts.value().size()));
    if (!lost.isEmpty() && !force)
        return Error{ErrorKind::Conflict, lost, {}, {}};
    Removal removal{*known, open.take(), drafts.take(), {}};
    if (auto *working = session(id))
        working->processor().stop();
    Promise<Removal> promise;
    revoke(*known).finally(this, [this, removal, promise](const Result<Unit> &revoked) mutable {
        if (!revoked.ok())
            removal.notRevoked = revoked.error();
        finishRemoval(removal).forwardTo(promise);
    });
    return promise.task();
}

Task<AccountManager::Removal> AccountManager::finishRemoval(const Removal &removal)
{
    const AccountId id = removal.account.id;
    drop(id);
    return forgetToken(id)
        .then(this, [this, id](Unit) { return deleteRows(id); })
        .then(this, [this, removal](Unit) {
            m_problems.remove(removal.account.id);
            return removal;
        });
}

Task<Unit> AccountManager::deleteRows(const AccountId &id)
{
    return m_shared.store.settle([id](CacheTx &tx) { return TimelineStore(tx.db).removeAccount(id); },
                                 [id](JournalTx &tx) {
                                     tx.changes.accounts = true;
                                     return AccountStore(tx.db).remove(id);
                                 });
}

} // namespace Petrel
