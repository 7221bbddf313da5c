// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "domain/account.h"
#include "domain/action.h"

#include <QVector>

#include <functional>
#include <memory>

namespace Petrel {

class Alarm;
class Processor;

//! What every verb that writes wishes has in common: see them on their way, tell how they stand, end
//! accordingly.
class ActionCommand : public Command {
public:
    explicit ActionCommand(const CommandContext &context);
    ~ActionCommand() override;

protected:
    //! Lets the queues of these accounts go out and waits: with `waitMs` unset for one attempt of each
    //! action, else until each is settled or needs the person, at most that long. Then tells and ends.
    void follow(const QVector<ActionId> &actions, std::optional<qint64> waitMs);
    //! Tells how the actions stand and ends. What was given up is a failure of the verb that wished it, not
    //! of others.
    void tell(const QVector<ActionId> &actions, int exitOfCancelled = ExitFailed);
    [[nodiscard]] QString handleOf(const AccountId &account);
    //! The queues of accounts that have a session, sending from now on.
    [[nodiscard]] QVector<Processor *> startSending(const QVector<AccountId> &accounts);
    //! Calls `then` when `condition` holds, or after `longestMs` (unset = however long it takes).
    void waitFor(std::function<bool()> condition, const QVector<Processor *> &processors,
                 std::optional<qint64> longestMs, std::function<void()> then);
    //! What an action's state means for the exit code.
    [[nodiscard]] static int exitOf(const Action &action, int exitOfCancelled);
    [[nodiscard]] QVector<Action> read(const QVector<ActionId> &ids);

private:
    void tellOne(const Action &action);
    [[nodiscard]] bool attempted(const QVector<ActionId> &actions);
    std::unique_ptr<Alarm> m_deadline;
    std::function<void()> m_then;
};

} // namespace Petrel
