// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programfixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

#include <csignal>

using namespace Petrel;

//! A real program killed by a real SIGKILL at instants nobody chooses. Which instant each kill meets depends
//! on the machine's mood: a failure here is true but need not come again.
class KillTest : public QObject {
    Q_OBJECT

    //! Faults that make the dangerous instants long: the server has done it, the program does not know yet.
    static QJsonArray someFaults(QRandomGenerator &random)
    {
        static const char *const kinds[] = {"slow",        "commit-then-hang",   "commit-then-drop",
                                            "late-commit", "drop-before-commit", "502"};
        const auto kind = QString::fromLatin1(kinds[random.bounded(int(std::size(kinds)))]);
        return {QJsonObject{{QStringLiteral("kind"), kind},
                            {QStringLiteral("method"), QStringLiteral("POST")},
                            {QStringLiteral("path"), QStringLiteral("/api/v1/statuses")},
                            {QStringLiteral("delayMs"), 150}}};
    }

    static QJsonArray outbox(const PetrelCtl &petrel)
    {
        return petrel.run({QStringLiteral("outbox"), QStringLiteral("list"), QStringLiteral("--json")})
            .json()
            .value(QStringLiteral("actions"))
            .toArray();
    }

    //! Texts of the posts that are still in the outbox.
    static QStringList waiting(const PetrelCtl &petrel)
    {
        QStringList texts;
        for (const QJsonValue &action : outbox(petrel))
            texts << action.toObject().value(QStringLiteral("text")).toString();
        return texts;
    }

    //! Sends everything, as a person would who is asked about some of it; gives the texts that were asked
    //! about.
    static QStringList drain(const PetrelCtl &petrel)
    {
        QStringList asked;
        for (int tries = 0; tries < 10; ++tries) {
            const Ran ran = petrel.run({QStringLiteral("outbox"), QStringLiteral("run"),
                                        QStringLiteral("--wait"), QStringLiteral("120")});
            if (ran.exitCode != 1)
                break;
            for (const QJsonValue &value : outbox(petrel)) {
                const QJsonObject action = value.toObject();
                if (action.value(QStringLiteral("state")).toString() != QStringLiteral("needs-you"))
                    continue;
                asked << action.value(QStringLiteral("text")).toString();
                static_cast<void>(petrel.run({QStringLiteral("outbox"), QStringLiteral("retry"),
                                              action.value(QStringLiteral("id")).toVariant().toString()}));
            }
        }
        return asked;
    }

private Q_SLOTS:
    void fiftyKillsLoseAndDoubleNothing_data()
    {
        QTest::addColumn<QString>("flavour");
        QTest::addColumn<int>("kills");
        QTest::newRow("a server that keeps keys") << QStringLiteral("mastodon-4.2") << 25;
        QTest::newRow("a server that ignores keys") << QStringLiteral("gotosocial") << 25;
    }
    void fiftyKillsLoseAndDoubleNothing()
    {
        QFETCH(QString, flavour);
        QFETCH(int, kills);
        ProgramFixture f(QStringLiteral("profile"), flavour);
        QVERIFY(f.begin());
        const PetrelCtl quick(ProgramFixture::program("petrel-quickctl"), f.profile, f.credentials);
        QRandomGenerator random(20261122);
        QElapsedTimer clock;
        clock.start();

        QStringList written; // what a command said it had written down, in order
        QStringList unsure; // killed before it could say so
        QStringList asked; // what had to wait for the person
        int killed = 0;
        int midSend = 0;
        for (int round = 0; killed < kills && round < kills * 10; ++round) {
            f.server.act({{QStringLiteral("clearFaults"), true}});
            // A queue left standing dies while it is being checked; an empty one while it is sending.
            if (round % 3 != 0)
                asked << drain(quick);
            f.server.act({{QStringLiteral("faults"), someFaults(random)}});
            const QString text = QStringLiteral("Post %1 of many").arg(round);
            const auto running =
                quick.start({QStringLiteral("post"), text, QStringLiteral("--wait"), QStringLiteral("2")});
            QVERIFY(running->waitForStarted());
            if (!running->waitForFinished(5 + int(random.bounded(220)))) {
                ::kill(pid_t(running->processId()), SIGKILL);
                running->waitForFinished();
                ++killed;
            }
            const bool ended = running->exitStatus() == QProcess::NormalExit;
            QVERIFY2(!ended || running->exitCode() == 0 || running->exitCode() == 75,
                     running->readAllStandardError().constData());
            const QStringList left = waiting(quick);
            if (ended || left.contains(text))
                written << text;
            else
                unsure << text;
            midSend +=
                !ended && left.contains(text) && f.server.textsBy(QStringLiteral("alice")).contains(text);
        }
        QCOMPARE(killed, kills);

        f.server.act({{QStringLiteral("clearFaults"), true}});
        asked << drain(quick);
        QCOMPARE(waiting(quick), QStringList());

        const QStringList there = f.server.textsBy(QStringLiteral("alice"));
        QCOMPARE(QSet<QString>(there.begin(), there.end()).size(), there.size());
        for (const QString &text : std::as_const(written))
            QVERIFY2(there.contains(text), qPrintable(text));
        // What waited for the person was overtaken meanwhile, as it should be.
        const auto inOrder = [&](QStringList texts) {
            texts.removeIf(
                [&](const QString &text) { return unsure.contains(text) || asked.contains(text); });
            return texts;
        };
        QCOMPARE(inOrder(there), inOrder(written));
        QVERIFY(midSend > 0);
        qInfo("%d kills in %d posts, %d of them between the server's commit and ours, %d posts asked about; "
              "%.1f s",
              killed, int(written.size() + unsure.size()), midSend, int(asked.size()),
              double(clock.elapsed()) / 1000);
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
