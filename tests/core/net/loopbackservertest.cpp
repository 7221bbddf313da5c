// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/loopbackserver.h"

#include <QTcpSocket>
#include <QTest>

using namespace Petrel;

namespace {

//! Sends raw bytes and gives all that comes back until the server closes.
QByteArray talk(const QUrl &address, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(address.host(), quint16(address.port()));
    socket.write(bytes);
    QByteArray got;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { got += socket.readAll(); });
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 30'000))
        return "the connection stayed open";
    return got + socket.readAll();
}

QByteArray hostLine(const QUrl &address)
{
    return "Host: 127.0.0.1:" + QByteArray::number(address.port()) + "\r\n";
}

QByteArray request(const QUrl &address, const QByteArray &target, const QByteArray &method = "GET")
{
    return talk(address, method + ' ' + target + " HTTP/1.1\r\n" + hostLine(address) + "\r\n");
}

} // namespace

class LoopbackServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<LoopbackServer>();
        const auto address = m_server->listen();
        QVERIFY(address.ok());
        m_address = address.value();
        m_redirects.clear();
        m_cancelled = false;
    }

    void itListensOnThisComputerOnly()
    {
        QCOMPARE(m_address.scheme(), QStringLiteral("http"));
        QCOMPARE(m_address.host(), QStringLiteral("127.0.0.1"));
        QCOMPARE(m_address.path(), QStringLiteral("/callback"));
        QVERIFY(m_address.port() > 1023);
        QCOMPARE(m_server->listen().value(), m_address);
    }

    void theRedirectGivesItsQuery()
    {
        wait();
        const QByteArray page = request(m_address, "/callback?code=a%2Bb%20c&state=s");
        QVERIFY(page.startsWith("HTTP/1.1 200 "));
        QCOMPARE(m_redirects.size(), 1);
        const auto full = QUrl::FullyDecoded;
        QCOMPARE(m_redirects.first().queryItemValue(QStringLiteral("code"), full), QStringLiteral("a+b c"));
        QCOMPARE(m_redirects.first().queryItemValue(QStringLiteral("state"), full), QStringLiteral("s"));
    }

    void aRedirectBeforeAnybodyWaitsIsKept()
    {
        request(m_address, "/callback?code=1");
        wait();
        QCOMPARE(m_redirects.size(), 1);
    }

    void anErrorIsARedirectWithOtherWords()
    {
        wait();
        const QByteArray refused = request(m_address, "/callback?error=access_denied");
        QCOMPARE(m_redirects.size(), 1);
        QVERIFY(refused.startsWith("HTTP/1.1 200 "));
        QVERIFY(refused != request(m_address, "/callback?code=1"));
    }

    void onlyTheFirstRedirectCounts()
    {
        wait();
        request(m_address, "/callback?code=1");
        QVERIFY(request(m_address, "/callback?code=2").startsWith("HTTP/1.1 200 "));
        QCOMPARE(m_redirects.size(), 1);
        QCOMPARE(m_redirects.first().queryItemValue(QStringLiteral("code")), QStringLiteral("1"));
    }

    void anythingElseIsNotFoundAndDoesNotCount_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("favicon") << QByteArray("GET") << QByteArray("/favicon.ico");
        QTest::newRow("root") << QByteArray("GET") << QByteArray("/");
        QTest::newRow("longer path") << QByteArray("GET") << QByteArray("/callback/x?code=1");
        QTest::newRow("other path") << QByteArray("GET") << QByteArray("/callbackx?code=1");
        QTest::newRow("another way up") << QByteArray("GET") << QByteArray("/x/../callback?code=1");
        QTest::newRow("post") << QByteArray("POST") << QByteArray("/callback?code=1");
        QTest::newRow("head") << QByteArray("HEAD") << QByteArray("/callback?code=1");
        QTest::newRow("nothing said") << QByteArray("GET") << QByteArray("/callback");
        QTest::newRow("nothing useful said") << QByteArray("GET") << QByteArray("/callback?x=1");
        QTest::newRow("whole address")
            << QByteArray("GET") << QByteArray("http://evil.example/callback?code=1");
        QTest::newRow("two slashes") << QByteArray("GET") << QByteArray("//evil.example/callback?code=1");
    }

    void anythingElseIsNotFoundAndDoesNotCount()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        wait();
        QVERIFY(request(m_address, target, method).startsWith("HTTP/1.1 404 "));
        QVERIFY(m_redirects.isEmpty());
        // The right one still counts afterwards.
        request(m_address, "/callback?code=1");
        QCOMPARE(m_redirects.size(), 1);
    }

    void aPageElsewhereCannotReachIn()
    {
        wait();
        QVERIFY(talk(m_address, "GET /callback?code=1 HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                    .startsWith("HTTP/1.1 404 "));
        QVERIFY(talk(m_address, "GET /callback?code=1 HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
        QVERIFY(m_redirects.isEmpty());
    }

    void nonsenseIsNotFound()
    {
        wait();
        for (const QByteArray &bytes :
             {QByteArray("\r\n\r\n"), QByteArray("GET\r\n\r\n"), QByteArray("\x16\x03\x01\x02\0\r\n\r\n", 9),
              QByteArray("GET  HTTP/1.1\r\n\r\n")})
            QVERIFY(talk(m_address, bytes).startsWith("HTTP/1.1 404 "));
        QVERIFY(m_redirects.isEmpty());
    }

    void aRequestThatNeverEndsIsCutOff()
    {
        wait();
        const QByteArray answer = talk(m_address, "GET /callback?code=" + QByteArray(17 * 1024, 'x'));
        QVERIFY(answer.isEmpty() || answer.startsWith("HTTP/1.1 431 "));
        QVERIFY(m_redirects.isEmpty());
    }

    void aRequestInPiecesIsPutTogether()
    {
        wait();
        QTcpSocket socket;
        socket.connectToHost(m_address.host(), quint16(m_address.port()));
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        const QByteArray bytes = "GET /callback?code=1 HTTP/1.1\r\n" + hostLine(m_address) + "\r\n";
        for (const char byte : bytes) {
            QVERIFY(m_redirects.isEmpty());
            socket.write(&byte, 1);
            socket.flush();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(m_redirects.size(), 1);
    }

    void thePageIsWordsAndNothingElse()
    {
        wait();
        const QByteArray page =
            request(m_address, "/callback?code=secret-code&state=<script>alert(1)</script>");
        const QByteArray head = page.left(page.indexOf("\r\n\r\n")).toLower();
        for (const QByteArray line :
             {"content-security-policy: default-src 'none'", "x-content-type-options: nosniff",
              "referrer-policy: no-referrer", "cache-control: no-store", "x-frame-options: deny",
              "connection: close", "content-type: text/html; charset=utf-8"})
            QVERIFY2(head.contains(line), line.constData());
        const QByteArray body = page.mid(page.indexOf("\r\n\r\n") + 4);
        QVERIFY(body.contains("Petrel"));
        QVERIFY(body.contains("<html lang=\""));
        QVERIFY(!body.contains("secret-code"));
        QVERIFY(!body.contains("script"));
        QVERIFY(!body.contains("href") && !body.contains("src="));
    }

    void manyIdleConnectionsDoNotKeepTheRedirectOut()
    {
        wait();
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 40; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            idle.back()->connectToHost(m_address.host(), quint16(m_address.port()));
            QTRY_VERIFY(idle.back()->state() != QAbstractSocket::ConnectingState);
        }
        request(m_address, "/callback?code=1");
        QCOMPARE(m_redirects.size(), 1);
    }

    void askingTwiceIsCancelledAtOnce()
    {
        wait();
        wait();
        QVERIFY(m_cancelled);
        request(m_address, "/callback?code=1");
        QCOMPARE(m_redirects.size(), 1);
    }

    void aDestroyedServerCancelsAndListensNoMore()
    {
        wait();
        m_server.reset();
        QVERIFY(m_cancelled);
        QTcpSocket socket;
        socket.connectToHost(m_address.host(), quint16(m_address.port()));
        QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    }

    void whoeverHearsTheRedirectMayDestroyTheServerAndThePageStillComes()
    {
        m_server->redirect().finally(this, [this](Result<QUrlQuery> result) {
            QVERIFY(result.ok());
            m_server.reset();
        });
        const QByteArray page = request(m_address, "/callback?code=1");
        QVERIFY(!m_server);
        QVERIFY(page.startsWith("HTTP/1.1 200 "));
        QVERIFY(page.contains("</html>"));
    }

private:
    void wait()
    {
        m_server->redirect().finally(this, [this](Result<QUrlQuery> result) {
            if (result.ok())
                m_redirects.append(result.value());
            else
                m_cancelled = result.error().kind == ErrorKind::Cancelled;
        });
    }

    std::unique_ptr<LoopbackServer> m_server;
    QUrl m_address;
    QList<QUrlQuery> m_redirects;
    bool m_cancelled = false;
};

QTEST_GUILESS_MAIN(LoopbackServerTest)
#include "loopbackservertest.moc"
