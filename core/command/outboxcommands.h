// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/actioncommand.h"

namespace Petrel {

//! outbox, outbox list: everything open, in written order.
class OutboxListCommand : public ActionCommand {
public:
    using ActionCommand::ActionCommand;
    void run() override;
};

//! outbox run: tries now whatever waits, back-off aside; settling pauses are kept.
class OutboxRunCommand : public ActionCommand {
public:
    using ActionCommand::ActionCommand;
    void run() override;

private:
    void tellAll();
    QVector<ActionId> m_before;
};

//! outbox retry ID: the person says "go on"; then one attempt, as after post.
class OutboxRetryCommand : public ActionCommand {
public:
    using ActionCommand::ActionCommand;
    void run() override;

private:
    void goOn(const Action &action);
};

//! outbox cancel ID.
class OutboxCancelCommand : public ActionCommand {
public:
    using ActionCommand::ActionCommand;
    void run() override;

private:
    void cancelled(const Action &action);
};

} // namespace Petrel
