// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/petrelctl.h"
#include "tour/serverprocess.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace Petrel {

//! A walk through Petrel's main job with real programs: two servers, one profile, an outage, a kill, a
//! recovery. Prints each step and what it checked; stops at the first check that does not hold.
class Tour {
public:
    //! `programs`: the folder with petrelctl and petrel-fakeserver.
    explicit Tour(const QString &programs);
    //! True where every check held.
    [[nodiscard]] bool walk();

private:
    [[nodiscard]] bool serversAndAccounts();
    [[nodiscard]] bool fairWeather();
    [[nodiscard]] bool outage();
    [[nodiscard]] bool writeAndReact();
    [[nodiscard]] bool oneServerReturns();
    [[nodiscard]] bool killAfterCommit();
    [[nodiscard]] bool recoverAndDrain();
    [[nodiscard]] bool compareWorlds();
    [[nodiscard]] bool leave();

    void step(const QString &title);
    //! Prints what was checked; false ends the walk.
    [[nodiscard]] bool check(bool held, const QString &what, const QString &details = {});
    [[nodiscard]] bool ends(const Ran &ran, int exitCode, const QString &what);
    [[nodiscard]] bool addAccount(ServerProcess &server);
    [[nodiscard]] bool holdsNoToken();
    [[nodiscard]] QStringList as(ServerProcess &server, const QStringList &arguments) const;
    [[nodiscard]] bool waitForCommit(QProcess &running);

    QTemporaryDir m_folder;
    ServerProcess m_one;
    ServerProcess m_two;
    PetrelCtl m_petrel;
    QElapsedTimer m_clock;
    int m_step = 0;
    int m_checks = 0;
    QString m_postAtOne; //!< address of bob's post on the first server
    QString m_uriAtOne;
    int m_ghost = 0;
};

} // namespace Petrel
