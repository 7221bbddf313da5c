// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/replyopening.h"

#include <QtTest>

using namespace Petrel;

class ReplyOpeningTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everybodyMentionedIsSpokenToOnce()
    {
        Post post;
        post.author.handle = QStringLiteral("bob@one.example");
        post.body.text = QStringLiteral("@alice @zoe @bob");
        post.body.facets = {{Facet::Kind::Mention, 0, 6, {}, QStringLiteral("@alice@one.example")},
                            {Facet::Kind::Mention, 7, 4, {}, QStringLiteral("@Zoe@far.example")},
                            {Facet::Kind::Mention, 12, 4, {}, QStringLiteral("@bob@one.example")}};
        QCOMPARE(replyOpening(post, QStringLiteral("alice@one.example")),
                 QStringLiteral("@bob@one.example @zoe@far.example "));
        QCOMPARE(replyOpening(post, QStringLiteral("bob@one.example")),
                 QStringLiteral("@alice@one.example @zoe@far.example "));
    }

    void anAnswerToOneselfSpeaksToNobody()
    {
        Post post;
        post.author.handle = QStringLiteral("alice@one.example");
        QCOMPARE(replyOpening(post, QStringLiteral("alice@one.example")), QString());
    }

    void anAnswerIsSeenByNobodyMore()
    {
        const Capabilities all;
        QCOMPARE(replyVisibility(Visibility::Public, Visibility::Unlisted, all), Visibility::Unlisted);
        QCOMPARE(replyVisibility(Visibility::Followers, Visibility::Public, all), Visibility::Followers);
        QCOMPARE(replyVisibility(Visibility::Unknown, Visibility::Public, all), Visibility::Direct);
        Capabilities few;
        few.visibilities = {Visibility::Public, Visibility::Direct};
        QCOMPARE(replyVisibility(Visibility::Followers, Visibility::Public, few), Visibility::Direct);
    }
};

QTEST_GUILESS_MAIN(ReplyOpeningTest)
#include "replyopeningtest.moc"
