// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "base/clock.h"
#include "bench/childprocess.h"
#include "bench/meteredapplication.h"
#include "bench/processfigures.h"
#include "bench/profilemaker.h"
#include "bench/workplace.h"
#include "support/fakemastodon/fakemastodon.h"
#include "support/fakemastodon/fakemastodonserver.h"

#include <QCoreApplication>
#include <QTextStream>

namespace Petrel {

namespace {

constexpr int fewPosts = 1'000;

void print(const QString &line)
{
    QTextStream(stdout) << line << '\n' << Qt::flush;
}

QString megabytes(qint64 kb)
{
    return QString::number(double(kb) / 1024, 'f', 1);
}

Error failed(const QString &what)
{
    return {ErrorKind::Unsupported, {}, what, {}};
}

//! This program once more, as the window that is measured.
ChildRun runWindow(const QString &run, const QStringList &arguments,
                   const std::function<void(const QJsonObject &line)> &onLine = {})
{
    return runChild(QCoreApplication::applicationFilePath(),
                    QStringList{QStringLiteral("--run"), run} + arguments, onLine);
}

//! Milliseconds from the start of the process to the frame; nothing where it showed none.
std::optional<float> timeToFrame(const ChildRun &run)
{
    const qint64 shown = run.last.value(QLatin1String("shownAtNs")).toString().toLongLong();
    if (!run.ok || shown == 0)
        return std::nullopt;
    return float(double(shown - run.startedAtNs) / 1e6);
}

struct Starts {
    QString what;
    std::function<ChildRun()> start;
    QVector<float> times;
};

void printStarts(const Starts &starts, double yardstick)
{
    const double median = quantile(starts.times, 0.5);
    print(QStringLiteral("  %1 %2 ms   %3 … %4   %5 ×")
              .arg(starts.what, -28)
              .arg(median, 6, 'f', 1)
              .arg(quantile(starts.times, 0), 0, 'f', 1)
              .arg(quantile(starts.times, 1), 0, 'f', 1)
              .arg(median / yardstick, 0, 'f', 2));
}

void printFlick(const QJsonObject &figures)
{
    const auto number = [&figures](const char *name) {
        return figures.value(QLatin1String(name)).toDouble();
    };
    const auto kb = [&figures](const char *name) { return figures.value(QLatin1String(name)).toInteger(); };
    print(QStringLiteral("  %L1 posts in %2 s, %L3 frames")
              .arg(int(number("posts")))
              .arg(number("seconds"), 0, 'f', 1)
              .arg(int(number("frames"))));
    print(QStringLiteral("  frame   median %1 ms   p99 %2 ms   max %3 ms   over 16 ms: %4")
              .arg(number("medianMs"), 0, 'f', 2)
              .arg(number("p99Ms"), 0, 'f', 2)
              .arg(number("maxMs"), 0, 'f', 1)
              .arg(int(number("slowFrames"))));
    print(QStringLiteral("  longest step of the GUI thread %1 ms (%2)   over 8 ms: %3")
              .arg(number("longestStepMs"), 0, 'f', 1)
              .arg(figures.value(QLatin1String("longestStep")).toString())
              .arg(int(number("longSteps"))));
    print(QStringLiteral("  PSS at rest %1 MB   afterwards %2 MB   %3 ×")
              .arg(megabytes(kb("restKb")), megabytes(kb("afterKb")))
              .arg(number("afterKb") / number("restKb"), 0, 'f', 2));
    print(QStringLiteral("  cards alive: %1 at most, %2 in the end, of which %3 in sight")
              .arg(int(number("mostAlive")))
              .arg(int(number("alive")))
              .arg(int(number("inSight"))));
}

void printIdle(const QString &what, const QJsonObject &figures, const QString &network)
{
    const double seconds = figures.value(QLatin1String("seconds")).toDouble();
    const double used = figures.value(QLatin1String("processorMs")).toDouble();
    print(QStringLiteral("  %1 %2 s: %3 ms of processor time (%4 %), %5, PSS %6 MB")
              .arg(what, -24)
              .arg(seconds, 0, 'f', 0)
              .arg(used, 0, 'f', 0)
              .arg(used / seconds / 10, 0, 'f', 2)
              .arg(network, megabytes(figures.value(QLatin1String("pssKb")).toInteger())));
}

Result<Unit> idleWithServer(const BenchOptions &options, const Workplace &place)
{
    const auto clock = makeSystemClock();
    Fake::FakeMastodon server(Fake::Flavour::Mastodon42, *clock);
    Fake::FakeMastodonServer front(server);
    if (!front.listen())
        return failed(front.errorString());
    server.world().addUser(QStringLiteral("alice"));
    server.world().addUser(QStringLiteral("bob"));
    server.world().follow(QStringLiteral("alice"), QStringLiteral("bob"));
    for (int i = 0; i < 60; ++i)
        server.world().publish(QStringLiteral("bob"), QStringLiteral("from the server, number %1").arg(i));
    ProfilePlan plan;
    plan.serverAddress = server.base().toString();
    plan.token = server.world().issueToken(QStringLiteral("alice"));
    plan.posts = fewPosts;
    if (auto made = place.makeProfile(QStringLiteral("idle-up"), plan); !made.ok())
        return made;
    int before = 0;
    const ChildRun run =
        runWindow(QStringLiteral("idle"),
                  place.argumentsFor(QStringLiteral("idle-up"))
                      + QStringList{QStringLiteral("--seconds"), QString::number(options.seconds)},
                  [&](const QJsonObject &line) {
                      if (line.contains(QLatin1String("begins")))
                          before = front.requestsOnWire();
                  });
    if (!run.ok)
        return failed(QStringLiteral("the window did not end well"));
    printIdle(QStringLiteral("server up"), run.last,
              QStringLiteral("%1 request(s)").arg(front.requestsOnWire() - before));
    return Unit{};
}

Result<Unit> idleRefused(const BenchOptions &options, const Workplace &place)
{
    ProfilePlan plan;
    plan.posts = fewPosts;
    if (auto made = place.makeProfile(QStringLiteral("idle-refused"), plan); !made.ok())
        return made;
    qint64 before = 0;
    const ChildRun run =
        runWindow(QStringLiteral("idle"),
                  place.argumentsFor(QStringLiteral("idle-refused"))
                      + QStringList{QStringLiteral("--seconds"), QString::number(options.seconds)},
                  [&](const QJsonObject &line) {
                      if (line.contains(QLatin1String("begins")))
                          before = refusedConnections();
                  });
    if (!run.ok)
        return failed(QStringLiteral("the window did not end well"));
    printIdle(QStringLiteral("every connection refused"), run.last,
              QStringLiteral("%1 connection(s) refused on this computer").arg(refusedConnections() - before));
    return Unit{};
}

} // namespace

Result<Unit> benchFirstPaint(const BenchOptions &options)
{
    print(
        QStringLiteral("first-paint: process start to first frame, every connection refused, %1 run(s) each")
            .arg(options.runs));
    const Workplace place;
    if (!place.trouble().isEmpty())
        return failed(place.trouble());
    QVector<Starts> all{{QStringLiteral("empty window"),
                         [] {
                             return runChild(QCoreApplication::applicationDirPath()
                                                 + QStringLiteral("/petrel-emptywindow"),
                                             {});
                         },
                         {}}};
    for (const int posts : {fewPosts, options.posts}) {
        const QString name = QStringLiteral("first-paint-%1").arg(posts);
        ProfilePlan plan;
        plan.posts = posts;
        if (auto made = place.makeProfile(name, plan); !made.ok())
            return made;
        all.append(
            {QStringLiteral("first post of %L1").arg(posts),
             [&place, name] { return runWindow(QStringLiteral("first-paint"), place.argumentsFor(name)); },
             {}});
    }
    // The first start of each reads its files from the disk, which is another question.
    for (int run = -1; run < options.runs; ++run) {
        for (Starts &starts : all) {
            const auto time = timeToFrame(starts.start());
            if (!time)
                return failed(starts.what + QStringLiteral(": nothing was shown"));
            if (run >= 0)
                starts.times.append(*time);
        }
    }
    print(QStringLiteral("  %1 median      range").arg(QString(), -28));
    for (const Starts &starts : std::as_const(all))
        printStarts(starts, quantile(all.first().times, 0.5));
    return Unit{};
}

Result<Unit> benchFlick(const BenchOptions &options)
{
    print(QStringLiteral("flick: down through %L1 mixed posts, 1100×800").arg(options.scroll));
    const Workplace place;
    if (!place.trouble().isEmpty())
        return failed(place.trouble());
    ProfilePlan plan;
    // Somewhat more, so that the end of the timeline is not what is measured.
    plan.posts = options.scroll + 200;
    if (auto made = place.makeProfile(QStringLiteral("flick"), plan); !made.ok())
        return made;
    const ChildRun run =
        runWindow(QStringLiteral("flick"),
                  place.argumentsFor(QStringLiteral("flick"))
                      + QStringList{QStringLiteral("--scroll"), QString::number(options.scroll)});
    if (!run.ok)
        return failed(QStringLiteral("the window did not end well"));
    printFlick(run.last);
    return Unit{};
}

Result<Unit> benchIdle(const BenchOptions &options)
{
    print(QStringLiteral("idle: %1 s untouched").arg(options.seconds));
    const Workplace place;
    if (!place.trouble().isEmpty())
        return failed(place.trouble());
    if (auto done = idleWithServer(options, place); !done.ok())
        return done;
    return idleRefused(options, place);
}

} // namespace Petrel
