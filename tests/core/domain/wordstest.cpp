// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/words.h"

#include <QtTest>

using namespace Petrel;

namespace {

constexpr qint64 now = 1'790'000'000'000;

} // namespace

class WordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agesReadAsPeopleSayThem_data()
    {
        QTest::addColumn<qint64>("age");
        QTest::addColumn<QString>("words");
        QTest::newRow("future") << qint64(-60'000) << QStringLiteral("now");
        QTest::newRow("now") << qint64(30'000) << QStringLiteral("now");
        QTest::newRow("minutes") << qint64(5 * 60'000) << QStringLiteral("5 min");
        QTest::newRow("hours") << qint64(3 * 3'600'000) << QStringLiteral("3 h");
    }
    void agesReadAsPeopleSayThem()
    {
        QFETCH(qint64, age);
        QTEST(ageOf(now - age, now), "words");
    }

    void aLongLineIsCutBetweenCharacters()
    {
        QCOMPARE(safeLine(QStringLiteral("abcdef"), 4), QStringLiteral("abc…"));
        QCOMPARE(safeLine(QStringLiteral("a b\n c")), QStringLiteral("a b c"));
        const QString cut = safeLine(QStringLiteral("ab\U0001F426cd"), 4);
        QVERIFY(!cut.contains(QChar(0xD83D)));
    }

    void anErrorThatIsASentenceStandsAlone()
    {
        QCOMPARE(errorWords({ErrorKind::Conflict, QStringLiteral("Two wait."), {}, {}}),
                 QStringLiteral("Two wait."));
        const QString server = errorWords({ErrorKind::Rejected, QStringLiteral("Validation failed"), {}, {}});
        QVERIFY(server.contains(QStringLiteral("refused")));
        QVERIFY(server.contains(QStringLiteral("Validation failed")));
        QVERIFY(!errorWords({ErrorKind::Timeout, {}, {}, {}}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "wordstest.moc"
