// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace Petrel {

//! Runs a program beside this one to its end, while this one's servers go on answering it. What the program
//! writes on standard output are lines of JSON; all else goes where this one's errors go.
struct ChildRun {
    QJsonObject last; //!< the last line; empty = it said nothing
    qint64 startedAtNs = 0; //!< see sharedNs()
    bool ok = false; //!< it ended by itself, and well
};

[[nodiscard]] ChildRun runChild(const QString &program, const QStringList &arguments,
                                const std::function<void(const QJsonObject &line)> &onLine = {});

} // namespace Petrel
