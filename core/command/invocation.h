// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace Petrel {

struct Verb;

//! One command line, understood: which verb with which words and options. Made by parse(); values are already
//! known to be well-formed (numbers in range, visibilities by name).
struct Invocation {
    const Verb *verb = nullptr; //!< null with help or version
    QStringList words; //!< what follows the verb, options taken out
    QHash<QString, QStringList> options; //!< by name without dashes; flags have one empty value
    QString stdinText; //!< what the verb asked to read; may hold a token: never log it
    //! Names this run of the command for ever; a command handed in twice (its first taker died) is carried
    //! out once.
    QString token;
    bool help = false;
    bool version = false;

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    [[nodiscard]] QString value(const QString &option) const { return options.value(option).value(0); }
    [[nodiscard]] std::optional<qint64> number(const QString &option) const;
    [[nodiscard]] bool json() const { return has(QStringLiteral("json")); }
    //! Whether standard input belongs to the command (TEXT "-", --token-stdin).
    [[nodiscard]] bool wantsStdin() const;
};

//! Understands a command line without the program's name. An error is a usage error: Rejected, with words.
[[nodiscard]] Result<Invocation> parseInvocation(const QStringList &arguments);

} // namespace Petrel
