// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/accountchoice.h"

#include "session/accountmanager.h"

#include <QCoreApplication>

#include <algorithm>

namespace Petrel {

namespace {

QString usageMark()
{
    return QStringLiteral("usage");
}

} // namespace

Result<QVector<Account>> chooseAccounts(const AccountManager &accounts, const QStringList &names)
{
    if (names.isEmpty())
        return accounts.accounts();
    QVector<Account> chosen;
    for (const QString &name : names) {
        auto found = accounts.find(name);
        if (!found.ok())
            return found.error();
        const bool twice = std::any_of(chosen.cbegin(), chosen.cend(),
                                       [&](const Account &other) { return other.id == found.value().id; });
        if (!twice)
            chosen.append(found.take());
    }
    return chosen;
}

Result<QVector<Account>> chooseActors(const AccountManager &accounts, const QStringList &names)
{
    auto chosen = chooseAccounts(accounts, names);
    if (!chosen.ok())
        return chosen;
    if (chosen.value().isEmpty())
        return noAccountYet();
    if (!names.isEmpty() || chosen.value().size() == 1)
        return chosen;
    QStringList handles;
    for (const Account &account : chosen.value())
        handles.append(account.handle);
    return Error{ErrorKind::Rejected,
                 QCoreApplication::translate("Petrel::AccountChoice", "Say with --account as whom: %1.")
                     .arg(handles.join(QStringLiteral(", "))),
                 usageMark(),
                 {}};
}

Error noAccountYet()
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("Petrel::AccountChoice",
                                        "No account yet. petrelctl account add SERVER signs in."),
            {},
            {}};
}

bool isUsage(const Error &error)
{
    return error.kind == ErrorKind::Rejected && error.detail == usageMark();
}

} // namespace Petrel
