// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/capabilities.h"

#include <QTest>

using namespace Petrel;

class CapabilitiesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void charactersCountAsTheServerDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("warning");
        QTest::addColumn<int>("count");
        const auto row = [](const char *name, const char *text, int count, const char *warning = "") {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(warning) << count;
        };
        row("empty", "", 0);
        row("ascii", "hello", 5);
        row("outer space", "  hello \n", 5);
        row("umlaut composed", "\u00e4", 1);
        row("umlaut decomposed", "a\u0308", 1);
        row("family", "👩‍👩‍👧‍👦", 1);
        row("flag", "🇩🇪", 1);
        row("line breaks", "a\nb\r\nc", 5);
        row("warning counts", "hello", 8, "abc");
        row("address", "https://example.org/a/very/long/path/that/is/longer?x=y#z", 23);
        row("short address", "see http://a.bc now", 4 + 23 + 4);
        row("address and full stop", "https://example.org/x.", 24);
        row("address in parentheses", "(https://example.org/x)", 25);
        row("address with parentheses", "https://example.org/x_(y)", 23);
        row("two addresses", "https://a.example https://b.example", 47);
        row("no scheme", "example.org", 11);
        row("address in a word", "xhttps://example.org", 20);
        row("not a host", "https://x", 9);
        row("local mention", "@bob hi", 7);
        row("remote mention", "@bob@example.org hi", 7);
        row("mention in parentheses", "(@bob@example.org)", 6);
        row("mail address", "me@bob@example.org", 18);
        row("mention with dots", "@a.b-c@x.example!", 7);
    }
    void charactersCountAsTheServerDoes()
    {
        QFETCH(QString, text);
        QFETCH(QString, warning);
        QFETCH(int, count);
        TextRules rules;
        rules.urlLength = 23;
        rules.remoteMentionsShort = true;
        QCOMPARE(countCharacters(rules, text, warning), count);
    }

    void plainRulesCountWhatIsWritten()
    {
        TextRules rules;
        rules.warningCounts = false;
        QCOMPARE(countCharacters(rules, QStringLiteral("https://example.org @a@b.c"), QStringLiteral("cw")),
                 26);
    }
};

QTEST_GUILESS_MAIN(CapabilitiesTest)
#include "capabilitiestest.moc"
