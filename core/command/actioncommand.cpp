// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/actioncommand.h"

#include "base/clock.h"
#include "command/console.h"
#include "command/jsonvalues.h"
#include "domain/words.h"
#include "outbox/outbox.h"
#include "session/engine.h"
#include "session/quiet.h"
#include "store/actionstore.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace Petrel {

ActionCommand::ActionCommand(const CommandContext &context)
    : Command(context)
{ }

ActionCommand::~ActionCommand() = default;

QString ActionCommand::handleOf(const AccountId &account)
{
    const auto known = engine().accounts().account(account);
    return known ? safeLine(known->handle) : account.value();
}

QVector<Processor *> ActionCommand::startSending(const QVector<AccountId> &accounts)
{
    QVector<Processor *> processors;
    for (const AccountId &id : accounts) {
        auto *session = engine().accounts().session(id);
        if (!session || processors.contains(&session->processor()))
            continue;
        session->startSending();
        processors.append(&session->processor());
    }
    return processors;
}

QVector<Action> ActionCommand::read(const QVector<ActionId> &ids)
{
    QVector<Action> actions;
    ActionStore store(engine().store().reader());
    for (const ActionId &id : ids) {
        if (auto found = store.find(id); found.ok())
            actions.append(found.take());
    }
    return actions;
}

void ActionCommand::waitFor(std::function<bool()> condition, const QVector<Processor *> &processors,
                            std::optional<qint64> longestMs, std::function<void()> then)
{
    m_then = std::move(then);
    const auto goOn = [this] {
        m_deadline.reset();
        if (auto next = std::exchange(m_then, nullptr))
            next();
    };
    if (longestMs)
        m_deadline = engine().clock().alarm(*longestMs, goOn);
    untilTrue(std::move(condition), processors, engine().store(), this)
        .finally(this, [goOn](const Result<Unit> &) { goOn(); });
}

//! An attempt has come to something, or nothing more happens for now (another action comes first, the gate is
//! shut).
bool ActionCommand::attempted(const QVector<ActionId> &ids)
{
    const auto actions = read(ids);
    return std::all_of(actions.cbegin(), actions.cend(), [this](const Action &action) {
        if (action.state != ActionState::Queued && action.state != ActionState::Sending)
            return true;
        auto *session = engine().accounts().session(action.account);
        return !session || session->processor().state() != QueueState::Busy;
    });
}

void ActionCommand::follow(const QVector<ActionId> &ids, std::optional<qint64> waitMs)
{
    QVector<AccountId> accounts;
    for (const Action &action : read(ids))
        accounts.append(action.account);
    const auto processors = startSending(accounts);
    const auto settled = [this, ids] {
        const auto actions = read(ids);
        return std::all_of(actions.cbegin(), actions.cend(), [](const Action &action) {
            return !action.isOpen() || action.state == ActionState::NeedsYou;
        });
    };
    const auto once = [this, ids] { return attempted(ids); };
    waitFor(waitMs ? std::function<bool()>(settled) : once, processors, waitMs, [this, ids] { tell(ids); });
}

int ActionCommand::exitOf(const Action &action, int exitOfCancelled)
{
    switch (action.state) {
    case ActionState::Queued:
    case ActionState::Sending:
    case ActionState::Waiting:
    case ActionState::Uncertain:
        return ExitQueued;
    case ActionState::NeedsYou:
        return ExitFailed;
    case ActionState::Done:
        return ExitDone;
    case ActionState::Cancelled:
        return action.reason == ActionReason::Replaced ? ExitDone : exitOfCancelled;
    }
    Q_UNREACHABLE();
}

void ActionCommand::tellOne(const Action &action)
{
    const bool settledWell = action.state == ActionState::Done && action.difference.isEmpty();
    const QString id = QString::number(action.id.value());
    if (settledWell) {
        const QString where = action.resultUrl.isEmpty() ? aboutWords(action) : safeLine(action.resultUrl);
        print(QCoreApplication::translate("Petrel::ActionCommand", "%1: %2 done: %3")
                  .arg(handleOf(action.account), kindWords(action), where));
        return;
    }
    print(QCoreApplication::translate("Petrel::ActionCommand", "%1: %2 %3 (%4): %5")
              .arg(handleOf(action.account), kindWords(action), id, aboutWords(action),
                   safeLine(describeAction(action))));
}

void ActionCommand::tell(const QVector<ActionId> &ids, int exitOfCancelled)
{
    const auto actions = read(ids);
    int exitCode = actions.size() == ids.size() ? ExitDone : ExitFailed;
    QJsonArray list;
    for (const Action &action : actions) {
        exitCode = worseExit(exitCode, exitOf(action, exitOfCancelled));
        list.append(actionJson(action, handleOf(action.account)));
        if (!json())
            tellOne(action);
    }
    if (json())
        printJson({{QStringLiteral("actions"), list}});
    else if (exitCode == ExitQueued)
        print(QCoreApplication::translate("Petrel::ActionCommand",
                                          "Kept in the outbox; it goes out with petrelctl outbox run."));
    finish(exitCode);
}

} // namespace Petrel
