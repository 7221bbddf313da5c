// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "support/fakemastodon/fakemastodon.h"
#include "support/fakemastodon/fakemastodonserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>

using namespace Petrel;
using namespace Petrel::Fake;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int deadlineMs = 10'000;

// A raw connection: what it got until the server closed it or the answer was whole.
class Line {
public:
    explicit Line(const QUrl &base) { m_socket.connectToHost(base.host(), quint16(base.port())); }

    [[nodiscard]] bool connects()
    {
        return QTest::qWaitFor(
                   [this] {
                       return m_socket.state() != QAbstractSocket::ConnectingState
                           && m_socket.state() != QAbstractSocket::HostLookupState;
                   },
                   deadlineMs)
            && m_socket.state() == QAbstractSocket::ConnectedState;
    }
    void say(const QByteArray &bytes) { m_socket.write(bytes); }
    void ask(const QByteArray &method, const QByteArray &path, const QByteArray &token = {},
             const QByteArray &body = {})
    {
        QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: fake\r\nUser-Agent: test\r\n";
        if (!token.isEmpty())
            request += "Authorization: Bearer " + token + "\r\n";
        if (!body.isEmpty())
            request += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\n";
        say(request + "\r\n" + body);
    }
    //! The next whole answer's status; 0 where the connection ended first.
    [[nodiscard]] int status()
    {
        m_body.clear();
        const bool whole = QTest::qWaitFor([this] { return takeAnswer() || isClosed(); }, deadlineMs);
        return whole && m_whole ? m_status : 0;
    }
    [[nodiscard]] QByteArray body() const { return m_body; }
    [[nodiscard]] bool endsByItself()
    {
        return QTest::qWaitFor([this] { return isClosed(); }, deadlineMs);
    }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] QAbstractSocket::SocketError error() const { return m_socket.error(); }
    [[nodiscard]] QByteArray rest()
    {
        m_buffer += m_socket.readAll();
        return m_buffer;
    }

private:
    bool takeAnswer()
    {
        m_buffer += m_socket.readAll();
        m_whole = false;
        const qsizetype head = m_buffer.indexOf("\r\n\r\n");
        if (head < 0)
            return false;
        const QByteArray lower = m_buffer.left(head).toLower();
        const qsizetype at = lower.indexOf("content-length: ") + 16;
        const qsizetype length =
            lower.mid(at, lower.indexOf('\r', at) < 0 ? -1 : lower.indexOf('\r', at) - at).toInt();
        if (m_buffer.size() < head + 4 + length)
            return false;
        m_status = m_buffer.mid(9, 3).toInt();
        m_body = m_buffer.mid(head + 4, length);
        m_buffer.remove(0, head + 4 + length);
        m_whole = true;
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_buffer;
    QByteArray m_body;
    int m_status = 0;
    bool m_whole = false;
};

struct Bench {
    explicit Bench(Flavour flavour)
        : clock(makeSystemClock()),
          fake(flavour, *clock),
          server(fake)
    {
        if (!server.listen() || !server.listenControl())
            qFatal("%s", qPrintable(server.errorString()));
        fake.world().addUser(u"alice"_s);
        token = fake.world().issueToken(u"alice"_s);
    }
    std::unique_ptr<Clock> clock;
    FakeMastodon fake;
    FakeMastodonServer server;
    QByteArray token;
};

} // namespace

//! The fake on real sockets.
class FakeServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aConnectionIsKept();
    void snacClosesEachConnectionWithoutSayingSo();
    void snacTakesNoChunkedBody();
    void aDroppedAnswerIsAReset();
    void halfABodyIsHalfABody();
    void aHangingRequestKeepsItsConnectionAndSaysNothing();
    void aServerThatIsDownRefusesAndComesBackOnItsPort();
    void anOpenConnectionIsResetWhenTheServerGoesDown();
    void aClientThatWaitsForContinueIsToldToGoOn();
    void nonsenseIsAnsweredAndEnds();
    void theControlPortRulesTheServerWhileItIsDown();
};

void FakeServerTest::aConnectionIsKept()
{
    Bench bench(Flavour::Mastodon42);
    Line line(bench.server.base());
    QVERIFY(line.connects());
    line.ask("GET", "/api/v1/instance");
    QCOMPARE(line.status(), 200);
    line.ask("POST", "/api/v1/statuses", bench.token, R"({"status":"over the wire"})");
    QCOMPARE(line.status(), 200);
    QCOMPARE(bench.fake.world().textsBy(u"alice"_s), QStringList{u"over the wire"_s});
    QCOMPARE(bench.server.connections(), 1);
    QCOMPARE(bench.server.requestsOnWire(), 2);
}

void FakeServerTest::snacClosesEachConnectionWithoutSayingSo()
{
    Bench bench(Flavour::Snac);
    Line line(bench.server.base());
    QVERIFY(line.connects());
    line.ask("GET", "/api/v1/instance");
    QCOMPARE(line.status(), 200);
    QVERIFY(line.endsByItself());
}

void FakeServerTest::snacTakesNoChunkedBody()
{
    Bench bench(Flavour::Snac);
    Line line(bench.server.base());
    QVERIFY(line.connects());
    line.say("POST /api/v1/statuses HTTP/1.1\r\nHost: fake\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    QCOMPARE(line.status(), 0);
    QVERIFY(line.isClosed());
    QVERIFY(line.rest().isEmpty());
}

void FakeServerTest::aDroppedAnswerIsAReset()
{
    Bench bench(Flavour::Mastodon42);
    bench.fake.faults().add(FaultKind::CommitThenDrop, u"POST"_s, u"/api/v1/statuses"_s);
    Line line(bench.server.base());
    QVERIFY(line.connects());
    line.ask("POST", "/api/v1/statuses", bench.token, R"({"status":"committed"})");
    QCOMPARE(line.status(), 0);
    QVERIFY(line.rest().isEmpty());
    QCOMPARE(bench.fake.world().textsBy(u"alice"_s), QStringList{u"committed"_s});
}

void FakeServerTest::halfABodyIsHalfABody()
{
    Bench bench(Flavour::Mastodon42);
    bench.fake.faults().add(FaultKind::HalfBody, u"GET"_s, u"/api/v1/instance"_s);
    Line line(bench.server.base());
    QVERIFY(line.connects());
    line.ask("GET", "/api/v1/instance");
    QCOMPARE(line.status(), 0);
    QVERIFY(line.rest().contains("200"));
}

void FakeServerTest::aHangingRequestKeepsItsConnectionAndSaysNothing()
{
    Bench bench(Flavour::Mastodon42);
    bench.fake.faults().add(FaultKind::Hang, u"GET"_s, u"/api/v1/instance"_s);
    Line line(bench.server.base());
    QVERIFY(line.connects());
    line.ask("GET", "/api/v1/instance");
    QVERIFY(QTest::qWaitFor([&] { return bench.fake.requests().size() == 1; }, deadlineMs));
    // Another connection is served all the while.
    Line other(bench.server.base());
    QVERIFY(other.connects());
    other.ask("GET", "/api/v1/instance");
    QCOMPARE(other.status(), 200);
    QVERIFY(!line.isClosed());
    QVERIFY(line.rest().isEmpty());
}

void FakeServerTest::aServerThatIsDownRefusesAndComesBackOnItsPort()
{
    Bench bench(Flavour::Mastodon42);
    bench.fake.setDown(true);
    Line refused(bench.server.base());
    QVERIFY(!refused.connects());
    QCOMPARE(refused.error(), QAbstractSocket::ConnectionRefusedError);
    bench.fake.setDown(false);
    Line line(bench.server.base());
    QVERIFY(line.connects());
    line.ask("GET", "/api/v1/instance");
    QCOMPARE(line.status(), 200);
}

void FakeServerTest::anOpenConnectionIsResetWhenTheServerGoesDown()
{
    Bench bench(Flavour::Mastodon42);
    Line line(bench.server.base());
    QVERIFY(line.connects());
    line.ask("GET", "/api/v1/instance");
    QCOMPARE(line.status(), 200);
    bench.fake.setDown(true);
    QVERIFY(line.endsByItself());
}

void FakeServerTest::aClientThatWaitsForContinueIsToldToGoOn()
{
    Bench bench(Flavour::Mastodon42);
    Line line(bench.server.base());
    QVERIFY(line.connects());
    line.say("GET /api/v1/instance HTTP/1.1\r\nHost: fake\r\nExpect: 100-continue\r\n\r\n");
    QVERIFY(QTest::qWaitFor(
        [&] { return line.rest().startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200"); }, deadlineMs));
}

void FakeServerTest::nonsenseIsAnsweredAndEnds()
{
    Bench bench(Flavour::Mastodon42);
    Line line(bench.server.base());
    QVERIFY(line.connects());
    line.say("nonsense\r\n\r\n");
    QCOMPARE(line.status(), 400);
    QVERIFY(line.endsByItself());
}

void FakeServerTest::theControlPortRulesTheServerWhileItIsDown()
{
    Bench bench(Flavour::GoToSocial);
    Line control(bench.server.controlBase());
    QVERIFY(control.connects());
    control.ask("POST", "/_control", {}, R"({"down":true,"publish":[{"user":"alice","text":"meanwhile"}]})");
    QCOMPARE(control.status(), 200);
    QVERIFY(bench.fake.isDown());
    control.ask("GET", "/_control");
    QCOMPARE(control.status(), 200);
    QVERIFY(QJsonDocument::fromJson(control.body()).object().value(u"down"_s).toBool());
    control.ask("GET", "/_control/world");
    QCOMPARE(control.status(), 200);
    const QJsonArray posts = QJsonDocument::fromJson(control.body()).object().value(u"posts"_s).toArray();
    QCOMPARE(posts.size(), 1);
    QCOMPARE(posts.first()[u"text"_s].toString(), u"meanwhile"_s);
    control.ask("POST", "/_control", {}, R"({"down":false,"faults":[{"kind":"500"}]})");
    QCOMPARE(control.status(), 200);
    QVERIFY(!bench.fake.isDown());
    QCOMPARE(bench.fake.faults().remaining().size(), 1);
    control.ask("POST", "/_control", {}, R"({"dwon":true})");
    QCOMPARE(control.status(), 400);
    QCOMPARE(bench.fake.requests().size(), 0);
}

QTEST_GUILESS_MAIN(FakeServerTest)
#include "fakeservertest.moc"
