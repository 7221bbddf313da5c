// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "session/accountmanager.h"
#include "session/loginflow.h"

#include <memory>

namespace Petrel {

//! account add SERVER: signs in by browser, pasted code or a token from standard input.
class AccountAddCommand : public Command {
public:
    explicit AccountAddCommand(const CommandContext &context);
    void run() override;

private:
    [[nodiscard]] LoginFlow::Hands hands();
    void ended(const Result<Account> &account);
    LoginFlow m_flow;
};

//! account list.
class AccountListCommand : public Command {
public:
    using Command::Command;
    void run() override;

private:
    [[nodiscard]] QString stateOf(const Account &account);
};

//! account remove ACCOUNT.
class AccountRemoveCommand : public Command {
public:
    using Command::Command;
    void run() override;

private:
    void refused(const Error &error);
    void removed(const AccountManager::Removal &removal);
};

} // namespace Petrel
