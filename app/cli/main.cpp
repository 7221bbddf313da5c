// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/program.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("petrelctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PETREL_VERSION));
    Petrel::Program program(QCoreApplication::arguments().mid(1));
    QObject::connect(&program, &Petrel::Program::finished, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    program.start();
    return application.exec();
}
