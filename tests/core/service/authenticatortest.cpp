// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/authenticator.h"

#include <QTest>

using namespace Petrel;

class AuthenticatorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void credentialsSurviveTheirStore()
    {
        const Credentials credentials{Secret("t\"ok\xc3\xa4n"), Secret("id"), Secret("s e\\c")};
        const Secret bytes = credentials.toBytes();
        QVERIFY(!bytes.reveal().contains('\n'));
        const auto read = Credentials::fromBytes(bytes);
        QVERIFY(read);
        QCOMPARE(read->token.reveal(), credentials.token.reveal());
        QCOMPARE(read->clientId.reveal(), credentials.clientId.reveal());
        QCOMPARE(read->clientSecret.reveal(), credentials.clientSecret.reveal());
    }

    void damagedBytesGiveNoCredentials_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("token");
        QTest::newRow("half") << QByteArray("{\"v\":1,\"token\":\"a");
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("other version") << QByteArray("{\"v\":2,\"token\":\"a\"}");
        QTest::newRow("no token") << QByteArray("{\"v\":1,\"clientId\":\"a\"}");
    }
    void damagedBytesGiveNoCredentials()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!Credentials::fromBytes(Secret(bytes)));
    }
};

QTEST_GUILESS_MAIN(AuthenticatorTest)
#include "authenticatortest.moc"
