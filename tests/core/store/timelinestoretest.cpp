// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/timelinestore.h"

#include "cachefixture.h"

#include <QSet>

using namespace Petrel;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TimelineStoreTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<HomeFixture> m_home;

    //! Two segments with a gap: "f e | b a"; gives the upper one.
    qint64 makeGap()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        return m_home->top(s("f:60 e:50"), s("below-e")).segment;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<HomeFixture>();
        QVERIFY(m_home->open());
    }

    void theTimelinesThatHoldAPostAreKnown()
    {
        (void)m_home->top(s("boost>a:30 b:20 a:10"));
        const TimelineKey other{AccountId(s("other")), s("home")};
        const Source source{ServerHost(s("b.example")), other.account, m_home->clock.nowMs()};
        QVERIFY(m_home->tryPage(other, source, {}, pageOf(s("again>a:40"), {})).ok());
        const auto holding = [this](const char *name) {
            return ended(m_home->store->cache([name](CacheTx &tx) {
                       return TimelineStore(tx.db).holding(PostUri(uriOf(s(name))));
                   }))
                .value();
        };
        QCOMPARE(holding("a").size(), 2);
        QVERIFY(holding("a").contains(other) && holding("a").contains(m_home->key));
        QCOMPARE(holding("b"), QVector<TimelineKey>{m_home->key});
        QVERIFY(holding("nothing").isEmpty());
    }

    void aTimelineNeverReadIsUnknown()
    {
        QCOMPARE(m_home->shown(), QString());
        QCOMPARE(m_home->timelines().newestMs(m_home->key).value(), 0);
        QCOMPARE(m_home->timelines().refreshedAtMs(m_home->key).value(), 0);
        QVERIFY(m_home->gaps().isEmpty());
    }

    void theFirstPageIsShownAndGoesOnByItsCursor()
    {
        const PageStored stored = m_home->top(s("c:30 b:20 a:10"), s("below-a"));
        QVERIFY(stored.segment != 0);
        QCOMPARE(stored.newEntries, 3);
        QVERIFY(!stored.joined);
        QVERIFY(!stored.atEnd);
        QVERIFY(!stored.overGap);
        QCOMPARE(stored.olderCursor, s("below-a"));
        QCOMPARE(m_home->shown(), s("c b a"));
        QCOMPARE(m_home->timelines().newestMs(m_home->key).value(), minuteZero + 30 * minuteMs);
        QCOMPARE(m_home->timelines().refreshedAtMs(m_home->key).value(), m_home->clock.nowMs());
    }

    void aPageBelowGoesOnInTheSameSegment()
    {
        const qint64 segment = m_home->top(s("d:40 c:30"), s("below-c")).segment;
        const PageStored stored = m_home->below(segment, s("below-c"), s("b:20 a:10"), s("below-a"));
        QCOMPARE(stored.segment, segment);
        QCOMPARE(stored.olderCursor, s("below-a"));
        QCOMPARE(m_home->cursorBelow(segment), s("below-a"));
        QCOMPARE(m_home->shown(), s("d c b a"));
        QVERIFY(m_home->gaps().isEmpty());
    }

    void aNewestPageThatHoldsAnyKnownEntryJoins()
    {
        const qint64 segment = m_home->top(s("b:20 a:10"), s("below-a")).segment;
        const PageStored stored = m_home->top(s("d:40 c:30 b:20"), s("below-b"));
        QVERIFY(stored.joined);
        QCOMPARE(stored.segment, segment);
        QCOMPARE(stored.newEntries, 2);
        QCOMPARE(m_home->shown(), s("d c b a"));
        QCOMPARE(m_home->cursorBelow(segment), s("below-a"));
    }

    void theSamePageAgainChangesNothing()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        const PageStored stored = m_home->top(s("b:20 a:10"), s("below-a"));
        QCOMPARE(stored.newEntries, 0);
        QVERIFY(stored.joined);
        QCOMPARE(m_home->shown(), s("b a"));
    }

    void aNewestPageThatReachesNothingKnownLeavesAGap()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        const PageStored stored = m_home->top(s("f:60 e:50"), s("below-e"));
        QVERIFY(!stored.joined);
        QVERIFY(stored.overGap);
        QCOMPARE(m_home->shown(), s("f e | b a"));
        const QVector<Gap> gaps = m_home->gaps();
        QCOMPARE(gaps.size(), 1);
        QCOMPARE(gaps[0].segment, stored.segment);
        QCOMPARE(gaps[0].cursor, s("below-e"));
        QCOMPARE(gaps[0].newerMs, minuteZero + 50 * minuteMs);
        QCOMPARE(gaps[0].olderMs, minuteZero + 20 * minuteMs);
        QVERIFY(!gaps[0].permanent);
    }

    void aGapIsFilledDownwardsUntilItJoins()
    {
        const qint64 upper = makeGap();
        const PageStored more = m_home->below(upper, s("below-e"), s("d:40"), s("below-d"));
        QVERIFY(!more.joined);
        QVERIFY(more.overGap);
        QCOMPARE(m_home->shown(), s("f e d | b a"));
        const PageStored last = m_home->below(upper, s("below-d"), s("c:30 b:20"), s("below-b"));
        QVERIFY(last.joined);
        QCOMPARE(last.segment, upper);
        QCOMPARE(m_home->shown(), s("f e d c b a"));
        QVERIFY(m_home->gaps().isEmpty());
        QCOMPARE(m_home->cursorBelow(upper), s("below-a"));
    }

    void aGapThatHoldsNothingJoinsByThePageBelow()
    {
        const qint64 upper = makeGap();
        QVERIFY(m_home->below(upper, s("below-e"), s("b:20 a:10 z:5"), s("below-z")).joined);
        QCOMPARE(m_home->shown(), s("f e b a z"));
        QCOMPARE(m_home->cursorBelow(upper), s("below-z"));
    }

    void severalGapsAreListedNewestFirst()
    {
        const qint64 middle = makeGap();
        const qint64 upper = m_home->top(s("j:100 i:90"), s("below-i")).segment;
        QCOMPARE(m_home->shown(), s("j i | f e | b a"));
        const QVector<Gap> gaps = m_home->gaps();
        QCOMPARE(gaps.size(), 2);
        QCOMPARE(gaps[0].segment, upper);
        QCOMPARE(gaps[1].segment, middle);
    }

    void aPageOverAWholeSegmentJoinsEverythingItReaches()
    {
        (void)makeGap();
        (void)m_home->top(s("j:100"), s("below-j"));
        const PageStored stored = m_home->top(s("k:110 j:100 f:60 e:50 d:40 b:20"), s("below-b"));
        QVERIFY(stored.joined);
        QCOMPARE(m_home->shown(), s("k j f e d b a"));
        QVERIFY(m_home->gaps().isEmpty());
    }

    void whatAPageNoLongerHoldsLeavesTheTimelineButNotThePosts()
    {
        (void)m_home->top(s("d:40 c:30 b:20 a:10"), s("below-a"));
        (void)m_home->top(s("d:40 b:20 a:10"), s("below-a"));
        QCOMPARE(m_home->shown(), s("d b a"));
        QVERIFY(m_home->find(uriOf(s("c")), s("me")));
    }

    void aDeletedTopEntryLeavesToo()
    {
        (void)m_home->top(s("c:30 b:20 a:10"), s("below-a"));
        QVERIFY(m_home->top(s("b:20 a:10"), s("below-a")).joined);
        QCOMPARE(m_home->shown(), s("b a"));
    }

    void aShrunkenPageSaysNothingOfWhatLiesBelowIt()
    {
        (void)m_home->top(s("d:40 c:30 b:20 a:10"), s("below-a"));
        (void)m_home->top(s("d:40 c:30"), s("below-c"));
        QCOMPARE(m_home->shown(), s("d c b a"));
    }

    void aPageInTheMiddleSaysNothingOfWhatStandsAboveIt()
    {
        const qint64 segment = m_home->top(s("d:40 c:30"), s("below-c")).segment;
        (void)m_home->below(segment, s("below-c"), s("b:20 a:10"), s("below-a"));
        (void)m_home->below(segment, s("below-c"), s("a:10"), s("below-a"));
        QCOMPARE(m_home->shown(), s("d c b a"));
        (void)m_home->below(segment, s("below-c"), s("b:20 x:15 a:10"), s("below-a"));
        (void)m_home->below(segment, s("below-c"), s("b:20 a:10"), s("below-a"));
        QCOMPARE(m_home->shown(), s("d c b a"));
    }

    void aPageMoreThanSixHoursOlderThanTheKnownTopJoins()
    {
        // The known top, and all that was known down to there, is gone from the server.
        (void)m_home->top(s("b:1010 a:1000 z:990"), s("below-z"));
        const PageStored stored = m_home->top(s("e:1100 d:1050 c:639"), s("below-c"));
        QVERIFY(!stored.joined); // c alone may be a late post
        const PageStored again = m_home->top(s("f:1110 e:1100 d:980 c:639"), s("below-c"));
        QVERIFY(again.joined);
        // What is less than six hours above the page's end may yet stand below it on the server.
        QCOMPARE(m_home->shown(), s("f e z d c"));
    }

    void lessThanSixHoursProveNothing()
    {
        (void)m_home->top(s("b:1000 a:990"), s("below-a"));
        const PageStored stored = m_home->top(s("e:1100 d:980 c:641"), s("below-c"));
        QVERIFY(!stored.joined);
        QVERIFY(stored.overGap);
        QCOMPARE(m_home->gaps().size(), 1);
    }

    void aPageOfOneEntryMayJoinByItsAge()
    {
        const qint64 upper = makeGap();
        QVERIFY(m_home->below(upper, s("below-e"), s("z:-341"), s("below-z")).joined);
        QCOMPARE(m_home->shown(), s("f e a z"));
    }

    void aPostFromTheFutureJoinsNothing()
    {
        (void)m_home->top(s("future:1000000 b:1000 a:990"), s("below-a"));
        const PageStored stored = m_home->top(s("e:2100 d:2050 c:2040"), s("below-c"));
        QVERIFY(!stored.joined);
    }

    void aLatePostUnderTheTopIsShownByItsTime()
    {
        (void)m_home->top(s("c:30 b:20 a:10"), s("below-a"));
        const PageStored stored = m_home->top(s("d:40 late:15 c:30 b:20"), s("below-b"));
        QVERIFY(stored.joined);
        QCOMPARE(stored.newEntries, 2);
        QCOMPARE(m_home->shown(), s("d c b late a"));
        (void)m_home->top(s("d:40 c:30 b:20"), s("below-b"));
        QCOMPARE(m_home->shown(), s("d c b a"));
    }

    void equalTimesKeepTheOrderAsReceived()
    {
        (void)m_home->top(s("d:20 b:20 a:10"), s("below-a"));
        (void)m_home->top(s("e:20 d:20 c:20 b:20 a:10"), s("below-a"));
        QCOMPARE(m_home->shown(), s("e d c b a"));
    }

    void manyLateEntriesAtOnePlaceKeepTheirOrder()
    {
        QStringList feed{s("z:20"), s("a:20")};
        (void)m_home->top(feed.join(QLatin1Char(' ')), s("below-a"));
        (void)m_home->below(m_home->top(feed.join(QLatin1Char(' ')), s("below-a")).segment, s("below-a"),
                            s("k:5"), s("below-k"));
        for (int i = 0; i < 40; ++i) {
            feed.insert(1, QStringLiteral("late%1:20").arg(i));
            QVERIFY(m_home->top(feed.join(QLatin1Char(' ')), s("below-a")).joined);
        }
        QStringList expected;
        for (const QString &spec : feed)
            expected << spec.section(QLatin1Char(':'), 0, 0);
        QCOMPARE(m_home->shown(), expected.join(QLatin1Char(' ')) + s(" k"));
        QVERIFY(m_home->gaps().isEmpty());
    }

    void anEntryThatMovedIsPlacedAnew()
    {
        (void)m_home->top(s("d:20 c:20 b:20 a:20"), s("below-a"));
        (void)m_home->top(s("a:20 d:20 c:20 b:20"), s("below-b"));
        QCOMPARE(m_home->shown(), s("a d c b"));
    }

    void boostsAreEntriesOfTheirOwn()
    {
        (void)m_home->top(s("boost>b:40 c:30 b:20"), s("below-b"));
        QCOMPARE(m_home->shown(), s("boost c b"));
        const TimelineRow row = m_home->rows().first();
        QCOMPARE(row.entry.post.uri.value(), uriOf(s("b")));
        QVERIFY(row.entry.boostedBy.has_value());
        QCOMPARE(row.entry.boostedBy->handle, s("bob@example.org"));
        QCOMPARE(row.entry.ref.value(), s("ref-boost"));
        QVERIFY(!m_home->rows().last().entry.boostedBy);

        (void)m_home->top(s("c:30 b:20"), s("below-b"));
        QCOMPARE(m_home->shown(), s("c b"));
    }

    void aBoostWithTheRefOfItsPostIsStillAnotherEntry()
    {
        TimelinePage page = pageOf(s("boost>b:40 b:20"), {});
        page.entries[0].ref = page.entries[1].ref = RemoteRef(s("1795-md5"));
        page.entries[0].post.ref = page.entries[1].post.ref = RemoteRef(s("1795-md5"));
        (void)m_home->page({}, page);
        QCOMPARE(m_home->shown(), s("boost b"));
        QVERIFY(ended(m_home->store->cache([this](CacheTx &tx) {
                    return TimelineStore(tx.db).removeEntry(m_home->key, uriOf(s("boost")));
                })).ok());
        QCOMPARE(m_home->shown(), s("b"));
    }

    void theNewestRefOfAnEntryCounts()
    {
        TimelinePage page = pageOf(s("b:20"), {});
        (void)m_home->page({}, page);
        page.entries[0].ref = RemoteRef(s("1796-md5"));
        page.entries[0].post.ref = RemoteRef(s("1796-md5"));
        QCOMPARE(m_home->page({}, page).newEntries, 0);
        QCOMPARE(m_home->rows().size(), 1);
        QCOMPARE(m_home->rows().first().entry.ref.value(), s("1796-md5"));
        QCOMPARE(m_home->rows().first().entry.post.ref.value(), s("1796-md5"));
    }

    void anIncompletePageTakesNothingAwayJoinsNothingAndEndsNothing()
    {
        const qint64 segment = m_home->top(s("c:30 b:20 a:10"), s("below-a")).segment;
        m_home->clock.advance(10 * minuteMs);
        const PageStored stored = m_home->top(s("e:50 b:20"), s("below-b"), false);
        QCOMPARE(stored.newEntries, 1);
        QVERIFY(!stored.joined);
        QVERIFY(stored.overGap);
        QVERIFY(stored.olderCursor.isEmpty());
        QCOMPARE(m_home->shown(), s("e c b a"));
        QVERIFY(m_home->timelines().refreshedAtMs(m_home->key).value() < m_home->clock.nowMs());

        const PageStored empty = m_home->below(segment, s("below-a"), QString(), QString(), false);
        QVERIFY(!empty.atEnd);
        QCOMPARE(m_home->cursorBelow(segment), s("below-a"));
    }

    void whatAnIncompletePageToldProvesNothingAboutItsNeighbours()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        (void)m_home->top(s("e:50 b:20"), s("below-b"), false);
        // "c" and "d" were missing from it: a page that ends at "e" has not reached what was known.
        const PageStored stored = m_home->top(s("g:70 f:60 e:50"), s("below-e"));
        QVERIFY(!stored.joined);
        QCOMPARE(m_home->shown(), s("g f e | b a"));
        QVERIFY(m_home->below(stored.segment, s("below-e"), s("d:40 c:30 b:20"), s("below-b")).joined);
        QCOMPARE(m_home->shown(), s("g f e d c b a"));
    }

    void aCompletePageLaterIsAuthorityOverWhatAnIncompleteOneTold()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        (void)m_home->top(s("x:50 b:20"), s("below-b"), false);
        QCOMPARE(m_home->shown(), s("x b a"));
        m_home->clock.advance(2 * minuteMs);
        (void)m_home->top(s("y:55 b:20"), s("below-b"));
        QCOMPARE(m_home->shown(), s("y b a"));
    }

    void oneEmptyAnswerIsNoEnd()
    {
        const qint64 upper = makeGap();
        const PageStored stored = m_home->below(upper, s("below-e"), QString());
        QVERIFY(!stored.atEnd);
        QVERIFY(!stored.joined);
        QVERIFY(stored.overGap);
        QVERIFY(!m_home->gaps().first().permanent);
        QVERIFY(!m_home->below(upper, s("below-e"), QString()).atEnd);
        QVERIFY(!m_home->gaps().first().permanent);
    }

    void emptyAnswersOnTwoCursorsAreTheEndAndTheGapIsPermanent()
    {
        const qint64 upper = makeGap();
        (void)m_home->below(upper, s("below-e"), s("d:40"), s("below-d"));
        const PageStored first = m_home->below(upper, s("below-d"), QString());
        QVERIFY(!first.atEnd);
        QCOMPARE(first.olderCursor, s("below-e"));
        // The post behind the cursor is gone; the page above now ends elsewhere.
        const PageStored again = m_home->below(upper, s("below-e"), s("d2:45"), s("below-d2"));
        QCOMPARE(again.olderCursor, s("below-d2"));
        const PageStored second = m_home->below(upper, s("below-d2"), QString());
        QVERIFY(second.atEnd);
        QVERIFY(second.joined);
        QVERIFY(second.olderCursor.isEmpty());
        const QVector<Gap> gaps = m_home->gaps();
        QCOMPARE(gaps.size(), 1);
        QVERIFY(gaps[0].permanent);
        QVERIFY(gaps[0].cursor.isEmpty());
        QVERIFY(!m_home->timelines().placeBelow(m_home->key, upper).ok());
    }

    void aCursorHandedOutAnewAfterAnEmptyAnswerCountsAsAnother()
    {
        const qint64 upper = makeGap();
        (void)m_home->below(upper, s("below-e"), s("d:40"), s("below-d"));
        QCOMPARE(m_home->below(upper, s("below-d"), QString()).olderCursor, s("below-e"));
        QCOMPARE(m_home->below(upper, s("below-e"), s("d:40"), s("below-d")).olderCursor, s("below-d"));
        QVERIFY(m_home->below(upper, s("below-d"), QString()).atEnd);
        QVERIFY(m_home->gaps().first().permanent);
    }

    void aCursorWhosePostWasPurgedIsNoEnd()
    {
        const qint64 upper = makeGap();
        (void)m_home->below(upper, s("below-e"), s("d:40"), s("below-d"));
        (void)m_home->below(upper, s("below-d"), QString());
        (void)m_home->below(upper, s("below-e"), s("d2:45"), s("below-d2"));
        QVERIFY(m_home->below(upper, s("below-d2"), s("c:30 b:20"), s("below-b")).joined);
        QCOMPARE(m_home->shown(), s("f e d2 d c b a"));
        QVERIFY(m_home->gaps().isEmpty());
    }

    void anEmptyAnswerIsForgottenWhenTheWalkGoesOn()
    {
        const qint64 upper = makeGap();
        (void)m_home->below(upper, s("below-e"), QString());
        (void)m_home->below(upper, s("below-e"), s("d:40"), s("below-d"));
        QVERIFY(!m_home->below(upper, s("below-d"), QString()).atEnd);
    }

    void anEndOutlivesTheProgram()
    {
        const qint64 upper = makeGap();
        (void)m_home->below(upper, s("below-e"), s("d:40"), s("below-d"));
        (void)m_home->below(upper, s("below-d"), QString());
        m_home->store.reset();
        m_home->store = opened(optionsFor(m_home->profile.path(), m_home->clock));
        QVERIFY(m_home->store);
        (void)m_home->below(upper, s("below-e"), s("d:40"), s("below-d"));
        QVERIFY(m_home->below(upper, s("below-d"), QString()).atEnd);
    }

    void anEmptyNewestPageTakesNothingAway()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        const PageStored stored = m_home->top(QString());
        QVERIFY(!stored.joined);
        QVERIFY(!stored.atEnd);
        QCOMPARE(m_home->shown(), s("b a"));
    }

    void aTimelineFoundEmptyIsKnown()
    {
        const PageStored stored = m_home->top(QString());
        QVERIFY(stored.joined);
        QCOMPARE(stored.segment, 0);
        QCOMPARE(m_home->timelines().newestMs(m_home->key).value(), m_home->clock.nowMs());
    }

    void aServerThatHandsOutTheSameCursorIsNotWalkedInCircles()
    {
        const qint64 segment = m_home->top(s("b:20"), s("below-b")).segment;
        const PageStored stored = m_home->below(segment, s("below-b"), s("a:10"), s("below-b"));
        QVERIFY(stored.olderCursor.isEmpty());
        QVERIFY(m_home->cursorBelow(segment).isEmpty());
    }

    void aServerThatRepeatsANewerPageMovesNothing()
    {
        (void)makeGap();
        const qint64 lower = m_home->gaps().first().segment;
        (void)m_home->top(s("j:100 i:90 h:80"), s("below-h"));
        const PageStored stored = m_home->below(lower, s("below-e"), s("j:100 i:90 h:80"), s("below-h"));
        QVERIFY(!stored.joined);
        QVERIFY(stored.olderCursor.isEmpty());
        QCOMPARE(m_home->shown(), s("j i h | f e | b a"));
        QCOMPARE(m_home->cursorBelow(lower), s("below-e"));
    }

    void anOwnNewPostIsShownAtOnce()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        QVERIFY(m_home->insertOwn(postNamed(s("mine"), 30)));
        QVERIFY(m_home->insertOwn(postNamed(s("mine"), 30)));
        QCOMPARE(m_home->shown(), s("mine b a"));
        const PageStored stored = m_home->top(s("c:40 mine:30 b:20 a:10"), s("below-a"));
        QCOMPARE(stored.newEntries, 1);
        QCOMPARE(m_home->shown(), s("c mine b a"));
    }

    void anOwnNewPostIsShownWhereNothingWasReadYet()
    {
        QVERIFY(m_home->insertOwn(postNamed(s("mine"), 30)));
        QCOMPARE(m_home->shown(), s("mine"));
        (void)m_home->top(s("mine:30 b:20"), s("below-b"));
        QCOMPARE(m_home->shown(), s("mine b"));
    }

    void anOwnNewPostIsNoProofThatNothingIsMissingBelowIt()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        QVERIFY(m_home->insertOwn(postNamed(s("mine"), 80)));
        const PageStored stored = m_home->top(s("mine:80 g:70 f:60"), s("below-f"));
        QVERIFY(!stored.joined);
        QCOMPARE(m_home->shown(), s("mine g f | b a"));
    }

    void aPageAskedForBeforeAnOwnPostDoesNotTakeItAway()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        const Source before = m_home->source();
        m_home->clock.advance(1000);
        QVERIFY(m_home->insertOwn(postNamed(s("mine"), 30)));
        QVERIFY(m_home->tryPage(m_home->key, before, {}, pageOf(s("b:20 a:10"), s("below-a"))).ok());
        QCOMPARE(m_home->shown(), s("mine b a"));
        m_home->clock.advance(59'000);
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        QCOMPARE(m_home->shown(), s("mine b a"));
        m_home->clock.advance(1000);
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        QCOMPARE(m_home->shown(), s("b a"));
    }

    void anOwnPostThatAPageHeldLeavesWithTheNextOneThatDoesNot()
    {
        QVERIFY(m_home->insertOwn(postNamed(s("mine"), 30)));
        (void)m_home->top(s("mine:30 b:20"), s("below-b"));
        (void)m_home->top(s("b:20"), s("below-b"));
        QCOMPARE(m_home->shown(), s("b"));
    }

    void anOwnPostThatWasNeverPutIsRefused()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        auto refused = ended(m_home->store->cache([this](CacheTx &tx) {
            return TimelineStore(tx.db).insertOwn(m_home->key, postNamed(s("mine")));
        }));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    }

    void aSegmentThatIsNoLongerThereIsAConflict()
    {
        auto stored = m_home->tryPage({99, s("below-e")}, pageOf(s("d:40"), {}));
        QVERIFY(!stored.ok());
        QCOMPARE(stored.error().kind, ErrorKind::Conflict);
        QVERIFY(!m_home->find(uriOf(s("d")), s("me")));
    }

    void aPageToldToAnotherAccountIsRefused()
    {
        Source other = m_home->source();
        other.account = AccountId(s("other"));
        QCOMPARE(m_home->tryPage(m_home->key, other, {}, pageOf(s("d:40"), {})).error().kind,
                 ErrorKind::Conflict);
    }

    void entriesThatCannotBeKeptAreLeftOut()
    {
        TimelinePage page = pageOf(s("c:30 b:20 b:20 a:10"), {});
        page.entries[0].post.uri = PostUri();
        const PageStored stored = m_home->page({}, page);
        QCOMPARE(stored.newEntries, 2);
        QCOMPARE(m_home->shown(), s("b a"));
    }

    void accountsAndTimelinesKeepApart()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        const Source other{ServerHost(s("example.net")), AccountId(s("other")), m_home->clock.nowMs()};
        const TimelineKey otherHome{other.account, s("home")};
        QVERIFY(m_home->tryPage(otherHome, other, {}, pageOf(s("c:30 b:20"), {})).ok());
        const TimelineKey list{m_home->key.account, s("list")};
        QVERIFY(m_home->tryPage(list, m_home->source(), {}, pageOf(s("d:40"), {})).ok());
        QCOMPARE(m_home->shown(), s("b a"));
        QCOMPARE(namesOf(TimelineReader(m_home->store->reader()).window(otherHome, {}, 10).value()),
                 s("c b"));
        QCOMPARE(namesOf(TimelineReader(m_home->store->reader()).window(list, {}, 10).value()), s("d"));

        QVERIFY(ended(m_home->store->cache([this](CacheTx &tx) {
                    return TimelineStore(tx.db).removeAccount(m_home->key.account);
                })).ok());
        QCOMPARE(m_home->shown(), QString());
        QCOMPARE(namesOf(TimelineReader(m_home->store->reader()).window(otherHome, {}, 10).value()),
                 s("c b"));
        QVERIFY(m_home->find(uriOf(s("a")), s("other")));
        QCOMPARE(m_home->timelines().refreshedAtMs(m_home->key).value(), 0);
    }

    void aTombstoneTakesThePostAndItsBoostsOut()
    {
        (void)m_home->top(s("boost>b:40 c:30 b:20"), s("below-b"));
        QVERIFY(ended(m_home->store->cache([](CacheTx &tx) {
                    return PostStore(tx.db).tombstone(PostUri(uriOf(s("b"))), ServerHost(s("example.org")));
                })).ok());
        QCOMPARE(m_home->shown(), s("c"));
        QVERIFY(!m_home->find(uriOf(s("b")), s("me")));
        QVERIFY(m_home->top(s("d:50 c:30"), s("below-c")).joined);
    }

    void aPageCostsTheSameInALongTimeline()
    {
        const auto pageCost = [this](int from) {
            QStringList specs;
            for (int i = from + 39; i >= from; --i)
                specs << QStringLiteral("p%1:%1").arg(i);
            qint64 cost = 0;
            const TimelineKey key = m_home->key;
            const Source source = m_home->source();
            const TimelinePage page =
                pageOf(specs.join(QLatin1Char(' ')), QStringLiteral("below-%1").arg(from));
            auto done = ended(m_home->store->cache([&](CacheTx &tx) -> Result<Unit> {
                const qint64 before = tx.db.statementsRun();
                auto stored = TimelineStore(tx.db).storePage(key, source, {}, page);
                cost = tx.db.statementsRun() - before;
                return stored.ok() ? Result<Unit>(Unit{}) : Result<Unit>(stored.error());
            }));
            return done.ok() ? cost : -1;
        };
        (void)pageCost(0);
        const qint64 early = pageCost(39);
        for (int i = 2; i < 60; ++i)
            (void)pageCost(i * 39);
        QCOMPARE(pageCost(60 * 39), early);
        QVERIFY(early > 0 && early < 40 * 15);
        QCOMPARE(m_home->rows(10'000).size(), 60 * 39 + 40);
    }

    //! A feed that grows, gets late posts and loses posts, read by pages of five with outages in between:
    //! whatever the server has between two shown entries is shown, or a gap says that something is missing
    //! there.
    void nothingIsMissingWithoutAGapThatSaysSo_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }
    void nothingIsMissingWithoutAGapThatSaysSo()
    {
        QFETCH(quint64, seed);
        FakeClock chance(seed);
        const auto below = [&chance](int limit) { return int(chance.chance() * limit); };
        QStringList feed; // newest first, as the server has it
        QSet<QString> unseen; // put where no page was going to look again
        int made = 0;
        int minute = 0;
        const auto cursorAfter = [](const QString &spec) { return s("below ") + spec; };
        const auto serve = [&](const QString &cursor) {
            int from = 0;
            if (!cursor.isEmpty()) {
                from = int(feed.indexOf(cursor.mid(6))) + 1;
                if (from == 0)
                    return pageOf(QString(), QString()); // the post behind the cursor is gone
            }
            const QStringList part = feed.mid(from, 5);
            return pageOf(part.join(QLatin1Char(' ')), part.isEmpty() ? QString() : cursorAfter(part.last()));
        };
        const auto walk = [&](PagePlace place, int pages) {
            for (int i = 0; i < pages; ++i) {
                const PageStored stored = m_home->page(place, serve(place.cursor));
                if (stored.joined || stored.atEnd || stored.olderCursor.isEmpty())
                    return;
                place = {stored.segment, stored.olderCursor};
            }
        };
        const auto check = [&] {
            QSet<QString> known;
            qint64 lowest = std::numeric_limits<qint64>::max();
            Statement read = m_home->store->reader().statement(s("SELECT uri, time_ms FROM cache.entry"));
            for (auto row = read.step(); row.ok() && row.value(); row = read.step()) {
                known.insert(nameOf(read.text(0)));
                lowest = std::min(lowest, read.integer(1));
            }
            const QVector<Gap> gaps = m_home->gaps();
            for (const QString &spec : feed) {
                const Entry entry = entryOf(spec);
                if (known.contains(nameOf(entry.uri)) || unseen.contains(spec) || entry.timeMs < lowest)
                    continue;
                const bool told = std::any_of(gaps.cbegin(), gaps.cend(), [&entry](const Gap &gap) {
                    // Late posts stand up to five hours below their place as received.
                    constexpr qint64 late = 5 * 60 * minuteMs;
                    return entry.timeMs <= gap.newerMs + late && entry.timeMs >= gap.olderMs - late;
                });
                if (!told)
                    return spec;
            }
            return QString();
        };
        for (int round = 0; round < 40; ++round) {
            for (int n = below(12); n > 0; --n) {
                minute += 1 + below(90);
                feed.prepend(QStringLiteral("n%1:%2").arg(++made).arg(minute));
            }
            if (!feed.isEmpty() && below(3) == 0) {
                const QString late = QStringLiteral("n%1:%2").arg(++made).arg(minute - below(300));
                const int at = std::min(below(4), int(feed.size()));
                if (at > 0)
                    unseen.insert(late); // below the top a page may stop before it
                feed.insert(at, late);
            }
            for (int n = below(3); n > 0 && !feed.isEmpty(); --n)
                feed.removeAt(below(int(feed.size())));
            m_home->clock.advance(minuteMs);
            walk({}, 1 + below(3));
            QCOMPARE(check(), QString());
            const QVector<Gap> gaps = m_home->gaps();
            if (!gaps.isEmpty() && below(2) == 0) {
                const Gap gap = gaps[below(int(gaps.size()))];
                if (!gap.cursor.isEmpty())
                    walk({gap.segment, gap.cursor}, 1 + below(3));
                QCOMPARE(check(), QString());
            }
        }
        QVERIFY(made > 60);
    }
};

QTEST_GUILESS_MAIN(TimelineStoreTest)
#include "timelinestoretest.moc"
