// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/timelinemodel.h"

#include "core/store/cachefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Petrel;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TimelineModelTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<HomeFixture> m_home;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    [[nodiscard]] QVector<TimelineRow> held() const
    {
        QVector<TimelineRow> rows;
        for (const PostRow &row : m_model->rows())
            rows.append(row.shown);
        return rows;
    }
    [[nodiscard]] QString shown() const { return namesOf(held()); }
    //! "p99:99 … p1:1": a page of posts, one a minute.
    static QString minutes(int newest, int oldest)
    {
        QStringList specs;
        for (int minute = newest; minute >= oldest; --minute)
            specs << QStringLiteral("p%1:%1").arg(minute);
        return specs.join(QLatin1Char(' '));
    }
    ActionId publish(const char *uid, qint64 minute, const char *account = "me")
    {
        Action action = publishOf(s(account), s(uid));
        action.createdAtMs = minuteZero + minute * minuteMs;
        return addAction(*m_home->store, action);
    }
    //! Writes what `change` makes of an action; the posts it is about are told as the outbox tells them.
    void change(const ActionId &id, const std::function<void(Action &)> &change)
    {
        Action action = actionOf(*m_home->store, id);
        change(action);
        QVERIFY(ended(m_home->store->journal([action](JournalTx &tx) {
                    tx.changes.actions.insert(action.id);
                    return ActionStore(tx.db).update(action);
                })).ok());
    }
    //! As a settle does: truth into the cache with the action's uid, then the journal, one ChangeSet.
    void arrive(const ActionId &id, const char *name, qint64 minute)
    {
        Action action = actionOf(*m_home->store, id);
        action.state = ActionState::Done;
        action.settledAtMs = m_home->clock.nowMs();
        Post post = postNamed(s(name), minute);
        post.author.handle = s("me@example.org");
        post.body.text = action.content.text;
        const Source source = m_home->source();
        const TimelineKey key = m_home->key;
        QVERIFY(ended(m_home->store->settle(
                          [=](CacheTx &tx) -> Result<Unit> {
                              tx.changes.posts.insert(post.uri);
                              tx.changes.timelines.append(key);
                              if (auto put = PostStore(tx.db).put(post, source, action.uid); !put.ok())
                                  return put;
                              return TimelineStore(tx.db).insertOwn(key, post);
                          },
                          [=](JournalTx &tx) {
                              tx.changes.actions.insert(action.id);
                              return ActionStore(tx.db).update(action);
                          }))
                    .ok());
    }
    //! A page as sync stores it, with what changed.
    PageStored top(const QString &specs, const QString &cursor = {}) { return page({}, specs, cursor); }
    PageStored page(const PagePlace &place, const QString &specs, const QString &cursor = {})
    {
        return page(place, pageOf(specs, cursor));
    }
    PageStored page(const PagePlace &place, const TimelinePage &page)
    {
        const Source source = m_home->source();
        auto stored = ended(m_home->store->cache([=, key = m_home->key](CacheTx &tx) -> Result<PageStored> {
            tx.changes.timelines.append(key);
            for (const Entry &entry : page.entries)
                tx.changes.posts.insert(entry.post.uri);
            return TimelineStore(tx.db).storePage(key, source, place, page);
        }));
        return stored.ok() ? stored.take() : PageStored{};
    }
    void openModel()
    {
        PostContext context;
        context.account = m_home->key.account;
        context.handle = s("me@example.org");
        m_model->setContext(context);
        m_model->open(m_home->key);
    }
    //! Both logs can be folded in wholly: nothing reads any more.
    [[nodiscard]] bool nothingIsPinned() const
    {
        for (const char *name : {"journal.sqlite", "cache.sqlite"}) {
            auto other = Database::open(m_home->profile.file(s(name)), {});
            if (!other.ok())
                return false;
            Statement fold = other.value()->statement(s("PRAGMA wal_checkpoint(PASSIVE)"));
            auto row = fold.step();
            if (!row.ok() || !row.value() || fold.integer(0) != 0 || fold.integer(1) != fold.integer(2))
                return false;
        }
        return true;
    }
    qint64 costOf(const std::function<void()> &work)
    {
        const qint64 before = m_home->store->reader().statementsRun();
        work();
        return m_home->store->reader().statementsRun() - before;
    }
    void fetchMore() { m_model->fetchMore({}); }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<HomeFixture>();
        QVERIFY(m_home->open());
        m_model = std::make_unique<TimelineModel>(*m_home->store);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_home.reset();
    }

    void aWindowIsShownAndGrowsAtItsEnd()
    {
        (void)top(minutes(150, 1));
        openModel();
        QCOMPARE(m_model->count(), 60);
        const QSignalSpy older(m_model.get(), &TimelineModel::olderWanted);
        fetchMore();
        QCOMPARE(m_model->count(), 100);
        fetchMore();
        fetchMore();
        QCOMPARE(m_model->count(), 150);
        QCOMPARE(older.size(), 0);
        QVERIFY(m_model->canFetchMore({}));
        fetchMore();
        QCOMPARE(older.size(), 1);
        QVERIFY(!m_model->canFetchMore({}));
        fetchMore();
        QCOMPARE(older.size(), 1);
        QCOMPARE(nameOf(held().last().entry.uri), s("p1"));
        QVERIFY(nothingIsPinned());
    }

    void olderPostsThatComeAreShownAtOnceAndMoreIsAskedForAgain()
    {
        const PageStored stored = top(s("b:20 a:10"), s("c1"));
        openModel();
        const QSignalSpy older(m_model.get(), &TimelineModel::olderWanted);
        fetchMore();
        QCOMPARE(older.size(), 1);
        const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        (void)page({stored.segment, s("c1")}, s("z:5 y:4"));
        QCOMPARE(shown(), s("b a z y"));
        QCOMPARE(inserted.size(), 1);
        QVERIFY(m_model->canFetchMore({}));
        fetchMore();
        QCOMPARE(older.size(), 2);
    }

    void anEmptyTimelineFillsWithTheFirstPage()
    {
        openModel();
        QCOMPARE(m_model->count(), 0);
        const QSignalSpy older(m_model.get(), &TimelineModel::olderWanted);
        fetchMore();
        QCOMPARE(older.size(), 1);
        (void)top(s("b:20 a:10"));
        QCOMPARE(shown(), s("b a"));
        QCOMPARE(m_model->newCount(), 0);
    }

    void newPostsComeAboveAndAreCounted()
    {
        (void)top(s("b:20 a:10"));
        openModel();
        m_model->seen(uriOf(s("b")));
        const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        const QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
        (void)top(s("d:40 c:30 b:20 a:10"));
        QCOMPARE(shown(), s("d c b a"));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][1].toInt(), 0);
        QCOMPARE(inserted[0][2].toInt(), 1);
        QCOMPARE(removed.size() + moved.size(), 0);
        QCOMPARE(m_model->newCount(), 2);
        m_model->seen(uriOf(s("c")));
        QCOMPARE(m_model->newCount(), 1);
        m_model->seen(uriOf(s("a")));
        QCOMPARE(m_model->newCount(), 1);
        m_model->toTop();
        QCOMPARE(m_model->newCount(), 0);
    }

    void anOwnPostIsNotNewToItsAuthor()
    {
        (void)top(s("b:20 a:10"));
        openModel();
        (void)publish("uid", 30);
        QCOMPARE(shown(), s("(uid) b a"));
        QCOMPARE(m_model->newCount(), 0);
    }

    void aPostGoesFromQueuedToDoneAndKeepsItsRow()
    {
        (void)top(s("b:20 a:10"));
        openModel();
        const ActionId id = publish("uid", 30);
        QCOMPARE(shown(), s("(uid) b a"));
        const auto state = [this] { return m_model->data(m_model->index(0), PostListModel::GhostStateRole); };
        QCOMPARE(state().toString(), s("queued"));

        const QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        const QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
        const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        change(id, [](Action &action) { action.state = ActionState::Sending; });
        QCOMPARE(state().toString(), s("sending"));
        change(id, [](Action &action) {
            action.state = ActionState::Uncertain;
            action.reason = ActionReason::Checking;
        });
        QCOMPARE(state().toString(), s("checking"));
        QCOMPARE(changed.size(), 2);
        arrive(id, "real", 31);
        QCOMPARE(shown(), s("real b a"));
        QCOMPARE(changed.size(), 3);
        QCOMPARE(changed[2][0].toModelIndex().row(), 0);
        QCOMPARE(m_model->data(m_model->index(0), PostListModel::IdentityRole).toString(), s("uid"));
        QVERIFY(!m_model->data(m_model->index(0), PostListModel::GhostRole).toBool());
        QCOMPARE(inserted.size() + removed.size() + moved.size() + reset.size(), 0);
        QCOMPARE(m_model->newCount(), 0);
        QVERIFY(nothingIsPinned());
    }

    void whatOneBoostsIsNothingNew_data()
    {
        QTest::addColumn<QString>("booster");
        QTest::addColumn<int>("fresh");
        QTest::newRow("oneself") << s("me@example.org") << 0;
        QTest::newRow("another") << s("zoe@example.org") << 1;
    }
    void whatOneBoostsIsNothingNew()
    {
        QFETCH(QString, booster);
        (void)top(s("b:20 a:10"));
        openModel();
        m_model->seen(uriOf(s("b")));
        TimelinePage boosted = pageOf(s("c:30 b:20 a:10"), {});
        boosted.entries.first().boostedBy.emplace().handle = booster;
        (void)page({}, boosted);
        QCOMPARE(m_model->count(), 3);
        QTEST(m_model->newCount(), "fresh");
    }

    void aFavouriteIsOneChangedRowAndFewStatements()
    {
        (void)top(minutes(60, 1));
        openModel();
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        const Action wish = wishOf(s("me"), s("w"), ActionKind::Favourite, uriOf(s("p30")));
        const qint64 cost = costOf([&] {
            QVERIFY(ended(m_home->store->journal([wish](JournalTx &tx) -> Result<Unit> {
                        Action copy = wish;
                        tx.changes.posts.insert(copy.subject.uri);
                        auto done = ActionStore(tx.db).insert(copy);
                        tx.changes.actions.insert(copy.id);
                        return done;
                    })).ok());
        });
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 30);
        QVERIFY(m_model->data(m_model->index(30), PostListModel::FavouritePendingRole).toBool());
        QVERIFY2(cost <= 12, qPrintable(QString::number(cost)));
    }

    void whatIsOfAnotherAccountIsNotReadFor()
    {
        (void)top(s("b:20 a:10"));
        QVERIFY(addAccount(*m_home->store, accountNamed(s("other"))));
        openModel();
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        const qint64 cost = costOf([&] { (void)publish("theirs", 30, "other"); });
        QCOMPARE(cost, 1);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(shown(), s("b a"));
    }

    void aGapThatFillsComesInBetween()
    {
        (void)top(s("b:20 a:10"), s("old"));
        const PageStored stored = top(s("h:80 g:70"), s("c1"));
        openModel();
        QCOMPARE(shown(), s("h g | b a"));
        const QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
        const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        (void)page({stored.segment, s("c1")}, s("f:60 e:50 b:20"), s("c2"));
        QCOMPARE(shown(), s("h g f e b a"));
        QCOMPARE(moved.size() + removed.size(), 0);
    }

    void aDeletedPostLeaves()
    {
        (void)top(s("c:30 b:20 a:10"));
        openModel();
        const QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QVERIFY(ended(m_home->store->cache([key = m_home->key](CacheTx &tx) {
                    tx.changes.timelines.append(key);
                    return TimelineStore(tx.db).removeEntry(key, uriOf(s("b")));
                })).ok());
        QCOMPARE(shown(), s("c a"));
        QCOMPARE(removed.size(), 1);
    }

    void farAwayRowsAreLetGoAndReadAgainOnTheWayBack()
    {
        (void)top(minutes(1500, 1));
        openModel();
        while (nameOf(held().last().entry.uri) != s("p1")) {
            const int before = m_model->count();
            fetchMore();
            QVERIFY(m_model->count() <= TimelineModel::mostRows);
            QVERIFY(m_model->count() > before || before == TimelineModel::mostRows);
        }
        QCOMPARE(m_model->count(), TimelineModel::mostRows);
        QVERIFY(!m_model->atTop());
        QCOMPARE(m_model->newCount(), 0);
        const QString all = namesOf(m_home->rows(2000));
        for (int guard = 0; !m_model->atTop() && guard < 100; ++guard) {
            m_model->fetchNewer();
            QVERIFY(m_model->count() <= TimelineModel::mostRows);
            QVERIFY(all.contains(shown()));
        }
        QVERIFY(m_model->atTop());
        QCOMPARE(nameOf(held().first().entry.uri), s("p1500"));
        QVERIFY(m_model->canFetchMore({}));
        QVERIFY(nothingIsPinned());
    }

    void moreThanAWindowOfNewPostsIsCountedAndReachedUpwards()
    {
        (void)top(minutes(10, 1));
        openModel();
        (void)top(minutes(700, 1));
        QVERIFY(m_model->count() <= TimelineModel::mostRows);
        QVERIFY(m_model->rowOf(uriOf(s("p10"))) >= 0);
        QVERIFY(!m_model->atTop());
        QCOMPARE(m_model->newCount(), 690);
        m_model->toTop();
        QVERIFY(m_model->atTop());
        QCOMPARE(nameOf(held().first().entry.uri), s("p700"));
        QCOMPARE(m_model->newCount(), 0);
    }

    void readingGoesOnWhereItStopped()
    {
        (void)top(minutes(200, 1));
        openModel();
        fetchMore();
        const RowPlace place = m_model->placeOf(uriOf(s("p110")));
        QVERIFY(!place.isTop);
        m_model->open(m_home->key, place);
        QVERIFY(m_model->rowOf(uriOf(s("p110"))) >= 0);
        QCOMPARE(m_model->rowOf(uriOf(s("p110"))), TimelineModel::moreRows);
        QVERIFY(!m_model->atTop());
        QCOMPARE(m_model->newCount(), 90);
        QVERIFY(m_model->placeOf(s("nowhere")).isTop);
    }

    void itCostsTheSameAtAThousandAndAHundredThousandPosts()
    {
        // The tester asks for more at every signal.
        m_tester.reset();
        (void)top(s("b:20 a:10"));
        const auto measure = [this] {
            QVector<qint64> all;
            all << costOf([&] { openModel(); });
            all << costOf([&] { fetchMore(); });
            all << costOf([&] { m_model->seen(held().at(30).identity); });
            const ActionId id = addAction(*m_home->store, publishOf(s("me"), s("uid")));
            all << costOf([&] { change(id, [](Action &action) { action.state = ActionState::Sending; }); });
            QVERIFY2(m_model->count() == 101, qPrintable(QString::number(m_model->count())));
            QVERIFY(ended(m_home->store->journal([id](JournalTx &tx) {
                        return tx.db.execute(
                            QStringLiteral("DELETE FROM action WHERE id = %1").arg(id.value()));
                    })).ok());
            m_costs.append(all);
        };
        m_costs.clear();
        QVERIFY(m_home->fill(1000));
        measure();
        for (const char *table : {"entry", "post"}) {
            const QString sql = s("DELETE FROM %1 WHERE uri LIKE '%bulk%'").arg(s(table));
            QVERIFY(ended(m_home->store->cache([sql](CacheTx &tx) { return tx.db.execute(sql); })).ok());
        }
        QVERIFY(m_home->fill(100'000));
        measure();
        QCOMPARE(m_costs.size(), 2);
        QCOMPARE(m_costs.at(1), m_costs.at(0));
        QVERIFY2(m_costs.at(0).at(0) < 14, qPrintable(QString::number(m_costs.at(0).at(0))));
    }

private:
    QVector<QVector<qint64>> m_costs;
};

QTEST_GUILESS_MAIN(TimelineModelTest)
#include "timelinemodeltest.moc"
