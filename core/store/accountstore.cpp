// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/accountstore.h"

#include "store/sqlrun.h"

#include <QSet>

namespace Petrel {

namespace {

const QString accountColumns =
    QStringLiteral("id, service, host, handle, uri, ref, display_name, server_info, "
                   "server_info_at, added_at, signed_out, paused, colour, "
                   "default_visibility, default_language, profile_at");

Account accountAt(const Statement &row)
{
    Account account;
    account.id = AccountId(row.text(0));
    account.service = row.text(1);
    account.host = ServerHost(row.text(2));
    account.handle = row.text(3);
    account.uri = row.text(4);
    account.ref = RemoteRef(row.text(5));
    account.displayName = row.text(6);
    account.serverInfo = row.bytes(7);
    account.serverInfoAtMs = row.integer(8);
    account.addedAtMs = row.integer(9);
    account.signedOut = row.boolean(10);
    account.paused = row.boolean(11);
    account.colour = int(row.integer(12));
    account.defaultVisibility = visibilityFromName(row.text(13)).value_or(Visibility::Public);
    account.defaultLanguage = row.text(14);
    account.profileAtMs = row.integer(15);
    return account;
}

} // namespace

Result<QVector<Account>> AccountStore::all()
{
    Statement read =
        m_db.statement(QStringLiteral("SELECT %1 FROM account ORDER BY added_at, id").arg(accountColumns));
    QVector<Account> accounts;
    for (;;) {
        auto row = read.step();
        if (!row.ok())
            return row.error();
        if (!row.value())
            return accounts;
        accounts.append(accountAt(read));
    }
}

Result<Account> AccountStore::find(const AccountId &id)
{
    Statement read =
        m_db.statement(QStringLiteral("SELECT %1 FROM account WHERE id = ?").arg(accountColumns));
    read.bind(id);
    auto row = read.step();
    if (!row.ok())
        return row.error();
    if (!row.value())
        return Error{ErrorKind::NotFound, {}, QStringLiteral("no account ") + id.value(), {}};
    return accountAt(read);
}

Result<Unit> AccountStore::insert(const Account &account)
{
    auto colour = account.colour >= 0 ? Result<int>(account.colour) : freeColour();
    if (!colour.ok())
        return colour.error();
    return runSql(
        m_db,
        QStringLiteral("INSERT INTO account (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .arg(accountColumns),
        account.id, account.service, account.host, account.handle, account.uri, account.ref,
        account.displayName, account.serverInfo, account.serverInfoAtMs, account.addedAtMs, account.signedOut,
        account.paused, colour.value(), visibilityName(account.defaultVisibility), account.defaultLanguage,
        account.profileAtMs);
}

Result<int> AccountStore::freeColour()
{
    auto known = all();
    if (!known.ok())
        return known.error();
    QSet<int> taken;
    for (const Account &account : known.value())
        taken.insert(account.colour);
    int colour = 0;
    while (taken.contains(colour))
        ++colour;
    return colour;
}

Result<Unit> AccountStore::update(const Account &account)
{
    Statement write = m_db.statement(QStringLiteral(
        "UPDATE account SET service = ?, host = ?, handle = ?, uri = ?, ref = ?, display_name = ?, "
        "server_info = ?, server_info_at = ?, added_at = ?, signed_out = ?, paused = ?, "
        "default_visibility = ?, default_language = ?, profile_at = ? WHERE id = ?"));
    write.bind(account.service).bind(account.host).bind(account.handle).bind(account.uri).bind(account.ref);
    write.bind(account.displayName)
        .bind(account.serverInfo)
        .bind(account.serverInfoAtMs)
        .bind(account.addedAtMs);
    write.bind(account.signedOut).bind(account.paused);
    write.bind(visibilityName(account.defaultVisibility)).bind(account.defaultLanguage);
    write.bind(account.profileAtMs).bind(account.id);
    auto done = write.run();
    if (!done.ok())
        return done.error();
    if (done.value() == 0)
        return Error{ErrorKind::NotFound, {}, QStringLiteral("no account ") + account.id.value(), {}};
    return Unit{};
}

Result<Unit> AccountStore::remove(const AccountId &id)
{
    // Another account's reply to a post of this one's outbox: what it waits for will never come.
    if (auto done = runSql(
            m_db,
            QStringLiteral("UPDATE action SET depends_on = NULL, "
                           "reason = CASE WHEN state IN ('queued', 'waiting', 'needs-you') THEN "
                           "'parent-gone' ELSE reason END, "
                           "state = CASE WHEN state IN ('queued', 'waiting') THEN 'needs-you' ELSE state END "
                           "WHERE account <> ? AND depends_on IN (SELECT id FROM action WHERE account = ?)"),
            id, id);
        !done.ok())
        return done;
    if (auto done = runSql(m_db, QStringLiteral("DELETE FROM claim WHERE account = ?"), id); !done.ok())
        return done;
    if (auto done = runSql(m_db, QStringLiteral("DELETE FROM draft WHERE account = ?"), id); !done.ok())
        return done;
    if (auto done = runSql(m_db, QStringLiteral("DELETE FROM action WHERE account = ?"), id); !done.ok())
        return done;
    return runSql(m_db, QStringLiteral("DELETE FROM account WHERE id = ?"), id);
}

} // namespace Petrel
