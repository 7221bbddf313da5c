// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/typedserver.h"

#include <QTest>

using namespace Petrel;

class TypedServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatPeopleTypeNamesAServer_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("user");
        const auto row = [](const char *input, const char *base, const char *user = "") {
            QTest::newRow(input) << QString::fromUtf8(input) << QString::fromUtf8(base)
                                 << QString::fromUtf8(user);
        };
        row("mastodon.social", "https://mastodon.social");
        row("  Mastodon.Social \n", "https://mastodon.social");
        row("https://mastodon.social", "https://mastodon.social");
        row("HTTPS://mastodon.social/", "https://mastodon.social");
        row("http://mastodon.social", "https://mastodon.social");
        row("https://mastodon.social/@me/123?x#y", "https://mastodon.social");
        row("https://mastodon.social/@me@other.example", "https://mastodon.social");
        row("https://someone@mastodon.social/", "https://mastodon.social");
        row("mastodon.social/about", "https://mastodon.social");
        row("//mastodon.social", "https://mastodon.social");
        row("@me@mastodon.social", "https://mastodon.social", "me");
        row("me@mastodon.social", "https://mastodon.social", "me");
        row("Me@Mastodon.Social", "https://mastodon.social", "me");
        row("acct:me@mastodon.social", "https://mastodon.social", "me");
        row("ACCT:@me@mastodon.social", "https://mastodon.social", "me");
        row("mastodon.social.", "https://mastodon.social");
        row("mastodon.social:8443", "https://mastodon.social:8443");
        row("mastodon.social:443", "https://mastodon.social");
        row("münchen.example", "https://xn--mnchen-3ya.example");
        row("MÜNCHEN.example", "https://xn--mnchen-3ya.example");
        row("@me@münchen.example", "https://xn--mnchen-3ya.example", "me");
        row("例え。テスト.example", "https://xn--r8jz45g.xn--zckzah.example");
        row("localhost", "http://localhost");
        row("localhost:3000", "http://localhost:3000");
        row("me@localhost:3000", "http://localhost:3000", "me");
        row("http://127.0.0.1:8080/x", "http://127.0.0.1:8080");
        row("https://localhost:3000", "https://localhost:3000");
        row("[::1]:8080", "http://[::1]:8080");
        row("192.0.2.7", "https://192.0.2.7");
        row("a.b.c.d.example", "https://a.b.c.d.example");
        row("\u200bmastodon.social\u202c", "https://mastodon.social");
    }
    void whatPeopleTypeNamesAServer()
    {
        QFETCH(QString, input);
        QFETCH(QString, base);
        QFETCH(QString, user);
        const Result<TypedServer> typed = parseTypedServer(input);
        QVERIFY2(typed.ok(), typed.ok() ? "" : qPrintable(typed.error().message));
        QCOMPARE(QString::fromLatin1(typed.value().base.toEncoded()), base);
        QCOMPARE(typed.value().user, user);
        QVERIFY(mayBeAsked(typed.value().base));
    }

    void whatNamesNoServerIsRefusedInWords_data()
    {
        QTest::addColumn<QString>("input");
        for (const char *input : {"",
                                  "   ",
                                  "@",
                                  "@me",
                                  "me@",
                                  "mastodon",
                                  "mastodon social",
                                  "ftp://mastodon.social",
                                  "javascript:alert(1)",
                                  "file:///etc/passwd",
                                  "https://",
                                  "https:///",
                                  "http://?x",
                                  "-a.example",
                                  "a_b.example",
                                  "a..example",
                                  ".example",
                                  "example.org:0",
                                  "example.org:99999",
                                  "example.org:abc",
                                  "1.2.3",
                                  "1.2.3.4.5",
                                  "999.1.1.1",
                                  "[::1",
                                  "[fe80::zz]",
                                  "me@[example.org]",
                                  "ex%61mple.org",
                                  "a b@c.example",
                                  "<script>.example"})
            QTest::newRow(input) << QString::fromUtf8(input);
        QTest::newRow("too long") << QString(300, QLatin1Char('a')) + QStringLiteral(".example");
        QTest::newRow("far too long") << QString(100'000, QLatin1Char('a'));
    }
    void whatNamesNoServerIsRefusedInWords()
    {
        QFETCH(QString, input);
        const Result<TypedServer> typed = parseTypedServer(input);
        QVERIFY2(!typed.ok(), typed.ok() ? qPrintable(typed.value().base.toString()) : "");
        QCOMPARE(typed.error().kind, ErrorKind::Rejected);
        QVERIFY(!typed.error().message.isEmpty());
    }

    void onlyEncryptedOrLocalAddressesMayBeAsked()
    {
        QVERIFY(mayBeAsked(QUrl(QStringLiteral("https://a.example"))));
        QVERIFY(mayBeAsked(QUrl(QStringLiteral("http://127.0.0.1:1"))));
        QVERIFY(!mayBeAsked(QUrl(QStringLiteral("http://a.example"))));
        QVERIFY(!mayBeAsked(QUrl(QStringLiteral("https://u:p@a.example"))));
        QVERIFY(!mayBeAsked(QUrl(QStringLiteral("ftp://a.example"))));
        QVERIFY(!mayBeAsked(QUrl(QStringLiteral("file:///a"))));
        QVERIFY(!mayBeAsked(QUrl()));
    }
};

QTEST_GUILESS_MAIN(TypedServerTest)
#include "typedservertest.moc"
