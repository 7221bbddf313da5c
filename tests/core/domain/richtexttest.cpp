// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/richtext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Petrel;

namespace {

QVector<Facet> someFacets()
{
    return {{Facet::Kind::Link, 0, 5, QStringLiteral("https://example.org/ä?b#c"), {}},
            {Facet::Kind::Mention, 3, 200, QStringLiteral("https://h/@u"), QStringLiteral("@u@h")},
            {Facet::Kind::Tag, 0, 1, QStringLiteral("größe"), {}},
            {Facet::Kind::Emoji, 100, 7, QStringLiteral("https://h/e.png"), {}},
            {Facet::Kind::Strike, 299, 1, {}, {}}};
}

} // namespace

class RichTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void packedFacetsComeBack()
    {
        QCOMPARE(unpackFacets(packFacets(someFacets()), 300), someFacets());
        QVERIFY(packFacets({}).isEmpty());
        QVERIFY(unpackFacets({}, 10).isEmpty());
    }

    void facetsOutsideTheTextAreDropped()
    {
        const QVector<Facet> facets = unpackFacets(packFacets(someFacets()), 299);
        QCOMPARE(facets.size(), 4);
        QCOMPARE(unpackFacets(packFacets(someFacets()), 4).size(), 1);
        QVERIFY(unpackFacets(packFacets(someFacets()), -1).isEmpty());
    }

    void unknownKindsAreDroppedAndTheRestIsKept()
    {
        QVector<Facet> facets = someFacets();
        facets[1].kind = Facet::Kind(77);
        QCOMPARE(unpackFacets(packFacets(facets), 300).size(), 4);
    }

    void bytesOfAnotherVersionGiveNothing()
    {
        QByteArray bytes = packFacets(someFacets());
        bytes[0] = 2;
        QVERIFY(unpackFacets(bytes, 300).isEmpty());
    }

    void everyTruncationIsHarmless()
    {
        const QByteArray bytes = packFacets(someFacets());
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY(unpackFacets(bytes.left(size), 300).size() < 5);
    }

    void damagedBytesNeverLeaveTheText()
    {
        QRandomGenerator random(7);
        const QByteArray good = packFacets(someFacets());
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = good;
            for (int hits = 0; hits < 3; ++hits)
                bytes[random.bounded(1, int(bytes.size()))] = char(random.bounded(256));
            const QVector<Facet> facets = unpackFacets(bytes, 300);
            for (const Facet &facet : facets) {
                QVERIFY(facet.start >= 0 && facet.length > 0);
                QVERIFY(facet.start + facet.length <= 300);
            }
        }
    }

    void controlsAreRemoved_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        QTest::newRow("plain") << QStringLiteral("Grüße, 世界!") << QStringLiteral("Grüße, 世界!");
        QTest::newRow("line and tab stay") << QStringLiteral("a\n\tb") << QStringLiteral("a\n\tb");
        QTest::newRow("C0") << QStringLiteral("a\u0001\u0007\u001bb") << QStringLiteral("ab");
        QTest::newRow("NUL") << QString::fromUtf16(u"a\0b", 3) << QStringLiteral("ab");
        QTest::newRow("C1 and DEL") << QStringLiteral("a\u0085\u009b\u007fb") << QStringLiteral("ab");
        QTest::newRow("overrides") << QStringLiteral("a\u202eb\u202cc\u202ad") << QStringLiteral("abcd");
        QTest::newRow("isolates") << QStringLiteral("a\u2066b\u2069\u2067c\u2068") << QStringLiteral("abc");
        QTest::newRow("zero width space and BOM")
            << QStringLiteral("a\u200bb\ufeffc\u2060d") << QStringLiteral("abcd");
        QTest::newRow("joiners stay")
            << QStringLiteral("👩\u200d🚀 می\u200cخواهم") << QStringLiteral("👩\u200d🚀 می\u200cخواهم");
        QTest::newRow("fillers") << QStringLiteral("a\u3164\u115f\uffa0b") << QStringLiteral("ab");
        QTest::newRow("carriage returns")
            << QStringLiteral("a\r\nb\rc\u2028d\u2029e") << QStringLiteral("a\nb\nc\nd\ne");
        QTest::newRow("lone surrogate") << QString::fromUtf16(u"a\xd83d"
                                                              u"b\xde00",
                                                              4)
                                        << QStringLiteral("ab");
        QTest::newRow("hidden tags") << QStringLiteral("a\U000e0041\U000e0042b") << QStringLiteral("ab");
        QTest::newRow("flag of Scotland")
            << QStringLiteral("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f!")
            << QStringLiteral("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f!");
        QTest::newRow("tower of marks") << QLatin1Char('z') + QString(500, QChar(0x0335)) + QLatin1Char('x')
                                        << QLatin1Char('z') + QString(8, QChar(0x0335)) + QLatin1Char('x');
    }
    void controlsAreRemoved()
    {
        QFETCH(QString, text);
        QFETCH(QString, clean);
        QCOMPARE(withoutControls(text), clean);
        QCOMPARE(withoutControls(clean), clean);
    }

    void namesBecomeOneLine()
    {
        QCOMPARE(singleLine(QStringLiteral("  A\n\nB\t C\u200f\u202e  ")), QStringLiteral("A B C"));
        QCOMPARE(singleLine(QStringLiteral("\n")), QString());
    }

    void onlyHarmlessSchemesMayBeOpened_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("openable");
        const auto row = [](const char *address, bool openable) {
            QTest::newRow(address) << QString::fromUtf8(address) << openable;
        };
        row("https://example.org", true);
        row("HTTPS://Example.ORG/a?b=c#d", true);
        row("http://127.0.0.1:8080/x", true);
        row("https://müller.example/", true);
        row("mailto:me@example.org", true);
        row("gemini://example.org/", true);
        row("xmpp:me@example.org", true);
        row("magnet:?xt=urn:btih:1", true);
        row("", false);
        row("example.org", false);
        row("//example.org", false);
        row("/path", false);
        row("https:example.org", false);
        row("https://", false);
        row("https:///path", false);
        row("javascript:alert(1)", false);
        row("JaVaScRiPt:alert(1)", false);
        row(" javascript:alert(1)", false);
        row("java\tscript:alert(1)", false);
        row("java\nscript:alert(1)", false);
        row("data:text/html,<script>", false);
        row("file:///etc/passwd", false);
        row("vbscript:x", false);
        row("blob:https://example.org/1", false);
        row("about:blank", false);
        row("qrc:/x", false);
        row("smb://host/x", false);
        row("https:\\example.org", false);
        row("https://example.org\\@evil", false);
        row("https://exa mple.org", false);
        row("mailto:", false);
        row(":", false);
    }
    void onlyHarmlessSchemesMayBeOpened()
    {
        QFETCH(QString, address);
        QFETCH(bool, openable);
        QCOMPARE(isOpenableLink(address), openable);
    }
};

QTEST_GUILESS_MAIN(RichTextTest)
#include "richtexttest.moc"
