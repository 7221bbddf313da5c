// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// petrel-fakeserver: the fake server as a program, for tours, demonstrations and other programs' tests.
#include "base/clock.h"
#include "support/fakemastodon/fakemastodon.h"
#include "support/fakemastodon/fakemastodonserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {

using namespace Petrel;

int complain(const QString &words)
{
    QTextStream(stderr) << "petrel-fakeserver: " << words << '\n';
    return 2;
}

QString description()
{
    QStringList flavours;
    for (const Fake::Flavour flavour : Fake::allFlavours())
        flavours.append(Fake::flavourId(flavour));
    return u"A server that speaks the Mastodon API like one of the real ones, with faults on demand. It "
           u"listens on "
           "127.0.0.1 only, keeps everything in memory and prints one line:\n"
           "  BASE-URL control=CONTROL-URL\n\n"
           "Flavours: "_s
        + flavours.join(u", "_s)
        + u"\n\nThe control address stays reachable while the server is down:\n"
          "  GET  /_control           {\"host\", \"down\"}\n"
          "  GET  /_control/world     the posts, boosts, favourites and bookmarks there are\n"
          "  GET  /_control/requests  every request so far, and the ones the API did not know\n"
          "  POST /_control           JSON, all members optional: {\"down\": true, \"clearFaults\": true,\n"
          "       \"faults\": [...], \"forgetKeys\": true, \"revokeTokensOf\": \"alice\",\n"
          "       \"publish\": [{\"user\", \"text\", \"visibility\", \"parent\"}],\n"
          "       \"favourite\"|\"boost\"|\"bookmark\": [{\"user\", \"post\"}], \"remove\": [uri]}\n\n"
          "A faults file is a JSON list; the first fault that fits a request is used up by it:\n"
          "  [{\"kind\": \"commit-then-drop\", \"method\": \"POST\", \"path\": \"/api/v1/statuses\",\n"
          "    \"user\": \"alice\", \"count\": 1, \"skip\": 0, \"delayMs\": 0, \"retryAfterS\": 0, "
          "\"location\": \"\"}]\n"
          "Only \"kind\" must be there; '*' in \"path\" stands for anything; \"count\" -1 means for ever.\n"
          "Kinds: "_s
        + Fake::faultNames().join(u", "_s);
}

// "3" gives user1 … user3; "alice:secret,bob" the people named. Everybody follows everybody.
QString addUsers(Fake::World &world, const QString &wish)
{
    bool number = false;
    const int count = wish.toInt(&number);
    QStringList names;
    for (int i = 1; number && i <= count; ++i)
        names.append(QStringLiteral("user%1").arg(i));
    for (const QString &part : number ? names : wish.split(u',', Qt::SkipEmptyParts)) {
        const QString name = part.section(u':', 0, 0).trimmed();
        const QString password = part.section(u':', 1);
        if (name.isEmpty() || world.user(name))
            return u"--users: a name is missing or given twice"_s;
        world.addUser(name, password.isEmpty() ? u"correct horse"_s : password);
    }
    const QStringList all = world.localUsers();
    for (const QString &one : all) {
        for (const QString &other : all) {
            if (one != other)
                world.follow(one, other);
        }
    }
    return all.isEmpty() ? u"--users: nobody is named"_s : QString();
}

QString writeTokens(Fake::World &world, const QString &name)
{
    QJsonObject tokens;
    for (const QString &user : world.localUsers())
        tokens.insert(user, QString::fromLatin1(world.issueToken(user)));
    QFile::remove(name);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return file.errorString();
    file.write(QJsonDocument(tokens).toJson(QJsonDocument::Compact) + '\n');
    return file.flush() ? QString() : file.errorString();
}

QString readFaults(Fake::FaultPlan &plan, const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return file.errorString();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isArray())
        return u"%1 is not a JSON list: %2"_s.arg(name, error.errorString());
    QString words;
    plan.addJson(document.array(), &words);
    return words;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(description());
    parser.addHelpOption();
    const QCommandLineOption port(u"port"_s, u"Port to listen on; 0, the default, takes a free one."_s,
                                  u"P"_s, u"0"_s);
    const QCommandLineOption flavour(u"flavour"_s, u"Which server to answer like (default mastodon-4.2)."_s,
                                     u"F"_s, u"mastodon-4.2"_s);
    const QCommandLineOption faults(u"faults"_s, u"Faults to meet, a JSON list."_s, u"FILE"_s);
    const QCommandLineOption users(
        u"users"_s,
        u"How many people there are, or their names, each with a password if wanted: "
        "alice:password,bob (default alice,bob). They follow each other."_s,
        u"N|NAMES"_s, u"alice,bob"_s);
    const QCommandLineOption tokens(
        u"tokens"_s,
        u"Write a token for each person to this file, readable by its owner only: "
        "{\"alice\": \"…\"}. Tokens are never printed."_s,
        u"FILE"_s);
    parser.addOptions({port, flavour, faults, users, tokens});
    parser.process(app);

    const auto kind = Fake::flavourFromId(parser.value(flavour));
    if (!kind)
        return complain(u"unknown flavour %1"_s.arg(parser.value(flavour)));
    bool number = false;
    const ushort portNumber = parser.value(port).toUShort(&number);
    if (!number)
        return complain(u"--port wants a number"_s);

    const auto clock = makeSystemClock();
    Fake::FakeMastodon fake(*kind, *clock);
    Fake::FakeMastodonServer server(fake);
    if (!server.listen(portNumber) || !server.listenControl())
        return complain(server.errorString());
    if (const QString words = addUsers(fake.world(), parser.value(users)); !words.isEmpty())
        return complain(words);
    if (parser.isSet(faults)) {
        if (const QString words = readFaults(fake.faults(), parser.value(faults)); !words.isEmpty())
            return complain(words);
    }
    if (parser.isSet(tokens)) {
        if (const QString words = writeTokens(fake.world(), parser.value(tokens)); !words.isEmpty())
            return complain(words);
    }
    QTextStream(stdout) << server.base().toString() << " control=" << server.controlBase().toString()
                        << Qt::endl;
    return QCoreApplication::exec();
}
