// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "weather/verdict.h"

#include <QtTest>

using namespace Petrel;
using Kind = Verdict::Kind;

namespace {

constexpr qint64 now = 1'790'000'000'000;

HttpExchange faultOf(HttpFault fault)
{
    HttpExchange exchange;
    exchange.fault = fault;
    return exchange;
}

HttpExchange answerOf(int status, const QByteArray &type, const QByteArray &body,
                      const QByteArray &retryAfter = {})
{
    HttpExchange exchange;
    HttpResponse response;
    response.status = status;
    response.contentType = type;
    response.body = body;
    if (!retryAfter.isEmpty())
        response.headers.append({"retry-after", retryAfter});
    exchange.response = response;
    return exchange;
}

} // namespace

class VerdictTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFaultSpeaksAgainstTheServerUnlessItIsOurOwn_data()
    {
        QTest::addColumn<HttpFault>("fault");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<WeatherCause>("cause");
        QTest::newRow("no network") << HttpFault::NoNetworkHere << Kind::Fault << WeatherCause::NoNetworkHere;
        QTest::newRow("name") << HttpFault::NameNotResolved << Kind::Fault << WeatherCause::NameNotResolved;
        QTest::newRow("refused") << HttpFault::Refused << Kind::Fault << WeatherCause::Refused;
        QTest::newRow("tls") << HttpFault::TlsFailed << Kind::Fault << WeatherCause::CertificateProblem;
        QTest::newRow("timeout") << HttpFault::TimedOut << Kind::Fault << WeatherCause::TimedOut;
        QTest::newRow("lost") << HttpFault::ConnectionLost << Kind::Fault << WeatherCause::ConnectionLost;
        QTest::newRow("too large") << HttpFault::AnswerTooLarge << Kind::Nothing << WeatherCause::None;
        QTest::newRow("not allowed") << HttpFault::NotAllowed << Kind::Nothing << WeatherCause::None;
        QTest::newRow("aborted") << HttpFault::Aborted << Kind::Nothing << WeatherCause::None;
    }
    void aFaultSpeaksAgainstTheServerUnlessItIsOurOwn()
    {
        QFETCH(HttpFault, fault);
        const Verdict verdict = verdictOf(faultOf(fault), now);
        QTEST(verdict.kind, "kind");
        QTEST(verdict.cause, "cause");
    }

    void anAnswerIsJudgedByWhoMayHaveGivenIt_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<WeatherCause>("cause");
        const QByteArray json = "application/json";
        const QByteArray html = "text/html";
        const QByteArray none;
        const QByteArray object = "{}";
        const QByteArray page = "<html>";
        const auto row = [&](const char *name, int status, const QByteArray &type, const QByteArray &body,
                             const QByteArray &retry, Kind kind, WeatherCause cause = WeatherCause::None) {
            QTest::newRow(name) << status << type << body << retry << kind << cause;
        };
        row("200 json", 200, json, object, none, Kind::Up);
        row("401 json", 401, json, object, none, Kind::Up);
        row("404 json", 404, json, object, none, Kind::Up);
        row("422 json", 422, json, object, none, Kind::Up);
        row("500 json", 500, json, object, none, Kind::Up);
        row("503 json of one request", 503, json, object, none, Kind::Up);
        row("401 empty html", 401, html, none, none, Kind::Up);
        row("405 plain", 405, "text/plain", "no", none, Kind::Up);
        row("404 html", 404, html, page, none, Kind::Unclear);
        row("500 html", 500, html, page, none, Kind::Unclear);
        row("200 empty", 200, none, none, none, Kind::Unclear);
        row("302", 302, none, none, none, Kind::Unclear);
        row("200 html", 200, html, page, none, Kind::Fault, WeatherCause::ServerError);
        row("502 html", 502, html, page, none, Kind::Fault, WeatherCause::ServerError);
        row("502 json", 502, json, object, none, Kind::Fault, WeatherCause::ServerError);
        row("503 html", 503, html, page, none, Kind::Fault, WeatherCause::ServerError);
        row("503 maintenance", 503, html, page, "120", Kind::Fault, WeatherCause::Maintenance);
        row("503 json maintenance", 503, json, object, "120", Kind::Fault, WeatherCause::Maintenance);
        row("504", 504, html, page, none, Kind::Fault, WeatherCause::ServerError);
        row("521 of a proxy", 521, html, page, none, Kind::Fault, WeatherCause::ServerError);
        row("429", 429, json, object, "60", Kind::Limited, WeatherCause::RateLimited);
        row("429 html", 429, html, page, none, Kind::Limited, WeatherCause::RateLimited);
    }
    void anAnswerIsJudgedByWhoMayHaveGivenIt()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, retryAfter);
        const Verdict verdict = verdictOf(answerOf(status, type, body, retryAfter), now);
        QTEST(verdict.kind, "kind");
        QTEST(verdict.cause, "cause");
    }

    void thePauseAskedForIsTold()
    {
        const Verdict limited = verdictOf(answerOf(429, "application/json", "{}", "90"), now);
        QCOMPARE(limited.pauseMs, 90'000);
        const Verdict maintenance = verdictOf(answerOf(503, "text/html", "<html>", "30"), now);
        QCOMPARE(maintenance.pauseMs, 30'000);
    }

    void anAnswerThatBrokeOffIsAFault()
    {
        HttpExchange half = answerOf(200, "application/json", "{\"a\":");
        half.fault = HttpFault::ConnectionLost;
        QCOMPARE(verdictOf(half, now).kind, Kind::Fault);
    }
};

QTEST_GUILESS_MAIN(VerdictTest)
#include "verdicttest.moc"
