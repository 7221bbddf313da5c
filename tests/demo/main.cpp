// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// petrel-demo: the real program in a temporary profile, signed in to two servers of an invented world.
#include "base/clock.h"
#include "demo/demolife.h"
#include "demo/demoworld.h"
#include "support/fakemastodon/fakemastodon.h"
#include "support/fakemastodon/fakemastodonserver.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <memory>

using namespace Petrel;

namespace {

struct Server {
    Server(Fake::Flavour flavour, Clock &clock)
        : fake(flavour, clock),
          front(fake)
    { }
    [[nodiscard]] bool open(const QString &domain)
    {
        if (!front.listen() || !front.listenControl())
            return false;
        fake.world().setDomain(domain);
        return true;
    }
    Fake::FakeMastodon fake;
    Fake::FakeMastodonServer front;
};

int complain(const QString &words)
{
    QTextStream(stderr) << "petrel-demo: " << words << '\n';
    return 1;
}

QString program(const QString &name)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + name;
}

//! Runs a program to its end while the servers of this process go on answering it.
int run(const QString &name, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(input.isEmpty() ? QProcess::ForwardedChannels
                                                  : QProcess::ForwardedErrorChannel);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    process.start(program(name), arguments);
    if (!input.isEmpty()) {
        process.write(input);
        process.closeWriteChannel();
    }
    loop.exec();
    return process.exitStatus() == QProcess::NormalExit && process.error() == QProcess::UnknownError
        ? process.exitCode()
        : -1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto clock = makeSystemClock();
    Server sea(Fake::Flavour::Mastodon42, *clock);
    Server harbour(Fake::Flavour::GoToSocial, *clock);
    if (!sea.open(QStringLiteral("tempete.example")) || !harbour.open(QStringLiteral("havre.example")))
        return complain(QStringLiteral("no free port on this computer"));
    fillSeaWorld(sea.fake.world(), clock->nowMs());
    fillHarbourWorld(harbour.fake.world(), clock->nowMs());

    QTemporaryDir folder;
    if (!folder.isValid())
        return complain(folder.errorString());
    QStringList common{QStringLiteral("--profile"), folder.filePath(QStringLiteral("profile")),
                       QStringLiteral("--credentials-file"), folder.filePath(QStringLiteral("credentials"))};
    for (Server *server : {&sea, &harbour}) {
        const QByteArray token = server->fake.world().issueToken(demoPerson());
        const QStringList sign{QStringLiteral("account"), QStringLiteral("add"),
                               server->front.base().toString(), QStringLiteral("--token-stdin")};
        if (run(QStringLiteral("petrelctl"), common + sign, token + '\n') != 0)
            return complain(QStringLiteral("cannot sign in to the invented servers"));
    }
    const DemoLife life(sea.fake.world(), harbour.fake.world(), *clock);
    for (Server *server : {&sea, &harbour})
        common << QStringLiteral("--demo-control") << server->front.controlBase().toString();
    // What else was said to us is for the program: options of Qt's platform, for instance.
    const int code = run(QStringLiteral("petrel"), common + QCoreApplication::arguments().mid(1));
    return code < 0 ? complain(QStringLiteral("petrel did not end by itself")) : code;
}
