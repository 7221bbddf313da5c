// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/poststore.h"
#include "store/storestart.h"

#include "storefixture.h"

#include <QSignalSpy>
#include <QThread>

#include <atomic>
#include <numeric>

using namespace Petrel;

namespace {

const QString account = QStringLiteral("a");

Error refusal()
{
    return Error{ErrorKind::Rejected, {}, QStringLiteral("on purpose"), {}};
}

auto puttingTruth(const QString &uid)
{
    return [uid](CacheTx &tx) -> Result<Unit> {
        Post post;
        post.uri = PostUri(QStringLiteral("https://example.org/") + uid);
        post.ref = RemoteRef(uid);
        post.author.handle = QStringLiteral("a@example.org");
        Source source;
        source.host = ServerHost(QStringLiteral("example.org"));
        source.account = AccountId(account);
        source.readAtMs = 5;
        tx.changes.posts.insert(post.uri);
        return PostStore(tx.db).put(post, source, uid);
    };
}

auto markingDone(const ActionId &id)
{
    return [id](JournalTx &tx) -> Result<Unit> {
        ActionStore actions(tx.db);
        auto found = actions.find(id);
        if (!found.ok())
            return found.error();
        Action action = found.take();
        action.state = ActionState::Done;
        tx.changes.actions.insert(id);
        return actions.update(action);
    };
}

const QString seen = QStringLiteral("SELECT (SELECT count(*) FROM ghost WHERE ghost.action = ?1), "
                                    "(SELECT count(*) FROM cache.post WHERE action_uid = ?2)");

//! "ghost", "truth", or what must never be seen.
QString sightOf(Database &reader, const ActionId &id, const QString &uid)
{
    Statement read = reader.statement(seen);
    read.bind(id).bind(uid);
    auto row = read.step();
    if (!row.ok() || !row.value())
        return QStringLiteral("error");
    if (read.integer(0) == 1 && read.integer(1) == 0)
        return QStringLiteral("ghost");
    if (read.integer(0) == 0 && read.integer(1) == 1)
        return QStringLiteral("truth");
    return QStringLiteral("ghosts %1, truths %2").arg(read.integer(0)).arg(read.integer(1));
}

} // namespace

class StoreTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TemporaryProfile> m_profile;
    FakeClock m_clock;
    std::unique_ptr<Store> m_store;
    std::function<bool(StorePoint)> m_onPoint;

    bool open(bool threaded, bool withPoints = false)
    {
        m_store.reset();
        StoreOptions options = optionsFor(m_profile->path(), m_clock, threaded);
        if (withPoints)
            options.onPoint = [this](StorePoint point) { return !m_onPoint || m_onPoint(point); };
        m_store = opened(options);
        return m_store != nullptr;
    }

    qint64 accounts()
    {
        auto all = AccountStore(m_store->reader()).all();
        return all.ok() ? all.value().size() : -1;
    }

    static void addModes()
    {
        QTest::addColumn<bool>("threaded");
        QTest::newRow("own thread") << true;
        QTest::newRow("caller's thread") << false;
    }

    //! Both logs can be folded in completely: no reader holds on to an old state.
    static QString foldedIn(const QString &path)
    {
        auto other = Database::open(path, {});
        if (!other.ok())
            return other.error().detail;
        Statement fold = other.value()->statement(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
        auto row = fold.step();
        if (!row.ok() || !row.value())
            return QStringLiteral("no answer");
        return QStringLiteral("busy %1, left %2").arg(fold.integer(0)).arg(fold.integer(1) - fold.integer(2));
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        m_onPoint = {};
    }

    void cleanup() { m_store.reset(); }

    void aWriteIsReadBackAndItsValueComesHome_data() { addModes(); }
    void aWriteIsReadBackAndItsValueComesHome()
    {
        QFETCH(bool, threaded);
        QVERIFY(open(threaded));
        QVERIFY(addAccount(*m_store, accountNamed(account)));
        const ActionId id = addAction(*m_store, publishOf(account, QStringLiteral("1")));
        QCOMPARE(actionOf(*m_store, id).uid, QStringLiteral("1"));
        QVERIFY(ended(m_store->cache(puttingTruth(QStringLiteral("x")))).ok());
        QCOMPARE(m_store->reader().number(QStringLiteral("SELECT count(*) FROM cache.post")).value(), 1);
        QVERIFY(open(!threaded));
        QCOMPARE(actionOf(*m_store, id).uid, QStringLiteral("1"));
    }

    void writesRunOnTheirThreadAndTasksEndOnOurs_data() { addModes(); }
    void writesRunOnTheirThreadAndTasksEndOnOurs()
    {
        QFETCH(bool, threaded);
        QVERIFY(open(threaded));
        auto *here = QThread::currentThread();
        auto there = ended(m_store->journal(
            [](JournalTx &) -> Result<quintptr> { return quintptr(QThread::currentThread()); }));
        QVERIFY(there.ok());
        QCOMPARE(there.value() == quintptr(here), !threaded);
        QThread *home = nullptr;
        QObject context;
        QEventLoop loop;
        m_store->journal([](JournalTx &) -> Result<Unit> { return Unit{}; })
            .finally(&context, [&](Result<Unit>) {
                home = QThread::currentThread();
                loop.quit();
            });
        if (!home)
            loop.exec();
        QCOMPARE(home, here);
    }

    void writesHappenInTheOrderTheyWereAskedFor_data() { addModes(); }
    void writesHappenInTheOrderTheyWereAskedFor()
    {
        QFETCH(bool, threaded);
        QVERIFY(open(threaded));
        QObject context;
        QVector<int> ends;
        for (int i = 0; i < 20; ++i) {
            m_store
                ->journal([i](JournalTx &tx) {
                    return AccountStore(tx.db).insert(accountNamed(QString::number(i)));
                })
                .finally(&context, [&ends, i](Result<Unit> done) { ends << (done.ok() ? i : -1); });
        }
        QVERIFY(ended(m_store->journal([](JournalTx &) -> Result<Unit> { return Unit{}; })).ok());
        QVector<int> expected(20);
        std::iota(expected.begin(), expected.end(), 0);
        QCOMPARE(ends, expected);
        QCOMPARE(accounts(), 20);
    }

    void oneChangeSetComesPerCommitAndOneForASettle_data() { addModes(); }
    void oneChangeSetComesPerCommitAndOneForASettle()
    {
        QFETCH(bool, threaded);
        QVERIFY(open(threaded));
        QVERIFY(addAccount(*m_store, accountNamed(account)));
        QVector<ChangeSet> heard;
        connect(m_store.get(), &Store::changed, this, [&](const ChangeSet &changes) { heard << changes; });
        const ActionId id = addAction(*m_store, publishOf(account, QStringLiteral("1")));
        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard.first().actions, QSet<ActionId>{id});
        QVERIFY(heard.first().posts.isEmpty());

        QVERIFY(ended(m_store->settle(puttingTruth(QStringLiteral("1")), markingDone(id))).ok());
        QCOMPARE(heard.size(), 2);
        QCOMPARE(heard.last().actions, QSet<ActionId>{id});
        QCOMPARE(heard.last().posts, QSet<PostUri>{PostUri(QStringLiteral("https://example.org/1"))});

        QVERIFY(ended(m_store->journal([](JournalTx &) -> Result<Unit> { return Unit{}; })).ok());
        QCOMPARE(heard.size(), 2);
    }

    void theChangeIsInPlaceWhenItIsHeardOf_data() { addModes(); }
    void theChangeIsInPlaceWhenItIsHeardOf()
    {
        QFETCH(bool, threaded);
        QVERIFY(open(threaded));
        QVERIFY(addAccount(*m_store, accountNamed(account)));
        int seenThen = -1;
        connect(m_store.get(), &Store::changed, this, [&](const ChangeSet &changes) {
            seenThen = int(ActionStore(m_store->reader()).recent({}, 10).value().size());
            QVERIFY(!changes.isEmpty());
        });
        QVERIFY(!addAction(*m_store, publishOf(account, QStringLiteral("1"))).isNull());
        QCOMPARE(seenThen, 1);
    }

    void whatFailsLeavesNothingAndIsNotHeardOf_data() { addModes(); }
    void whatFailsLeavesNothingAndIsNotHeardOf()
    {
        QFETCH(bool, threaded);
        QVERIFY(open(threaded));
        QSignalSpy heard(m_store.get(), &Store::changed);
        auto failed = ended(m_store->journal([](JournalTx &tx) -> Result<Unit> {
            tx.changes.accounts = true;
            if (auto done = AccountStore(tx.db).insert(accountNamed(account)); !done.ok())
                return done;
            return refusal();
        }));
        QCOMPARE(failed.error().kind, ErrorKind::Rejected);
        QCOMPARE(accounts(), 0);
        QCOMPARE(heard.count(), 0);
        QVERIFY(addAccount(*m_store, accountNamed(account)));
    }

    void aSettleWhoseJournalHalfFailsKeepsAndTellsTheTruth_data() { addModes(); }
    void aSettleWhoseJournalHalfFailsKeepsAndTellsTheTruth()
    {
        QFETCH(bool, threaded);
        QVERIFY(open(threaded));
        QVERIFY(addAccount(*m_store, accountNamed(account)));
        const ActionId id = addAction(*m_store, publishOf(account, QStringLiteral("1")));
        QVector<ChangeSet> heard;
        connect(m_store.get(), &Store::changed, this, [&](const ChangeSet &changes) { heard << changes; });
        auto failed =
            ended(m_store->settle(puttingTruth(QStringLiteral("1")), [id](JournalTx &tx) -> Result<Unit> {
                tx.changes.actions.insert(id);
                return refusal();
            }));
        QVERIFY(!failed.ok());
        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard.first().posts.size(), 1);
        QVERIFY(heard.first().actions.isEmpty());
        QCOMPARE(sightOf(m_store->reader(), id, QStringLiteral("1")), QStringLiteral("truth"));
        QCOMPARE(actionOf(*m_store, id).state, ActionState::Queued);

        bool reached = false;
        failed = ended(m_store->settle([](CacheTx &) -> Result<Unit> { return refusal(); },
                                       [&reached](JournalTx &) -> Result<Unit> {
                                           reached = true;
                                           return Unit{};
                                       }));
        QVERIFY(!failed.ok());
        QVERIFY(!reached);
    }

    void theReaderCannotWrite()
    {
        QVERIFY(open(false));
        for (const char *sql :
             {"DELETE FROM main.account", "DELETE FROM cache.post", "CREATE TEMP TABLE t (x)"})
            QVERIFY(!m_store->reader().execute(QLatin1String(sql)).ok());
    }

    void aSettleShowsGhostOrTruthAtEachPoint()
    {
        QVERIFY(open(false, true));
        QVERIFY(addAccount(*m_store, accountNamed(account)));
        const QString uid = QStringLiteral("1");
        const ActionId id = addAction(*m_store, publishOf(account, uid));
        QStringList sights{sightOf(m_store->reader(), id, uid)};
        QStringList held;
        std::unique_ptr<ReadTransaction> longRead;
        m_onPoint = [&](StorePoint point) {
            if (point == StorePoint::BeforeCacheCommit) {
                sights << sightOf(m_store->reader(), id, uid);
                longRead = std::make_unique<ReadTransaction>(m_store->reader());
            } else if (point == StorePoint::BeforeJournalCommit) {
                // A view begun before the settle stays as it was.
                held << sightOf(m_store->reader(), id, uid);
                longRead.reset();
                sights << sightOf(m_store->reader(), id, uid);
                longRead = std::make_unique<ReadTransaction>(m_store->reader());
            } else if (point == StorePoint::AfterJournalCommit) {
                // One begun between the two commits does not fall back to the ghost.
                held << sightOf(m_store->reader(), id, uid);
                longRead.reset();
                sights << sightOf(m_store->reader(), id, uid);
            }
            return true;
        };
        QVERIFY(ended(m_store->settle(puttingTruth(uid), markingDone(id))).ok());
        const QString ghost = QStringLiteral("ghost");
        const QString truth = QStringLiteral("truth");
        QCOMPARE(sights, (QStringList{ghost, ghost, truth, truth}));
        QCOMPARE(held, (QStringList{ghost, truth}));
    }

    void aReaderBesideTheWriterNeverSeesNeitherNorBoth()
    {
        QVERIFY(open(true));
        QVERIFY(addAccount(*m_store, accountNamed(account)));
        QVector<ActionId> ids;
        for (int i = 0; i < 40; ++i)
            ids << addAction(*m_store, publishOf(account, QString::number(i)));
        QObject context;
        int settled = 0;
        for (int i = 0; i < ids.size(); ++i) {
            m_store->settle(puttingTruth(QString::number(i)), markingDone(ids.at(i)))
                .finally(&context, [&settled](Result<Unit> done) { settled += done.ok() ? 1 : 1000; });
        }
        QHash<int, QString> last;
        while (settled < ids.size()) {
            for (int i = 0; i < ids.size(); ++i) {
                const QString sight = sightOf(m_store->reader(), ids.at(i), QString::number(i));
                QVERIFY2(sight == QLatin1String("ghost") || sight == QLatin1String("truth"),
                         qPrintable(sight));
                QVERIFY2(last.value(i) != QLatin1String("truth") || sight == QLatin1String("truth"),
                         "went backwards");
                last.insert(i, sight);
            }
            QCoreApplication::processEvents();
        }
        QCOMPARE(settled, int(ids.size()));
    }

    void readsPinNoLog_data() { addModes(); }
    void readsPinNoLog()
    {
        QFETCH(bool, threaded);
        QVERIFY(open(threaded));
        QVERIFY(addAccount(*m_store, accountNamed(account)));
        const ActionId id = addAction(*m_store, publishOf(account, QStringLiteral("1")));
        QVERIFY(ended(m_store->cache(puttingTruth(QStringLiteral("other")))).ok());
        {
            const ReadTransaction together(m_store->reader());
            QCOMPARE(sightOf(m_store->reader(), id, QStringLiteral("1")), QStringLiteral("ghost"));
            Statement half = m_store->reader().statement(QStringLiteral("SELECT uri FROM cache.post"));
            QVERIFY(half.step().value());
        }
        QVERIFY(ended(m_store->settle(puttingTruth(QStringLiteral("1")), markingDone(id))).ok());
        const QString nothingLeft = QStringLiteral("busy 0, left 0");
        QCOMPARE(foldedIn(StoreStart::journalPath(m_profile->path())), nothingLeft);
        QCOMPARE(foldedIn(StoreStart::cachePath(m_profile->path())), nothingLeft);
    }

    void aKillAtAPointStopsThereAndForGood_data()
    {
        QTest::addColumn<StorePoint>("point");
        QTest::addColumn<bool>("threaded");
        QTest::addColumn<bool>("cacheDone");
        QTest::addColumn<bool>("journalDone");
        const auto row = [](const char *name, StorePoint point, bool cacheDone, bool journalDone) {
            for (const bool threaded : {true, false}) {
                const QByteArray mode = threaded ? ", own thread" : ", caller's thread";
                QTest::newRow((name + mode).constData()) << point << threaded << cacheDone << journalDone;
            }
        };
        row("before the cache", StorePoint::BeforeCacheCommit, false, false);
        row("after the cache", StorePoint::AfterCacheCommit, true, false);
        row("before the journal", StorePoint::BeforeJournalCommit, true, false);
        row("after the journal", StorePoint::AfterJournalCommit, true, true);
    }

    void aKillAtAPointStopsThereAndForGood()
    {
        QFETCH(StorePoint, point);
        QFETCH(bool, threaded);
        QFETCH(bool, cacheDone);
        QFETCH(bool, journalDone);
        QVERIFY(open(threaded, true));
        QVERIFY(addAccount(*m_store, accountNamed(account)));
        const ActionId id = addAction(*m_store, publishOf(account, QStringLiteral("1")));
        m_onPoint = [point](StorePoint reached) { return reached != point; };
        QSignalSpy heard(m_store.get(), &Store::changed);
        auto settled = ended(m_store->settle(puttingTruth(QStringLiteral("1")), markingDone(id)));
        QVERIFY(!settled.ok());
        QCOMPARE(settled.error().kind, ErrorKind::Storage);
        QVERIFY(!addAccount(*m_store, accountNamed(QStringLiteral("later"))));
        QVERIFY(!ended(m_store->cache(puttingTruth(QStringLiteral("later")))).ok());
        QCOMPARE(accounts(), 1);
        QCOMPARE(m_store->reader().number(QStringLiteral("SELECT count(*) FROM cache.post")).value(),
                 cacheDone ? 1 : 0);
        QCOMPARE(actionOf(*m_store, id).state == ActionState::Done, journalDone);

        QVERIFY(open(threaded));
        QCOMPARE(actionOf(*m_store, id).state, cacheDone ? ActionState::Done : ActionState::Queued);
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("later"))));
    }

    void pendingTasksEndCancelledAndTheirWritesAreCarriedOut()
    {
        QVERIFY(open(true));
        QObject context;
        QVector<ErrorKind> ends;
        for (int i = 0; i < 10; ++i) {
            m_store
                ->journal([i](JournalTx &tx) {
                    return AccountStore(tx.db).insert(accountNamed(QString::number(i)));
                })
                .finally(&context, [&ends](Result<Unit> done) {
                    if (!done.ok())
                        ends << done.error().kind;
                });
        }
        m_store.reset();
        QCOMPARE(ends, QVector<ErrorKind>(10, ErrorKind::Cancelled));
        QVERIFY(open(true));
        QCOMPARE(accounts(), 10);
        QCoreApplication::processEvents();
        QCOMPARE(ends.size(), 10);
    }

    void whatIsAskedOfAStoreBeingDestroyedIsCancelledAndMayStillRead()
    {
        QVERIFY(open(true));
        QVERIFY(addAccount(*m_store, accountNamed(account)));
        QObject context;
        Store *store = m_store.get();
        int read = -1;
        std::optional<ErrorKind> second;
        m_store->journal([](JournalTx &) -> Result<Unit> { return Unit{}; })
            .finally(&context, [&, store](Result<Unit>) {
                read = int(AccountStore(store->reader()).all().value().size());
                store->journal([](JournalTx &) -> Result<Unit> { return Unit{}; })
                    .finally(&context, [&](Result<Unit> done) {
                        second = done.ok() ? ErrorKind::Conflict : done.error().kind;
                    });
            });
        m_store.reset();
        QCOMPARE(read, 1);
        QVERIFY(second == ErrorKind::Cancelled);
    }

    void aConsumerThatIsGoneIsNotCalled()
    {
        QVERIFY(open(true));
        std::atomic<int> written{0};
        bool called = false;
        auto context = std::make_unique<QObject>();
        m_store
            ->journal([&written](JournalTx &) -> Result<Unit> {
                ++written;
                return Unit{};
            })
            .finally(context.get(), [&called](Result<Unit>) { called = true; });
        context.reset();
        QVERIFY(ended(m_store->journal([](JournalTx &) -> Result<Unit> { return Unit{}; })).ok());
        QCOMPARE(written.load(), 1);
        QVERIFY(!called);
    }

    void aFullDiskLeavesTheJournalUntouchedAndUsable_data() { addModes(); }
    void aFullDiskLeavesTheJournalUntouchedAndUsable()
    {
        QFETCH(bool, threaded);
        QVERIFY(open(threaded));
        QVERIFY(addAccount(*m_store, accountNamed(account)));
        const ActionId before = addAction(*m_store, publishOf(account, QStringLiteral("before")));
        const auto limitTo = [this](int pages) {
            return ended(m_store->journal([pages](JournalTx &tx) {
                       return tx.db.execute(QStringLiteral("PRAGMA max_page_count=%1").arg(pages));
                   }))
                .ok();
        };
        QVERIFY(limitTo(1)); // never below what is there
        QSignalSpy heard(m_store.get(), &Store::changed);
        Action large = publishOf(account, QStringLiteral("large"));
        large.content.text = QString(200'000, QLatin1Char('x'));
        auto refused = ended(m_store->journal([large](JournalTx &tx) -> Result<Unit> {
            Action action = large;
            tx.changes.accounts = true;
            return ActionStore(tx.db).insert(action);
        }));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY(refused.error().message.contains(QStringLiteral("disk is full")));
        QCOMPARE(heard.count(), 0);
        QCOMPARE(ActionStore(m_store->reader()).recent({}, 10).value().size(), 1);
        QCOMPARE(actionOf(*m_store, before).uid, QStringLiteral("before"));

        QVERIFY(limitTo(1'000'000));
        QVERIFY(!addAction(*m_store, large).isNull());
        QVERIFY(open(threaded));
        QCOMPARE(m_store->startReport().journal, StartReport::Journal::Healthy);
        QCOMPARE(ActionStore(m_store->reader()).recent({}, 10).value().size(), 2);
    }

    void theCommitBeforeASettleIsAsDurableAsTheJournals()
    {
        QVERIFY(open(false));
        const auto level = [](CacheTx &tx) { return tx.db.number(QStringLiteral("PRAGMA synchronous")); };
        QCOMPARE(ended(m_store->cache(level)).value(), 1);
        auto inSettle = std::make_shared<qint64>(0);
        auto settled = ended(m_store->settle(
            [inSettle](CacheTx &tx) -> Result<Unit> {
                *inSettle = tx.db.number(QStringLiteral("PRAGMA synchronous")).value();
                return Unit{};
            },
            [](JournalTx &tx) { return tx.db.number(QStringLiteral("PRAGMA synchronous")); }));
        QCOMPARE(*inSettle, 2);
        QCOMPARE(settled.value(), 2);
        QCOMPARE(ended(m_store->cache(level)).value(), 1);
    }

    void aFolderThatCannotBeMadeIsAStorageError_data() { addModes(); }
    void aFolderThatCannotBeMadeIsAStorageError()
    {
        QFETCH(bool, threaded);
        QFile file(m_profile->file(QStringLiteral("plain")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        auto store =
            Store::open(optionsFor(m_profile->file(QStringLiteral("plain/profile")), m_clock, threaded));
        QVERIFY(!store.ok());
        QCOMPARE(store.error().kind, ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(StoreTest)
#include "storetest.moc"
