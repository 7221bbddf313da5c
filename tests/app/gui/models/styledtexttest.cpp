// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/styledtext.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

using namespace Petrel;

namespace {

RichText rich(const QString &text, const QVector<Facet> &facets = {})
{
    return {text, facets};
}

Facet facet(Facet::Kind kind, int start, int length, const QString &target = {})
{
    return {kind, start, length, target, {}};
}

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

//! Every tag of the markup is one of ours, closed in the order opened; words say what is not.
QString fault(const QString &markup)
{
    static const QRegularExpression tag(s("<(/?)([a-z]+)((?: [a-z]+=\"[^\"<>]*\")*)>"));
    QStringList open;
    qsizetype at = 0;
    while (at < markup.size()) {
        if (markup.at(at) == QLatin1Char('>'))
            return s("stray >");
        if (markup.at(at) != QLatin1Char('<')) {
            ++at;
            continue;
        }
        const auto match = tag.match(markup, at, QRegularExpression::NormalMatch,
                                     QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return s("no tag of ours: ") + markup.mid(at, 40);
        const QString name = match.captured(2);
        const QString attributes = match.captured(3);
        at = match.capturedEnd();
        if (name == s("br") || name == s("img")) {
            if (name == s("img") && !attributes.startsWith(s(" src=\"image://media/emoji/http")))
                return s("a foreign picture");
            continue;
        }
        if (!QStringList{s("b"), s("i"), s("s"), s("code"), s("a")}.contains(name))
            return s("tag ") + name;
        if (match.captured(1).isEmpty())
            open << name;
        else if (open.isEmpty() || open.takeLast() != name)
            return s("badly nested ") + name;
    }
    return open.isEmpty() ? QString() : s("left open: ") + open.join(QLatin1Char(' '));
}

} // namespace

class StyledTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingOfOthersIsEscaped()
    {
        QCOMPARE(styledText(rich(s("<b>&amp; \"'</b>\n<img src='https://evil.example/x'>"))),
                 s("&lt;b&gt;&amp;amp; &quot;&#39;&lt;/b&gt;<br>&lt;img "
                   "src=&#39;https://evil.example/x&#39;&gt;"));
    }

    void whiteSpacePeopleDrewWithStays()
    {
        QCOMPARE(styledText(rich(s(" a  b   c\n d\te"))),
                 s("&nbsp;a &nbsp;b &nbsp; c<br>&nbsp;d&nbsp;&nbsp;e"));
        // A line may still break where words are marked.
        QCOMPARE(styledText(rich(s("a b c"), {facet(Facet::Kind::Bold, 2, 1)})), s("a <b>b</b> c"));
    }

    void eachKindHasItsTag_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("markup");
        const auto row = [](const char *name, Facet::Kind kind, const char *target, const char *markup) {
            QTest::newRow(name) << int(kind) << s(target) << s(markup);
        };
        row("bold", Facet::Kind::Bold, "", "<b>x</b>");
        row("italic", Facet::Kind::Italic, "", "<i>x</i>");
        row("strike", Facet::Kind::Strike, "", "<s>x</s>");
        row("code", Facet::Kind::Code, "", "<code>x</code>");
        row("quote", Facet::Kind::Quote, "", "<i>│&nbsp;x</i>");
        row("link", Facet::Kind::Link, "https://a.example/?a=1&b=\"2\"",
            "<a href=\"https://a.example/?a=1&b=%222%22\">x</a>");
        row("mention", Facet::Kind::Mention, "https://a.example/@ann",
            "<a href=\"https://a.example/@ann\">x</a>");
        row("mention of nobody known", Facet::Kind::Mention, "", "<b>x</b>");
        row("tag", Facet::Kind::Tag, "birds", "<b>x</b>");
        row("script", Facet::Kind::Link, "javascript:alert(1)", "x");
        row("mention by script", Facet::Kind::Mention, "javascript:alert(1)", "<b>x</b>");
        row("file", Facet::Kind::Link, "file:///etc/passwd", "x");
        row("our own pictures", Facet::Kind::Link, "image://media/full/x", "x");
        row("an address with a space", Facet::Kind::Link, "https://a.example/ x", "x");
    }

    void eachKindHasItsTag()
    {
        QFETCH(int, kind);
        QFETCH(QString, target);
        const QString markup = styledText(rich(s("x"), {facet(Facet::Kind(kind), 0, 1, target)}));
        QTEST(markup, "markup");
        QCOMPARE(fault(markup), QString());
    }

    void aTagLeadsToItsPageWhereThatIsKnown()
    {
        Facet tag = facet(Facet::Kind::Tag, 0, 1, s("birds"));
        tag.extra = s("https://a.example/tags/birds");
        QCOMPARE(styledText(rich(s("x"), {tag})), s("<a href=\"https://a.example/tags/birds\">x</a>"));
        tag.extra = s("javascript:alert(1)");
        QCOMPARE(styledText(rich(s("x"), {tag})), s("<b>x</b>"));
    }

    void overlappingMarksAreClosedAndOpenedAgain()
    {
        QCOMPARE(
            styledText(rich(s("abcdef"), {facet(Facet::Kind::Bold, 0, 4), facet(Facet::Kind::Italic, 2, 4)})),
            s("<b>ab<i>cd</i></b><i>ef</i>"));
        QCOMPARE(
            styledText(rich(s("abc"), {facet(Facet::Kind::Bold, 1, 1), facet(Facet::Kind::Italic, 0, 3)})),
            s("<i>a<b>b</b>c</i>"));
    }

    void aLinkInALinkIsText()
    {
        QCOMPARE(styledText(rich(s("abc"),
                                 {facet(Facet::Kind::Link, 0, 3, s("https://a.example/1")),
                                  facet(Facet::Kind::Link, 1, 1, s("https://a.example/2"))})),
                 s("<a href=\"https://a.example/1\">abc</a>"));
    }

    void everyLineOfAQuoteIsMarked()
    {
        QCOMPARE(styledText(rich(s("one\ntwo\nthree"), {facet(Facet::Kind::Quote, 0, 7)})),
                 s("<i>│&nbsp;one<br>│&nbsp;two</i><br>three"));
    }

    void emojiComeFromOurProviderWithASize()
    {
        const QString url = s("https://a.example/e.png?x=\"><img src=http://evil>&y=/");
        const QString markup = styledText(rich(s("hi :b: !"), {facet(Facet::Kind::Emoji, 3, 3, url)}), 20);
        QCOMPARE(
            markup,
            s("hi <img src=\"image://media/emoji/https%3A%2F%2Fa.example%2Fe.png%3Fx%3D%22%3E%3Cimg%20src"
              "%3Dhttp%3A%2F%2Fevil%3E%26y%3D%2F\" width=\"20\" height=\"20\" align=\"middle\"> !"));
        QCOMPARE(fault(markup), QString());
    }

    void emojiOfAnythingElseThanHttpStayText()
    {
        for (const char *url :
             {"", "file:///etc/passwd", "data:image/png;base64,AA", "image://media/x", "//x/y"})
            QCOMPARE(styledText(rich(s(":<b>:"), {facet(Facet::Kind::Emoji, 0, 5, s(url))})),
                     s(":&lt;b&gt;:"));
    }

    void aNameHasEmojiAndNothingElse()
    {
        const QVector<Facet> facets{facet(Facet::Kind::Link, 0, 4, s("https://evil.example")),
                                    facet(Facet::Kind::Bold, 0, 4),
                                    facet(Facet::Kind::Emoji, 2, 3, s("https://a.example/e.png"))};
        const QString markup = styledName(s("A :e: <img src=\"https://evil.example/p\">"), facets);
        QVERIFY(markup.startsWith(s("A <img src=\"image://media/emoji/")));
        QVERIFY(markup.endsWith(s("&lt;img src=&quot;https://evil.example/p&quot;&gt;")));
        QCOMPARE(markup.count(s("<img")), 1);
        QCOMPARE(fault(markup), QString());
    }

    void facetsOutsideTheTextAreNothing()
    {
        QCOMPARE(styledText(rich(s("ab"),
                                 {facet(Facet::Kind::Bold, -1, 2), facet(Facet::Kind::Bold, 1, 2),
                                  facet(Facet::Kind::Bold, 5, 1), facet(Facet::Kind::Bold, 0, 0),
                                  facet(Facet::Kind::Bold, 1, 2147483647)})),
                 s("ab"));
    }

    void whateverTheMarksTheTagsAreOurs()
    {
        QRandomGenerator random(3);
        const QStringList targets{s("https://a.example/\"onclick=\"x"), s("javascript:1"), s("\"><b>"),
                                  s("http://b.example/<>&'"), QString()};
        const QString text = s("<a href=\"x\">&lt;\n\n\"' :e: <img src=x> \t </a>-->]]>&#0;😀<!--");
        for (int round = 0; round < 3000; ++round) {
            QVector<Facet> facets;
            for (int i = random.bounded(12); i > 0; --i)
                facets.append(facet(Facet::Kind(1 + random.bounded(9)), random.bounded(int(text.size())),
                                    random.bounded(20), targets.at(random.bounded(int(targets.size())))));
            const QString markup = styledText(rich(text, facets));
            QVERIFY2(fault(markup).isEmpty(), qPrintable(fault(markup) + QLatin1Char('\n') + markup));
        }
    }

    void tooManyMarksCostNoMoreThanSomeText()
    {
        QVector<Facet> facets;
        for (int i = 0; i < 10'000; ++i)
            facets.append(facet(i % 2 ? Facet::Kind::Bold : Facet::Kind::Italic, i, 20'000 - 2 * i));
        const QString markup = styledText(rich(QString(20'000, QLatin1Char('x')), facets));
        QVERIFY(markup.size() < 200'000);
        QCOMPARE(fault(markup), QString());
    }

    void sourcesAreOurProvidersAlone()
    {
        QCOMPARE(avatarSource(s("https://a.example/x y?z#")),
                 s("image://media/avatar/https%3A%2F%2Fa.example%2Fx%20y%3Fz%23"));
        QVERIFY(previewSource(s("HTTP://a.example/x")).startsWith(s("image://media/preview/")));
        QVERIFY(fullSource(s("http://a.example/x")).startsWith(s("image://media/full/")));
        QVERIFY(fullSource(s("ftp://a.example/x")).isEmpty());
        QVERIFY(fullSource({}).isEmpty());
    }

    void anOrdinaryPost()
    {
        const QString text =
            s("@ann Look at this bird: https://example.org/bird #birds\n\nIt is great & small, ").repeated(3);
        const RichText post = rich(text,
                                   {facet(Facet::Kind::Mention, 0, 4, s("https://example.org/@ann")),
                                    facet(Facet::Kind::Link, 24, 24, s("https://example.org/bird"))});
        QString markup;
        QBENCHMARK
        {
            markup = styledText(post);
        }
        QCOMPARE(fault(markup), QString());
    }
};

QTEST_GUILESS_MAIN(StyledTextTest)
#include "styledtexttest.moc"
