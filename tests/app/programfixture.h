// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/petrelctl.h"
#include "tour/serverprocess.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

namespace Petrel {

//! The real programs: one fake server, one profile with alice signed in.
class ProgramFixture {
public:
    explicit ProgramFixture(const QString &profileBelow = QStringLiteral("profile"),
                            const QString &flavour = QStringLiteral("mastodon-4.2"))
        : server(program("petrel-fakeserver"), flavour, folder.filePath(QStringLiteral("tokens"))),
          profile(folder.filePath(profileBelow)),
          credentials(folder.filePath(QStringLiteral("credentials"))),
          petrel(program("petrelctl"), profile, credentials)
    { }
    static QString program(const char *name)
    {
        return QStringLiteral(PETREL_PROGRAMS "/") + QString::fromLatin1(name);
    }
    [[nodiscard]] bool begin() { return server.start() && addAlice().exitCode == 0; }
    [[nodiscard]] Ran addAlice()
    {
        return petrel.run({QStringLiteral("account"), QStringLiteral("add"), server.base().toString(),
                           QStringLiteral("--token-stdin")},
                          server.tokenOf(QStringLiteral("alice")) + '\n');
    }
    [[nodiscard]] Ran run(const QString &line) const { return petrel.run(line.split(QLatin1Char(' '))); }
    [[nodiscard]] QString socket() const { return profile + QStringLiteral("/socket"); }

    QTemporaryDir folder;
    ServerProcess server;
    QString profile;
    QString credentials;
    PetrelCtl petrel;
};

} // namespace Petrel
