// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "domain/account.h"
#include "store/timelinereader.h"

#include <QJsonArray>

namespace Petrel {

//! timeline home|unified: what the cache holds, with the user's open wishes laid over it. Never asks the
//! network.
class TimelineCommand : public Command {
public:
    using Command::Command;
    void run() override;

private:
    void home(const Account &account);
    void unified(const QVector<Account> &accounts);
    [[nodiscard]] QString headerOf(const Account &account);
    [[nodiscard]] QJsonObject statusJson(const Account &account);
    [[nodiscard]] int limit() const;
    void end(const QString &name, const QVector<Account> &accounts, const QJsonArray &posts);
};

} // namespace Petrel
