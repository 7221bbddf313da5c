// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/words.h"

#include "domain/richtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Petrel {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("Petrel::Words", text, nullptr, n);
}

} // namespace

QString safeText(const QString &text)
{
    return withoutControls(text);
}

QString safeLine(const QString &text, int width)
{
    const QString line = singleLine(text).simplified();
    if (width <= 0 || line.size() <= width)
        return line;
    qsizetype cut = width - 1;
    if (line.at(cut - 1).isHighSurrogate())
        --cut;
    return line.left(cut) + QChar(0x2026);
}

QString ageOf(qint64 atMs, qint64 nowMs)
{
    const qint64 age = nowMs - atMs;
    if (age < minuteMs)
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "now"));
    if (age < dayMs)
        return durationOf(age);
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(atMs).date(), QLocale::ShortFormat);
}

QString clockTime(qint64 atMs, qint64 nowMs)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs);
    const QString time = at.toString(QStringLiteral("HH:mm"));
    if (at.date() == QDateTime::fromMSecsSinceEpoch(nowMs).date())
        return time;
    return QLocale().toString(at.date(), QLocale::ShortFormat) + QLatin1Char(' ') + time;
}

QString durationOf(qint64 ms)
{
    if (ms < hourMs)
        return translated(QT_TRANSLATE_N_NOOP("Petrel::Words", "%n min"),
                          int(qMax<qint64>(1, ms / minuteMs)));
    if (ms < 2 * dayMs)
        return translated(QT_TRANSLATE_N_NOOP("Petrel::Words", "%n h"), int(ms / hourMs));
    return translated(QT_TRANSLATE_N_NOOP("Petrel::Words", "%n day(s)"), int(ms / dayMs));
}

QString isoTime(qint64 atMs)
{
    return atMs == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString causeWords(WeatherCause cause)
{
    switch (cause) {
    case WeatherCause::None:
        return {};
    case WeatherCause::NoNetworkHere:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "this computer has no network"));
    case WeatherCause::NameNotResolved:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "its name does not resolve"));
    case WeatherCause::CertificateProblem:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "its certificate is not valid"));
    case WeatherCause::Refused:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "it refuses connections"));
    case WeatherCause::TimedOut:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "it does not answer in time"));
    case WeatherCause::ConnectionLost:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "it drops connections"));
    case WeatherCause::ServerError:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "only the proxy before it answers"));
    case WeatherCause::Maintenance:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "it says it is under maintenance"));
    case WeatherCause::RateLimited:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "it asks for a pause"));
    }
    Q_UNREACHABLE();
}

QString stateWords(WeatherState state)
{
    switch (state) {
    case WeatherState::Clear:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "clear"));
    case WeatherState::Slow:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "slow"));
    case WeatherState::Suspect:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "suspect"));
    case WeatherState::Down:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "down"));
    case WeatherState::RateLimited:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "rate-limited"));
    }
    Q_UNREACHABLE();
}

QString kindWords(const Action &action)
{
    switch (action.kind) {
    case ActionKind::Publish:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "post"));
    case ActionKind::Remove:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "delete"));
    case ActionKind::Favourite:
        return action.wanted ? translated(QT_TRANSLATE_NOOP("Petrel::Words", "favourite"))
                             : translated(QT_TRANSLATE_NOOP("Petrel::Words", "undo favourite"));
    case ActionKind::Boost:
        return action.wanted ? translated(QT_TRANSLATE_NOOP("Petrel::Words", "boost"))
                             : translated(QT_TRANSLATE_NOOP("Petrel::Words", "undo boost"));
    case ActionKind::Bookmark:
        return action.wanted ? translated(QT_TRANSLATE_NOOP("Petrel::Words", "bookmark"))
                             : translated(QT_TRANSLATE_NOOP("Petrel::Words", "undo bookmark"));
    }
    Q_UNREACHABLE();
}

QString visibilityWords(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Public:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "public"));
    case Visibility::Unlisted:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "unlisted"));
    case Visibility::Followers:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "followers only"));
    case Visibility::Direct:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "mentioned only"));
    case Visibility::Unknown:
        return translated(QT_TRANSLATE_NOOP("Petrel::Words", "visibility unknown"));
    }
    Q_UNREACHABLE();
}

QString aboutWords(const Action &action)
{
    constexpr int width = 60;
    if (action.kind == ActionKind::Publish)
        return safeLine(action.content.text, width);
    const QString author =
        action.subject.author.isEmpty() ? QString() : QLatin1Char('@') + action.subject.author;
    const QString text = action.subject.excerpt.isEmpty() ? action.subject.url : action.subject.excerpt;
    return safeLine(author.isEmpty() ? text : author + QStringLiteral(": ") + text, width);
}

QString errorWords(const Error &error)
{
    const QString message = safeText(error.message).trimmed();
    const bool sentence = message.endsWith(QLatin1Char('.')) || message.endsWith(QLatin1Char('!'))
        || message.endsWith(QLatin1Char('?'));
    // About the weather the message is only the cause, and says too little by itself.
    const bool weather = error.kind != ErrorKind::Conflict && error.isTransient();
    const bool whole = sentence && !weather && error.kind != ErrorKind::SignedOut;
    return whole ? message : safeText(describeError(error));
}

} // namespace Petrel
