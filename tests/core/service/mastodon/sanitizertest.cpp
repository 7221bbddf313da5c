// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/sanitizer.h"

#include "service/mastodon/htmlentities.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Petrel;

namespace {

using Kind = Facet::Kind;

HtmlContext someContext()
{
    HtmlContext context;
    context.mentions = {{QStringLiteral("https://remote.example/@bob"), QStringLiteral("bob"),
                         QStringLiteral("bob@remote.example")},
                        {QStringLiteral("https://one.example/@amy"), QStringLiteral("amy"),
                         QStringLiteral("amy@one.example")},
                        {QStringLiteral("https://two.example/@amy"), QStringLiteral("amy"),
                         QStringLiteral("amy@two.example")}};
    context.tags = {QStringLiteral("Petrel"), QStringLiteral("größe")};
    context.emojis = {{QStringLiteral("cat"), QStringLiteral("https://home.example/cat.png")},
                      {QStringLiteral("a_1"), QStringLiteral("https://home.example/a.png")}};
    return context;
}

//! A RichText as one line: text, then each facet as kind[marked text]=target,extra.
QString described(const RichText &rich)
{
    static const QHash<int, QString> names{
        {int(Kind::Link), QStringLiteral("link")},     {int(Kind::Mention), QStringLiteral("mention")},
        {int(Kind::Tag), QStringLiteral("tag")},       {int(Kind::Emoji), QStringLiteral("emoji")},
        {int(Kind::Quote), QStringLiteral("quote")},   {int(Kind::Code), QStringLiteral("code")},
        {int(Kind::Bold), QStringLiteral("bold")},     {int(Kind::Italic), QStringLiteral("italic")},
        {int(Kind::Strike), QStringLiteral("strike")},
    };
    QString out = rich.text;
    for (const Facet &facet : rich.facets) {
        out += QStringLiteral(" {%1[%2]%3%4}")
                   .arg(names.value(int(facet.kind)), rich.text.mid(facet.start, facet.length),
                        facet.target.isEmpty() ? QString() : QLatin1Char('=') + facet.target,
                        facet.extra.isEmpty() ? QString() : QLatin1Char(',') + facet.extra);
    }
    return out;
}

void verifyHarmless(const RichText &rich)
{
    QCOMPARE(withoutControls(rich.text), rich.text);
    QVERIFY(rich.facets.size() <= 1'000);
    for (const Facet &facet : rich.facets) {
        QVERIFY(facet.start >= 0 && facet.length > 0 && facet.start + facet.length <= rich.text.size());
        if (facet.kind == Kind::Link)
            QVERIFY2(isOpenableLink(facet.target), qPrintable(facet.target));
        if (facet.kind == Kind::Mention)
            QVERIFY(facet.target.isEmpty() || isOpenableLink(facet.target));
        if (facet.kind == Kind::Tag)
            QVERIFY(facet.extra.isEmpty() || isOpenableLink(facet.extra));
        if (facet.kind == Kind::Emoji)
            QVERIFY(facet.target.startsWith(QLatin1String("https://")));
    }
    QCOMPARE(unpackFacets(packFacets(rich.facets), int(rich.text.size())), rich.facets);
}

QString repeated(const char *text, int times)
{
    return QString::fromUtf8(text).repeated(times);
}

} // namespace

class SanitizerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void htmlBecomesTextAndFacets_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *html, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(expected);
        };
        row("nothing", "", "");
        row("plain", "just text", "just text");
        row("paragraphs", "<p>a</p><p>b</p>", "a\n\nb");
        row("unclosed paragraphs", "<p>a<p>b", "a\n\nb");
        row("breaks", "a<br>b<br />c<br/>d</br>e", "a\nb\nc\nd\ne");
        row("many breaks", "a<br><br><br><br><br><br>b", "a\n\n\nb");
        row("outer breaks", "<br><p><br>a<br></p><br>", "a");
        row("white space", "  a \n\t b  <b> c </b>  d ", "a b c d {bold[c]}");
        row("no-break space stays", "a&nbsp;&nbsp;b", "a\u00a0\u00a0b");
        row("styles", "<b>b</b> <strong>s</strong> <i>i</i> <em>e</em> <del>d</del> <s>x</s> <u>u</u>",
            "b s i e d x u {bold[b]} {bold[s]} {italic[i]} {italic[e]} {strike[d]} {strike[x]}");
        row("nested", "<b>a<i>b</i></b>", "ab {bold[ab]} {italic[b]}");
        row("misnested", "<b>a<i>b</b>c</i>", "abc {bold[ab]} {italic[b]}");
        row("heading", "<h1>Title</h1>text", "Title\n\ntext {bold[Title]}");
        row("code", "<code>a &lt; b</code>", "a < b {code[a < b]}");
        row("preformatted", "<pre><code>if\n  x\n</code></pre>y",
            "if\n  x\n\ny {code[if\n  x]} {code[if\n  x]}");
        row("quote", "a<blockquote>b<br>c</blockquote>d", "a\n\nb\nc\n\nd {quote[b\nc]}");
        row("list", "a<ul><li>x</li><li>y</ul>b", "a\n\n\u2022 x\n\u2022 y\n\nb");
        row("numbered", "<ol start=3><li>x<li>y<li value=9>z<li>q</ol>", "3. x\n4. y\n9. z\n10. q");
        row("nested list", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
            "\u2022 a\n  \u2022 b\n\u2022 c");
        row("paragraph in item", "<ul><li><p>a</p></li><li><p>b</p></li></ul>", "\u2022 a\n\n\u2022 b");
        row("empty items", "<ul><li></li><li>x</li></ul>y", "\u2022 \n\u2022 x\n\ny");
        row("table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc");
        row("rule", "a<hr>b", "a\n\nb");
        row("ruby", "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "漢(かん)");
        row("unknown tags", "<foo>a</foo><x-y z=1>b", "ab");
        row("image", "a <img src=\"https://x.example/track.png\" alt=\":cat:\"> b",
            "a :cat: b {emoji[:cat:]=https://home.example/cat.png}");

        row("link", "<a href=\"https://example.org/a?b=1&amp;c=2\">here</a>",
            "here {link[here]=https://example.org/a?b=1&c=2}");
        row("link of Mastodon",
            "<a href=\"https://www.example.org/a/very/long/path/indeed\" rel=\"nofollow noopener\" "
            "target=\"_blank\"><span class=\"invisible\">https://www.</span><span class=\"ellipsis\">"
            "example.org/a/very/long/path</span><span class=\"invisible\">/indeed</span></a>",
            "example.org/a/very/long/path\u2026 "
            "{link[example.org/a/very/long/path\u2026]=https://www.example.org/a/very/long/path/indeed}");
        row("link that lies", "<a href=\"https://evil.example/\">https://bank.example/</a>",
            "https://bank.example/ {link[https://bank.example/]=https://evil.example/}");
        row("link with space around", "x<a href=' https://example.org/ '> y </a>z",
            "x y z {link[y]=https://example.org/}");
        row("link in link", "<a href=https://a.example>a<a href=https://b.example>b</a>",
            "ab {link[a]=https://a.example} {link[b]=https://b.example}");
        row("link without text", "a<a href=https://a.example></a>b", "ab");
        row("link over a break", "<a href=https://a.example>a<br>b</a>",
            "a\nb {link[a\nb]=https://a.example}");
        row("attributes without space", "<a class=\"x\"href='https://a.example'title=y>a</a>",
            "a {link[a]=https://a.example}");
        row("first attribute counts", "<a href=https://a.example href=https://b.example>a</a>",
            "a {link[a]=https://a.example}");
        row("greater-than in attribute", "<a title=\"a>b\" href=\"https://a.example\">a</a>",
            "a {link[a]=https://a.example}");

        row("mention of Mastodon",
            "<span class=\"h-card\" translate=\"no\"><a href=\"https://remote.example/@bob\" "
            "class=\"u-url mention\">@<span>bob</span></a></span> hi",
            "@bob hi {mention[@bob]=https://remote.example/@bob,@bob@remote.example}");
        row("mention by another address",
            "<a href=\"https://remote.example/users/bob\" class=\"u-url mention\">@bob</a>",
            "@bob {mention[@bob]=https://remote.example/@bob,@bob@remote.example}");
        row("mention with host",
            "<a href=\"https://remote.example/u/1\" class=\"mention\">@bob@remote.example</a>",
            "@bob@remote.example "
            "{mention[@bob@remote.example]=https://remote.example/@bob,@bob@remote.example}");
        row("mention without class", "<a href=\"https://remote.example/@bob/\">@bob</a>",
            "@bob {mention[@bob]=https://remote.example/@bob,@bob@remote.example}");
        row("two of one name", "<a href=\"https://x.example/amy\" class=\"mention\">@amy</a>",
            "@amy {link[@amy]=https://x.example/amy}");
        row("nobody known", "<a href=\"https://x.example/eve\" class=\"mention\">@eve</a>",
            "@eve {link[@eve]=https://x.example/eve}");
        row("profile as plain link", "<a href=\"https://remote.example/@bob\">my friend</a>",
            "my friend {link[my friend]=https://remote.example/@bob}");
        row("tag",
            "<a href=\"https://x.example/tags/petrel\" class=\"mention hashtag\" "
            "rel=\"tag\">#<span>petrel</span></a>",
            "#petrel {tag[#petrel]=Petrel,https://x.example/tags/petrel}");
        row("tag without class",
            "<a href=\"https://x.example/t/1\">#GRÖSSE</a> <a href=\"https://x.example/t/2\">#Größe</a>",
            "#GRÖSSE #Größe {link[#GRÖSSE]=https://x.example/t/1} "
            "{tag[#Größe]=größe,https://x.example/t/2}");
        row("tag not listed", "<a href=\"https://x.example/t\" class=\"hashtag\">#other</a>",
            "#other {tag[#other]=other,https://x.example/t}");

        row("emoji", ":cat: a:cat: :cat:: (:a_1:) :dog: 10:cat:30",
            ":cat: a:cat: :cat:: (:a_1:) :dog: 10:cat:30 {emoji[:cat:]=https://home.example/cat.png} "
            "{emoji[:a_1:]=https://home.example/a.png}");

        row("script", "a<script>alert('x')</script>b", "ab");
        row("script in capitals", "a<ScRiPt src=//x>alert(1)</sCrIpT >b", "ab");
        row("script never closed", "a<script>alert(1)", "a");
        row("style", "a<style>p{display:none}</style>b", "ab");
        row("script in script", "<script><script>x</script>y", "y");
        row("textarea and title", "<title>x</title><textarea><b></textarea>a", "a");
        row("iframe", "<iframe src=https://x.example>fallback</iframe>a", "a");
        row("handlers", "<p onclick=\"alert(1)\" onmouseover=x()>a</p>", "a");
        row("javascript link", "<a href=\"javascript:alert(1)\">a</a>", "a");
        row("javascript link, disguised", "<a href=\" jAvA&#115;cript&colon;alert(1)\">a</a>", "a");
        row("javascript link, broken", "<a href=\"java&#9;script:alert(1)\">a</a>", "a");
        row("data link", "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">a</a>", "a");
        row("file link", "<a href=\"file:///etc/passwd\">a</a>", "a");
        row("relative links", "<a href=\"/x\">a</a><a href=\"//x.example\">b</a><a href=\"?x\">c</a>", "abc");
        row("comment", "a<!-- <b> -->b<!-->c<!--->d<!-- x", "abcd");
        row("comment of dashes", "a<!----->b", "ab");
        row("doctype and declarations", "<!DOCTYPE html><?xml version=1?>a<!x>b</>c</ x>d", "abcd");
        row("cdata", "a<![CDATA[<b>x</b>]]>b", "ab");
        row("cdata never closed", "a<![CDATA[x", "a");
        row("half a tag", "a<b", "a");
        row("half an attribute", "a<a href=\"x", "a");
        row("lone less-than", "a < b <3 <", "a < b <3 <");
        row("bidi overrides", "a\u202eb&#x202e;c&#8238;d&rlm;e", "abcd\u200fe");
        row("controls by number", "a&#0;b&#7;c&#x1b;d", "a\ufffdbcd");
        row("hidden by class", "a<span class=\"x invisible\">b<i>c</i></span>d", "ad");
        row("hidden never closed", "a<p><span class=invisible>b</p>c", "a\n\nc");
    }
    void htmlBecomesTextAndFacets()
    {
        QFETCH(QString, html);
        QFETCH(QString, expected);
        const RichText rich = sanitizeHtml(html, someContext());
        QCOMPARE(described(rich), expected);
        verifyHarmless(rich);
    }

    void theQuoteFallbackGoesOnlyWhenAsked()
    {
        const QString html = QStringLiteral(
            "<p class=\"quote-inline\">RE: <a href=\"https://x.example/1\">x</a></p><p>hi</p>");
        HtmlContext context;
        QCOMPARE(sanitizeHtml(html, context).text, QStringLiteral("RE: x\n\nhi"));
        context.dropQuoteFallback = true;
        const RichText rich = sanitizeHtml(html, context);
        QCOMPARE(rich.text, QStringLiteral("hi"));
        QVERIFY(rich.facets.isEmpty());
    }

    void entitiesAreDecodedAsBrowsersDo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("decoded");
        QTest::addColumn<bool>("attribute");
        const auto row = [](const char *text, const char *decoded, bool attribute = false) {
            QTest::newRow(attribute ? qPrintable(QStringLiteral("in attribute: ") + QString::fromUtf8(text))
                                    : text)
                << QString::fromUtf8(text) << QString::fromUtf8(decoded) << attribute;
        };
        row("&amp;&lt;&gt;&quot;&apos;", "&<>\"'");
        row("&amp;lt;", "&lt;");
        row("&auml;&Auml;&szlig;&hellip;&mdash;&rarr;&hearts;", "äÄß…—→♥");
        row("&#65;&#x42;&#X43;", "ABC");
        row("&#128512;", "😀");
        row("&#65 &#x42g", "A Bg");
        row("&#xd83d;&#xde00;", "\ufffd\ufffd");
        row("&#x110000;&#99999999999999999999;&#0;", "\ufffd\ufffd\ufffd");
        row("&#128;&#x99;", "€™");
        row("&#;&#x;&#xg;&;&&", "&#;&#x;&#xg;&;&&");
        row("&unknown;&Unknown", "&unknown;&Unknown");
        row("&ampx &copy2 &notit;", "&x ©2 ¬it;");
        row("&lt", "<");
        row("&", "&");
        row("?a=1&copy=2&lt;&amp", "?a=1&copy=2<&", true);
        row("&copyright&copy", "&copyright©", true);
        row("&colon;&lpar;&Tab;", ":(\t");
    }
    void entitiesAreDecodedAsBrowsersDo()
    {
        QFETCH(QString, text);
        QFETCH(QString, decoded);
        QFETCH(bool, attribute);
        QCOMPARE(decodeEntities(text, attribute), decoded);
    }

    void everyTableNameDecodesToOneCharacter()
    {
        // A name out of order would not be found by the search: each of these is at another place of the
        // table.
        for (const char *name :
             {"AElig", "AMP", "Alpha", "Zeta", "aacute", "alefsym", "apos", "yuml", "zwnj", "zeta"})
            QCOMPARE(decodeEntities(QLatin1Char('&') + QLatin1String(name) + QLatin1Char(';')).size(), 1);
    }

    void hugeInputIsHarmlessAndLinear_data()
    {
        QTest::addColumn<QString>("html");
        QTest::newRow("nested tags") << repeated("<b>", 350'000) + QStringLiteral("x");
        QTest::newRow("nested quotes") << repeated("<blockquote>", 90'000) + QStringLiteral("x");
        QTest::newRow("nested lists") << repeated("<ul><li>", 130'000);
        QTest::newRow("nested links") << repeated("<a href=https://a.example>x", 40'000);
        QTest::newRow("opened and closed") << repeated("<i>x</i>", 130'000);
        QTest::newRow("ends only") << repeated("</b></p></ul>", 80'000);
        QTest::newRow("comments") << repeated("<!--", 260'000);
        QTest::newRow("cdata") << repeated("<![CDATA[", 110'000);
        QTest::newRow("scripts") << repeated("<script>", 130'000);
        QTest::newRow("ampersands") << repeated("&", 1'000'000);
        QTest::newRow("less-than") << repeated("<", 1'000'000);
        QTest::newRow("half tags") << repeated("<a ", 350'000);
        QTest::newRow("half attributes") << repeated("<a b='", 170'000);
        QTest::newRow("long attribute") << QStringLiteral("<a href=\"") + repeated("a=", 500'000);
        QTest::newRow("colons") << repeated(":cat:", 200'000);
        QTest::newRow("one colon, long word") << QStringLiteral(":") + repeated("cat", 330'000);
        QTest::newRow("spaces") << repeated("&nbsp; ", 140'000) + repeated("<b>", 1'000);
        QTest::newRow("numbers") << QStringLiteral("&#") + repeated("9", 1'000'000);
        QTest::newRow("hidden") << repeated("<span class=invisible>", 45'000) + QStringLiteral("x");
        QTest::newRow("deep then closed")
            << repeated("<div>", 60'000) + repeated("</div>", 60'000) + QStringLiteral("<b>x</b>");
    }
    void hugeInputIsHarmlessAndLinear()
    {
        QFETCH(QString, html);
        const RichText rich = sanitizeHtml(html, someContext());
        verifyHarmless(rich);
        QVERIFY(rich.text.size() <= 1'000'000);
    }

    void depthBeyondTheLimitLosesStylesButNoText()
    {
        const RichText rich = sanitizeHtml(repeated("<b>", 5'000) + QStringLiteral("x")
                                           + repeated("</b>", 5'000) + QStringLiteral("<i>y</i>"));
        QCOMPARE(rich.text, QStringLiteral("xy"));
        QCOMPARE(rich.facets.last().kind, Kind::Italic);
        QCOMPARE(rich.facets.size(), 101);
    }

    void randomBytesAreHarmless()
    {
        for (quint32 seed = 1; seed <= 300; ++seed) {
            QRandomGenerator random(seed);
            QString html;
            const int length = random.bounded(2'000);
            for (int i = 0; i < length; ++i)
                html.append(QChar(char16_t(random.bounded(0x10000))));
            verifyHarmless(sanitizeHtml(html, someContext()));
        }
    }

    void tagSoupIsHarmless()
    {
        static const QStringList pieces{QStringLiteral("<"),
                                        QStringLiteral(">"),
                                        QStringLiteral("</"),
                                        QStringLiteral("<p>"),
                                        QStringLiteral("</p>"),
                                        QStringLiteral("<a href="),
                                        QStringLiteral("\""),
                                        QStringLiteral("'"),
                                        QStringLiteral("https://x.example/"),
                                        QStringLiteral("&"),
                                        QStringLiteral("#"),
                                        QStringLiteral(";"),
                                        QStringLiteral("&#x202e;"),
                                        QStringLiteral("javascript:"),
                                        QStringLiteral("<script"),
                                        QStringLiteral("</script>"),
                                        QStringLiteral("<!--"),
                                        QStringLiteral("-->"),
                                        QStringLiteral("<![CDATA["),
                                        QStringLiteral("]]>"),
                                        QStringLiteral("<ul><li>"),
                                        QStringLiteral("</ul>"),
                                        QStringLiteral("<ol start=-5>"),
                                        QStringLiteral("<pre>"),
                                        QStringLiteral("</pre>"),
                                        QStringLiteral("<blockquote>"),
                                        QStringLiteral("\n"),
                                        QStringLiteral(" "),
                                        QStringLiteral("class=\"mention\""),
                                        QStringLiteral("class='invisible'"),
                                        QStringLiteral("@bob"),
                                        QStringLiteral(":cat:"),
                                        QStringLiteral("#Petrel"),
                                        QStringLiteral("\u202e"),
                                        QStringLiteral("</a>"),
                                        QStringLiteral("<span class=ellipsis>"),
                                        QStringLiteral("</span>"),
                                        QStringLiteral("<br/>"),
                                        QStringLiteral("=")};
        for (quint32 seed = 1; seed <= 3'000; ++seed) {
            QRandomGenerator random(seed);
            QString html;
            const int length = random.bounded(80);
            for (int i = 0; i < length; ++i)
                html.append(pieces.at(random.bounded(int(pieces.size()))));
            HtmlContext context = someContext();
            context.dropQuoteFallback = seed % 2 == 0;
            verifyHarmless(sanitizeHtml(html, context));
        }
    }

    void sanitisingTwiceChangesNothing()
    {
        const RichText once =
            sanitizeHtml(QStringLiteral("<p>a &amp;lt;b&gt; &lt;script&gt;x</p><ul><li>y</ul>"));
        QCOMPARE(once.text, QStringLiteral("a &lt;b> <script>x\n\n\u2022 y"));
        QVERIFY(once.facets.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SanitizerTest)
#include "sanitizertest.moc"
