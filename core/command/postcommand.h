// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/actioncommand.h"
#include "outbox/outbox.h"

namespace Petrel {

//! post: checks the text against every account's server before anything is queued, then queues for all of
//! them.
class PostCommand : public ActionCommand {
public:
    using ActionCommand::ActionCommand;
    void run() override;

private:
    [[nodiscard]] QString text() const;
    [[nodiscard]] Result<NewAction> wishFor(const Account &account, int index);
    void enqueueNext();
    void queued(const Result<Action> &action);

    QVector<NewAction> m_wishes;
    QVector<ActionId> m_queued;
};

} // namespace Petrel
