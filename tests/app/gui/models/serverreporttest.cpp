// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/serverreport.h"

#include <QtTest>

using namespace Petrel;

class ServerReportTest : public QObject {
    Q_OBJECT
private:
    static QString sentence(WeatherState state, WeatherCause cause = WeatherCause::None, bool since = false,
                            bool next = false)
    {
        const qint64 noon = QDateTime(QDate(2026, 11, 22), QTime(12, 0)).toMSecsSinceEpoch();
        return weatherSentence(QStringLiteral("example.org"),
                               {state, cause, since ? noon - 600'000 : 0, 0, next ? noon + 600'000 : 0},
                               noon);
    }

private Q_SLOTS:
    void everyStateHasItsWord()
    {
        QStringList words;
        for (int state = 0; state <= int(WeatherState::RateLimited); ++state)
            words << weatherWord(WeatherState(state));
        QCOMPARE(words.join(QLatin1Char(' ')), QStringLiteral("clear slow suspect down limited"));
    }

    void aSentenceSaysWhatSinceWhenAndWhy()
    {
        QCOMPARE(sentence(WeatherState::Clear), QString());
        QCOMPARE(sentence(WeatherState::Down, WeatherCause::Refused, true),
                 QStringLiteral("example.org has been down since 11:50: it refuses connections."));
        QCOMPARE(sentence(WeatherState::Down), QStringLiteral("example.org is down."));
        QCOMPARE(sentence(WeatherState::Slow), QStringLiteral("example.org is slow."));
        QCOMPARE(sentence(WeatherState::RateLimited, WeatherCause::RateLimited, true, true),
                 QStringLiteral("example.org asks for a pause until 12:10."));
        for (int state = 1; state <= int(WeatherState::RateLimited); ++state) {
            for (const bool since : {false, true})
                QVERIFY(
                    !sentence(WeatherState(state), WeatherCause::TimedOut, since).contains(QLatin1Char('%')));
        }
    }
};

QTEST_GUILESS_MAIN(ServerReportTest)
#include "serverreporttest.moc"
