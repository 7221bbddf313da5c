// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/outboxcommands.h"

#include "base/clock.h"
#include "command/jsonvalues.h"
#include "domain/words.h"
#include "outbox/outbox.h"
#include "session/engine.h"
#include "store/actionstore.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace Petrel {

namespace {

Result<ActionId> idOf(const QString &word)
{
    bool ok = false;
    const qint64 number = word.toLongLong(&ok);
    if (ok && number > 0)
        return ActionId(number);
    return Error{ErrorKind::Rejected,
                 QCoreApplication::translate("Petrel::OutboxCommands",
                                             "%1 is not a number of the outbox; petrelctl outbox shows them.")
                     .arg(safeLine(word, 40)),
                 {},
                 {}};
}

Error described(const Error &error, const ActionId &id)
{
    if (error.kind != ErrorKind::NotFound)
        return error;
    return {
        ErrorKind::NotFound,
        QCoreApplication::translate("Petrel::OutboxCommands", "The outbox has no action %1.").arg(id.value()),
        {},
        {}};
}

} // namespace

void OutboxListCommand::run()
{
    auto open = ActionStore(engine().store().reader()).open({});
    if (!open.ok())
        return fail(open.error());
    const qint64 now = engine().clock().nowMs();
    QJsonArray list;
    for (const Action &action : open.value()) {
        list.append(actionJson(action, handleOf(action.account)));
        if (json())
            continue;
        print(QStringLiteral("%1  %2  %3  %4  \"%5\"")
                  .arg(action.id.value(), 4)
                  .arg(ageOf(action.createdAtMs, now), -7)
                  .arg(handleOf(action.account), kindWords(action), aboutWords(action)));
        QString how = safeLine(describeAction(action));
        if (action.notBeforeMs > now)
            how += QLatin1Char(' ')
                + QCoreApplication::translate("Petrel::OutboxCommands", "Next try at %1.")
                      .arg(clockTime(action.notBeforeMs, now));
        if (!action.dependsOn.isNull())
            how += QLatin1Char(' ')
                + QCoreApplication::translate("Petrel::OutboxCommands", "After %1.")
                      .arg(action.dependsOn.value());
        print(QStringLiteral("      ") + how);
    }
    if (json())
        printJson({{QStringLiteral("actions"), list}});
    else if (list.isEmpty())
        print(QCoreApplication::translate("Petrel::OutboxCommands", "Nothing waits: everything is sent."));
    finish(ExitDone);
}

void OutboxRunCommand::run()
{
    auto open = ActionStore(engine().store().reader()).open({});
    if (!open.ok())
        return fail(open.error());
    QVector<AccountId> accounts;
    for (const Account &account : engine().accounts().accounts())
        accounts.append(account.id);
    for (const Action &action : open.value())
        m_before.append(action.id);
    const auto processors = startSending(accounts);
    for (const Account &account : engine().accounts().accounts())
        engine().weather().forgetBackoff(account.host);
    for (Processor *processor : processors)
        processor->tryNow();
    const auto wait = invocation().number(QStringLiteral("wait"));
    const auto over = [this, accounts, waits = wait.has_value()] {
        return std::all_of(accounts.cbegin(), accounts.cend(), [this, waits](const AccountId &id) {
            auto *session = engine().accounts().session(id);
            if (!session)
                return true;
            const QueueState state = session->processor().state();
            return state != QueueState::Busy && (!waits || state != QueueState::Waiting);
        });
    };
    waitFor(over, processors, wait ? std::optional(*wait * 1000) : std::nullopt, [this] { tellAll(); });
}

void OutboxRunCommand::tellAll()
{
    auto open = ActionStore(engine().store().reader()).open({});
    if (!open.ok())
        return fail(open.error());
    QVector<ActionId> ids = m_before;
    for (const Action &action : open.value()) {
        if (!ids.contains(action.id))
            ids.append(action.id);
    }
    if (ids.isEmpty() && !json())
        print(QCoreApplication::translate("Petrel::OutboxCommands", "Nothing waits: everything is sent."));
    tell(ids, ExitDone);
}

void OutboxRetryCommand::run()
{
    const auto id = idOf(invocation().words.value(0));
    if (!id.ok())
        return fail(id.error(), ExitUsage);
    engine().outbox().retry(id.value()).finally(this, [this, id = id.value()](const Result<Action> &action) {
        if (!action.ok())
            return fail(described(action.error(), id));
        goOn(action.value());
    });
}

//! An account paused after repeated crashes goes on with the person's word for one of its actions.
void OutboxRetryCommand::goOn(const Action &action)
{
    const auto account = engine().accounts().account(action.account);
    if (!account || !account->paused)
        return follow({action.id}, std::nullopt);
    engine()
        .outbox()
        .resume(action.account)
        .finally(this, [this, id = action.id](const Result<Unit> &resumed) {
            if (!resumed.ok())
                return fail(resumed.error());
            follow({id}, std::nullopt);
        });
}

void OutboxCancelCommand::run()
{
    const auto id = idOf(invocation().words.value(0));
    if (!id.ok())
        return fail(id.error(), ExitUsage);
    engine().outbox().cancel(id.value()).finally(this, [this, id = id.value()](const Result<Action> &action) {
        if (!action.ok())
            return fail(described(action.error(), id));
        cancelled(action.value());
    });
}

void OutboxCancelCommand::cancelled(const Action &action)
{
    const int exitCode = action.isOpen() ? ExitQueued : ExitDone;
    if (json())
        printJson({{QStringLiteral("actions"), QJsonArray{actionJson(action, handleOf(action.account))}}});
    else
        print(QStringLiteral("%1: %2").arg(action.id.value()).arg(safeLine(describeAction(action))));
    if (exitCode == ExitDone)
        return finish(ExitDone);
    // It may exist: the check that decides begins now, and is kept by whoever runs next.
    static_cast<void>(startSending({action.account}));
    finish(exitCode);
}

} // namespace Petrel
