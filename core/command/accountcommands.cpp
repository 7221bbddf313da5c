// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/accountcommands.h"

#include "command/console.h"
#include "command/jsonvalues.h"
#include "domain/words.h"
#include "session/engine.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Petrel {

AccountAddCommand::AccountAddCommand(const CommandContext &context)
    : Command(context),
      m_flow(context.engine.registry(), context.engine.accounts(), hands())
{ }

LoginFlow::Hands AccountAddCommand::hands()
{
    LoginFlow::Hands hands;
    hands.openBrowser = [this](const QUrl &url) {
        console().err(QCoreApplication::translate("Petrel::AccountCommands", "Sign in at this address:")
                      + QLatin1Char('\n') + QString::fromLatin1(url.toEncoded()) + QLatin1Char('\n'));
        console().openBrowser(url);
    };
    hands.askForCode = [this] {
        return console().ask(
            QCoreApplication::translate("Petrel::AccountCommands", "Paste the code shown there: "));
    };
    return hands;
}

void AccountAddCommand::run()
{
    const QString server = invocation().words.value(0);
    if (invocation().has(QStringLiteral("token-stdin"))) {
        const Secret token(invocation().stdinText.section(QLatin1Char('\n'), 0, 0).trimmed().toUtf8());
        if (token.isEmpty())
            return fail({ErrorKind::Rejected,
                         QCoreApplication::translate("Petrel::AccountCommands",
                                                     "Standard input held no token in its first line."),
                         {},
                         {}});
        return m_flow.withToken(server, token).finally(this, [this](const Result<Account> &account) {
            ended(account);
        });
    }
    const auto way =
        invocation().has(QStringLiteral("paste-code")) ? LoginFlow::Way::PastedCode : LoginFlow::Way::Browser;
    m_flow.signIn(server, way).finally(this, [this](const Result<Account> &account) { ended(account); });
}

void AccountAddCommand::ended(const Result<Account> &account)
{
    if (!account.ok())
        return fail(account.error());
    if (json())
        printJson({{QStringLiteral("account"), accountJson(account.value())}});
    else
        print(QCoreApplication::translate("Petrel::AccountCommands", "Signed in as %1.")
                  .arg(safeLine(account.value().handle)));
    finish(ExitDone);
}

QString AccountListCommand::stateOf(const Account &account)
{
    if (account.signedOut)
        return QCoreApplication::translate("Petrel::AccountCommands",
                                           "signed out: sign in again with account add %1")
            .arg(account.host.value());
    if (const auto problem = engine().accounts().problem(account.id))
        return safeLine(errorWords(*problem));
    if (account.paused)
        return QCoreApplication::translate("Petrel::AccountCommands",
                                           "paused after repeated crashes: look at the outbox");
    return {};
}

void AccountListCommand::run()
{
    QJsonArray list;
    for (const Account &account : engine().accounts().accounts()) {
        QJsonObject object = accountJson(account);
        const QString state = stateOf(account);
        object.insert(QStringLiteral("problem"), state);
        list.append(object);
        if (!json())
            print(state.isEmpty() ? safeLine(account.handle)
                                  : QStringLiteral("%1  (%2)").arg(safeLine(account.handle), state));
    }
    if (json())
        printJson({{QStringLiteral("accounts"), list}});
    else if (list.isEmpty())
        print(QCoreApplication::translate("Petrel::AccountCommands",
                                          "No account yet. petrelctl account add SERVER signs in."));
    finish(ExitDone);
}

void AccountRemoveCommand::run()
{
    const auto account = engine().accounts().find(invocation().words.value(0));
    if (!account.ok())
        return fail(account.error());
    engine()
        .accounts()
        .remove(account.value().id, invocation().has(QStringLiteral("force")))
        .finally(this, [this](const Result<AccountManager::Removal> &result) {
            if (result.ok())
                removed(result.value());
            else
                refused(result.error());
        });
}

void AccountRemoveCommand::refused(const Error &error)
{
    Error told = error;
    if (error.kind == ErrorKind::Conflict)
        told.message += QLatin1Char(' ')
            + QCoreApplication::translate(
                            "Petrel::AccountCommands",
                            "petrelctl outbox shows them; --force removes them with the account.");
    fail(told);
}

void AccountRemoveCommand::removed(const AccountManager::Removal &removal)
{
    const QString handle = safeLine(removal.account.handle);
    if (json()) {
        QJsonArray dropped;
        for (const Action &action : removal.dropped)
            dropped.append(actionJson(action, removal.account.handle));
        QJsonObject object{{QStringLiteral("removed"), handle}, {QStringLiteral("dropped"), dropped}};
        QJsonArray drafts;
        for (const Draft &draft : removal.drafts)
            drafts.append(draft.content.text);
        object.insert(QStringLiteral("drafts"), drafts);
        object.insert(QStringLiteral("notRevoked"),
                      removal.notRevoked ? QJsonValue(errorJson(*removal.notRevoked)) : QJsonValue());
        printJson(object);
        return finish(ExitDone);
    }
    print(QCoreApplication::translate("Petrel::AccountCommands", "%1 is removed.").arg(handle));
    // A text nobody else has must not go without a word.
    for (const Action &action : removal.dropped) {
        const QString text =
            action.kind == ActionKind::Publish ? safeText(action.content.text) : aboutWords(action);
        print(QCoreApplication::translate("Petrel::AccountCommands", "Not sent, and dropped: %1: %2")
                  .arg(kindWords(action), text));
    }
    for (const Draft &draft : removal.drafts)
        print(QCoreApplication::translate("Petrel::AccountCommands", "Unfinished, and dropped: %1")
                  .arg(safeText(draft.content.text)));
    if (removal.notRevoked)
        console().err(
            QCoreApplication::translate(
                "Petrel::AccountCommands",
                "The server could not be told (%1). The token is gone from here; to revoke it there too, "
                "use the list of apps in the account's settings on the server.")
                .arg(safeLine(errorWords(*removal.notRevoked)))
            + QLatin1Char('\n'));
    finish(ExitDone);
}

} // namespace Petrel
