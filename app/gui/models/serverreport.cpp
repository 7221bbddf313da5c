// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/serverreport.h"

#include "domain/words.h"

#include <QCoreApplication>

namespace Petrel {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Petrel::ServerReport", text);
}

//! Words for a state with and without knowing since when.
QString stateSentence(WeatherState state, bool since)
{
    switch (state) {
    case WeatherState::Clear:
        return {};
    case WeatherState::Slow:
        return since ? translated(QT_TRANSLATE_NOOP("Petrel::ServerReport", "%1 has been slow since %2"))
                     : translated(QT_TRANSLATE_NOOP("Petrel::ServerReport", "%1 is slow"));
    case WeatherState::Suspect:
        return since
            ? translated(QT_TRANSLATE_NOOP("Petrel::ServerReport", "%1 has not answered well since %2"))
            : translated(QT_TRANSLATE_NOOP("Petrel::ServerReport", "%1 does not answer well"));
    case WeatherState::Down:
        return since ? translated(QT_TRANSLATE_NOOP("Petrel::ServerReport", "%1 has been down since %2"))
                     : translated(QT_TRANSLATE_NOOP("Petrel::ServerReport", "%1 is down"));
    case WeatherState::RateLimited:
        return translated(QT_TRANSLATE_NOOP("Petrel::ServerReport", "%1 asks for a pause"));
    }
    Q_UNREACHABLE();
}

} // namespace

QString weatherWord(WeatherState state)
{
    switch (state) {
    case WeatherState::Clear:
        return QStringLiteral("clear");
    case WeatherState::Slow:
        return QStringLiteral("slow");
    case WeatherState::Suspect:
        return QStringLiteral("suspect");
    case WeatherState::Down:
        return QStringLiteral("down");
    case WeatherState::RateLimited:
        return QStringLiteral("limited");
    }
    Q_UNREACHABLE();
}

QString weatherSentence(const QString &server, const ServerReport &report, qint64 nowMs)
{
    QString words = stateSentence(report.state, report.sinceMs != 0);
    if (words.isEmpty())
        return words;
    const bool since = report.sinceMs != 0 && report.state != WeatherState::RateLimited;
    words = since ? words.arg(server, clockTime(report.sinceMs, nowMs)) : words.arg(server);
    if (report.state == WeatherState::RateLimited) {
        if (report.nextTryMs > nowMs)
            words = translated(QT_TRANSLATE_NOOP("Petrel::ServerReport", "%1 until %2"))
                        .arg(words, clockTime(report.nextTryMs, nowMs));
    } else if (report.cause != WeatherCause::None) {
        words = translated(QT_TRANSLATE_NOOP("Petrel::ServerReport", "%1: %2"))
                    .arg(words, causeWords(report.cause));
    }
    return translated(QT_TRANSLATE_NOOP("Petrel::ServerReport", "%1.")).arg(words);
}

} // namespace Petrel
