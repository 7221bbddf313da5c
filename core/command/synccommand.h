// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "domain/account.h"
#include "sync/syncengine.h"

#include <QJsonArray>

namespace Petrel {

//! sync: brings each account's home up to date, all accounts at the same time; then goes on filling gaps for
//! a few pages. One account's storm is no other's.
class SyncCommand : public Command {
public:
    using Command::Command;
    void run() override;

private:
    void refresh(const Account &account);
    void read(const Account &account);
    void refreshed(const Account &account, const Result<RefreshReport> &report);
    void fill(const Account &account, const RefreshReport &soFar, int pagesLeft);
    void accountEnded(const Account &account, const RefreshReport &report, const Error *error);
    void waiting();

    int m_running = 0;
    int m_exit = ExitDone;
    QJsonArray m_results;
};

} // namespace Petrel
