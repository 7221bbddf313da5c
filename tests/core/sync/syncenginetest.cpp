// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncengine.h"

#include "scriptedtimelines.h"

#include "support/gatestub.h"

#include <QSignalSpy>

using namespace Petrel;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class SyncEngineTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<HomeFixture> m_home;
    std::unique_ptr<GateStub> m_gate;
    std::unique_ptr<ScriptedService> m_service;
    std::unique_ptr<SyncEngine> m_engine;

    ScriptedTimelines &server() { return m_service->feed; }
    void feed(const char *specs) { server().feed = s(specs).split(QLatin1Char(' '), Qt::SkipEmptyParts); }
    Result<RefreshReport> tryRefresh(int maxPages = 5)
    {
        m_home->clock.advance(minuteMs);
        return ended(m_engine->refresh(s("home"), maxPages));
    }
    RefreshReport refresh(int maxPages = 5)
    {
        auto done = tryRefresh(maxPages);
        if (!done.ok()) {
            qWarning().noquote() << "not refreshed:" << errorKindName(done.error().kind)
                                 << done.error().detail;
            return {-1, -1, false};
        }
        return done.take();
    }
    RefreshReport fill(qint64 segment)
    {
        m_home->clock.advance(minuteMs);
        auto done = ended(m_engine->fillGap(s("home"), segment));
        return done.ok() ? done.take() : RefreshReport{-1, -1, false};
    }
    void makeEngine()
    {
        Account account = accountNamed(s("me"));
        m_engine = std::make_unique<SyncEngine>(account, *m_home->store, *m_service, *m_gate, m_home->clock);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<HomeFixture>();
        QVERIFY(m_home->open());
        m_gate = std::make_unique<GateStub>(m_home->clock);
        m_service = std::make_unique<ScriptedService>();
        makeEngine();
    }
    void cleanup() { m_engine.reset(); }

    void theFirstRefreshReadsDownToTheEndOrItsLimit()
    {
        feed("g:70 f:60 e:50 d:40 c:30 b:20 a:10");
        const RefreshReport report = refresh(2);
        QCOMPARE(report.pages, 2);
        QCOMPARE(report.newEntries, 6);
        QVERIFY(!report.gapLeft);
        QCOMPARE(m_home->shown(), s("g f e d c b"));
        QCOMPARE(server().asked, (QVector<QString>{QString(), s("below e:50")}));
    }

    void aSmallFeedCostsOneEmptyAnswer()
    {
        feed("b:20 a:10");
        const RefreshReport report = refresh();
        QCOMPARE(report.pages, 2);
        QVERIFY(!report.gapLeft);
        QCOMPARE(m_home->shown(), s("b a"));
        QCOMPARE(refresh().pages, 1);
    }

    void anEmptyFeedIsOneRequest()
    {
        const RefreshReport report = refresh();
        QCOMPARE(report.pages, 1);
        QCOMPARE(report.newEntries, 0);
        QVERIFY(!report.gapLeft);
        QCOMPARE(m_home->timelines().refreshedAtMs(m_home->key).value(), m_home->clock.nowMs());
    }

    void catchingUpStopsAtWhatIsKnown()
    {
        feed("c:30 b:20 a:10");
        (void)refresh();
        server().asked.clear();
        feed("i:90 h:80 g:70 f:60 e:50 d:40 c:30 b:20 a:10");
        const RefreshReport report = refresh();
        QCOMPARE(report.pages, 3);
        QCOMPARE(report.newEntries, 6);
        QVERIFY(!report.gapLeft);
        QCOMPARE(m_home->shown(), s("i h g f e d c b a"));
        QCOMPARE(server().asked, (QVector<QString>{QString(), s("below g:70"), s("below d:40")}));
    }

    void nothingNewIsOneRequest()
    {
        feed("d:40 c:30 b:20 a:10");
        (void)refresh();
        server().asked.clear();
        const RefreshReport report = refresh();
        QCOMPARE(report.pages, 1);
        QCOMPARE(report.newEntries, 0);
        QCOMPARE(server().asked.size(), 1);
    }

    void catchingUpLeavesAGapThatIsFilledPageByPage()
    {
        feed("c:30 b:20 a:10");
        (void)refresh();
        feed("k:110 j:100 i:90 h:80 g:70 f:60 e:50 d:40 c:30 b:20 a:10");
        const RefreshReport report = refresh(1);
        QCOMPARE(report.pages, 1);
        QVERIFY(report.gapLeft);
        QCOMPARE(m_home->shown(), s("k j i | c b a"));

        const qint64 segment = m_home->gaps().first().segment;
        RefreshReport filled = fill(segment);
        QCOMPARE(filled.pages, 1);
        QCOMPARE(filled.newEntries, 3);
        QVERIFY(filled.gapLeft);
        QCOMPARE(m_home->shown(), s("k j i h g f | c b a"));
        filled = fill(segment);
        QVERIFY(!filled.gapLeft);
        QCOMPARE(m_home->shown(), s("k j i h g f e d c b a"));
        QVERIFY(m_home->gaps().isEmpty());
    }

    void goingOnBelowTheLowestEntryUsesTheSameCall()
    {
        feed("d:40 c:30 b:20 a:10");
        QVERIFY(!refresh(1).gapLeft);
        QCOMPARE(m_home->shown(), s("d c b"));
        QCOMPARE(fill(1).newEntries, 1);
        QCOMPARE(m_home->shown(), s("d c b a"));
    }

    void fillingWhatHasNoCursorIsNotFound()
    {
        auto done = ended(m_engine->fillGap(s("home"), 77));
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::NotFound);
        QVERIFY(server().asked.isEmpty());
    }

    void aDeletedTopEntryDoesNotCostAWalk()
    {
        feed("c:30 b:20 a:10");
        (void)refresh();
        feed("e:50 d:40 b:20 a:10");
        const RefreshReport report = refresh();
        QCOMPARE(report.pages, 1);
        QVERIFY(!report.gapLeft);
        QCOMPARE(m_home->shown(), s("e d b a"));
    }

    void aLatePostUnderTheTopIsFound()
    {
        feed("c:30 b:20 a:10");
        (void)refresh();
        feed("c:30 late:15 b:20 a:10");
        QCOMPARE(refresh().newEntries, 1);
        QCOMPARE(m_home->shown(), s("c b late a"));
    }

    void boostsComeAsEntries()
    {
        feed("boost>a:40 b:20 a:10");
        QCOMPARE(refresh().newEntries, 3);
        QCOMPARE(m_home->shown(), s("boost b a"));
    }

    void aFeedBeingRebuiltEndsTheWalkAndTakesNothingAway()
    {
        feed("c:30 b:20 a:10");
        (void)refresh();
        feed("f:60 b:20");
        server().complete = false;
        server().asked.clear();
        const RefreshReport report = refresh();
        QCOMPARE(report.pages, 1);
        QVERIFY(report.gapLeft);
        QCOMPARE(m_home->shown(), s("f c b a"));

        server().complete = true;
        feed("f:60 e:50 d:40 c:30 b:20 a:10");
        const RefreshReport whole = refresh();
        QVERIFY(!whole.gapLeft);
        QCOMPARE(whole.pages, 2);
        QCOMPARE(m_home->shown(), s("f e d c b a"));
    }

    void aGapBeyondTheServersReachBecomesPermanent()
    {
        feed("c:30 b:20 a:10");
        (void)refresh();
        feed("j:100 i:90 h:80 g:70 f:60 e:50 d:40 c:30 b:20 a:10");
        server().reach = 4;
        (void)refresh(2);
        QCOMPARE(m_home->shown(), s("j i h g | c b a"));
        const qint64 segment = m_home->gaps().first().segment;
        QVERIFY(fill(segment).gapLeft); // nothing below the last one …
        QVERIFY(!m_home->gaps().first().permanent);
        QVERIFY(fill(segment).gapLeft); // … the page above asked again hands the cursor out once more …
        QVERIFY(!m_home->gaps().first().permanent);
        QVERIFY(!fill(segment).gapLeft); // … and still nothing
        QVERIFY(m_home->gaps().first().permanent);
        QCOMPARE(m_home->shown(), s("j i h g | c b a"));
        auto done = ended(m_engine->fillGap(s("home"), segment));
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::NotFound);
    }

    void aRefreshWithPagesLeftProvesTheEndByItself()
    {
        feed("c:30 b:20 a:10");
        (void)refresh();
        feed("j:100 i:90 h:80 g:70 f:60 e:50 d:40 c:30 b:20 a:10");
        server().reach = 4;
        const RefreshReport report = refresh(9);
        QCOMPARE(report.pages, 5);
        QVERIFY(!report.gapLeft);
        QVERIFY(m_home->gaps().first().permanent);
    }

    void aCursorWhosePostIsGoneDoesNotEndAGap()
    {
        feed("c:30 b:20 a:10");
        (void)refresh();
        feed("l:120 k:110 j:100 i:90 h:80 g:70 f:60 e:50 d:40 c:30 b:20 a:10");
        (void)refresh(2);
        QCOMPARE(m_home->shown(), s("l k j i h g | c b a"));
        const qint64 segment = m_home->gaps().first().segment;
        server().feed.removeAll(s("g:70"));
        int guard = 0;
        while (!m_home->gaps().isEmpty() && ++guard < 10)
            (void)fill(segment);
        QVERIFY(m_home->gaps().isEmpty());
        QCOMPARE(m_home->shown(), s("l k j i h g f e d c b a"));
    }

    void theGateIsAskedBeforeEveryRequest()
    {
        feed("g:70 f:60 e:50 d:40 c:30 b:20 a:10");
        (void)refresh();
        QCOMPARE(m_gate->asked, int(server().asked.size()));
    }

    void aClosedGateRefusesWithItsReason_data()
    {
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("kind");
        QTest::newRow("down") << int(ActionReason::ServerDown) << int(ErrorKind::ServerDown);
        QTest::newRow("rate limited") << int(ActionReason::RateLimited) << int(ErrorKind::RateLimited);
        QTest::newRow("signed out") << int(ActionReason::SignedOut) << int(ErrorKind::SignedOut);
        QTest::newRow("paused") << int(ActionReason::Held) << int(ErrorKind::Forbidden);
    }
    void aClosedGateRefusesWithItsReason()
    {
        QFETCH(int, reason);
        QFETCH(int, kind);
        feed("b:20 a:10");
        m_home->clock.advance(minuteMs);
        m_gate->shut(ActionReason(reason), m_home->clock.nowMs() + 30'000);
        auto done = ended(m_engine->refresh(s("home")));
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind(kind));
        QCOMPARE(done.error().retryAfterMs, std::optional<qint64>(30'000));
        QVERIFY(server().asked.isEmpty());
        m_gate->open();
        QCOMPARE(refresh().newEntries, 2);
    }

    void anErrorOnTheWayKeepsWhatWasStored()
    {
        feed("i:90 h:80 g:70 f:60 e:50 d:40 c:30 b:20 a:10");
        server().script = {std::nullopt, Error{ErrorKind::Timeout, {}, s("slow"), {}}};
        auto done = tryRefresh();
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::Timeout);
        QCOMPARE(m_home->shown(), s("i h g"));

        server().script = {Error{ErrorKind::SignedOut, {}, {}, {}}};
        done = tryRefresh();
        QCOMPARE(done.error().kind, ErrorKind::SignedOut);
        QCOMPARE(m_home->shown(), s("i h g"));
        QVERIFY(fill(1).newEntries == 3);
        QCOMPARE(m_home->shown(), s("i h g f e d"));
    }

    void anOutageInTheMiddleOfCatchingUpLeavesAGapThatSaysSo()
    {
        feed("c:30 b:20 a:10");
        (void)refresh();
        feed("i:90 h:80 g:70 f:60 e:50 d:40 c:30 b:20 a:10");
        server().script = {std::nullopt, Error{ErrorKind::ServerDown, {}, {}, {}}};
        QVERIFY(!tryRefresh().ok());
        QCOMPARE(m_home->shown(), s("i h g | c b a"));
        // The newest page joins at once now, but the hole is not forgotten.
        QCOMPARE(refresh().pages, 1);
        QCOMPARE(m_home->shown(), s("i h g | c b a"));
        QVERIFY(!m_home->gaps().isEmpty());
        (void)fill(m_home->gaps().first().segment);
        (void)fill(m_home->gaps().isEmpty() ? 0 : m_home->gaps().first().segment);
        QCOMPARE(m_home->shown(), s("i h g f e d c b a"));
    }

    void refreshesAtTheSameTimeAreOne()
    {
        feed("b:20 a:10");
        server().held = true;
        int finished = 0;
        QVector<RefreshReport> reports;
        for (int i = 0; i < 3; ++i) {
            m_engine->refresh(s("home"), 1 + i).finally(this, [&](const Result<RefreshReport> &result) {
                ++finished;
                if (result.ok())
                    reports.append(result.value());
            });
        }
        QCOMPARE(server().asked.size(), 1);
        server().held = false;
        server().release();
        QTRY_COMPARE(finished, 3);
        QCOMPARE(reports.size(), 3);
        for (const RefreshReport &report : reports) {
            QCOMPARE(report.pages, 2);
            QCOMPARE(report.newEntries, 2);
        }
        QCOMPARE(server().asked.size(), 2);
    }

    void aGapIsFilledAfterARefreshThatIsUnderWay()
    {
        feed("c:30 b:20 a:10");
        (void)refresh();
        feed("i:90 h:80 g:70 f:60 e:50 d:40 c:30 b:20 a:10");
        (void)refresh(1);
        const qint64 segment = m_home->gaps().first().segment;
        server().asked.clear();
        server().held = true;
        bool filled = false;
        m_engine->refresh(s("home")).finally(this, [](const Result<RefreshReport> &) {});
        m_engine->fillGap(s("home"), segment).finally(this, [&](const Result<RefreshReport> &result) {
            filled = result.ok();
        });
        QCOMPARE(server().asked, QVector<QString>{QString()});
        server().held = false;
        server().release();
        QTRY_VERIFY(filled);
        QCOMPARE(server().asked.size(), 2);
        QCOMPARE(m_home->shown(), s("i h g f e d | c b a"));
    }

    void whoHearsOfTheEndMayAskAgain()
    {
        feed("b:20 a:10");
        int pages = 0;
        m_engine->refresh(s("home")).finally(this, [&](const Result<RefreshReport> &) {
            m_engine->refresh(s("home")).finally(this, [&](const Result<RefreshReport> &again) {
                pages = again.ok() ? again.value().pages : -1;
            });
        });
        QTRY_COMPARE(pages, 1);
    }

    void whatWasAskedOfAnEngineThatIsGoneIsCancelled()
    {
        server().held = true;
        std::optional<Error> error;
        m_engine->refresh(s("home")).finally(this, [&](const Result<RefreshReport> &result) {
            if (!result.ok())
                error = result.error();
        });
        m_engine.reset();
        feed("b:20 a:10");
        server().release();
        QVERIFY(error.has_value());
        QCOMPARE(error->kind, ErrorKind::Cancelled);
        QCOMPARE(m_home->shown(), QString());
    }

    void aStoreThatCannotWriteIsAnError()
    {
        feed("b:20 a:10");
        m_engine.reset();
        m_home->store.reset();
        bool alive = true;
        StoreOptions options = optionsFor(m_home->profile.path(), m_home->clock);
        options.onPoint = [&alive](StorePoint) { return alive; };
        m_home->store = opened(options);
        QVERIFY(m_home->store);
        makeEngine();
        alive = false;
        auto done = ended(m_engine->refresh(s("home")));
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::Storage);
        m_engine.reset();
    }

    void whatTheServerCannotDoIsUnsupported()
    {
        QCOMPARE(ended(m_engine->refresh(s("nowhere"))).error().kind, ErrorKind::Unsupported);
        m_service->hasTimelines = false;
        QCOMPARE(ended(m_engine->refresh(s("home"))).error().kind, ErrorKind::Unsupported);
    }

    void observersHearOncePerPage()
    {
        feed("d:40 c:30 b:20 a:10");
        QVector<ChangeSet> heard;
        connect(m_home->store.get(), &Store::changed, this,
                [&](const ChangeSet &changes) { heard.append(changes); });
        (void)refresh(2);
        QCOMPARE(heard.size(), 2);
        QCOMPARE(heard[0].posts.size(), 3);
        QCOMPARE(heard[0].timelines, QVector<TimelineKey>{m_home->key});
    }
};

QTEST_GUILESS_MAIN(SyncEngineTest)
#include "syncenginetest.moc"
