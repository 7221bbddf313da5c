// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/backoff.h"

#include <QTest>

using namespace Petrel;

class BackoffTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCeilingDoublesUpToTheLongest()
    {
        const Backoff backoff{1'000, 10'000};
        // With the highest chance the pause is nearly the ceiling.
        const double top = 0.999'999;
        QCOMPARE(backoff.pauseMs(1, top), 999);
        QCOMPARE(backoff.pauseMs(2, top), 1'999);
        QCOMPARE(backoff.pauseMs(3, top), 3'999);
        QCOMPARE(backoff.pauseMs(4, top), 7'999);
        QCOMPARE(backoff.pauseMs(5, top), 9'999);
        QCOMPARE(backoff.pauseMs(50, top), 9'999);
    }

    void jitterNeverComesNearZero()
    {
        const Backoff backoff{1'000, 10'000};
        QCOMPARE(backoff.pauseMs(1, 0.0), 100);
        QCOMPARE(backoff.pauseMs(9, 0.0), 1'000);
    }

    void manyFailuresDoNotOverflow()
    {
        const Backoff backoff;
        for (const int failures : {31, 32, 63, 64, 1'000, 1'000'000}) {
            const qint64 pause = backoff.pauseMs(failures, 0.5);
            QVERIFY(pause >= backoff.longestMs / 10 && pause <= backoff.longestMs);
        }
    }

    void noFailureCountsAsOne()
    {
        const Backoff backoff;
        QCOMPARE(backoff.pauseMs(0, 0.5), backoff.pauseMs(1, 0.5));
        QCOMPARE(backoff.pauseMs(-3, 0.5), backoff.pauseMs(1, 0.5));
    }
};

QTEST_GUILESS_MAIN(BackoffTest)
#include "backofftest.moc"
