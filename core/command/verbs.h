// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace Petrel {

//! An option a verb takes.
struct OptionSpec {
    enum class Value { None, Text, Seconds, Count, Visibility, HomeOnly };
    const char *name;
    Value value = Value::None;
    bool repeats = false;
};

//! A verb of the command line. The table of verbs is all there is: parser, help and dispatch read it.
struct Verb {
    const char *name; //!< "outbox run"; one or two words
    const char *usage; //!< what follows the name, for --help
    const char *summary; //!< translatable, context Petrel::Verbs
    int minWords = 0;
    int maxWords = 0;
    std::vector<OptionSpec> options;
    std::unique_ptr<Command> (*make)(const CommandContext &context);
};

//! In the order of --help.
[[nodiscard]] std::span<const Verb> verbs();
//! Options that stand anywhere on every command line.
[[nodiscard]] std::span<const OptionSpec> globalOptions();
//! The whole --help.
[[nodiscard]] QString helpText();

} // namespace Petrel
