// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "net/inflight.h"
#include "support/exchangeof.h"
#include "support/fakeclock.h"

#include <QTest>

#include <sched.h>

using namespace Petrel;

namespace {

bool isolated = false;

} // namespace

//! Runs in a network namespace of its own, in which there is nothing but an unused loopback.
class NoNetworkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!isolated)
            QSKIP("this system does not let a program leave the network");
    }

    void aComputerWithoutNetworkIsNotTheServersFault_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("once");
        for (const bool once : {false, true}) {
            for (const char *host : {"petrel.example", "192.0.2.1", "2001:db8::1"})
                QTest::addRow("%s, %s", host, once ? "once only" : "repeatable")
                    << QString::fromLatin1(host) << once;
        }
    }

    void aComputerWithoutNetworkIsNotTheServersFault()
    {
        QFETCH(QString, host);
        QFETCH(bool, once);
        QVERIFY(!hasNetwork());
        FakeClock clock;
        HttpClient client(clock, nullptr);
        HttpRequest request;
        request.url.setScheme(QStringLiteral("https"));
        request.url.setHost(host);
        request.url.setPath(QStringLiteral("/x"));
        request.method = HttpRequest::Method::Post;
        request.body = "x";
        request.onceOnly = once;
        const auto exchange = exchangeOf(client.send(request));
        QVERIFY(exchange && !exchange->response);
        QVERIFY2(exchange->fault == HttpFault::NoNetworkHere, qPrintable(exchange->detail));
        QVERIFY(exchange->provedUnsent);
        QCOMPARE(exchange->error(clock.nowMs()).kind, ErrorKind::Offline);
    }
};

int main(int argc, char **argv)
{
    // Before the first thread exists: a namespace belongs to a thread.
    isolated = ::unshare(CLONE_NEWNET) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
    QCoreApplication application(argc, argv);
    NoNetworkTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "nonetworktest.moc"
