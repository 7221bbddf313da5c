// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/beginning.h"

#include <QtTest>

using namespace Petrel;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class BeginningTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsShortStaysAsItIs()
    {
        const RichText text{s("twelve chars"), {{Facet::Kind::Bold, 0, 6, {}, {}}}};
        QCOMPARE(beginningOf(text, 12), text);
        QCOMPARE(beginningOf({}, 12), RichText());
    }

    void itEndsWithAWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("beginning");
        QTest::newRow("in a word") << s("one two three") << 9 << s("one two …");
        QTest::newRow("after a word") << s("one two three") << 7 << s("one two …");
        QTest::newRow("no words") << QString(100, QLatin1Char('a')) << 50
                                  << QString(50, QLatin1Char('a')) + s(" …");
        QTest::newRow("in a pair") << s("ab\U0001F426\U0001F426") << 3 << s("ab …");
        QTest::newRow("after a pair") << s("ab\U0001F426\U0001F426") << 4 << s("ab\U0001F426 …");
    }
    void itEndsWithAWord()
    {
        QFETCH(QString, text);
        QFETCH(int, most);
        QTEST(beginningOf({text, {}}, most).text, "beginning");
    }

    void marksEndWithTheText()
    {
        const RichText text{s("one two three"),
                            {{Facet::Kind::Bold, 0, 3, {}, {}},
                             {Facet::Kind::Link, 4, 9, s("https://example.org"), {}},
                             {Facet::Kind::Italic, 8, 5, {}, {}}}};
        const RichText beginning = beginningOf(text, 8);
        QCOMPARE(beginning.text, s("one two …"));
        QCOMPARE(beginning.facets.size(), 2);
        QCOMPARE(beginning.facets.at(1).start, 4);
        QCOMPARE(beginning.facets.at(1).length, 3);
    }

    void aPictureIsWholeOrNotThere()
    {
        const RichText text{s("hi :a b c: there"),
                            {{Facet::Kind::Emoji, 3, 7, s("https://example.org/1.png"), {}}}};
        QCOMPARE(beginningOf(text, 8).text, s("hi  …"));
        QVERIFY(beginningOf(text, 8).facets.isEmpty());
        QCOMPARE(beginningOf(text, 12).facets.size(), 1);
    }
};

QTEST_GUILESS_MAIN(BeginningTest)
#include "beginningtest.moc"
