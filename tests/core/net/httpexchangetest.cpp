// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include <QTest>

using namespace Petrel;

namespace {

constexpr qint64 now = 1'790'000'000'000; // 2026-09-21T14:13:20Z

HttpExchange answer(int status, const QByteArray &body = {},
                    const QByteArray &contentType = "application/json",
                    const QVector<std::pair<QByteArray, QByteArray>> &headers = {})
{
    HttpExchange exchange;
    exchange.response = HttpResponse{status, contentType, body, headers, 0};
    return exchange;
}

HttpExchange fault(HttpFault what)
{
    HttpExchange exchange;
    exchange.fault = what;
    exchange.detail = QStringLiteral("detail");
    return exchange;
}

std::optional<qint64> pause(int status, const QByteArray &name, const QByteArray &value,
                            qint64 serverDateMs = 0)
{
    HttpExchange exchange = answer(status, {}, {}, {{name, value}});
    exchange.response->serverDateMs = serverDateMs;
    return exchange.error(now).retryAfterMs;
}

} // namespace

class HttpExchangeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStatusHasItsMeaning_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        const auto row = [](int status, ErrorKind kind) {
            QTest::newRow(QByteArray::number(status).constData()) << status << int(kind);
        };
        row(301, ErrorKind::Malformed);
        row(302, ErrorKind::Malformed);
        row(400, ErrorKind::Rejected);
        row(401, ErrorKind::SignedOut);
        row(403, ErrorKind::Forbidden);
        row(404, ErrorKind::NotFound);
        row(406, ErrorKind::Rejected);
        row(408, ErrorKind::Timeout);
        row(409, ErrorKind::Conflict);
        row(410, ErrorKind::NotFound);
        row(418, ErrorKind::Rejected);
        row(422, ErrorKind::Rejected);
        row(429, ErrorKind::RateLimited);
        row(500, ErrorKind::ServerDown);
        row(502, ErrorKind::ServerDown);
        row(503, ErrorKind::ServerDown);
        row(530, ErrorKind::ServerDown);
    }

    void everyStatusHasItsMeaning()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        QCOMPARE(int(answer(status).error(now).kind), kind);
    }

    void everyFaultHasItsMeaning()
    {
        QCOMPARE(fault(HttpFault::NoNetworkHere).error(now).kind, ErrorKind::Offline);
        for (const auto what : {HttpFault::NameNotResolved, HttpFault::Refused, HttpFault::TlsFailed,
                                HttpFault::ConnectionLost}) {
            QCOMPARE(fault(what).error(now).kind, ErrorKind::ServerDown);
            QVERIFY(!fault(what).error(now).message.isEmpty());
        }
        QCOMPARE(fault(HttpFault::TimedOut).error(now).kind, ErrorKind::Timeout);
        QCOMPARE(fault(HttpFault::AnswerTooLarge).error(now).kind, ErrorKind::Malformed);
        QCOMPARE(fault(HttpFault::NotAllowed).error(now).kind, ErrorKind::Unsupported);
        QCOMPARE(fault(HttpFault::Aborted).error(now).kind, ErrorKind::Cancelled);
        QCOMPARE(fault(HttpFault::Refused).error(now).detail, QStringLiteral("detail"));
    }

    void theServersWordsAreTheMessage()
    {
        QCOMPARE(answer(422, "{\"error\":\"Validation failed: Text can't be blank\"}").error(now).message,
                 QStringLiteral("Validation failed: Text can't be blank"));
        QCOMPARE(answer(400, "{\"error\":\"invalid_grant\",\"error_description\":\"The code has expired.\"}")
                     .error(now)
                     .message,
                 QStringLiteral("The code has expired."));
    }

    void wordsThatAreNoneAreNotShown()
    {
        QVERIFY(answer(500, "<html>oops</html>", "text/html").error(now).message.isEmpty());
        QVERIFY(answer(404, "{\"error\":\"x\"}", "text/html").error(now).message.isEmpty());
        QVERIFY(answer(404, "{\"error\":{\"a\":1}}").error(now).message.isEmpty());
        QVERIFY(answer(404, "[\"error\"]").error(now).message.isEmpty());
        QVERIFY(answer(404, "{\"error\":").error(now).message.isEmpty());
        QVERIFY(answer(404, "").error(now).message.isEmpty());
        const QByteArray huge = "{\"error\":\"" + QByteArray(200'000, 'x') + "\"}";
        QVERIFY(answer(404, huge).error(now).message.isEmpty());
    }

    void wordsAreOneBoundedHarmlessLine()
    {
        const QString cleaned =
            answer(422, "{\"error\":\"a\\n\\tb\\u202eright\\u0000\\u0007 \\u200fend\"}").error(now).message;
        QCOMPARE(cleaned, QStringLiteral("a bright end"));
        const QString cut = answer(422, "{\"error\":\"" + QByteArray(5'000, 'x') + "\"}").error(now).message;
        QCOMPARE(cut.size(), 300);
        QVERIFY(cut.endsWith(QChar(0x2026)));
    }

    void aCutNeverSplitsACharacter()
    {
        const QString birds = QString::fromUtf8("\xF0\x9F\x90\xA6").repeated(400);
        for (const QString &lead : {QString(), QStringLiteral("x")}) {
            const QString cut =
                answer(422, "{\"error\":\"" + (lead + birds).toUtf8() + "\"}").error(now).message;
            QVERIFY(cut.size() <= 300);
            QVERIFY(QString::fromUtf8(cut.toUtf8()) == cut);
        }
    }

    void aPauseInSecondsIsUnderstood()
    {
        QCOMPARE(pause(429, "retry-after", "30"), std::optional<qint64>(30'000));
        QCOMPARE(pause(503, "retry-after", "120"), std::optional<qint64>(120'000));
        QCOMPARE(pause(429, "retry-after", "0"), std::optional<qint64>(0));
    }

    void aPauseAsADateIsUnderstood()
    {
        QCOMPARE(pause(503, "retry-after", "Mon, 21 Sep 2026 14:14:20 GMT"), std::optional<qint64>(60'000));
        QCOMPARE(pause(503, "retry-after", "Mon, 21 Sep 2026 14:00:00 GMT"), std::optional<qint64>(0));
    }

    void theResetOfALimitIsUnderstood()
    {
        QCOMPARE(pause(429, "x-ratelimit-reset", "2026-09-21T14:14:20.000Z"), std::optional<qint64>(60'000));
        QCOMPARE(pause(429, "x-ratelimit-reset", "1790000090"), std::optional<qint64>(90'000));
    }

    void theServersOwnClockCounts()
    {
        // Ours is an hour behind: the pause is still a minute.
        QCOMPARE(pause(429, "x-ratelimit-reset", "2026-09-21T15:14:20.000Z", now + 3'600'000),
                 std::optional<qint64>(60'000));
    }

    void absurdPausesAreBounded()
    {
        const std::optional<qint64> day(24 * 3'600'000);
        QCOMPARE(pause(429, "retry-after", "999999999999999"), day);
        QCOMPARE(pause(429, "retry-after", "-5"), std::optional<qint64>(0));
        QCOMPARE(pause(429, "retry-after", "-9223372036854775807"), std::optional<qint64>(0));
        QCOMPARE(pause(429, "x-ratelimit-reset", "9223372036854775807"), day);
        QCOMPARE(pause(429, "x-ratelimit-reset", "-9223372036854775807"), std::optional<qint64>(0));
        QCOMPARE(pause(429, "x-ratelimit-reset", "9999-01-01T00:00:00Z"), day);
    }

    void nonsenseIsNoPause()
    {
        QVERIFY(!pause(429, "retry-after", "soon"));
        QVERIFY(!pause(429, "x-ratelimit-reset", ""));
        QVERIFY(!pause(429, "x", "y"));
        // A limit that is not reached yet is no reason for a failure to wait.
        QVERIFY(!pause(503, "x-ratelimit-reset", "2026-09-21T14:14:20.000Z"));
        QVERIFY(!pause(500, "retry-after", "30"));
    }

    void jsonIsKnownByItsType()
    {
        const auto isJson = [](const QByteArray &type) {
            return HttpResponse{200, type, {}, {}, 0}.isJson();
        };
        QVERIFY(isJson("application/json"));
        QVERIFY(isJson("application/activity+json"));
        QVERIFY(!isJson("text/html"));
        QVERIFY(!isJson(""));
    }

    void hostsAreNamedOneWay()
    {
        const auto key = [](const char *url) { return hostKey(QUrl(QLatin1String(url))); };
        QCOMPARE(key("https://Example.ORG/x"), QStringLiteral("example.org"));
        QCOMPARE(key("https://example.org:443"), QStringLiteral("example.org"));
        QCOMPARE(key("https://example.org:8443"), QStringLiteral("example.org:8443"));
        QCOMPARE(key("http://127.0.0.1:80"), QStringLiteral("127.0.0.1"));
        QCOMPARE(key("http://127.0.0.1:8080"), QStringLiteral("127.0.0.1:8080"));
        QCOMPARE(key("http://[::1]:8080"), QStringLiteral("[::1]:8080"));
        QCOMPARE(hostKey(QUrl(QString::fromUtf8("https://B\xC3\xBC"
                                                "cher.example"))),
                 QStringLiteral("xn--bcher-kva.example"));
    }

    void onlyThisComputerIsLoopback()
    {
        for (const char *host : {"localhost", "LocalHost", "127.0.0.1", "127.255.3.4", "::1", "[::1]"})
            QVERIFY2(isLoopback(QLatin1String(host)), host);
        for (const char *host : {"", "example.org", "localhost.example.org", "128.0.0.1", "10.0.0.1",
                                 "0.0.0.0", "::", "::2", "127.0.0.1.example.org", "xlocalhost", "[]"})
            QVERIFY2(!isLoopback(QLatin1String(host)), host);
    }
};

QTEST_GUILESS_MAIN(HttpExchangeTest)
#include "httpexchangetest.moc"
