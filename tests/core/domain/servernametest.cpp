// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/servername.h"
#include "domain/account.h"

#include <QtTest>

using namespace Petrel;

class ServerNameTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aServerGoesByItsHostUnlessThatIsANumber_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("handle");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *host, const char *handle, const char *name) {
            QTest::newRow(host) << QString::fromLatin1(host) << QString::fromLatin1(handle)
                                << QString::fromLatin1(name);
        };
        row("social.example.org", "me@example.org", "social.example.org");
        row("social.example.org:8443", "me@example.org", "social.example.org:8443");
        row("127.0.0.1:4711", "me@example.org", "example.org");
        row("192.0.2.7", "me@example.org", "example.org");
        row("[2001:db8::7]:443", "me@example.org", "example.org");
        row("localhost:3000", "me@example.org", "example.org");
        row("localhost.example", "me@example.org", "localhost.example");
        row("1.example", "me@example.org", "1.example");
        row("127.0.0.1", "me", "127.0.0.1");
        row("127.0.0.2", "me@", "127.0.0.2");
    }
    void aServerGoesByItsHostUnlessThatIsANumber()
    {
        QFETCH(QString, host);
        Account account;
        account.host = ServerHost(host);
        QFETCH(QString, handle);
        account.handle = handle;
        QTEST(serverName(account), "name");
    }
};

QTEST_GUILESS_MAIN(ServerNameTest)
#include "servernametest.moc"
