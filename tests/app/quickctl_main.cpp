// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/program.h"

#include <QCoreApplication>

//! petrelctl with short settling pauses, for the test that kills it for real: checking after each of fifty
//! kills would otherwise take hours.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Petrel::ProcessorOptions processing;
    processing.settle.firstCheckMs = 10;
    processing.settle.betweenRoundsMs = 60;
    processing.settle.afterAttemptMs = 180;
    processing.settle.watchMs = 900;
    processing.settle.watchEveryMs = 60;
    Petrel::Program program(QCoreApplication::arguments().mid(1), processing);
    QObject::connect(&program, &Petrel::Program::finished, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    program.start();
    return application.exec();
}
