// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/words.h"

#include "support/fakeclock.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Petrel;

class WordsTest : public QObject {
    Q_OBJECT
private:
    FakeClock m_clock;
    static constexpr double minute = 60'000;
    static constexpr double hour = 60 * minute;
    static constexpr double day = 24 * hour;

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void agesAreShort()
    {
        const Words words(m_clock);
        const double now = words.nowMs();
        QCOMPARE(words.age(now + 5 * minute, now), QStringLiteral("now"));
        QCOMPARE(words.age(now - 59'999, now), QStringLiteral("now"));
        QCOMPARE(words.age(now - 5 * minute, now), QStringLiteral("5 m"));
        QCOMPARE(words.age(now - 3 * hour, now), QStringLiteral("3 h"));
        QCOMPARE(words.age(now - 2 * day, now), QStringLiteral("2 d"));
        const double old = now - 30 * day;
        QCOMPARE(
            words.age(old, now),
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(qint64(old)).date(), QLocale::ShortFormat));
    }

    void whatComesIsSaidInWholeWords()
    {
        const Words words(m_clock);
        const double now = words.nowMs();
        QCOMPARE(words.until(0, now), QString());
        QCOMPARE(words.until(now - 1, now), QStringLiteral("now"));
        QCOMPARE(words.until(now + 20'000, now), QStringLiteral("in 20 second(s)"));
        QCOMPARE(words.until(now + 5 * minute, now), QStringLiteral("in 5 minute(s)"));
        QCOMPARE(words.until(now + 3 * hour, now), QStringLiteral("in 3 hour(s)"));
        QCOMPARE(words.until(now + 4 * day, now), QStringLiteral("in 4 day(s)"));
    }

    void exactTimesHaveDateAndTime()
    {
        const Words words(m_clock);
        QCOMPARE(words.exact(0), QString());
        QVERIFY(words.exact(words.nowMs()).contains(QStringLiteral("2026")));
        QVERIFY(words.exact(words.nowMs()).contains(QLatin1Char(':')));
        QCOMPARE(words.moment(0, words.nowMs()), QString());
        QCOMPARE(words.moment(words.nowMs(), words.nowMs()).size(), 5);
        QVERIFY(words.moment(words.nowMs() - 86'400'000.0, words.nowMs()).size() > 5);
    }

    void countsAreShortenedButNeverRoundedUp()
    {
        const Words words(m_clock);
        QCOMPARE(words.count(0), QStringLiteral("0"));
        QCOMPARE(words.count(999), QStringLiteral("999"));
        QCOMPARE(words.count(1'000), QStringLiteral("1 K"));
        QCOMPARE(words.count(1'299), QStringLiteral("1.2 K"));
        QCOMPARE(words.count(9'999), QStringLiteral("9.9 K"));
        QCOMPARE(words.count(999'999), QStringLiteral("999 K"));
        QCOMPARE(words.count(3'400'000), QStringLiteral("3.4 M"));
    }

    void nowGoesOnEachHalfMinute()
    {
        const Words words(m_clock);
        const double start = words.nowMs();
        const QSignalSpy changed(&words, &Words::nowMsChanged);
        m_clock.advance(29'999);
        QCOMPARE(changed.size(), 0);
        m_clock.advance(1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(words.nowMs(), start + 30'000);
        m_clock.advance(90'000);
        QCOMPARE(changed.size(), 4);
        QCOMPARE(m_clock.pendingAlarms(), 1);
    }

    void nothingRingsWhenItIsGone()
    {
        FakeClock clock;
        {
            const Words words(clock);
            QCOMPARE(clock.pendingAlarms(), 1);
        }
        QCOMPARE(clock.pendingAlarms(), 0);
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "wordstest.moc"
