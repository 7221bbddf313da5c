// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"
#include "session/serverstate.h"

namespace Petrel {

//! weather: each server's state, cause, and its outages of 30 days.
class WeatherCommand : public Command {
public:
    using Command::Command;
    void run() override;

private:
    void tell(const ServerHost &host, const ServerState &state);
    [[nodiscard]] QJsonObject toJson(const ServerHost &host, const ServerState &state);
};

} // namespace Petrel
