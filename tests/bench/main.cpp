// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// petrel-bench: measures the window and prints figures. With --run it is itself the window that is measured.
#include "bench/benches.h"
#include "bench/meteredapplication.h"
#include "bench/runs.h"

#include "base/error.h"

#include <QCommandLineParser>
#include <QTextStream>

#include <cstring>

using namespace Petrel;

namespace {

QCommandLineOption numberOption(const char *name, const char *description, int otherwise)
{
    return {QString::fromLatin1(name), QString::fromLatin1(description), QStringLiteral("N"),
            QString::number(otherwise)};
}

int number(const QCommandLineParser &parser, const char *name)
{
    return std::max(1, parser.value(QString::fromLatin1(name)).toInt());
}

void addOptions(QCommandLineParser &parser)
{
    const BenchOptions usual;
    parser.addHelpOption();
    parser.addOptions({numberOption("posts", "first-paint: posts of the large profile", usual.posts),
                       numberOption("runs", "first-paint: starts of each program", usual.runs),
                       numberOption("scroll", "flick: posts to go through", usual.scroll),
                       numberOption("seconds", "idle: how long", usual.seconds)});
}

//! What a measured process is told.
int runWindow(int &argc, char **argv)
{
    MeteredApplication application(argc, argv);
    // Its settings, if it had any, are not those of the person who measures.
    QCoreApplication::setApplicationName(QStringLiteral("petrel-bench"));
    QCommandLineParser parser;
    addOptions(parser);
    parser.addOptions({{QStringLiteral("run"), {}, QStringLiteral("NAME")},
                       {QStringLiteral("profile"), {}, QStringLiteral("DIR")},
                       {QStringLiteral("credentials-file"), {}, QStringLiteral("FILE")}});
    parser.process(application);
    ApplicationOptions options;
    options.profileDirectory = parser.value(QStringLiteral("profile"));
    options.credentialsFile = parser.value(QStringLiteral("credentials-file"));
    const QString run = parser.value(QStringLiteral("run"));
    if (run == QLatin1String("flick"))
        return FlickRun(application, options, number(parser, "scroll")).exec();
    if (run == QLatin1String("idle"))
        return IdleRun(application, options, number(parser, "seconds")).exec();
    return FirstPaintRun(application, options).exec();
}

int runBenches(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Measures Petrel's window on the screen that QT_QPA_PLATFORM names, and prints figures."));
    addOptions(parser);
    parser.addPositionalArgument(QStringLiteral("what"), QStringLiteral("first-paint, flick, idle or all"));
    parser.process(application);
    const BenchOptions options{number(parser, "posts"), number(parser, "runs"), number(parser, "scroll"),
                               number(parser, "seconds")};
    using Bench = Result<Unit> (*)(const BenchOptions &);
    const QVector<QPair<QString, Bench>> benches{{QStringLiteral("first-paint"), benchFirstPaint},
                                                 {QStringLiteral("flick"), benchFlick},
                                                 {QStringLiteral("idle"), benchIdle}};
    const QString what = parser.positionalArguments().value(0);
    bool known = false;
    for (const auto &[name, bench] : benches) {
        if (what != name && what != QLatin1String("all"))
            continue;
        known = true;
        if (const auto done = bench(options); !done.ok()) {
            QTextStream(stderr) << "petrel-bench: " << describeError(done.error()) << ' '
                                << done.error().detail << '\n';
            return 1;
        }
    }
    if (!known)
        parser.showHelp(2);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const bool measured = argc > 1 && std::strcmp(argv[1], "--run") == 0;
    return measured ? runWindow(argc, argv) : runBenches(argc, argv);
}
