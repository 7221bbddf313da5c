// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ownpostmatch.h"

#include "service/mastodon/sanitizer.h"

#include <QRegularExpression>
#include <QTest>

using namespace Petrel;

namespace {

//! What a server makes of typed text, in the kinds of HTML that real ones produce.
enum class Dialect { Mastodon, GoToSocial, Misskey, Snac };

QString linked(const QString &address, Dialect dialect)
{
    const QString href = address.toHtmlEscaped();
    if (dialect != Dialect::Mastodon)
        return QStringLiteral("<a href=\"%1\" rel=\"nofollow noreferrer noopener\" target=\"_blank\">%1</a>")
            .arg(href);
    const QString scheme = address.left(address.indexOf(QLatin1String("://")) + 3);
    const QString rest = address.mid(scheme.size());
    return QStringLiteral("<a href=\"%1\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\">"
                          "<span class=\"invisible\">%2</span><span class=\"%3\">%4</span>"
                          "<span class=\"invisible\">%5</span></a>")
        .arg(href, scheme, rest.size() > 30 ? QStringLiteral("ellipsis") : QString(),
             rest.left(30).toHtmlEscaped(), rest.mid(30).toHtmlEscaped());
}

QString mentioned(const QString &user, const QString &host, Dialect dialect)
{
    const QString url = QStringLiteral("https://%1/@%2").arg(host, user);
    switch (dialect) {
    case Dialect::Mastodon:
    case Dialect::GoToSocial:
        return QStringLiteral(
                   "<span class=\"h-card\" translate=\"no\"><a href=\"%1\" class=\"u-url mention\">"
                   "@<span>%2</span></a></span>")
            .arg(url, user);
    case Dialect::Misskey:
    case Dialect::Snac:
        return QStringLiteral("<a href=\"%1\" class=\"u-url mention\">@%2@%3</a>").arg(url, user, host);
    }
    Q_UNREACHABLE();
}

QString tagged(const QString &name)
{
    return QStringLiteral("<a href=\"https://home.example/tags/%1\" class=\"mention hashtag\" rel=\"tag\">"
                          "#<span>%1</span></a>")
        .arg(name);
}

Post shownBy(const QString &text, Dialect dialect)
{
    static const QRegularExpression token(
        QStringLiteral("(?<url>https?://[^\\s<>]*[\\w/"
                       "])|(?<!\\w)@(?<user>\\w+)@(?<host>[\\w.-]*\\w)|(?<!\\w)#(?<tag>\\w+)"),
        QRegularExpression::UseUnicodePropertiesOption);
    HtmlContext context;
    QString html;
    qsizetype from = 0;
    const QString trimmed = text.trimmed();
    auto it = token.globalMatch(trimmed);
    while (it.hasNext()) {
        const auto match = it.next();
        html += trimmed.mid(from, match.capturedStart() - from).toHtmlEscaped();
        if (match.hasCaptured(u"url")) {
            html += linked(match.captured(u"url"), dialect);
        } else if (match.hasCaptured(u"user")) {
            const QString user = match.captured(u"user");
            const QString host = match.captured(u"host");
            html += mentioned(user, host, dialect);
            context.mentions.append(
                {QStringLiteral("https://%1/@%2").arg(host, user), user, user + QLatin1Char('@') + host});
        } else {
            html += tagged(match.captured(u"tag"));
            context.tags.append(match.captured(u"tag").toLower());
        }
        from = match.capturedEnd();
    }
    html += trimmed.mid(from).toHtmlEscaped();
    if (dialect != Dialect::Snac)
        html = QStringLiteral("<p>") + html.replace(QLatin1String("\n\n"), QLatin1String("</p><p>"))
            + QStringLiteral("</p>");
    html.replace(QLatin1String("\n"), QLatin1String("<br />"));
    Post post;
    post.body = sanitizeHtml(html, context);
    return post;
}

QStringList manyTexts()
{
    return {
        QStringLiteral("Hello world"),
        QStringLiteral("  Hello,   world!  \n"),
        QStringLiteral("two\nlines\n\nand a paragraph"),
        QStringLiteral("Grüße aus Köln & <b>not bold</b> \"quoted\" 'x' &amp; more"),
        QStringLiteral("a\u0308 decomposed and \u00e4 composed"),
        QStringLiteral("@bob@remote.example hi there"),
        QStringLiteral("@bob@remote.example @carol@other.example, see https://example.org/a/b?c=d&e=f#g."),
        QStringLiteral("(https://example.org/x_(y))"),
        QStringLiteral(
            "long: https://example.org/a/very/long/path/which/is/cut/when/shown/because/it/is/long?q=1&r=2 "
            "end"),
        QStringLiteral("https://müller.example/straße?größe=1"),
        QStringLiteral("https://example.org/stra%C3%9Fe and https://example.org/straße"),
        QStringLiteral("#Petrel #größe flies #2026"),
        QStringLiteral("mail me@example.org or example.org/x"),
        QStringLiteral("日本語のテキスト、句読点。"),
        QStringLiteral("العربية https://example.org/ar نص"),
        QStringLiteral("🎉🎊"),
        QStringLiteral("!!!"),
        QStringLiteral("1. one\n2. two\n- three"),
        QStringLiteral("`code` *stars* _under_ ~~strike~~ > quote"),
        QStringLiteral("100% :blobcat: c:\\path\\x"),
        QStringLiteral("HTTP://EXAMPLE.ORG/UPPER"),
        QStringLiteral("http://localhost:8080/a http://127.0.0.1/b"),
        QStringLiteral("x"),
    };
}

} // namespace

class OwnPostMatchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsKnownAgainInEveryDialect()
    {
        for (const QString &text : manyTexts()) {
            for (const Dialect dialect :
                 {Dialect::Mastodon, Dialect::GoToSocial, Dialect::Misskey, Dialect::Snac}) {
                OwnPostQuery query;
                query.content.text = text;
                const Post post = shownBy(text, dialect);
                QVERIFY2(matchesOwnPost(query, post),
                         qPrintable(QStringLiteral("%1: %2 / %3")
                                        .arg(int(dialect))
                                        .arg(fingerprintOfTyped(text), fingerprintOfShown(post.body))));
            }
        }
    }

    void noTextIsTakenForAnother()
    {
        const QStringList texts = manyTexts();
        for (const QString &typed : texts) {
            for (const QString &shown : texts) {
                OwnPostQuery query;
                query.content.text = typed;
                const bool same = typed.simplified() == shown.simplified()
                    || (typed.contains(QLatin1String("Hello")) && shown.contains(QLatin1String("Hello")));
                QCOMPARE(matchesOwnPost(query, shownBy(shown, Dialect::Mastodon)), same);
            }
        }
    }

    void differentSymbolsAreDifferentPosts()
    {
        OwnPostQuery query;
        query.content.text = QStringLiteral("🎉");
        QVERIFY(matchesOwnPost(query, shownBy(QStringLiteral("🎉"), Dialect::Mastodon)));
        QVERIFY(!matchesOwnPost(query, shownBy(QStringLiteral("🎊"), Dialect::Mastodon)));
        QVERIFY(!matchesOwnPost(query, shownBy(QStringLiteral("a"), Dialect::Mastodon)));
    }

    void theSourceDecidesWhereItIsGiven()
    {
        OwnPostQuery query;
        query.content.text = QStringLiteral("a\r\nb\u00e4 ");
        Post post;
        post.body.text = QStringLiteral("something that a server made of it");
        post.sourceText = QStringLiteral(" a\nba\u0308");
        QVERIFY(matchesOwnPost(query, post));
        post.body = shownBy(query.content.text, Dialect::Mastodon).body;
        post.sourceText = QStringLiteral("a\nb");
        QVERIFY(!matchesOwnPost(query, post));
    }

    void theParentMustAgree_data()
    {
        QTest::addColumn<QString>("queryUri");
        QTest::addColumn<QString>("queryRef");
        QTest::addColumn<QString>("postUri");
        QTest::addColumn<QString>("postRef");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *name, const char *qu, const char *qr, const char *pu, const char *pr,
                            bool m) {
            QTest::newRow(name) << QString::fromLatin1(qu) << QString::fromLatin1(qr)
                                << QString::fromLatin1(pu) << QString::fromLatin1(pr) << m;
        };
        row("neither is a reply", "", "", "", "", true);
        row("same uri", "u1", "r1", "u1", "r2", true);
        row("other uri", "u1", "r1", "u2", "r1", false);
        row("same ref", "u1", "r1", "", "r1", true);
        row("other ref", "u1", "r1", "", "r2", false);
        row("nothing to compare by", "u1", "", "", "r1", true);
        row("only the post is a reply", "", "", "", "r1", false);
        row("only the wish is a reply", "u1", "r1", "", "", false);
    }
    void theParentMustAgree()
    {
        QFETCH(QString, queryUri);
        QFETCH(QString, queryRef);
        QFETCH(QString, postUri);
        QFETCH(QString, postRef);
        QFETCH(bool, matches);
        OwnPostQuery query;
        query.content.text = QStringLiteral("yes");
        query.replyToUri = PostUri(queryUri);
        query.replyToRef = RemoteRef(queryRef);
        Post post = shownBy(QStringLiteral("yes"), Dialect::Mastodon);
        post.replyToUri = PostUri(postUri);
        post.replyToRef = RemoteRef(postRef);
        QCOMPARE(matchesOwnPost(query, post), matches);
    }

    void aWarningAloneMayHaveBecomeTheText()
    {
        OwnPostQuery query;
        query.content.contentWarning = QStringLiteral("spoiler");
        QVERIFY(matchesOwnPost(query, shownBy(QStringLiteral("spoiler"), Dialect::Mastodon)));
        QVERIFY(matchesOwnPost(query, shownBy(QStringLiteral("."), Dialect::Mastodon)));
        QVERIFY(matchesOwnPost(query, Post{}));
        QVERIFY(!matchesOwnPost(query, shownBy(QStringLiteral("else"), Dialect::Mastodon)));
    }

    void aLabelledLinkIsTextAndAddress()
    {
        RichText body{QStringLiteral("see the page now"),
                      {{Facet::Kind::Link, 4, 8, QStringLiteral("https://example.org/x"), {}}}};
        QCOMPARE(fingerprintOfShown(body),
                 fingerprintOfTyped(QStringLiteral("see [the page](https://example.org/x) now")));
    }

    void visibilityAndTimeDoNotDecide()
    {
        OwnPostQuery query;
        query.content.text = QStringLiteral("hi");
        query.content.visibility = Visibility::Unlisted;
        Post post = shownBy(QStringLiteral("hi"), Dialect::Mastodon);
        post.visibility = Visibility::Public;
        post.createdAtMs = 5;
        QVERIFY(matchesOwnPost(query, post));
    }
};

QTEST_GUILESS_MAIN(OwnPostMatchTest)
#include "ownpostmatchtest.moc"
