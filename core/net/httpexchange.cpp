// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/answerparser.h"
#include "net/httpclient.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Petrel {

namespace {

constexpr qint64 longestPauseMs = 24 * 60 * 60 * 1000;
constexpr qint64 farFutureSeconds = 253'402'300'800; // the year 10000
constexpr qsizetype longestWords = 300;

ErrorKind kindOf(HttpFault fault)
{
    switch (fault) {
    case HttpFault::NoNetworkHere:
        return ErrorKind::Offline;
    case HttpFault::NameNotResolved:
    case HttpFault::Refused:
    case HttpFault::TlsFailed:
    case HttpFault::ConnectionLost:
        return ErrorKind::ServerDown;
    case HttpFault::TimedOut:
        return ErrorKind::Timeout;
    case HttpFault::AnswerTooLarge:
        return ErrorKind::Malformed;
    case HttpFault::NotAllowed:
        return ErrorKind::Unsupported;
    case HttpFault::Aborted:
        return ErrorKind::Cancelled;
    }
    Q_UNREACHABLE();
}

QString faultInWords(HttpFault fault)
{
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("Petrel::HttpExchange", text);
    };
    switch (fault) {
    case HttpFault::NameNotResolved:
        return translated(QT_TRANSLATE_NOOP("Petrel::HttpExchange", "Its name is not known."));
    case HttpFault::Refused:
        return translated(QT_TRANSLATE_NOOP("Petrel::HttpExchange", "It refuses connections."));
    case HttpFault::TlsFailed:
        return translated(QT_TRANSLATE_NOOP(
            "Petrel::HttpExchange",
            "No secure connection could be made; its certificate may be wrong or out of date."));
    case HttpFault::ConnectionLost:
        return translated(QT_TRANSLATE_NOOP("Petrel::HttpExchange", "The connection broke off."));
    case HttpFault::AnswerTooLarge:
        return translated(QT_TRANSLATE_NOOP("Petrel::HttpExchange", "The answer was too large."));
    case HttpFault::NotAllowed:
        return translated(
            QT_TRANSLATE_NOOP("Petrel::HttpExchange", "Only secure addresses (https) are allowed."));
    case HttpFault::NoNetworkHere:
    case HttpFault::TimedOut:
    case HttpFault::Aborted:
        return {}; // the kind says it all
    }
    Q_UNREACHABLE();
}

ErrorKind kindOf(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::SignedOut;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 408:
        return ErrorKind::Timeout;
    case 409:
        return ErrorKind::Conflict;
    case 429:
        return ErrorKind::RateLimited;
    default:
        if (status >= 500)
            return ErrorKind::ServerDown;
        return status >= 400 ? ErrorKind::Rejected : ErrorKind::Malformed;
    }
}

//! What a server wrote, as one bounded line that cannot disturb the text around it.
QString plainLine(const QString &words)
{
    QString line;
    for (const QChar c : words.left(4 * longestWords).simplified()) {
        // Format characters would let a server turn the text around it backwards.
        if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            line += c;
    }
    if (line.size() <= longestWords)
        return line;
    line.truncate(line.at(longestWords - 2).isHighSurrogate() ? longestWords - 2 : longestWords - 1);
    return line + QChar(0x2026);
}

QString serversWords(const HttpResponse &response)
{
    if (!response.isJson() || response.body.size() > 64 * 1024)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(response.body).object();
    for (const auto &key : {QStringLiteral("error_description"), QStringLiteral("error")}) {
        const QString words = plainLine(object.value(key).toString());
        if (!words.isEmpty())
            return words;
    }
    return {};
}

//! A moment by the server's clock as a pause from now.
qint64 pauseUntil(qint64 whenMs, const HttpResponse &response, qint64 nowMs)
{
    return whenMs - (response.serverDateMs > 0 ? response.serverDateMs : nowMs);
}

std::optional<qint64> pauseAskedFor(const HttpResponse &response, qint64 nowMs)
{
    const auto bounded = [](qint64 ms) { return std::clamp<qint64>(ms, 0, longestPauseMs); };
    const QByteArray retry = response.header("retry-after");
    bool number = false;
    const qint64 seconds = retry.toLongLong(&number);
    if (number)
        return bounded(std::clamp<qint64>(seconds, 0, longestPauseMs) * 1000);
    if (const qint64 date = parseHttpDate(retry))
        return bounded(pauseUntil(date, response, nowMs));
    if (response.status != 429)
        return {};
    const QByteArray reset = response.header("x-ratelimit-reset");
    const qint64 epoch = reset.toLongLong(&number);
    if (number)
        return bounded(pauseUntil(std::clamp<qint64>(epoch, 0, farFutureSeconds) * 1000, response, nowMs));
    const QDateTime iso = QDateTime::fromString(QString::fromLatin1(reset), Qt::ISODateWithMs);
    if (iso.isValid())
        return bounded(pauseUntil(iso.toMSecsSinceEpoch(), response, nowMs));
    return {};
}

} // namespace

QByteArray HttpResponse::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

bool HttpResponse::isJson() const
{
    return contentType == "application/json" || contentType.endsWith("+json");
}

Error HttpExchange::error(qint64 nowMs) const
{
    if (!response) {
        const HttpFault what = fault.value_or(HttpFault::Aborted);
        return {kindOf(what), faultInWords(what), detail, {}};
    }
    Error error{kindOf(response->status), serversWords(*response), detail, {}};
    if (response->status == 429 || response->status == 503)
        error.retryAfterMs = pauseAskedFor(*response, nowMs);
    if (response->status / 100 == 3) {
        error.message = QCoreApplication::translate(
            "Petrel::HttpExchange", "It points to another address, which Petrel does not follow.");
    }
    return error;
}

QString hostKey(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.contains(QLatin1Char(':')))
        host = QLatin1Char('[') + host + QLatin1Char(']');
    const int own = url.scheme() == QLatin1String("http") ? 80 : 443;
    const int port = url.port(own);
    return port == own ? host : host + QLatin1Char(':') + QString::number(port);
}

bool isLoopback(const QString &host)
{
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return true;
    QString bare = host;
    if (bare.startsWith(QLatin1Char('[')) && bare.endsWith(QLatin1Char(']')))
        bare = bare.mid(1, bare.size() - 2);
    QHostAddress address;
    if (!address.setAddress(bare))
        return false;
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return (address.toIPv4Address() >> 24) == 127;
    return address == QHostAddress(QHostAddress::LocalHostIPv6);
}

} // namespace Petrel
