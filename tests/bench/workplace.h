// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>
#include <QTcpSocket>
#include <QTemporaryDir>

namespace Petrel {

struct ProfilePlan;

//! Where the benchmarks keep their profiles, and a server that refuses every connection: a port that is taken
//! and on which nobody listens.
class Workplace {
public:
    Workplace();
    //! Empty = there is none, and nothing can be measured.
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] QString refusingServer() const;

    //! Makes a profile called so, with its pictures, on the refusing server unless the plan names another.
    //! Says how long it took.
    [[nodiscard]] Result<Unit> makeProfile(const QString &name, ProfilePlan plan) const;
    //! What the program is told to use it.
    [[nodiscard]] QStringList argumentsFor(const QString &name) const;

private:
    [[nodiscard]] QString profile(const QString &name) const;
    [[nodiscard]] QString credentials(const QString &name) const;

    QTemporaryDir m_folder;
    QTcpSocket m_taken;
};

} // namespace Petrel
