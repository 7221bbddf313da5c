// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "support/exchangeof.h"
#include "support/fakeclock.h"
#include "support/wireserver.h"

#include <QTest>

#include <sched.h>

using namespace Petrel;

//! A computer without a network: the test moves itself into an empty network namespace, where nothing but the
//! loopback exists, and that is off.
class NoNetworkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (unshare(CLONE_NEWNET) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0)
            QSKIP("this system gives no network namespace to tests");
    }

    void everyRequestSaysThatThereIsNoNetworkHere_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("onceOnly");
        for (const bool once : {false, true}) {
            const char *kind = once ? "once-only" : "read";
            QTest::addRow("a name, %s", kind) << QStringLiteral("https://social.example/api") << once;
            QTest::addRow("an IPv4 address, %s", kind) << QStringLiteral("https://192.0.2.7/api") << once;
            QTest::addRow("an IPv6 address, %s", kind) << QStringLiteral("https://[2001:db8::7]/api") << once;
        }
    }
    void everyRequestSaysThatThereIsNoNetworkHere()
    {
        QFETCH(QString, address);
        QFETCH(bool, onceOnly);
        FakeClock clock;
        HttpClient client(clock, nullptr);
        HttpRequest request;
        request.url = QUrl(address);
        request.method = onceOnly ? HttpRequest::Method::Post : HttpRequest::Method::Get;
        request.onceOnly = onceOnly;
        if (onceOnly)
            request.body = "status=hello";
        const auto exchange = exchangeOf(client.send(request));
        QVERIFY(exchange && !exchange->response);
        QCOMPARE(exchange->fault, std::optional(HttpFault::NoNetworkHere));
        QVERIFY(exchange->provedUnsent);
        QCOMPARE(exchange->error(clock.nowMs()).kind, ErrorKind::Offline);
    }

    void aServerOnThisComputerIsNotBlamedOnTheNetwork()
    {
        FakeClock clock;
        HttpClient client(clock, nullptr);
        HttpRequest request;
        request.url = QUrl(QStringLiteral("http://127.0.0.1:9/api"));
        const auto exchange = exchangeOf(client.send(request));
        QVERIFY(exchange && !exchange->response);
        QVERIFY(exchange->fault != HttpFault::NoNetworkHere);
    }
};

QTEST_GUILESS_MAIN(NoNetworkTest)
#include "nonetworktest.moc"
