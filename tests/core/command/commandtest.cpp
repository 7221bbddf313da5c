// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"

#include "../session/sessionfixture.h"
#include "command/console.h"
#include "command/verbs.h"
#include "session/loginflow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace Petrel;

namespace {

//! A terminal in memory.
class MemoryConsole : public Console {
public:
    void out(const QString &text) override { output += text; }
    void err(const QString &text) override { errors += text; }
    Task<QString> ask(const QString &) override { return Error{ErrorKind::Cancelled, {}, {}, {}}; }
    void openBrowser(const QUrl &) override { }
    QString output;
    QString errors;
};

//! What came of one command line.
struct Told {
    int exitCode = -1;
    QString output;
    QString errors;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(output.toUtf8()).object(); }
    [[nodiscard]] QJsonObject action(int index = 0) const
    {
        return json().value(QStringLiteral("actions")).toArray().at(index).toObject();
    }
};

class Fixture : public SessionFixture {
public:
    Fixture() { open(); }
    Account add(Fake::FakeMastodon &server, const QString &user = QStringLiteral("alice"))
    {
        LoginFlow flow(engine->registry(), engine->accounts(), {});
        auto account = wait(flow.withToken(server.base().toString(), tokenOf(server, user)));
        if (!account.ok())
            qFatal("%s", qPrintable(describeError(account.error()) + account.error().detail));
        return account.take();
    }
    //! Carries out one command line as petrelctl would, in this process.
    Told run(const QStringList &arguments, const QString &stdinText = {}, const QString &token = {})
    {
        Told told;
        auto parsed = parseInvocation(arguments);
        if (!parsed.ok()) {
            told.exitCode = ExitUsage;
            told.errors = parsed.error().message;
            return told;
        }
        Invocation invocation = parsed.take();
        invocation.stdinText = stdinText;
        invocation.token = token;
        MemoryConsole console;
        auto command = makeCommand({*engine, console, invocation});
        QObject::connect(command.get(), &Command::finished, command.get(),
                         [&](int exitCode) { told.exitCode = exitCode; });
        command->run();
        const qint64 end = clock.monotonicMs() + 300'000;
        settle();
        while (told.exitCode < 0 && clock.advanceToNextAlarm(end - clock.monotonicMs()))
            settle();
        told.output = console.output;
        told.errors = console.errors;
        return told;
    }
    Told run(const QString &line) { return run(line.split(QLatin1Char(' '), Qt::SkipEmptyParts)); }
    //! bob writes, as from his phone.
    QString bobPosts(const QString &text)
    {
        return one.world().post(one.world().publish(QStringLiteral("bob"), text))->url;
    }
};

} // namespace

class CommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void accountAddTakesATokenFromStandardInput()
    {
        Fixture f;
        const QString token = QString::fromUtf8(f.tokenOf(f.one, QStringLiteral("alice")).reveal());
        const Told told =
            f.run({QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("one.example"),
                   QStringLiteral("--token-stdin"), QStringLiteral("--json")},
                  token + QLatin1Char('\n'));
        QCOMPARE(told.exitCode, int(ExitDone));
        QCOMPARE(told.json()
                     .value(QStringLiteral("account"))
                     .toObject()
                     .value(QStringLiteral("handle"))
                     .toString(),
                 QStringLiteral("alice@one.example"));
        QVERIFY(!told.output.contains(token));
        QVERIFY(f.run(QStringLiteral("account list")).output.contains(QStringLiteral("alice@one.example")));
    }

    void anEmptyTokenIsRefused()
    {
        Fixture f;
        QCOMPARE(f.run({QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("one.example"),
                        QStringLiteral("--token-stdin")},
                       QStringLiteral("\n"))
                     .exitCode,
                 int(ExitFailed));
    }

    void accountRemoveAsksBeforeItDropsWishes()
    {
        Fixture f;
        f.add(f.one);
        f.one.setDown(true);
        QCOMPARE(f.run({QStringLiteral("post"), QStringLiteral("unsent text")}).exitCode, int(ExitQueued));
        const Told refused = f.run(QStringLiteral("account remove alice"));
        QCOMPARE(refused.exitCode, int(ExitFailed));
        QVERIFY(refused.errors.contains(QStringLiteral("--force")));
        const Told removed = f.run(QStringLiteral("account remove alice --force"));
        QCOMPARE(removed.exitCode, int(ExitDone));
        QVERIFY(removed.output.contains(QStringLiteral("unsent text")));
        QVERIFY(f.run(QStringLiteral("account list --json"))
                    .json()
                    .value(QStringLiteral("accounts"))
                    .toArray()
                    .isEmpty());
    }

    void withoutAnAccountEveryVerbSaysHowToGoOn_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("sync") << QStringLiteral("sync");
        QTest::newRow("timeline") << QStringLiteral("timeline");
        QTest::newRow("unified") << QStringLiteral("timeline unified");
        QTest::newRow("post") << QStringLiteral("post hello");
        QTest::newRow("favourite") << QStringLiteral("favourite https://one.example/1");
    }
    void withoutAnAccountEveryVerbSaysHowToGoOn()
    {
        QFETCH(QString, line);
        Fixture f;
        const Told told = f.run(line);
        QCOMPARE(told.exitCode, int(ExitFailed));
        QVERIFY(told.errors.contains(QStringLiteral("account add")));
    }

    void syncReadsAndTheTimelineShowsItWithoutTheNetwork()
    {
        Fixture f;
        f.add(f.one);
        f.bobPosts(QStringLiteral("good morning"));
        const Told synced = f.run(QStringLiteral("sync --json"));
        QCOMPARE(synced.exitCode, int(ExitDone));
        QCOMPARE(synced.json()
                     .value(QStringLiteral("accounts"))
                     .toArray()
                     .at(0)[QStringLiteral("newEntries")]
                     .toInt(),
                 1);
        f.one.setDown(true);
        const int sent = f.transport->sent();
        const Told told = f.run(QStringLiteral("timeline"));
        QCOMPARE(told.exitCode, int(ExitDone));
        QVERIFY(told.output.contains(QStringLiteral("good morning")));
        QVERIFY(told.output.contains(QStringLiteral("bob@one.example")));
        QVERIFY(told.output.contains(QStringLiteral("as of")));
        QCOMPARE(f.transport->sent(), sent);
    }

    void anOutageShowsInSyncTimelineAndWeather()
    {
        Fixture f;
        f.add(f.one);
        f.run(QStringLiteral("sync"));
        f.one.setDown(true);
        const Told synced = f.run(QStringLiteral("sync"));
        QCOMPARE(synced.exitCode, int(ExitFailed));
        QVERIFY(synced.errors.contains(QStringLiteral("alice@one.example")));
        f.open(); // a new process knows nothing but the log
        QVERIFY(f.run(QStringLiteral("timeline")).output.contains(QStringLiteral("not answering since")));
        const Told weather = f.run(QStringLiteral("weather --json"));
        const QJsonObject server = weather.json().value(QStringLiteral("servers")).toArray().at(0).toObject();
        QCOMPARE(server.value(QStringLiteral("outages")).toArray().size(), 1);
        f.one.setDown(false);
        QCOMPARE(f.run(QStringLiteral("sync")).exitCode, int(ExitDone));
        QVERIFY(!f.run(QStringLiteral("timeline")).output.contains(QStringLiteral("since")));
    }

    void oneServersOutageLeavesTheOtherAccountsSyncAlone()
    {
        Fixture f;
        f.add(f.one);
        f.add(f.two);
        f.two.world().publish(QStringLiteral("bob"), QStringLiteral("from two"));
        f.one.setDown(true);
        const Told synced = f.run(QStringLiteral("sync --json"));
        QCOMPARE(synced.exitCode, int(ExitFailed));
        QVERIFY(f.run(QStringLiteral("timeline unified")).output.contains(QStringLiteral("from two")));
    }

    void aPostGoesOutAtOnceWhenTheServerIsThere()
    {
        Fixture f;
        f.add(f.one);
        const Told told = f.run({QStringLiteral("post"), QStringLiteral("--json"), QStringLiteral("--cw"),
                                 QStringLiteral("careful"), QStringLiteral("--visibility"),
                                 QStringLiteral("unlisted"), QStringLiteral("hello world")});
        QCOMPARE(told.exitCode, int(ExitDone));
        QCOMPARE(told.action().value(QStringLiteral("state")).toString(), QStringLiteral("done"));
        QVERIFY(!told.action().value(QStringLiteral("resultUrl")).toString().isEmpty());
        QCOMPARE(f.one.world().textsBy(QStringLiteral("alice")), QStringList{QStringLiteral("hello world")});
        const auto post = f.one.world().postsBy(QStringLiteral("alice")).first();
        QCOMPARE(post.warning, QStringLiteral("careful"));
        QCOMPARE(post.visibility, QStringLiteral("unlisted"));
    }

    void aPostDuringAnOutageIsQueuedAndGoesOutLaterOnce()
    {
        Fixture f;
        f.add(f.one);
        f.one.setDown(true);
        QCOMPARE(f.run({QStringLiteral("post"), QStringLiteral("during the outage")}).exitCode,
                 int(ExitQueued));
        QVERIFY(f.run(QStringLiteral("timeline")).output.contains(QStringLiteral("outbox:")));
        QVERIFY(f.run(QStringLiteral("outbox")).output.contains(QStringLiteral("during the outage")));
        QCOMPARE(f.run(QStringLiteral("outbox run")).exitCode, int(ExitQueued));
        f.one.setDown(false);
        f.open();
        QCOMPARE(f.run(QStringLiteral("outbox run")).exitCode, int(ExitDone));
        QCOMPARE(f.one.world().textsBy(QStringLiteral("alice")),
                 QStringList{QStringLiteral("during the outage")});
        QVERIFY(f.run(QStringLiteral("outbox")).output.contains(QStringLiteral("Nothing waits")));
        QCOMPARE(f.run(QStringLiteral("outbox run")).exitCode, int(ExitDone));
    }

    void aLostAnswerIsUncertainAndThenFoundOnce()
    {
        Fixture f;
        f.add(f.one);
        f.one.faults().add(Fake::FaultKind::CommitThenDrop, QStringLiteral("POST"),
                           QStringLiteral("/api/v1/statuses"));
        const Told told =
            f.run({QStringLiteral("post"), QStringLiteral("--json"), QStringLiteral("answer lost")});
        QCOMPARE(told.exitCode, int(ExitQueued));
        QCOMPARE(told.action().value(QStringLiteral("state")).toString(), QStringLiteral("uncertain"));
        const Told run = f.run(QStringLiteral("outbox run --wait 60 --json"));
        QCOMPARE(run.exitCode, int(ExitDone));
        QCOMPARE(f.one.world().textsBy(QStringLiteral("alice")), QStringList{QStringLiteral("answer lost")});
    }

    void postWithWaitStaysUntilItIsSettled()
    {
        Fixture f;
        f.add(f.one);
        f.one.faults().add(Fake::FaultKind::CommitThenDrop, QStringLiteral("POST"),
                           QStringLiteral("/api/v1/statuses"));
        QCOMPARE(f.run({QStringLiteral("post"), QStringLiteral("--wait"), QStringLiteral("60"),
                        QStringLiteral("answer lost")})
                     .exitCode,
                 int(ExitDone));
        f.one.setDown(true);
        QCOMPARE(f.run({QStringLiteral("post"), QStringLiteral("--wait"), QStringLiteral("2"),
                        QStringLiteral("nobody there")})
                     .exitCode,
                 int(ExitQueued));
    }

    void aRevokedTokenKeepsThePostAndSignsTheAccountOut()
    {
        Fixture f;
        f.add(f.one);
        f.one.faults().add(Fake::FaultKind::TokenRevoked, QStringLiteral("POST"),
                           QStringLiteral("/api/v1/statuses"));
        const Told told = f.run({QStringLiteral("post"), QStringLiteral("--json"), QStringLiteral("hello")});
        QCOMPARE(told.exitCode, int(ExitQueued));
        QVERIFY(f.run(QStringLiteral("account list")).output.contains(QStringLiteral("signed out")));
    }

    void textFromStandardInputIsPostedWhole()
    {
        Fixture f;
        f.add(f.one);
        QCOMPARE(
            f.run({QStringLiteral("post"), QStringLiteral("-")}, QStringLiteral("two\nlines\n")).exitCode,
            int(ExitDone));
        QCOMPARE(f.one.world().textsBy(QStringLiteral("alice")), QStringList{QStringLiteral("two\nlines")});
    }

    void nothingIsQueuedThatTheServerWouldNotTake_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("empty") << QStringList{QStringLiteral("post"), QStringLiteral("")};
        QTest::newRow("blank") << QStringList{QStringLiteral("post"), QStringLiteral("  \n ")};
        QTest::newRow("too long") << QStringList{QStringLiteral("post"), QString(501, QLatin1Char('x'))};
        QTest::newRow("reply to nonsense")
            << QStringList{QStringLiteral("post"), QStringLiteral("--reply-to"), QStringLiteral("nonsense"),
                           QStringLiteral("x")};
        QTest::newRow("reply to no ghost")
            << QStringList{QStringLiteral("post"), QStringLiteral("--reply-to"), QStringLiteral("outbox:99"),
                           QStringLiteral("x")};
        QTest::newRow("no such account") << QStringList{QStringLiteral("post"), QStringLiteral("--account"),
                                                        QStringLiteral("zoe"), QStringLiteral("x")};
        QTest::newRow("favourite nonsense")
            << QStringList{QStringLiteral("favourite"), QStringLiteral("nonsense")};
    }
    void nothingIsQueuedThatTheServerWouldNotTake()
    {
        QFETCH(QStringList, arguments);
        Fixture f;
        const Account account = f.add(f.one);
        f.one.clearLog();
        const Told told = f.run(arguments);
        QCOMPARE(told.exitCode, int(ExitFailed));
        QVERIFY(!told.errors.isEmpty());
        QVERIFY(f.engine->accounts().openActions(account.id).value().isEmpty());
        QCOMPARE(f.one.requests().size(), 0);
    }

    void aServerThatDoesNotHonourAVisibilityIsNotAskedTo()
    {
        Fixture f;
        Fake::FakeMastodon snac(Fake::Flavour::Snac, f.clock, QUrl(QStringLiteral("https://snac.example")));
        snac.world().addUser(QStringLiteral("alice"));
        f.transport->addServer(snac);
        f.add(snac);
        for (const char *visibility : {"unlisted", "followers"}) {
            const Told told = f.run({QStringLiteral("post"), QStringLiteral("--visibility"),
                                     QString::fromLatin1(visibility), QStringLiteral("quietly")});
            QCOMPARE(told.exitCode, int(ExitFailed));
            QVERIFY(told.errors.contains(QString::fromLatin1(visibility)));
        }
        QVERIFY(snac.world().postsBy(QStringLiteral("alice")).isEmpty());
        QCOMPARE(f.run({QStringLiteral("post"), QStringLiteral("aloud")}).exitCode, int(ExitDone));
    }

    void withSeveralAccountsThePosterMustBeNamed()
    {
        Fixture f;
        f.add(f.one);
        f.add(f.two);
        const Told told = f.run({QStringLiteral("post"), QStringLiteral("hello")});
        QCOMPARE(told.exitCode, int(ExitUsage));
        QVERIFY(told.errors.contains(QStringLiteral("alice@two.example")));
        QCOMPARE(
            f.run({QStringLiteral("post"), QStringLiteral("--account"), QStringLiteral("alice@one.example"),
                   QStringLiteral("--account"), QStringLiteral("alice@two.example"), QStringLiteral("hello")})
                .exitCode,
            int(ExitDone));
        QCOMPARE(f.one.world().textsBy(QStringLiteral("alice")), QStringList{QStringLiteral("hello")});
        QCOMPARE(f.two.world().textsBy(QStringLiteral("alice")), QStringList{QStringLiteral("hello")});
    }

    void aCommandHandedInTwiceIsCarriedOutOnce()
    {
        Fixture f;
        f.add(f.one);
        f.one.setDown(true);
        const QString token = QStringLiteral("0123456789abcdef");
        QCOMPARE(f.run({QStringLiteral("post"), QStringLiteral("once")}, {}, token).exitCode,
                 int(ExitQueued));
        f.open();
        QCOMPARE(f.run({QStringLiteral("post"), QStringLiteral("once")}, {}, token).exitCode,
                 int(ExitQueued));
        QCOMPARE(
            f.run(QStringLiteral("outbox --json")).json().value(QStringLiteral("actions")).toArray().size(),
            1);
        QCOMPARE(
            f.run({QStringLiteral("post"), QStringLiteral("once")}, {}, QStringLiteral("another")).exitCode,
            int(ExitQueued));
        QCOMPARE(
            f.run(QStringLiteral("outbox --json")).json().value(QStringLiteral("actions")).toArray().size(),
            2);
    }

    void reactionsReachTheServerAndAreUndone_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::newRow("favourite") << QStringLiteral("favourite");
        QTest::newRow("boost") << QStringLiteral("boost");
        QTest::newRow("bookmark") << QStringLiteral("bookmark");
    }
    void reactionsReachTheServerAndAreUndone()
    {
        QFETCH(QString, verb);
        Fixture f;
        f.add(f.one);
        const QString url = f.bobPosts(QStringLiteral("react to me"));
        f.run(QStringLiteral("sync"));
        const QString uri = f.one.world().postsBy(QStringLiteral("bob")).first().uri;
        const auto isSet = [&] {
            const QString alice = QStringLiteral("alice");
            if (verb == QLatin1String("favourite"))
                return f.one.world().favourited(alice, uri);
            if (verb == QLatin1String("bookmark"))
                return f.one.world().bookmarked(alice, uri);
            return f.one.world().boostCount(alice, uri) == 1;
        };
        QCOMPARE(f.run({verb, url}).exitCode, int(ExitDone));
        QVERIFY(isSet());
        QCOMPARE(f.run({QStringLiteral("un") + verb, url}).exitCode, int(ExitDone));
        QVERIFY(!isSet());
    }

    void aReactionDuringAnOutageShowsAtOnceAndGoesOutLater()
    {
        Fixture f;
        f.add(f.one);
        const QString url = f.bobPosts(QStringLiteral("react to me"));
        f.run(QStringLiteral("sync"));
        f.one.setDown(true);
        QCOMPARE(f.run({QStringLiteral("favourite"), url}).exitCode, int(ExitQueued));
        QVERIFY(f.run(QStringLiteral("timeline")).output.contains(QStringLiteral("favourited (waiting)")));
        f.one.setDown(false);
        QCOMPARE(f.run(QStringLiteral("outbox run")).exitCode, int(ExitDone));
        QVERIFY(f.one.world().favourited(QStringLiteral("alice"),
                                         f.one.world().postsBy(QStringLiteral("bob")).first().uri));
    }

    void aPostTheCacheDoesNotKnowIsResolvedWhenItsServerCanBeAsked()
    {
        Fixture f;
        f.add(f.one);
        const QString url = f.bobPosts(QStringLiteral("never synced"));
        f.one.setDown(true);
        QCOMPARE(f.run({QStringLiteral("bookmark"), url}).exitCode, int(ExitQueued));
        f.one.setDown(false);
        QCOMPARE(f.run(QStringLiteral("outbox run")).exitCode, int(ExitDone));
        QVERIFY(f.one.world().bookmarked(QStringLiteral("alice"),
                                         f.one.world().postsBy(QStringLiteral("bob")).first().uri));
    }

    void deletingSomebodyElsesPostIsRefusedHere()
    {
        Fixture f;
        f.add(f.one);
        const QString url = f.bobPosts(QStringLiteral("mine"));
        f.run(QStringLiteral("sync"));
        const Told told = f.run({QStringLiteral("delete"), url});
        QCOMPARE(told.exitCode, int(ExitFailed));
        QVERIFY(told.errors.contains(QStringLiteral("bob@one.example")));
    }

    void anOwnPostIsDeleted()
    {
        Fixture f;
        f.add(f.one);
        const Told posted =
            f.run({QStringLiteral("post"), QStringLiteral("--json"), QStringLiteral("short-lived")});
        const QString url = posted.action().value(QStringLiteral("resultUrl")).toString();
        QCOMPARE(f.run({QStringLiteral("delete"), url}).exitCode, int(ExitDone));
        QVERIFY(f.one.world().textsBy(QStringLiteral("alice")).isEmpty());
    }

    void aGhostIsAnsweredAndBothGoOutInOrder()
    {
        Fixture f;
        f.add(f.one);
        f.one.setDown(true);
        const Told first =
            f.run({QStringLiteral("post"), QStringLiteral("--json"), QStringLiteral("parent")});
        const QString ghost =
            QStringLiteral("outbox:%1").arg(first.action().value(QStringLiteral("id")).toInt());
        QCOMPARE(f.run({QStringLiteral("post"), QStringLiteral("--reply-to"), ghost, QStringLiteral("child")})
                     .exitCode,
                 int(ExitQueued));
        f.one.setDown(false);
        QCOMPARE(f.run(QStringLiteral("outbox run")).exitCode, int(ExitDone));
        const auto posts = f.one.world().postsBy(QStringLiteral("alice"));
        QCOMPARE(posts.size(), 2);
        QCOMPARE(posts.at(0).text, QStringLiteral("parent"));
        QCOMPARE(posts.at(1).parentUri, posts.at(0).uri);
    }

    void anAnswerIsShownToNobodyMoreThanWhatItAnswers()
    {
        Fixture f;
        f.add(f.one);
        const auto post = [&f](const QStringList &more) {
            const Told told = f.run(QStringList{QStringLiteral("post"), QStringLiteral("--json")} + more);
            return told.action().value(QStringLiteral("resultUrl")).toString();
        };
        const QString whisper =
            post({QStringLiteral("--visibility"), QStringLiteral("followers"), QStringLiteral("quietly")});
        QVERIFY(!whisper.isEmpty());
        post({QStringLiteral("--reply-to"), whisper, QStringLiteral("as quietly")});
        post({QStringLiteral("--reply-to"), whisper, QStringLiteral("--visibility"), QStringLiteral("public"),
              QStringLiteral("aloud")});
        f.one.setDown(true);
        const Told waiting =
            f.run({QStringLiteral("post"), QStringLiteral("--json"), QStringLiteral("--visibility"),
                   QStringLiteral("unlisted"), QStringLiteral("waiting")});
        const QString ghost =
            QStringLiteral("outbox:%1").arg(waiting.action().value(QStringLiteral("id")).toInt());
        f.run({QStringLiteral("post"), QStringLiteral("--reply-to"), ghost, QStringLiteral("as unlisted")});
        f.one.setDown(false);
        QCOMPARE(f.run(QStringLiteral("outbox run")).exitCode, int(ExitDone));
        QMap<QString, QString> seen;
        for (const auto &one : f.one.world().postsBy(QStringLiteral("alice")))
            seen.insert(one.text, one.visibility);
        QCOMPARE(seen.value(QStringLiteral("as quietly")), QStringLiteral("private"));
        QCOMPARE(seen.value(QStringLiteral("aloud")), QStringLiteral("public"));
        QCOMPARE(seen.value(QStringLiteral("as unlisted")), QStringLiteral("unlisted"));
    }

    void outboxCancelGivesUpWhatWasNeverSent()
    {
        Fixture f;
        f.add(f.one);
        f.one.setDown(true);
        const Told told = f.run({QStringLiteral("post"), QStringLiteral("--json"), QStringLiteral("never")});
        const QString id = QString::number(told.action().value(QStringLiteral("id")).toInt());
        QCOMPARE(f.run({QStringLiteral("outbox"), QStringLiteral("cancel"), id}).exitCode, int(ExitDone));
        f.one.setDown(false);
        QCOMPARE(f.run(QStringLiteral("outbox run")).exitCode, int(ExitDone));
        QVERIFY(f.one.world().textsBy(QStringLiteral("alice")).isEmpty());
        QCOMPARE(f.run({QStringLiteral("outbox"), QStringLiteral("cancel"), id}).exitCode, int(ExitFailed));
    }

    void whatIsTooOldWaitsForThePersonsWord()
    {
        Fixture f;
        f.add(f.one);
        f.one.setDown(true);
        const Told told =
            f.run({QStringLiteral("post"), QStringLiteral("--json"), QStringLiteral("yesterday's news")});
        const QString id = QString::number(told.action().value(QStringLiteral("id")).toInt());
        f.clock.setWallClock(f.clock.nowMs() + 24LL * 3600 * 1000);
        f.one.setDown(false);
        f.open();
        const Told run = f.run(QStringLiteral("outbox run --json"));
        QCOMPARE(run.exitCode, int(ExitFailed));
        QCOMPARE(run.action().value(QStringLiteral("reason")).toString(), QStringLiteral("too-old"));
        QVERIFY(f.one.world().textsBy(QStringLiteral("alice")).isEmpty());
        QCOMPARE(f.run({QStringLiteral("outbox"), QStringLiteral("retry"), id}).exitCode, int(ExitDone));
        QCOMPARE(f.one.world().textsBy(QStringLiteral("alice")).size(), 1);
    }

    void anOutboxNumberThatIsNoneIsTold()
    {
        Fixture f;
        f.add(f.one);
        QCOMPARE(f.run(QStringLiteral("outbox retry frob")).exitCode, int(ExitUsage));
        QCOMPARE(f.run(QStringLiteral("outbox retry 99")).exitCode, int(ExitFailed));
        QCOMPARE(f.run(QStringLiteral("outbox cancel 99")).exitCode, int(ExitFailed));
    }

    void anUnknownTimelineIsAUsageError()
    {
        Fixture f;
        f.add(f.one);
        QCOMPARE(f.run(QStringLiteral("timeline local")).exitCode, int(ExitUsage));
    }

    void everyJsonAnswerIsOneObject_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("key");
        QTest::newRow("account list") << QStringLiteral("account list") << QStringLiteral("accounts");
        QTest::newRow("sync") << QStringLiteral("sync") << QStringLiteral("accounts");
        QTest::newRow("timeline") << QStringLiteral("timeline") << QStringLiteral("posts");
        QTest::newRow("unified") << QStringLiteral("timeline unified") << QStringLiteral("posts");
        QTest::newRow("post") << QStringLiteral("post hello") << QStringLiteral("actions");
        QTest::newRow("outbox") << QStringLiteral("outbox") << QStringLiteral("actions");
        QTest::newRow("outbox run") << QStringLiteral("outbox run") << QStringLiteral("actions");
        QTest::newRow("weather") << QStringLiteral("weather") << QStringLiteral("servers");
        QTest::newRow("error") << QStringLiteral("outbox cancel 99") << QStringLiteral("error");
        QTest::newRow("remove") << QStringLiteral("account remove alice") << QStringLiteral("removed");
    }
    void everyJsonAnswerIsOneObject()
    {
        QFETCH(QString, line);
        QFETCH(QString, key);
        Fixture f;
        f.add(f.one);
        f.bobPosts(QStringLiteral("hi"));
        const Told told = f.run(line + QStringLiteral(" --json"));
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(told.output.toUtf8(), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        QVERIFY(document.object().contains(key));
    }
};

QTEST_GUILESS_MAIN(CommandTest)
#include "commandtest.moc"
