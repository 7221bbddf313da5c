// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/actioncommand.h"

namespace Petrel {

//! favourite, boost, bookmark, their undoing, and delete: one wish about one post.
class ReactCommand : public ActionCommand {
public:
    using ActionCommand::ActionCommand;
    void run() override;
};

} // namespace Petrel
