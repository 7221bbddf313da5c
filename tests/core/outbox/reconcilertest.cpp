// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/reconciler.h"

#include <QTest>

using namespace Petrel;

namespace {

Post own(const QString &uri, const QString &text, qint64 at)
{
    Post post;
    post.uri = PostUri(uri);
    post.ref = RemoteRef(uri);
    post.body.text = text;
    post.sourceText = text;
    post.createdAtMs = at;
    return post;
}

RoundGoal goal(const QString &text, const QVector<PostUri> &known, qint64 newestMs)
{
    RoundGoal result;
    result.query.content.text = text;
    result.baseline.takenAtMs = 1;
    result.baseline.uris = known;
    result.baseline.newestMs = newestMs;
    return result;
}

} // namespace

class ReconcilerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageThatHoldsAKnownPostEndsTheWalk();
    void aMatchAboveTheBaselineIsACandidate();
    void aKnownOrTakenPostIsNoCandidate();
    void candidatesAreOldestFirst();
    void everySourceIsWalked();
    void aSourceThatEndsTooEarlyCannotTell();
    void aBaselineWhosePostsAreGoneStillEndsTheWalk();
    void anAccountWithoutPostsIsWalkedToItsStart();
    void aCursorThatDoesNotMoveCannotTell();
    void tooManyPagesCannotTell();
    void withoutABaselineTheFloorDecides();
};

void ReconcilerTest::aPageThatHoldsAKnownPostEndsTheWalk()
{
    Round round(goal(QStringLiteral("x"), {PostUri(QStringLiteral("k"))}, 10), 1, 10);
    OwnPage page;
    page.posts = {own(QStringLiteral("n"), QStringLiteral("other"), 20),
                  own(QStringLiteral("k"), QStringLiteral("x"), 10)};
    page.olderCursor = QStringLiteral("more");
    QCOMPARE(round.feed(page, {}), Round::Verdict::Complete);
    QVERIFY(round.candidates().isEmpty());
}

void ReconcilerTest::aMatchAboveTheBaselineIsACandidate()
{
    Round round(goal(QStringLiteral("x"), {PostUri(QStringLiteral("k"))}, 10), 1, 10);
    OwnPage page;
    page.posts = {own(QStringLiteral("n"), QStringLiteral("x"), 10),
                  own(QStringLiteral("k"), QStringLiteral("x"), 10)};
    QCOMPARE(round.feed(page, {}), Round::Verdict::Complete);
    QCOMPARE(round.candidates().size(), 1);
    QVERIFY(round.isCandidate(PostUri(QStringLiteral("n"))));
}

void ReconcilerTest::aKnownOrTakenPostIsNoCandidate()
{
    Round round(goal(QStringLiteral("x"), {PostUri(QStringLiteral("k"))}, 10), 1, 10);
    OwnPage page;
    page.posts = {own(QStringLiteral("t"), QStringLiteral("x"), 30),
                  own(QStringLiteral("k"), QStringLiteral("x"), 10)};
    QCOMPARE(round.feed(page, {PostUri(QStringLiteral("t"))}), Round::Verdict::Complete);
    QVERIFY(round.candidates().isEmpty());
}

void ReconcilerTest::candidatesAreOldestFirst()
{
    Round round(goal(QStringLiteral("x"), {PostUri(QStringLiteral("k"))}, 10), 1, 10);
    OwnPage page;
    page.posts = {own(QStringLiteral("b"), QStringLiteral("x"), 30),
                  own(QStringLiteral("a"), QStringLiteral("x"), 20),
                  own(QStringLiteral("k"), QStringLiteral("y"), 10)};
    QCOMPARE(round.feed(page, {}), Round::Verdict::Complete);
    QCOMPARE(round.candidates().first().uri, PostUri(QStringLiteral("a")));
}

void ReconcilerTest::everySourceIsWalked()
{
    Round round(goal(QStringLiteral("x"), {PostUri(QStringLiteral("k"))}, 10), 2, 10);
    OwnPage page;
    page.posts = {own(QStringLiteral("k"), QStringLiteral("y"), 10)};
    QCOMPARE(round.feed(page, {}), Round::Verdict::GoOn);
    QCOMPARE(round.source(), 1);
    QCOMPARE(round.cursor(), QString());
    page.posts.prepend(own(QStringLiteral("private"), QStringLiteral("x"), 20));
    QCOMPARE(round.feed(page, {}), Round::Verdict::Complete);
    QVERIFY(round.isCandidate(PostUri(QStringLiteral("private"))));
}

void ReconcilerTest::aSourceThatEndsTooEarlyCannotTell()
{
    Round round(goal(QStringLiteral("x"), {PostUri(QStringLiteral("k"))}, 10), 1, 10);
    OwnPage page;
    page.posts = {own(QStringLiteral("n"), QStringLiteral("other"), 20)};
    QCOMPARE(round.feed(page, {}), Round::Verdict::CannotTell);
}

void ReconcilerTest::aBaselineWhosePostsAreGoneStillEndsTheWalk()
{
    Round round(goal(QStringLiteral("x"), {PostUri(QStringLiteral("deleted"))}, 10), 1, 10);
    OwnPage page;
    page.posts = {own(QStringLiteral("old"), QStringLiteral("x"), 9)};
    QCOMPARE(round.feed(page, {}), Round::Verdict::Complete);
    QVERIFY(round.candidates().isEmpty());
}

void ReconcilerTest::anAccountWithoutPostsIsWalkedToItsStart()
{
    Round round(goal(QStringLiteral("x"), {}, 0), 1, 10);
    OwnPage page;
    page.posts = {own(QStringLiteral("n"), QStringLiteral("x"), 9)};
    page.reachedStart = true;
    QCOMPARE(round.feed(page, {}), Round::Verdict::Complete);
    QCOMPARE(round.candidates().size(), 1);
}

void ReconcilerTest::aCursorThatDoesNotMoveCannotTell()
{
    Round round(goal(QStringLiteral("x"), {}, 0), 1, 10);
    OwnPage page;
    page.olderCursor = QStringLiteral("same");
    QCOMPARE(round.feed(page, {}), Round::Verdict::GoOn);
    QCOMPARE(round.feed(page, {}), Round::Verdict::CannotTell);
}

void ReconcilerTest::tooManyPagesCannotTell()
{
    Round round(goal(QStringLiteral("x"), {}, 0), 1, 3);
    for (int i = 1; i <= 2; ++i) {
        OwnPage page;
        page.olderCursor = QString::number(i);
        QCOMPARE(round.feed(page, {}), Round::Verdict::GoOn);
    }
    OwnPage page;
    page.olderCursor = QStringLiteral("3");
    QCOMPARE(round.feed(page, {}), Round::Verdict::CannotTell);
}

void ReconcilerTest::withoutABaselineTheFloorDecides()
{
    RoundGoal restored = goal(QStringLiteral("x"), {}, 0);
    restored.floorMs = 1000;
    Round round(restored, 1, 3);
    OwnPage page;
    page.posts = {own(QStringLiteral("after"), QStringLiteral("x"), 1500),
                  own(QStringLiteral("before"), QStringLiteral("x"), 900)};
    QCOMPARE(round.feed(page, {}), Round::Verdict::Complete);
    QCOMPARE(round.candidates().size(), 1);
    QVERIFY(round.isCandidate(PostUri(QStringLiteral("after"))));
}

QTEST_GUILESS_MAIN(ReconcilerTest)
#include "reconcilertest.moc"
