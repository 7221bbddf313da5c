// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/answerparser.h"

#include <QTest>

using namespace Petrel;
using State = AnswerParser::State;

Q_DECLARE_METATYPE(Petrel::AnswerParser::State)

namespace {

constexpr qint64 roomy = 1'000'000;

State parse(const QByteArray &bytes, qsizetype step, bool ended, HttpResponse *response = nullptr)
{
    AnswerParser parser(roomy);
    for (qsizetype at = 0; at < bytes.size(); at += step)
        parser.feed(bytes.mid(at, step));
    if (ended)
        parser.finish();
    const State state = parser.state();
    if (response)
        *response = parser.take();
    return state;
}

} // namespace

class AnswerParserTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCutGivesTheSameAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("ended");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("counted") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") << false
                                 << 200 << QByteArray("hello");
        QTest::newRow("nothing counted")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") << false << 200 << QByteArray();
        QTest::newRow("no reason phrase")
            << QByteArray("HTTP/1.1 404\r\nContent-Length: 1\r\n\r\nx") << false << 404 << QByteArray("x");
        QTest::newRow("chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
                                               "3;ext=1\r\nhel\r\n02\r\nlo\r\n0\r\nTrailer: x\r\n\r\n")
                                 << false << 200 << QByteArray("hello");
        QTest::newRow("until the end")
            << QByteArray("HTTP/1.0 200 OK\r\n\r\nhello") << true << 200 << QByteArray("hello");
        QTest::newRow("bare line feeds") << QByteArray("HTTP/1.1 200 OK\nContent-Length: 5\n\nhello") << false
                                         << 200 << QByteArray("hello");
        QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << false << 204
                                    << QByteArray();
        QTest::newRow("not modified with a length")
            << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n") << false << 304
            << QByteArray();
        QTest::newRow("after continue")
            << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\n"
                          "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok")
            << false << 201 << QByteArray("ok");
        QTest::newRow("one length said twice")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok") << false
            << 200 << QByteArray("ok");
        QTest::newRow("more than was said")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 500") << false << 200
            << QByteArray("ok");
    }

    void everyCutGivesTheSameAnswer()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, ended);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        for (qsizetype step = 1; step <= bytes.size(); ++step) {
            HttpResponse response;
            QCOMPARE(parse(bytes, step, ended, &response), State::Complete);
            QCOMPARE(response.status, status);
            QCOMPARE(response.body, body);
        }
    }

    void everyBeginningOfAnAnswerIsIncompleteAndBrokenOnceTheConnectionEnds()
    {
        for (const QByteArray bytes :
             {"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"}) {
            for (qsizetype length = 0; length < bytes.size(); ++length) {
                QCOMPARE(parse(bytes.left(length), 7, false), State::Incomplete);
                QCOMPARE(parse(bytes.left(length), 7, true), State::Broken);
            }
        }
    }

    void whatIsNotHttpIsBroken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("words") << QByteArray("220 mail.example ESMTP\r\n");
        QTest::newRow("status of letters") << QByteArray("HTTP/1.1 2x0 OK\r\n");
        QTest::newRow("status too small") << QByteArray("HTTP/1.1 042 OK\r\n");
        QTest::newRow("status too long") << QByteArray("HTTP/1.1 2000 OK\r\n");
        QTest::newRow("other version") << QByteArray("HTTP/2 200 OK\r\n");
        QTest::newRow("header without colon") << QByteArray("HTTP/1.1 200 OK\r\nnonsense\r\n");
        QTest::newRow("header without name") << QByteArray("HTTP/1.1 200 OK\r\n: x\r\n");
        QTest::newRow("folded nothing") << QByteArray("HTTP/1.1 200 OK\r\n x\r\n");
        QTest::newRow("two lengths") << QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
        QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("length of letters") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1x\r\n\r\n");
        QTest::newRow("unknown coding") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n");
        QTest::newRow("chunk size of letters")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");
        QTest::newRow("negative chunk")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n");
        QTest::newRow("chunk without its end")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n");
        QTest::newRow("another protocol") << QByteArray("HTTP/1.1 101 Switching\r\n\r\n");
        QTest::newRow("endless head") << QByteArray("HTTP/1.1 200 OK\r\nX: ") + QByteArray(200'000, 'x');
        QTest::newRow("endless headers")
            << QByteArray("HTTP/1.1 200 OK\r\n") + QByteArray("X: y\r\n").repeated(50'000);
        QTest::newRow("endless trailers")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n")
                + QByteArray("X: y\r\n").repeated(50'000);
        QTest::newRow("endless continues") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(50'000);
    }

    void whatIsNotHttpIsBroken()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(parse(bytes, 1'000, false), State::Broken);
    }

    void anAnswerMayFillTheLimitButNotPassIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("ended");
        QTest::addColumn<State>("state");
        const QByteArray head = "HTTP/1.1 200 OK\r\n";
        const QByteArray ten(10, 'x');
        const QByteArray eleven(11, 'x');
        QTest::newRow("counted, full")
            << head + "Content-Length: 10\r\n\r\n" + ten << false << State::Complete;
        QTest::newRow("counted, told before it comes") << head + "Content-Length: 11\r\n\r\n"
                                                       << false << State::TooLarge;
        QTest::newRow("counted beyond all numbers") << head + "Content-Length: 99999999999999999999\r\n\r\n"
                                                    << false << State::Broken;
        QTest::newRow("until the end, full") << head + "\r\n" + ten << true << State::Complete;
        QTest::newRow("until the end, over") << head + "\r\n" + eleven << false << State::TooLarge;
        QTest::newRow("chunked, full")
            << head + "Transfer-Encoding: chunked\r\n\r\na\r\n" + ten + "\r\n0\r\n\r\n"
            << false << State::Complete;
        QTest::newRow("chunked, sum over") << head + "Transfer-Encoding: chunked\r\n\r\na\r\n" + ten
                + "\r\n1\r\nx" << false << State::TooLarge;
        QTest::newRow("chunk beyond all numbers")
            << head + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n"
            << false << State::TooLarge;
    }

    void anAnswerMayFillTheLimitButNotPassIt()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, ended);
        QFETCH(State, state);
        AnswerParser parser(10);
        parser.feed(bytes);
        if (ended)
            parser.finish();
        QCOMPARE(parser.state(), state);
    }

    void headersAreFoundInLowerCaseAndJoined()
    {
        HttpResponse response;
        parse("HTTP/1.1 200 OK\r\nLINK: <a>\r\nlink:<b>\r\nX-Long: one\r\n two\r\n"
              "Content-Type: Application/JSON; charset=utf-8; v=1\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
              "Content-Length: 0\r\n\r\n",
              5, false, &response);
        QCOMPARE(response.header("link"), QByteArray("<a>, <b>"));
        QCOMPARE(response.header("x-long"), QByteArray("one two"));
        QCOMPARE(response.header("absent"), QByteArray());
        QCOMPARE(response.contentType, QByteArray("application/json"));
        QVERIFY(response.isJson());
        QCOMPARE(response.serverDateMs, 784'111'777'000);
    }

    void datesThatAreNoneAreZero()
    {
        for (const QByteArray date :
             {"", "tomorrow", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 32 Nov 1994 08:49:37 GMT",
              "Sun, 06 Nov 1994 28:49:37 GMT", "0", "Sun, 06 Nov"})
            QCOMPARE(parseHttpDate(date), 0);
    }

    void theMediaTypeLosesEveryParameter()
    {
        QCOMPARE(mediaType("Text/HTML;a=b; c=d;e"), QByteArray("text/html"));
        QCOMPARE(mediaType(" application/json , text/html"), QByteArray("application/json"));
        QCOMPARE(mediaType(""), QByteArray());
    }
};

QTEST_GUILESS_MAIN(AnswerParserTest)
#include "answerparsertest.moc"
