// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/tour.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTextStream>

#include <csignal>

namespace Petrel {

namespace {

const QString alice = QStringLiteral("alice");
const QString bob = QStringLiteral("bob");
const QString statuses = QStringLiteral("/api/v1/statuses");
constexpr int queued = 75;

//! What alice writes during the outage, in order.
const QStringList written{QStringLiteral("Written while the server was away."),
                          QStringLiteral("An answer to a post that is not even sent."),
                          QStringLiteral("The third, and last.")};

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

QJsonObject bobSays(const QString &text)
{
    return {{QStringLiteral("publish"),
             QJsonArray{QJsonObject{{QStringLiteral("user"), bob}, {QStringLiteral("text"), text}}}}};
}

} // namespace

Tour::Tour(const QString &programs)
    : m_one(programs + QStringLiteral("/petrel-fakeserver"), QStringLiteral("mastodon-4.2"),
            m_folder.filePath(QStringLiteral("tokens-one")))
      // The second server ignores Idempotency-Keys, as half of the real ones do.
      ,
      m_two(programs + QStringLiteral("/petrel-fakeserver"), QStringLiteral("gotosocial"),
            m_folder.filePath(QStringLiteral("tokens-two"))),
      m_petrel(programs + QStringLiteral("/petrelctl"), m_folder.filePath(QStringLiteral("profile")),
               m_folder.filePath(QStringLiteral("credentials")))
{ }

void Tour::step(const QString &title)
{
    say(QStringLiteral("\n%1. %2  [%3 s]")
            .arg(++m_step)
            .arg(title)
            .arg(double(m_clock.elapsed()) / 1000, 0, 'f', 1));
}

bool Tour::check(bool held, const QString &what, const QString &details)
{
    ++m_checks;
    say(QStringLiteral("   %1 %2").arg(held ? QStringLiteral("ok  ") : QStringLiteral("FAIL"), what));
    if (!held && !details.isEmpty())
        say(QStringLiteral("        ") + details.trimmed());
    return held;
}

bool Tour::ends(const Ran &ran, int exitCode, const QString &what)
{
    return check(ran.exitCode == exitCode, QStringLiteral("%1 (exit %2)").arg(what).arg(exitCode),
                 QStringLiteral("exit %1\n%2%3").arg(ran.exitCode).arg(ran.output, ran.errors));
}

QStringList Tour::as(ServerProcess &server, const QStringList &arguments) const
{
    QStringList all = arguments;
    all.insert(1, alice + QLatin1Char('@') + server.host());
    all.insert(1, QStringLiteral("--account"));
    return all;
}

bool Tour::walk()
{
    m_clock.start();
    const bool held = m_folder.isValid() && serversAndAccounts() && fairWeather() && outage()
        && writeAndReact() && oneServerReturns() && killAfterCommit() && recoverAndDrain() && compareWorlds()
        && leave();
    say(QStringLiteral("\n%1: %2 checks in %3 s")
            .arg(held ? QStringLiteral("Everything held") : QStringLiteral("The tour ended early"))
            .arg(m_checks)
            .arg(double(m_clock.elapsed()) / 1000, 0, 'f', 1));
    return held;
}

bool Tour::addAccount(ServerProcess &server)
{
    const Ran added = m_petrel.run({QStringLiteral("account"), QStringLiteral("add"),
                                    server.base().toString(), QStringLiteral("--token-stdin")},
                                   server.tokenOf(alice) + '\n');
    return ends(added, 0, QStringLiteral("alice signs in at %1").arg(server.host()))
        && check(!(added.output + added.errors).contains(QString::fromUtf8(server.tokenOf(alice))),
                 QStringLiteral("the token is not printed"));
}

bool Tour::holdsNoToken()
{
    QDirIterator files(m_folder.filePath(QStringLiteral("profile")), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        if (bytes.contains(m_one.tokenOf(alice)) || bytes.contains(m_two.tokenOf(alice)))
            return false;
    }
    return true;
}

bool Tour::serversAndAccounts()
{
    step(QStringLiteral("Two servers, one profile, two accounts"));
    if (!check(m_one.start(), QStringLiteral("the first server is up"), m_one.why())
        || !check(m_two.start(), QStringLiteral("the second server is up"), m_two.why()))
        return false;
    const QJsonObject published = m_one.act(bobSays(QStringLiteral("Good morning from the first server")));
    m_uriAtOne = published.value(QStringLiteral("published")).toArray().at(0).toString();
    m_two.act(bobSays(QStringLiteral("Good morning from the second server")));
    return addAccount(m_one) && addAccount(m_two)
        && check(holdsNoToken(), QStringLiteral("no file of the profile holds a token"));
}

bool Tour::fairWeather()
{
    step(QStringLiteral("Fair weather: sync and read"));
    if (!ends(m_petrel.run({QStringLiteral("sync")}), 0, QStringLiteral("both homes are fetched")))
        return false;
    const Ran home = m_petrel.run(
        as(m_one, {QStringLiteral("timeline"), QStringLiteral("home"), QStringLiteral("--json")}));
    for (const auto &post : home.json().value(QStringLiteral("posts")).toArray()) {
        if (post.toObject().value(QStringLiteral("uri")).toString() == m_uriAtOne)
            m_postAtOne = post.toObject().value(QStringLiteral("url")).toString();
    }
    const Ran both = m_petrel.run({QStringLiteral("timeline"), QStringLiteral("unified")});
    return check(!m_postAtOne.isEmpty(), QStringLiteral("bob's post is in the first home"), home.output)
        && check(both.output.contains(QStringLiteral("from the first server"))
                     && both.output.contains(QStringLiteral("from the second server")),
                 QStringLiteral("the unified timeline shows both"), both.output);
}

bool Tour::outage()
{
    step(QStringLiteral("The first server goes away, then both"));
    m_one.setDown(true);
    m_two.act(bobSays(QStringLiteral("Still here on the second")));
    const Ran half = m_petrel.run({QStringLiteral("sync")});
    if (!ends(half, 1, QStringLiteral("sync says that one server is away")))
        return false;
    const Ran unified = m_petrel.run({QStringLiteral("timeline"), QStringLiteral("unified")});
    if (!check(unified.output.contains(QStringLiteral("Still here on the second")),
               QStringLiteral("the other account was synced all the same"), unified.output))
        return false;
    m_two.setDown(true);
    const Ran offline = m_petrel.run(as(m_one, {QStringLiteral("timeline"), QStringLiteral("home")}));
    return ends(offline, 0, QStringLiteral("with every connection refused the home is read"))
        && check(offline.output.contains(QStringLiteral("Good morning from the first server")),
                 QStringLiteral("the posts are there"), offline.output)
        && check(offline.output.contains(QStringLiteral("as of"))
                     && offline.output.contains(QStringLiteral("since")),
                 QStringLiteral("it says how old it is and since when the server is away"), offline.output);
}

bool Tour::writeAndReact()
{
    step(QStringLiteral("Writing and reacting during the outage"));
    const Ran first =
        m_petrel.run(as(m_one, {QStringLiteral("post"), QStringLiteral("--json"), written.at(0)}));
    m_ghost = first.json()
                  .value(QStringLiteral("actions"))
                  .toArray()
                  .at(0)
                  .toObject()
                  .value(QStringLiteral("id"))
                  .toInt();
    if (!ends(first, queued, QStringLiteral("a post is taken and kept")))
        return false;
    const QString ghost = QStringLiteral("outbox:%1").arg(m_ghost);
    const auto onOne = [this](const QStringList &arguments) { return m_petrel.run(as(m_one, arguments)); };
    const bool queuedAll =
        ends(onOne({QStringLiteral("post"), QStringLiteral("--reply-to"), ghost, written.at(1)}), queued,
             QStringLiteral("so is an answer to it"))
        && ends(onOne({QStringLiteral("post"), written.at(2)}), queued, QStringLiteral("and a third"))
        && ends(onOne({QStringLiteral("favourite"), m_postAtOne}), queued, QStringLiteral("a favourite"))
        && ends(onOne({QStringLiteral("boost"), m_postAtOne}), queued, QStringLiteral("a boost"))
        && ends(onOne({QStringLiteral("bookmark"), m_postAtOne}), queued, QStringLiteral("a bookmark"))
        && ends(m_petrel.run(as(m_two, {QStringLiteral("post"), QStringLiteral("To the second server.")})),
                queued, QStringLiteral("and a post by the other account"));
    if (!queuedAll)
        return false;
    const Ran home = onOne({QStringLiteral("timeline"), QStringLiteral("home")});
    const bool ghosts = home.output.contains(written.at(0)) && home.output.contains(ghost);
    const bool marks = home.output.contains(QStringLiteral("favourited (waiting)"))
        && home.output.contains(QStringLiteral("boosted (waiting)"));
    return check(ghosts, QStringLiteral("the waiting posts stand in the timeline"), home.output)
        && check(marks, QStringLiteral("the reactions show at once, marked as waiting"), home.output)
        && check(m_one.textsBy(alice).isEmpty() && m_two.textsBy(alice).isEmpty(),
                 QStringLiteral("the servers know nothing of it yet"));
}

bool Tour::oneServerReturns()
{
    step(QStringLiteral("The second server returns"));
    m_two.setDown(false);
    return ends(m_petrel.run({QStringLiteral("outbox"), QStringLiteral("run")}), queued,
                QStringLiteral("what waits for the first server goes on waiting"))
        && check(m_two.textsBy(alice) == QStringList{QStringLiteral("To the second server.")},
                 QStringLiteral("the second server has its post, once"));
}

//! The condition is the server's own word that it has committed; the deadline is for a tour that has gone
//! wrong.
bool Tour::waitForCommit(QProcess &running)
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 60'000 && running.state() == QProcess::Running) {
        if (m_one.countRequests(QStringLiteral("POST"), statuses, true) > 0)
            return true;
        running.waitForFinished(50);
    }
    return false;
}

bool Tour::killAfterCommit()
{
    step(QStringLiteral("The first server returns and loses answers; petrelctl is killed"));
    m_one.act({{QStringLiteral("faults"),
                QJsonArray{QJsonObject{{QStringLiteral("kind"), QStringLiteral("commit-then-hang")},
                                       {QStringLiteral("method"), QStringLiteral("POST")},
                                       {QStringLiteral("path"), statuses}},
                           QJsonObject{{QStringLiteral("kind"), QStringLiteral("commit-then-drop")},
                                       {QStringLiteral("method"), QStringLiteral("POST")},
                                       {QStringLiteral("path"), statuses}}}}});
    m_one.setDown(false);
    const auto running = m_petrel.start(
        {QStringLiteral("outbox"), QStringLiteral("run"), QStringLiteral("--wait"), QStringLiteral("90")});
    if (!check(running->waitForStarted() && waitForCommit(*running),
               QStringLiteral("the server has committed the first post and says nothing")))
        return false;
    ::kill(pid_t(running->processId()), SIGKILL);
    running->waitForFinished();
    return check(running->exitStatus() == QProcess::CrashExit,
                 QStringLiteral("petrelctl is killed (SIGKILL)"))
        && check(m_one.textsBy(alice) == written.mid(0, 1), QStringLiteral("the post is on the server"));
}

bool Tour::recoverAndDrain()
{
    step(QStringLiteral("A new petrelctl recovers and drains the queue"));
    const Ran drained = m_petrel.run(
        {QStringLiteral("outbox"), QStringLiteral("run"), QStringLiteral("--wait"), QStringLiteral("90")});
    const Ran left = m_petrel.run({QStringLiteral("outbox"), QStringLiteral("--json")});
    return ends(drained, 0, QStringLiteral("everything is sent, though another answer was lost on the way"))
        && check(left.json().value(QStringLiteral("actions")).toArray().isEmpty(),
                 QStringLiteral("the outbox is empty"), left.output);
}

bool Tour::compareWorlds()
{
    step(QStringLiteral("Comparing with the servers' own tables"));
    const QStringList texts = m_one.textsBy(alice);
    if (!check(texts == written, QStringLiteral("three posts, in the order written, each exactly once"),
               texts.join(QStringLiteral(" | "))))
        return false;
    QString parent;
    QString answerTo;
    for (const auto &value : m_one.world().value(QStringLiteral("posts")).toArray()) {
        const QJsonObject post = value.toObject();
        if (post.value(QStringLiteral("text")).toString() == written.at(0))
            parent = post.value(QStringLiteral("uri")).toString();
        if (post.value(QStringLiteral("text")).toString() == written.at(1))
            answerTo = post.value(QStringLiteral("parent")).toString();
    }
    const int sends = m_one.countRequests(QStringLiteral("POST"), statuses, false);
    return check(!parent.isEmpty() && answerTo == parent, QStringLiteral("the answer hangs below its parent"))
        && check(sends == int(written.size()),
                 QStringLiteral(
                     "one publish request per post: none was repeated, though two answers were lost"),
                 QString::number(sends))
        && check(m_one.countIn(QStringLiteral("favourites"), alice, m_uriAtOne) == 1,
                 QStringLiteral("one favourite"))
        && check(m_one.countIn(QStringLiteral("boosts"), alice, m_uriAtOne) == 1, QStringLiteral("one boost"))
        && check(m_one.countIn(QStringLiteral("bookmarks"), alice, m_uriAtOne) == 1,
                 QStringLiteral("one bookmark"))
        && check(m_two.textsBy(alice).size() == 1,
                 QStringLiteral("the second server has one post, as before"))
        && check(m_one.unexpectedRequests().isEmpty() && m_two.unexpectedRequests().isEmpty(),
                 QStringLiteral("no server saw a request it did not know"),
                 (m_one.unexpectedRequests() + m_two.unexpectedRequests()).join(QStringLiteral(", ")));
}

bool Tour::leave()
{
    step(QStringLiteral("Leaving"));
    if (!ends(m_petrel.run({QStringLiteral("sync")}), 0, QStringLiteral("sync is well again")))
        return false;
    const Ran home = m_petrel.run(as(m_one, {QStringLiteral("timeline"), QStringLiteral("home")}));
    const Ran weather = m_petrel.run({QStringLiteral("weather"), QStringLiteral("--json")});
    bool logged = false;
    for (const auto &server : weather.json().value(QStringLiteral("servers")).toArray())
        logged = logged || !server.toObject().value(QStringLiteral("outages")).toArray().isEmpty();
    const QString account = alice + QLatin1Char('@') + m_two.host();
    return check(home.output.count(written.at(0)) == 1 && !home.output.contains(QStringLiteral("(waiting)")),
                 QStringLiteral("the timeline shows each post once, nothing waits"), home.output)
        && check(logged, QStringLiteral("the outage is in the weather's log"), weather.output)
        && ends(m_petrel.run({QStringLiteral("account"), QStringLiteral("remove"), account}), 0,
                QStringLiteral("an account is signed out and removed"))
        && check(holdsNoToken(), QStringLiteral("no file of the profile holds a token"));
}

} // namespace Petrel
