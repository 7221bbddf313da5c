// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programfixture.h"

#include <QtTest>

using namespace Petrel;

//! Real processes racing for one profile: whoever gets the lock serves the other, and nothing is sent twice.
class RaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twoProcessesRacingForOneQueueAHundredTimesSendEachPostOnce()
    {
        ProgramFixture f;
        QVERIFY(f.begin());
        constexpr int rounds = 100;
        QStringList expected;
        for (int round = 0; round < rounds; ++round) {
            const QString text = QStringLiteral("round %1").arg(round);
            expected.append(text);
            f.server.setDown(true);
            QCOMPARE(f.petrel.run({QStringLiteral("post"), text}).exitCode, 75);
            f.server.setDown(false);
            const QStringList run{QStringLiteral("outbox"), QStringLiteral("run")};
            const auto one = f.petrel.start(run);
            const auto two = f.petrel.start(run);
            const Ran first = PetrelCtl::finish(*one);
            const Ran second = PetrelCtl::finish(*two);
            QVERIFY2(first.exitCode == 0 && second.exitCode == 0,
                     qPrintable(first.output + first.errors + second.output + second.errors));
        }
        QCOMPARE(f.server.textsBy(QStringLiteral("alice")), expected);
        QCOMPARE(f.server.countRequests(QStringLiteral("POST"), QStringLiteral("/api/v1/statuses"), false),
                 rounds);
    }

    void manyWritersAtOnceLoseAndDoubleNothing()
    {
        ProgramFixture f;
        QVERIFY(f.begin());
        std::vector<std::unique_ptr<QProcess>> writers;
        QStringList expected;
        for (int i = 0; i < 12; ++i) {
            expected.append(QStringLiteral("writer %1").arg(i, 2, 10, QLatin1Char('0')));
            writers.push_back(f.petrel.start(
                {QStringLiteral("post"), QStringLiteral("--wait"), QStringLiteral("60"), expected.last()}));
        }
        for (const auto &writer : writers) {
            const Ran ran = PetrelCtl::finish(*writer);
            QVERIFY2(ran.exitCode == 0, qPrintable(QString::number(ran.exitCode) + ran.output + ran.errors));
        }
        QStringList texts = f.server.textsBy(QStringLiteral("alice"));
        texts.sort();
        QCOMPARE(texts, expected);
    }
};

QTEST_GUILESS_MAIN(RaceTest)
#include "racetest.moc"
