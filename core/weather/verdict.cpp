// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "weather/verdict.h"

namespace Petrel {

namespace {

using Kind = Verdict::Kind;

Verdict ofFault(HttpFault fault)
{
    switch (fault) {
    case HttpFault::NoNetworkHere:
        return {Kind::Fault, WeatherCause::NoNetworkHere, 0};
    case HttpFault::NameNotResolved:
        return {Kind::Fault, WeatherCause::NameNotResolved, 0};
    case HttpFault::Refused:
        return {Kind::Fault, WeatherCause::Refused, 0};
    case HttpFault::TlsFailed:
        return {Kind::Fault, WeatherCause::CertificateProblem, 0};
    case HttpFault::TimedOut:
        return {Kind::Fault, WeatherCause::TimedOut, 0};
    case HttpFault::ConnectionLost:
        return {Kind::Fault, WeatherCause::ConnectionLost, 0};
    case HttpFault::AnswerTooLarge:
    case HttpFault::NotAllowed:
    case HttpFault::Aborted:
        return {};
    }
    Q_UNREACHABLE();
}

bool isProxyStatus(int status)
{
    return status == 502 || status == 504 || (status >= 520 && status <= 527) || status == 530;
}

} // namespace

Verdict verdictOf(const HttpExchange &exchange, qint64 nowMs)
{
    if (!exchange.response)
        return exchange.fault ? ofFault(*exchange.fault) : Verdict{};
    const HttpResponse &response = *exchange.response;
    const int status = response.status;
    const bool asksForPause = !response.header("retry-after").isEmpty();
    const qint64 pauseMs =
        status == 429 || status == 503 ? exchange.error(nowMs).retryAfterMs.value_or(0) : 0;
    const bool html = response.contentType == "text/html" && !response.body.isEmpty();

    if (status == 429)
        return {Kind::Limited, WeatherCause::RateLimited, pauseMs};
    if (isProxyStatus(status))
        return {Kind::Fault, WeatherCause::ServerError, 0};
    if (status == 503 && (asksForPause || !response.isJson())) {
        const auto cause = asksForPause ? WeatherCause::Maintenance : WeatherCause::ServerError;
        return {Kind::Fault, cause, pauseMs};
    }
    if (html && status >= 200 && status < 300)
        return {Kind::Fault, WeatherCause::ServerError, 0};
    // A fault beside an answer means that it broke off half way.
    if (exchange.fault)
        return ofFault(*exchange.fault);
    if (response.isJson() && !response.body.isEmpty())
        return {Kind::Up, WeatherCause::None, 0};
    if (status >= 400 && status < 500 && !html)
        return {Kind::Up, WeatherCause::None, 0};
    return {Kind::Unclear, WeatherCause::None, 0};
}

} // namespace Petrel
