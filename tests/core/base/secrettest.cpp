// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <QTest>

using namespace Petrel;

class SecretTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void printingASecretShowsNothingOfIt()
    {
        const Secret secret("correct-horse");
        QString text;
        QDebug(&text) << secret << QVector<Secret>{secret, secret};
        QVERIFY(!text.contains(QLatin1String("horse")));
        QVERIFY(text.contains(QLatin1String("***")));
    }

    void printingDoesNotTellItsLength()
    {
        QString shorter;
        QString longer;
        QDebug(&shorter) << Secret("a");
        QDebug(&longer) << Secret("a much longer secret");
        QCOMPARE(shorter, longer);
    }

    void onlyRevealGivesItAway()
    {
        QCOMPARE(Secret("token").reveal(), QByteArray("token"));
        QVERIFY(Secret().isEmpty());
        QVERIFY(!Secret("x").isEmpty());
        static_assert(!std::is_convertible_v<Secret, QByteArray>);
        static_assert(!std::is_convertible_v<QByteArray, Secret>);
    }
};

QTEST_GUILESS_MAIN(SecretTest)
#include "secrettest.moc"
