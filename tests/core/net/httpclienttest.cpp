// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "net/inflight.h"
#include "support/exchangeof.h"
#include "support/fakeclock.h"
#include "support/wireserver.h"

#include <QTest>

using namespace Petrel;
using Transport = WireServer::Transport;

namespace {

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.bearer = Secret("the-token");
    return request;
}

//! gzip as a server sends it, from zlib's raw stream.
QByteArray gzip(const QByteArray &bytes)
{
    quint32 crc = ~0u;
    for (const char c : bytes) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xEDB88320u : 0u);
    }
    crc = ~crc;
    const auto little = [](quint32 n) {
        return QByteArray{1, char(n)} + char(n >> 8) + char(n >> 16) + char(n >> 24);
    };
    const QByteArray zlib = qCompress(bytes, 9).mid(4); // after Qt's own length
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + zlib.mid(2, zlib.size() - 6) + little(crc)
        + little(quint32(bytes.size()));
}

QByteArray someJson()
{
    QByteArray text;
    for (int i = 0; i < 5'000; ++i)
        text += QByteArray::number(i * 7919 % 10'007);
    return "{\"text\":\"x" + text + "\"}";
}

//! Counts what a program prints that nobody asked for.
int warnings = 0;
void countWarnings(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtWarningMsg) {
        ++warnings;
        fprintf(stderr, "%s\n", qPrintable(message));
    }
}

} // namespace

class HttpClientTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<WireServer>(Transport::Plain);
        m_clock = std::make_unique<FakeClock>();
        m_observer = {};
        m_client = std::make_unique<HttpClient>(*m_clock, &m_observer);
    }

    void cleanup()
    {
        m_client.reset();
        QCOMPARE(m_clock->pendingAlarms(), 0);
        m_server.reset();
    }

    void aGetGivesTheWholeAnswer()
    {
        answerWith(
            WireServer::answer(200, "{\"a\":1}", "Application/JSON; charset=utf-8; x=y",
                               "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nLink: <https://a>; rel=\"next\"\r\n"));
        QUrl url = m_server->url(QStringLiteral("/api"));
        url.setQuery(QStringLiteral("limit=40&max_id=1"));
        const qint64 started = m_clock->nowMs();
        const auto exchange = exchangeOf(m_client->send(get(url)));
        QVERIFY(exchange && exchange->response);
        QVERIFY(!exchange->fault);
        QCOMPARE(exchange->response->status, 200);
        QCOMPARE(exchange->response->body, QByteArray("{\"a\":1}"));
        QCOMPARE(exchange->response->contentType, QByteArray("application/json"));
        QVERIFY(exchange->response->isJson());
        QCOMPARE(exchange->response->serverDateMs, 784'111'777'000);
        QCOMPARE(exchange->response->header("link"), QByteArray("<https://a>; rel=\"next\""));
        QCOMPARE(exchange->host, QStringLiteral("127.0.0.1:%1").arg(m_server->port()));
        QCOMPARE(exchange->startedAtMs, started);
        const WireRequest arrived = m_server->requests().constFirst();
        QCOMPARE(arrived.target, QByteArray("/api?limit=40&max_id=1"));
        QCOMPARE(arrived.header("authorization"), QByteArray("Bearer the-token"));
        QCOMPARE(arrived.header("accept"), QByteArray("application/json"));
        QVERIFY(arrived.header("user-agent").startsWith("Petrel/"));
        QVERIFY(!arrived.header("user-agent").endsWith('/'));
    }

    void aRequestNobodyWantsAnyLongerIsCutOff()
    {
        bool gone = false;
        m_server->onHead = [&](WireConnection &connection, const WireRequest &) {
            connect(&connection, &WireConnection::gone, this, [&gone] { gone = true; });
        };
        auto wanting = std::make_unique<QObject>();
        HttpRequest request = get(m_server->url(QStringLiteral("/x")));
        request.wantedBy = wanting.get();
        auto task = m_client->send(request);
        QTRY_COMPARE(m_server->requests().size(), 1);
        wanting.reset();
        const auto exchange = exchangeOf(std::move(task));
        QVERIFY(exchange);
        QCOMPARE(exchange->fault, HttpFault::Aborted);
        QTRY_VERIFY(gone);
    }

    void everyMethodArrivesWithItsBody_data()
    {
        QTest::addColumn<HttpRequest::Method>("method");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("body");
        for (const QByteArray body : {"", "a=1"}) {
            for (const auto &[method, name] : {std::pair(HttpRequest::Method::Post, QByteArray("POST")),
                                               std::pair(HttpRequest::Method::Put, QByteArray("PUT")),
                                               std::pair(HttpRequest::Method::Patch, QByteArray("PATCH")),
                                               std::pair(HttpRequest::Method::Delete, QByteArray("DELETE"))})
                QTest::addRow("%s%s", name.constData(), body.isEmpty() ? ", empty" : "")
                    << method << name << body;
        }
    }

    void everyMethodArrivesWithItsBody()
    {
        QFETCH(HttpRequest::Method, method);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, body);
        answerWith(WireServer::answer(200, "{}"));
        HttpRequest request = get(m_server->url(QStringLiteral("/x")));
        request.method = method;
        request.body = body;
        request.contentType = "text/plain";
        warnings = 0;
        const auto before = qInstallMessageHandler(countWarnings);
        const auto exchange = exchangeOf(m_client->send(request));
        qInstallMessageHandler(before);
        QCOMPARE(warnings, 0);
        QVERIFY(exchange && exchange->response);
        QCOMPARE(m_server->requests().constFirst().method, name);
        QCOMPARE(m_server->requests().constFirst().body, body);
        if (!body.isEmpty())
            QCOMPARE(m_server->requests().constFirst().header("content-type"), QByteArray("text/plain"));
    }

    void everyStatusIsAnAnswerWithItsBody_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 202, 206, 301, 400, 401, 403, 404, 405, 409,
                                 410, 418, 422, 429, 500, 501, 502, 503, 504, 530})
            QTest::addRow("%d", status) << status;
    }

    void everyStatusIsAnAnswerWithItsBody()
    {
        QFETCH(int, status);
        answerWith(WireServer::answer(status, "{\"error\":\"words\"}", "application/json",
                                      status == 401 ? "WWW-Authenticate: Basic realm=\"x\"\r\n" : ""));
        const auto exchange = exchangeOf(m_client->send(get(m_server->url(QStringLiteral("/x")))));
        QVERIFY(exchange);
        QVERIFY2(exchange->response, qPrintable(exchange->detail));
        QCOMPARE(exchange->response->status, status);
        QCOMPARE(exchange->response->body, QByteArray("{\"error\":\"words\"}"));
        QCOMPARE(m_server->requests().size(), 1);
    }

    void cookiesAreNeitherKeptNorSent()
    {
        answerWith(WireServer::answer(
            200, "{}", "application/json",
            "Set-Cookie: session=1; Path=/\r\nCache-Control: max-age=1000\r\nETag: \"e\"\r\n"));
        for (int i = 0; i < 2; ++i)
            QVERIFY(exchangeOf(m_client->send(get(m_server->url(QStringLiteral("/x"))))));
        // Nor was the second answered from a cache.
        QCOMPARE(m_server->requests().size(), 2);
        QVERIFY(m_server->requests().at(1).header("cookie").isEmpty());
        QVERIFY(m_server->requests().at(1).header("if-none-match").isEmpty());
    }

    void aServerThatClosesUnannouncedIsReadAgainWithoutHarm()
    {
        // As a server does that closes after each answer without saying so.
        m_server->onRequest = [](WireConnection &connection, const WireRequest &) {
            connection.write(WireServer::answer(200, "{}"));
            connection.close();
        };
        for (int i = 0; i < 20; ++i) {
            const auto exchange = exchangeOf(m_client->send(get(m_server->url(QStringLiteral("/x")))));
            QVERIFY(exchange);
            QVERIFY2(exchange->response, qPrintable(exchange->detail));
        }
    }

    void plainHttpIsSpokenToThisComputerOnly_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url :
             {"http://example.org/", "http://10.0.0.1/", "ftp://127.0.0.1/", "file:///etc/passwd",
              "data:text/plain,x", "https:///nowhere", "", "/relative", "http://127.0.0.1.example.org/"})
            QTest::addRow("%s", *url ? url : "empty") << QString::fromLatin1(url);
    }

    void plainHttpIsSpokenToThisComputerOnly()
    {
        QFETCH(QString, url);
        for (const bool once : {false, true}) {
            HttpRequest request = get(QUrl(url));
            request.onceOnly = once;
            request.body = "x";
            const auto exchange = exchangeOf(m_client->send(request));
            QVERIFY(exchange && !exchange->response);
            QCOMPARE(exchange->fault, std::optional(HttpFault::NotAllowed));
            QVERIFY(exchange->provedUnsent);
        }
        // Nobody was spoken to, so there is nothing to tell of any server.
        QVERIFY(m_observer.heard.isEmpty());
    }

    void headersCannotSmuggle_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("line break in the value") << QByteArray("X") << QByteArray("a\r\nAuthorization: b");
        QTest::newRow("line break in the name") << QByteArray("X\r\nY") << QByteArray("a");
        QTest::newRow("colon in the name") << QByteArray("X: y") << QByteArray("a");
        QTest::newRow("nothing as name") << QByteArray("") << QByteArray("a");
        QTest::newRow("null byte") << QByteArray("X") << QByteArray("a\0b", 3);
        QTest::newRow("another authorization") << QByteArray("authorization") << QByteArray("Bearer x");
        QTest::newRow("another host") << QByteArray("Host") << QByteArray("example.org");
        QTest::newRow("another length") << QByteArray("Content-Length") << QByteArray("0");
        QTest::newRow("another framing") << QByteArray("Transfer-Encoding") << QByteArray("chunked");
        QTest::newRow("a cookie") << QByteArray("Cookie") << QByteArray("a=b");
    }

    void headersCannotSmuggle()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        for (const bool once : {false, true}) {
            HttpRequest request = get(m_server->url(QStringLiteral("/x")));
            request.headers = {{name, value}};
            request.onceOnly = once;
            request.body = "x";
            const auto exchange = exchangeOf(m_client->send(request));
            QVERIFY(exchange);
            QCOMPARE(exchange->fault, std::optional(HttpFault::NotAllowed));
        }
        QCOMPARE(m_server->accepted(), 0);
    }

    void aTokenWithALineBreakIsNotSent()
    {
        HttpRequest request = get(m_server->url(QStringLiteral("/x")));
        request.bearer = Secret("a\r\nX: b");
        const auto exchange = exchangeOf(m_client->send(request));
        QCOMPARE(exchange->fault, std::optional(HttpFault::NotAllowed));
        QVERIFY(!exchange->detail.contains(QLatin1String("X: b")));
        QCOMPARE(m_server->accepted(), 0);
    }

    void credentialsInTheAddressStayHere()
    {
        answerWith(
            WireServer::answer(401, "{}", "application/json", "WWW-Authenticate: Basic realm=\"x\"\r\n"));
        QUrl url = m_server->url(QStringLiteral("/x"));
        url.setUserInfo(QStringLiteral("name:password"));
        HttpRequest request = get(url);
        request.bearer = {};
        const auto exchange = exchangeOf(m_client->send(request));
        QVERIFY(exchange && exchange->response);
        QCOMPARE(exchange->response->status, 401);
        QCOMPARE(m_server->requests().size(), 1);
        QVERIFY(m_server->requests().constFirst().header("authorization").isEmpty());
    }

    void aRefusedConnectionIsTold()
    {
        const QUrl url = m_server->url(QStringLiteral("/x"));
        m_server->stopListening();
        const auto exchange = exchangeOf(m_client->send(get(url)));
        QVERIFY(exchange && !exchange->response);
        QCOMPARE(exchange->fault, std::optional(HttpFault::Refused));
        QVERIFY(exchange->provedUnsent);
    }

    void anUntrustedCertificateIsTold()
    {
        WireServer server(Transport::Tls);
        const auto exchange = exchangeOf(m_client->send(get(server.url(QStringLiteral("/x")))));
        QVERIFY(exchange && !exchange->response);
        QCOMPARE(exchange->fault, std::optional(HttpFault::TlsFailed));
        QVERIFY(exchange->provedUnsent);
        QCOMPARE(server.requests().size(), 0);
    }

    void brokenAnswersAreLostConnections_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a status line") << QByteArray("HTTP/1.1 20");
        QTest::newRow("half a header") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[1,");
        QTest::newRow("half a body of an error")
            << QByteArray("HTTP/1.1 404 Gone\r\nContent-Length: 100\r\n\r\n[1,");
        QTest::newRow("half a chunk")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n[1,");
        QTest::newRow("no last chunk")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n");
        QTest::newRow("not HTTP") << QByteArray("hello\r\n\r\n");
        const QByteArray zipped = gzip(someJson());
        QTest::newRow("half a compressed body, counted")
            << "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: "
               "gzip\r\nContent-Length: "
                + QByteArray::number(zipped.size()) + "\r\n\r\n" + zipped.left(zipped.size() / 2);
    }

    void brokenAnswersAreLostConnections()
    {
        QFETCH(QByteArray, bytes);
        m_server->onRequest = [bytes](WireConnection &connection, const WireRequest &) {
            connection.write(bytes);
            connection.close();
        };
        const auto exchange = exchangeOf(m_client->send(get(m_server->url(QStringLiteral("/x")))));
        QVERIFY(exchange);
        QVERIFY2(!exchange->response, exchange->response ? exchange->response->body.constData() : "");
        QCOMPARE(exchange->fault, std::optional(HttpFault::ConnectionLost));
        QVERIFY(!exchange->provedUnsent);
    }

    void halfACompressedChunkedBodyIsALostConnection()
    {
        const QByteArray zipped = gzip(someJson());
        m_server->onRequest = [zipped](WireConnection &connection, const WireRequest &) {
            connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
                             + QByteArray::number(zipped.size(), 16) + "\r\n"
                             + zipped.left(zipped.size() / 2));
            connection.close();
        };
        const auto exchange = exchangeOf(m_client->send(get(m_server->url(QStringLiteral("/x")))));
        QVERIFY(exchange && !exchange->response);
        QCOMPARE(exchange->fault, std::optional(HttpFault::ConnectionLost));
    }

    void aCompressedAnswerIsRead()
    {
        const QByteArray zipped = gzip(someJson());
        answerWith(WireServer::answer(200, zipped, "application/json", "Content-Encoding: gzip\r\n"));
        const auto exchange = exchangeOf(m_client->send(get(m_server->url(QStringLiteral("/x")))));
        QVERIFY(exchange && exchange->response);
        QCOMPARE(exchange->response->body, someJson());
    }

    void aTinyAnswerThatUnpacksToMegabytesIsCutOff()
    {
        const QByteArray bomb = gzip(QByteArray(12 * 1024 * 1024, ' '));
        QVERIFY(bomb.size() < 100'000);
        answerWith(WireServer::answer(200, bomb, "application/json", "Content-Encoding: gzip\r\n"));
        const auto exchange = exchangeOf(m_client->send(get(m_server->url(QStringLiteral("/x")))));
        QVERIFY(exchange && !exchange->response);
        QCOMPARE(exchange->fault, std::optional(HttpFault::AnswerTooLarge));
    }

    void anAnswerMayFillItsLimitButNotPassIt()
    {
        for (const int size : {10'000, 10'001}) {
            for (const bool counted : {true, false}) {
                const QByteArray body(size, 'x');
                m_server->onRequest = [&](WireConnection &connection, const WireRequest &) {
                    if (counted) {
                        connection.write(WireServer::answer(200, body));
                        return;
                    }
                    connection.write("HTTP/1.1 200 OK\r\n\r\n" + body);
                    connection.close();
                };
                HttpRequest request = get(m_server->url(QStringLiteral("/x")));
                request.maxBytes = 10'000;
                const auto exchange = exchangeOf(m_client->send(request));
                QVERIFY(exchange);
                QCOMPARE(exchange->response.has_value(), size == 10'000);
                if (size > 10'000)
                    QCOMPARE(exchange->fault, std::optional(HttpFault::AnswerTooLarge));
            }
        }
    }

    void anEndlessAnswerIsCutOff()
    {
        // Written on as fast as it is taken.
        qint64 written = 0;
        bool gone = false;
        m_server->onRequest = [&](WireConnection &connection, const WireRequest &) {
            connection.write("HTTP/1.1 200 OK\r\n\r\n");
            connect(&connection, &WireConnection::gone, this, [&gone] { gone = true; });
            connect(&connection, &WireConnection::drained, &connection, [&connection, &written] {
                written += 65'536;
                connection.write(QByteArray(65'536, 'x'));
            });
        };
        HttpRequest request = get(m_server->url(QStringLiteral("/x")));
        request.maxBytes = 1'000'000;
        const auto exchange = exchangeOf(m_client->send(request));
        QVERIFY(exchange);
        QCOMPARE(exchange->fault, std::optional(HttpFault::AnswerTooLarge));
        QTRY_VERIFY(gone);
        // What the kernel's buffers hold is not ours to bound; a run-away would be far above.
        QVERIFY(written < 64'000'000);
    }

    void silenceIsATimeOutByOurClock()
    {
        HttpRequest request = get(m_server->url(QStringLiteral("/x")));
        request.timeoutMs = 5'000;
        auto task = m_client->send(request);
        QTRY_VERIFY(!m_server->requests().isEmpty());
        QTRY_VERIFY(m_clock->pendingAlarms() == 1);
        m_clock->advance(5'000);
        const auto exchange = exchangeOf(task);
        QVERIFY(exchange && !exchange->response);
        QCOMPARE(exchange->fault, std::optional(HttpFault::TimedOut));
        QCOMPARE(exchange->tookMs, 5'000);
        QCOMPARE(m_observer.heard.size(), 1);
        QTRY_COMPARE(m_server->open(), 0);
    }

    void aBodyThatHangsInTheMiddleIsATimeOut()
    {
        answerWith("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
        auto task = m_client->send(get(m_server->url(QStringLiteral("/x"))));
        QTRY_VERIFY(!m_server->requests().isEmpty());
        m_clock->advance(30'000);
        const auto exchange = exchangeOf(task);
        QVERIFY(exchange && !exchange->response);
        QCOMPARE(exchange->fault, std::optional(HttpFault::TimedOut));
        QVERIFY(!exchange->provedUnsent);
    }

    void aSlowServerIsNotSilent_data()
    {
        QTest::addColumn<bool>("once");
        QTest::newRow("repeatable") << false;
        QTest::newRow("once only") << true;
    }

    void aSlowServerIsNotSilent()
    {
        QFETCH(bool, once);
        auto &connection = *hold("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", once);
        // A byte every 20 seconds for 200 seconds, with 30 seconds of patience.
        for (int i = 0; i < 9; ++i) {
            m_clock->advance(20'000);
            connection.write("x");
            QVERIFY(noticed());
        }
        connection.write("x");
        const auto exchange = exchangeOf(*m_task);
        QVERIFY(exchange);
        QVERIFY2(exchange->response, qPrintable(exchange->detail));
        QCOMPARE(exchange->response->body, QByteArray(10, 'x'));
        QCOMPARE(exchange->tookMs, 180'000);
    }

    void aDrippingServerDoesNotHoldItsPlaceForEver_data() { aSlowServerIsNotSilent_data(); }

    void aDrippingServerDoesNotHoldItsPlaceForEver()
    {
        QFETCH(bool, once);
        auto &connection = *hold("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", once);
        for (int i = 0; i < 29; ++i) {
            m_clock->advance(20'000);
            connection.write("x");
            QVERIFY(noticed());
        }
        m_clock->advance(20'000);
        const auto exchange = exchangeOf(*m_task);
        QVERIFY(exchange);
        QCOMPARE(exchange->fault, std::optional(HttpFault::TimedOut));
        QCOMPARE(exchange->tookMs, 600'000);
    }

    void everyFinishedExchangeIsHeardOnce()
    {
        answerWith(WireServer::answer(500, "{}"));
        QVERIFY(exchangeOf(m_client->send(get(m_server->url(QStringLiteral("/x"))))));
        m_server->stopListening();
        m_server->closeConnections();
        QTRY_COMPARE(m_server->open(), 0);
        QVERIFY(exchangeOf(m_client->send(get(m_server->url(QStringLiteral("/x"))))));
        QCOMPARE(m_observer.heard.size(), 2);
        QCOMPARE(m_observer.heard.at(0).response->status, 500);
        QCOMPARE(m_observer.heard.at(1).fault, std::optional(HttpFault::Refused));
        QCOMPARE(m_observer.heard.at(1).host, QStringLiteral("127.0.0.1:%1").arg(m_server->port()));
    }

    void whatIsLoggedHoldsNoSecret()
    {
        answerWith(WireServer::answer(401, "{}"));
        QUrl url = m_server->url(QStringLiteral("/api/v1/x"));
        url.setQuery(QStringLiteral("q=private-words"));
        HttpRequest request = get(url);
        for (const bool once : {false, true}) {
            request.onceOnly = once;
            request.method = once ? HttpRequest::Method::Post : HttpRequest::Method::Get;
            request.body = once ? QByteArray("status=private-words") : QByteArray();
            const auto exchange = exchangeOf(m_client->send(request));
            QVERIFY(exchange);
            QVERIFY(exchange->detail.contains(QLatin1String("/api/v1/x")));
            QVERIFY(!exchange->detail.contains(QLatin1String("the-token")));
            QVERIFY(!exchange->detail.contains(QLatin1String("private-words")));
        }
    }

    void aDestroyedClientCancels()
    {
        std::optional<ErrorKind> got;
        m_client->send(get(m_server->url(QStringLiteral("/x"))))
            .finally(this, [&](Result<HttpExchange> result) {
                got = result.ok() ? ErrorKind::Malformed : result.error().kind;
            });
        QTRY_VERIFY(!m_server->requests().isEmpty());
        m_client.reset();
        QCOMPARE(got, std::optional(ErrorKind::Cancelled));
        QVERIFY(m_observer.heard.isEmpty());
    }

    void manyAtOnceAreAllAnswered()
    {
        m_server->onRequest = [](WireConnection &connection, const WireRequest &request) {
            connection.write(WireServer::answer(200, request.target));
        };
        int right = 0;
        for (int i = 0; i < 40; ++i) {
            const QString path = QStringLiteral("/%1").arg(i);
            HttpRequest request = get(m_server->url(path));
            request.onceOnly = i % 2;
            request.body = i % 2 ? "x" : "";
            request.method = i % 2 ? HttpRequest::Method::Post : HttpRequest::Method::Get;
            m_client->send(request).finally(this, [&right, path](Result<HttpExchange> result) {
                right += result.ok() && result.value().response
                    && result.value().response->body == path.toLatin1();
            });
        }
        QTRY_COMPARE(right, 40);
        QCOMPARE(m_observer.heard.size(), 40);
    }

private:
    void answerWith(const QByteArray &bytes)
    {
        m_server->onRequest = [bytes](WireConnection &connection, const WireRequest &) {
            connection.write(bytes);
        };
    }

    //! Sends a request and answers its head only; the rest is the test's to write.
    WireConnection *hold(const QByteArray &head, bool once)
    {
        WireConnection *held = nullptr;
        m_server->onRequest = [&](WireConnection &connection, const WireRequest &) { held = &connection; };
        HttpRequest request = get(m_server->url(QStringLiteral("/x")));
        request.onceOnly = once;
        request.body = once ? "x" : "";
        request.method = once ? HttpRequest::Method::Post : HttpRequest::Method::Get;
        m_task.emplace(m_client->send(request));
        if (!QTest::qWaitFor([&] { return held; }, 30'000))
            qFatal("no request came");
        m_server->onRequest = nullptr;
        held->write(head);
        return held;
    }

    //! Waits until the client has noticed what came since the clock stood still.
    bool noticed()
    {
        const auto *flight = m_client->findChild<InFlight *>();
        return flight
            && QTest::qWaitFor([&] { return flight->lastProgressMs() == m_clock->monotonicMs(); }, 30'000);
    }

    std::unique_ptr<WireServer> m_server;
    std::unique_ptr<FakeClock> m_clock;
    RecordingObserver m_observer;
    std::unique_ptr<HttpClient> m_client;
    std::optional<Task<HttpExchange>> m_task;
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "httpclienttest.moc"
