// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/childprocess.h"

#include "bench/firstframe.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QProcess>

namespace Petrel {

ChildRun runChild(const QString &program, const QStringList &arguments,
                  const std::function<void(const QJsonObject &line)> &onLine)
{
    ChildRun run;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // Pictures on a screen cost what the screen's driver costs; the software scene graph is the same
    // everywhere.
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains(QStringLiteral("QT_QUICK_BACKEND")))
        environment.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
    process.setProcessEnvironment(environment);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::readyReadStandardOutput, &loop, [&] {
        while (process.canReadLine()) {
            run.last = QJsonDocument::fromJson(process.readLine()).object();
            if (onLine)
                onLine(run.last);
        }
    });
    run.startedAtNs = sharedNs();
    process.start(program, arguments);
    loop.exec();
    run.ok = process.error() == QProcess::UnknownError && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
    return run;
}

} // namespace Petrel
