// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/answer.h"

#include "service/mastodon/json.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>

namespace Petrel {

namespace {

constexpr qsizetype longestWords = 500;
constexpr qint64 shortestPauseMs = 1'000;
constexpr qint64 longestPauseMs = 24 * 3'600'000LL;
//! Where a server only says "too many".
constexpr qint64 usualPauseMs = 60'000;

QString firstText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray())
        return value.toArray().isEmpty() ? QString() : firstText(value.toArray().first());
    if (value.isObject())
        return value.toObject().isEmpty() ? QString() : firstText(value.toObject().begin().value());
    return {};
}

std::optional<qint64> pauseFromRetryAfter(const QByteArray &header, qint64 serverNowMs)
{
    if (header.isEmpty())
        return std::nullopt;
    bool ok = false;
    const double seconds = header.trimmed().toDouble(&ok);
    if (ok)
        return seconds >= 0 && seconds < 1e9 ? std::optional<qint64>(qint64(seconds * 1000)) : std::nullopt;
    QString written = QString::fromLatin1(header.trimmed());
    written.replace(QLatin1String("GMT"), QLatin1String("+0000"));
    const QDateTime date = QDateTime::fromString(written, Qt::RFC2822Date);
    if (!date.isValid())
        return std::nullopt;
    return date.toMSecsSinceEpoch() - serverNowMs;
}

std::optional<qint64> pauseFromReset(const QByteArray &header, qint64 serverNowMs)
{
    if (header.isEmpty())
        return std::nullopt;
    bool ok = false;
    const double number = header.trimmed().toDouble(&ok);
    if (!ok) {
        const std::optional<qint64> at = Json::time(QString::fromLatin1(header.trimmed()));
        return at ? std::optional<qint64>(*at - serverNowMs) : std::nullopt;
    }
    // Some send the time as seconds or milliseconds since 1970, some the seconds that are left.
    if (number > 1e15 || !(number >= 0))
        return std::nullopt;
    if (number > 1e12)
        return qint64(number) - serverNowMs;
    if (number > 1e9)
        return qint64(number) * 1000 - serverNowMs;
    return qint64(number) * 1000;
}

QString statusInWords(int status)
{
    return QCoreApplication::translate("Petrel::MastodonAnswer", "The server answered %1.").arg(status);
}

//! A password box put in front of the server, as for maintenance: it knows nothing of tokens.
bool isProxysChallenge(const HttpResponse &response)
{
    if (response.header("www-authenticate").toLower().startsWith("basic"))
        return true;
    return !response.body.trimmed().isEmpty() && !Json::objectFrom(response.body);
}

//! Pleroma and Akkoma answer a dead token with 403; everybody else, and everything else, keeps 403 for "not
//! allowed".
bool saysTokenIsDead(const HttpResponse &response)
{
    if (response.status == 401)
        return !isProxysChallenge(response);
    return response.status == 403 && serverWords(response) == QLatin1String("Invalid credentials.");
}

} // namespace

QString serverWords(const HttpResponse &response)
{
    const std::optional<QJsonObject> object = Json::objectFrom(response.body);
    if (!object)
        return {};
    static const std::array keys{QLatin1String("error_description"), QLatin1String("error"),
                                 QLatin1String("errors"), QLatin1String("message"), QLatin1String("details")};
    for (const QLatin1String &key : keys) {
        const QString words = singleLine(firstText(object->value(key)));
        if (!words.isEmpty())
            return words.left(longestWords);
    }
    return {};
}

std::optional<qint64> pauseAskedFor(const HttpResponse &response, qint64 nowMs)
{
    // Times are the server's: its own clock tells how far off they are.
    const qint64 serverNowMs = response.serverDateMs > 0 ? response.serverDateMs : nowMs;
    std::optional<qint64> pause = pauseFromRetryAfter(response.header("retry-after"), serverNowMs);
    if (!pause && response.status == 429)
        pause = pauseFromReset(response.header("x-ratelimit-reset"), serverNowMs);
    if (!pause)
        return std::nullopt;
    return qBound(shortestPauseMs, *pause, longestPauseMs);
}

bool succeeded(const HttpExchange &exchange)
{
    return exchange.response && exchange.response->status >= 200 && exchange.response->status < 300;
}

bool saysNotFound(const HttpResponse &response, Flavour flavour)
{
    if (response.status != 404 && response.status != 410)
        return false;
    if (Json::objectFrom(response.body))
        return true;
    // It answers in HTML, but signs its name.
    return flavour == Flavour::Snac && (response.body.isEmpty() || response.body.contains("snac/"));
}

Error readError(const HttpExchange &exchange, const ServerInfo &server, qint64 nowMs)
{
    Error error = exchange.error(nowMs);
    if (!exchange.response)
        return error;
    const HttpResponse &response = *exchange.response;
    error.detail = QStringLiteral("HTTP %1").arg(response.status);
    error.message = serverWords(response);
    error.retryAfterMs = pauseAskedFor(response, nowMs);
    if (saysTokenIsDead(response)) {
        error.kind = ErrorKind::SignedOut;
    } else if (response.status == 404 || response.status == 410) {
        error.kind = saysNotFound(response, server.flavour) ? ErrorKind::NotFound : ErrorKind::Malformed;
    } else if (response.status == 403) {
        error.kind = ErrorKind::Forbidden;
    } else if (response.status == 408) {
        error.kind = ErrorKind::Timeout;
    } else if (response.status == 409) {
        error.kind = ErrorKind::Conflict;
    } else if (response.status == 429) {
        error.kind = ErrorKind::RateLimited;
        error.retryAfterMs = error.retryAfterMs.value_or(usualPauseMs);
    } else if (response.status >= 500 || response.status == 401) {
        error.kind = ErrorKind::ServerDown;
    } else if (response.status >= 400) {
        error.kind = ErrorKind::Rejected;
        if (error.message.isEmpty())
            error.message = statusInWords(response.status);
    } else {
        error.kind = ErrorKind::Malformed;
    }
    return error;
}

Error unreadableAnswer(const HttpExchange &exchange)
{
    Error error;
    error.kind = ErrorKind::Malformed;
    if (exchange.response)
        error.detail = QStringLiteral("HTTP %1, %2 bytes of %3")
                           .arg(exchange.response->status)
                           .arg(exchange.response->body.size())
                           .arg(QString::fromLatin1(exchange.response->contentType));
    return error;
}

Outcome writeOutcome(const HttpExchange &exchange, qint64 nowMs)
{
    Outcome outcome;
    if (!exchange.response) {
        outcome.kind = exchange.provedUnsent ? OutcomeKind::NotSent : OutcomeKind::Uncertain;
        return outcome;
    }
    const HttpResponse &response = *exchange.response;
    outcome.status = response.status;
    outcome.serverDateMs = response.serverDateMs;
    outcome.words = succeeded(exchange) ? QString() : serverWords(response);
    if (const auto pause = pauseAskedFor(response, nowMs))
        outcome.retryAtMs = nowMs + *pause;
    if (saysTokenIsDead(response)) {
        outcome.kind = OutcomeKind::SignedOut;
    } else if (response.status == 429) {
        outcome.kind = OutcomeKind::RateLimited;
        if (outcome.retryAtMs == 0)
            outcome.retryAtMs = nowMs + usualPauseMs;
    } else if (response.status >= 400 && response.status < 500 && response.status != 401
               && response.status != 408 && response.status != 409) {
        outcome.kind = OutcomeKind::Rejected;
        if (outcome.words.isEmpty())
            outcome.words = statusInWords(response.status);
    } else {
        outcome.kind = OutcomeKind::Uncertain;
    }
    return outcome;
}

} // namespace Petrel
