// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storestart.h"

#include "store/journalcopies.h"
#include "store/keyvalues.h"
#include "store/migrator.h"
#include "store/storefiles.h"

#include "storefixture.h"

using namespace Petrel;
using Journal = StartReport::Journal;

namespace {

const QString account = QStringLiteral("a");

//! What a file says about itself, read beside the store.
struct Origin {
    qint64 generation = -1;
    QString uid;
    QString machine;
};

Origin originOf(const QString &path, bool journal)
{
    Database::Options options;
    options.readOnly = true;
    auto database = Database::open(path, options);
    if (!database.ok())
        return {};
    KeyValues values = journal ? KeyValues::journal(*database.value()) : KeyValues::cache(*database.value());
    auto generation = values.number(KeyValues::generation);
    if (!generation.ok())
        return {};
    return {generation.value(), values.text(KeyValues::uid).value(), values.text(KeyValues::machine).value()};
}

bool alter(const QString &path, const QString &sql)
{
    auto database = Database::open(path, {});
    return database.ok() && database.value()->execute(sql).ok();
}

} // namespace

class StoreStartTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TemporaryProfile> m_profile;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Store> m_store;
    ActionId m_action;

    QString journalFile() const { return StoreStart::journalPath(m_profile->path()); }
    QString cacheFile() const { return StoreStart::cachePath(m_profile->path()); }
    QStringList asideOf(const char *pattern) const
    {
        return QDir(m_profile->path()).entryList({QLatin1String(pattern)}, QDir::Files);
    }

    bool open(const QByteArray &machine = "this computer",
              const std::function<bool(StorePoint)> &onPoint = {})
    {
        m_store.reset();
        m_clock->advance(60'000);
        StoreOptions options = optionsFor(m_profile->path(), *m_clock);
        options.machineId = machine;
        options.onPoint = onPoint;
        auto store = Store::open(options);
        if (store.ok())
            m_store = store.take();
        else
            qInfo().noquote() << store.error().detail;
        return m_store != nullptr;
    }

    Journal found() const { return m_store->startReport().journal; }
    bool holdsTheAction() { return m_store && actionOf(*m_store, m_action).uid == QLatin1String("kept"); }

    //! Rows in the cache, many pages of them, so that damage has something to hit.
    bool fillCache()
    {
        return ended(m_store->cache([](CacheTx &tx) {
                   return tx.db.execute(QStringLiteral(
                       "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
                       "INSERT INTO post (uri) SELECT 'https://example.org/a/long/address/' || i FROM n"));
               }))
            .ok();
    }

    qint64 cachedPosts()
    {
        auto count = m_store->reader().number(QStringLiteral("SELECT count(*) FROM cache.post"));
        return count.ok() ? count.value() : -1;
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        m_clock = std::make_unique<FakeClock>();
        QVERIFY(open());
        QVERIFY(addAccount(*m_store, accountNamed(account)));
        m_action = addAction(*m_store, publishOf(account, QStringLiteral("kept")));
        QVERIFY(!m_action.isNull());
    }

    void cleanup() { m_store.reset(); }

    void aNewProfileIsFreshAndPrivate()
    {
        TemporaryProfile parent;
        const QString directory = parent.file(QStringLiteral("new/profile"));
        auto store = opened(optionsFor(directory, *m_clock));
        QVERIFY(store);
        const StartReport &report = store->startReport();
        QVERIFY(report.fresh);
        QCOMPARE(report.journal, Journal::Healthy);
        QCOMPARE(report.generation, 1);
        QCOMPARE(report.startedAtMs, m_clock->nowMs());
        QVERIFY(!report.cacheSetAside);
        QCOMPARE(store->directory(), directory);
        QVERIFY(addAccount(*store, accountNamed(account)));

        const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFileInfo(directory).permissions(), owner | QFile::ExeOwner | QFile::ExeUser);
        const auto files = QDir(directory).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 4);
        for (const QFileInfo &file : files)
            QCOMPARE(file.permissions(), owner);
        store.reset();
        QVERIFY(JournalCopies(directory).all().isEmpty());
    }

    void filesLeftOpenToOthersAreClosed()
    {
        m_store.reset();
        QVERIFY(
            QFile::setPermissions(journalFile(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY(open());
        QCOMPARE(QFileInfo(journalFile()).permissions(),
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
    }

    void closingLeavesOneFileEach()
    {
        QVERIFY(fillCache());
        m_store.reset();
        for (const QString &path : {journalFile(), cacheFile()}) {
            QVERIFY(QFileInfo(path).size() > 4096);
            QVERIFY(!QFile::exists(path + QStringLiteral("-wal")));
        }
    }

    void eachStartRaisesTheGenerationInBothFilesAndCopiesFirst()
    {
        for (int start = 2; start <= 5; ++start) {
            QVERIFY(open());
            QVERIFY(!m_store->startReport().fresh);
            QCOMPARE(found(), Journal::Healthy);
            QCOMPARE(m_store->startReport().journalTimeMs, 0);
            QCOMPARE(m_store->startReport().generation, start);
            const Origin journal = originOf(journalFile(), true);
            const Origin cache = originOf(cacheFile(), false);
            QCOMPARE(journal.generation, start);
            QCOMPARE(cache.generation, start);
            QVERIFY(!journal.uid.isEmpty());
            QCOMPARE(cache.uid, journal.uid);
            QVERIFY(!journal.machine.isEmpty());
            QVERIFY(!journal.machine.contains(QStringLiteral("this computer")));
            QCOMPARE(cache.machine, journal.machine);
            const QStringList copies = JournalCopies(m_profile->path()).all();
            QCOMPARE(copies.size(), std::min(start - 1, 3));
            QCOMPARE(originOf(copies.first(), true).generation, start - 1);
            QVERIFY(holdsTheAction());
        }
    }

    void aKillAtAnyPointOfTheStartIsHealthyAfterwards_data()
    {
        QTest::addColumn<StorePoint>("point");
        QTest::addColumn<int>("journalRaised");
        QTest::addColumn<int>("cacheRaised");
        QTest::newRow("before the journal") << StorePoint::BeforeJournalCommit << 0 << 0;
        QTest::newRow("after the journal") << StorePoint::AfterJournalCommit << 1 << 0;
        QTest::newRow("before the cache") << StorePoint::BeforeCacheCommit << 1 << 0;
        QTest::newRow("after the cache") << StorePoint::AfterCacheCommit << 1 << 1;
    }

    void aKillAtAnyPointOfTheStartIsHealthyAfterwards()
    {
        QFETCH(StorePoint, point);
        QFETCH(int, journalRaised);
        QFETCH(int, cacheRaised);
        for (int round = 0; round < 2; ++round) {
            m_store.reset();
            const qint64 journal = originOf(journalFile(), true).generation;
            const qint64 cache = originOf(cacheFile(), false).generation;
            QVERIFY(!open("this computer", [point](StorePoint reached) { return reached != point; }));
            QCOMPARE(originOf(journalFile(), true).generation, journal + journalRaised);
            QCOMPARE(originOf(cacheFile(), false).generation, cacheRaised ? journal + 1 : cache);
        }
        QVERIFY(open());
        QCOMPARE(found(), Journal::Healthy);
        QVERIFY(holdsTheAction());
        QCOMPARE(actionOf(*m_store, m_action).state, ActionState::Queued);
    }

    void aKillInTheVeryFirstStartIsStillANewProfile()
    {
        for (const auto point : {StorePoint::BeforeJournalCommit, StorePoint::AfterJournalCommit}) {
            TemporaryProfile profile;
            StoreOptions options = optionsFor(profile.path(), *m_clock);
            options.onPoint = [point](StorePoint reached) { return reached != point; };
            QVERIFY(!Store::open(options).ok());
            options.onPoint = {};
            auto store = opened(options);
            QVERIFY(store);
            QCOMPARE(store->startReport().journal, Journal::Healthy);
            QVERIFY(!store->startReport().cacheSetAside);
        }
    }

    void anOldJournalPutBackIsNoticedOnce()
    {
        QVERIFY(open());
        m_store.reset();
        const QString copy = JournalCopies(m_profile->path()).all().first();
        removeDatabase(journalFile());
        QVERIFY(QFile::copy(copy, journalFile()));
        QVERIFY(open());
        QCOMPARE(found(), Journal::OlderThanCache);
        QVERIFY(m_store->startReport().journalTimeMs > 0);
        QCOMPARE(m_store->startReport().generation, 3);
        QCOMPARE(actionOf(*m_store, m_action).state, ActionState::Uncertain);
        QVERIFY(open());
        QCOMPARE(found(), Journal::Healthy);
        QCOMPARE(m_store->startReport().generation, 4);
    }

    void aKillBeforeAnOldJournalIsMarkedReportsItAgain()
    {
        QVERIFY(open());
        m_store.reset();
        removeDatabase(journalFile());
        QVERIFY(QFile::copy(JournalCopies(m_profile->path()).all().first(), journalFile()));
        QVERIFY(!open("this computer",
                      [](StorePoint point) { return point != StorePoint::BeforeJournalCommit; }));
        QVERIFY(open());
        QCOMPARE(found(), Journal::OlderThanCache);
        QCOMPARE(actionOf(*m_store, m_action).state, ActionState::Uncertain);
    }

    void aKillAfterAnOldJournalIsMarkedKeepsTheMarks()
    {
        QVERIFY(open());
        m_store.reset();
        removeDatabase(journalFile());
        QVERIFY(QFile::copy(JournalCopies(m_profile->path()).all().first(), journalFile()));
        QVERIFY(
            !open("this computer", [](StorePoint point) { return point != StorePoint::AfterJournalCommit; }));
        QVERIFY(open());
        QCOMPARE(found(), Journal::Healthy);
        QCOMPARE(actionOf(*m_store, m_action).state, ActionState::Uncertain);
        QCOMPARE(actionOf(*m_store, m_action).reason, ActionReason::Restored);
    }

    void aProfileOnAnotherComputerIsNoticedOnce()
    {
        QVERIFY(open("another computer"));
        QCOMPARE(found(), Journal::OtherMachine);
        QVERIFY(m_store->startReport().journalTimeMs > 0);
        QVERIFY(!m_store->startReport().cacheSetAside);
        QCOMPARE(actionOf(*m_store, m_action).state, ActionState::Uncertain);
        QCOMPARE(actionOf(*m_store, m_action).reason, ActionReason::Restored);
        QVERIFY(open("another computer"));
        QCOMPARE(found(), Journal::Healthy);
        QVERIFY(open());
        QCOMPARE(found(), Journal::OtherMachine);
    }

    void aJournalWithoutItsCacheIsFine()
    {
        QVERIFY(open());
        m_store.reset();
        removeDatabase(cacheFile());
        QVERIFY(open());
        QCOMPARE(found(), Journal::Healthy);
        QVERIFY(!m_store->startReport().cacheSetAside);
        QCOMPARE(originOf(cacheFile(), false).generation, 3);
    }

    void aCacheOlderThanItsJournalIsFine()
    {
        QVERIFY(fillCache());
        m_store.reset();
        QVERIFY(QFile::copy(cacheFile(), m_profile->file(QStringLiteral("old cache"))));
        QVERIFY(open());
        QVERIFY(open());
        m_store.reset();
        removeDatabase(cacheFile());
        QVERIFY(QFile::rename(m_profile->file(QStringLiteral("old cache")), cacheFile()));
        QVERIFY(open());
        QCOMPARE(found(), Journal::Healthy);
        QVERIFY(!m_store->startReport().cacheSetAside);
        QCOMPARE(cachedPosts(), 20000);
        QCOMPARE(originOf(cacheFile(), false).generation, 4);
    }

    void bothFilesPutBackTogetherLookHealthy()
    {
        TemporaryProfile backup;
        m_store.reset();
        QVERIFY(m_profile->copyTo(backup));
        QVERIFY(open());
        QVERIFY(open());
        m_store.reset();
        removeDatabase(journalFile());
        removeDatabase(cacheFile());
        QVERIFY(backup.copyTo(*m_profile));
        QVERIFY(open());
        QCOMPARE(found(), Journal::Healthy);
        QVERIFY(holdsTheAction());
    }

    void aCacheOfAnotherJournalIsSetAside()
    {
        TemporaryProfile foreign;
        QVERIFY(opened(optionsFor(foreign.path(), *m_clock)));
        m_store.reset();
        removeDatabase(cacheFile());
        QVERIFY(QFile::copy(foreign.file(QStringLiteral("cache.sqlite")), cacheFile()));
        QVERIFY(open());
        QCOMPARE(found(), Journal::Healthy);
        QVERIFY(m_store->startReport().cacheSetAside);
        QCOMPARE(asideOf("cache.set-aside-*.sqlite").size(), 1);
        QVERIFY(holdsTheAction());
        QVERIFY(open());
        QVERIFY(!m_store->startReport().cacheSetAside);
    }

    void aDamagedCacheIsSetAsideAndTheJournalLeftAlone()
    {
        for (int time = 0; time < 2; ++time) {
            QVERIFY(fillCache());
            m_store.reset();
            QVERIFY(spoil(cacheFile(), 0, 200));
            QVERIFY(open());
            QVERIFY(m_store->startReport().cacheSetAside);
            QCOMPARE(found(), Journal::Healthy);
            QVERIFY(holdsTheAction());
            QCOMPARE(actionOf(*m_store, m_action).state, ActionState::Queued);
            QCOMPARE(cachedPosts(), 0);
            QCOMPARE(asideOf("cache.set-aside-*.sqlite").size(), 1);
        }
    }

    void damageMetWhileReadingTheCacheIsMendedByTheNextStart()
    {
        QVERIFY(fillCache());
        m_store.reset();
        const qint64 half = QFileInfo(cacheFile()).size() / 2;
        QVERIFY(spoil(cacheFile(), half, half / 2));
        QVERIFY(open());
        QVERIFY(!m_store->startReport().cacheSetAside);
        Statement read =
            m_store->reader().statement(QStringLiteral("SELECT sum(length(uri)) FROM cache.post"));
        auto row = read.step();
        QVERIFY(!row.ok());
        QCOMPARE(row.error().kind, ErrorKind::Storage);
        QVERIFY(open());
        QVERIFY(m_store->startReport().cacheSetAside);
        QCOMPARE(cachedPosts(), 0);
        QVERIFY(holdsTheAction());
        QVERIFY(open());
        QVERIFY(!m_store->startReport().cacheSetAside);
    }

    void anUnfoundedSuspicionCostsOneLook()
    {
        QVERIFY(fillCache());
        StoreStart::suspectCache(m_profile->path());
        QVERIFY(open());
        QVERIFY(!m_store->startReport().cacheSetAside);
        QCOMPARE(cachedPosts(), 20000);
        QVERIFY(!QFile::exists(m_profile->file(QStringLiteral("cache.suspect"))));
    }

    void aFolderInTheCachesPlaceIsSetAside()
    {
        m_store.reset();
        removeDatabase(cacheFile());
        QVERIFY(QDir().mkdir(cacheFile()));
        QVERIFY(open());
        QVERIFY(m_store->startReport().cacheSetAside);
        QVERIFY(holdsTheAction());
    }

    void aNewerCacheIsSetAside()
    {
        m_store.reset();
        QVERIFY(alter(cacheFile(), QStringLiteral("PRAGMA user_version=99")));
        QVERIFY(open());
        QVERIFY(m_store->startReport().cacheSetAside);
        QCOMPARE(found(), Journal::Healthy);
        QVERIFY(holdsTheAction());
    }

    void aNewerCacheStillTellsThatTheJournalIsOld()
    {
        QVERIFY(open());
        m_store.reset();
        removeDatabase(journalFile());
        QVERIFY(QFile::copy(JournalCopies(m_profile->path()).all().first(), journalFile()));
        QVERIFY(alter(cacheFile(), QStringLiteral("PRAGMA user_version=99")));
        QVERIFY(open());
        QVERIFY(m_store->startReport().cacheSetAside);
        QCOMPARE(found(), Journal::OlderThanCache);
    }

    void aNewerJournalIsRefusedWithWordsAndNothingIsTouched()
    {
        m_store.reset();
        QVERIFY(alter(journalFile(), QStringLiteral("PRAGMA user_version=99")));
        const QByteArray journal = bytesOf(journalFile());
        const QByteArray cache = bytesOf(cacheFile());
        const QStringList copies = JournalCopies(m_profile->path()).all();
        auto refused = Store::open(optionsFor(m_profile->path(), *m_clock));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        QVERIFY(refused.error().message.contains(QStringLiteral("newer version")));
        QCOMPARE(bytesOf(journalFile()), journal);
        QCOMPARE(bytesOf(cacheFile()), cache);
        QCOMPARE(JournalCopies(m_profile->path()).all(), copies);
        const int current = Migrator::forDatabase(QStringLiteral("journal")).version();
        QVERIFY(alter(journalFile(), QStringLiteral("PRAGMA user_version=%1").arg(current)));
        QVERIFY(open());
        QVERIFY(holdsTheAction());
    }

    void aDamagedJournalIsReplacedByTheNewestGoodCopy_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("count");
        QTest::newRow("its head") << qint64(0) << qint64(100);
        QTest::newRow("its pages") << qint64(4096) << qint64(16384);
        QTest::newRow("everything but its head") << qint64(200) << qint64(40000);
    }

    void aDamagedJournalIsReplacedByTheNewestGoodCopy()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, count);
        QVERIFY(open());
        const ActionId late = addAction(*m_store, publishOf(account, QStringLiteral("since the copy")));
        m_store.reset();
        QVERIFY(spoil(journalFile(), from, count));
        QVERIFY(open());
        QCOMPARE(found(), Journal::RestoredByUs);
        QVERIFY(m_store->startReport().journalTimeMs > 0);
        QVERIFY(!m_store->startReport().cacheSetAside);
        QVERIFY(!m_store->startReport().fresh);
        QVERIFY(holdsTheAction());
        QCOMPARE(actionOf(*m_store, m_action).state, ActionState::Uncertain);
        QVERIFY(actionOf(*m_store, late).uid.isEmpty());
        QCOMPARE(asideOf("journal.damaged-*.sqlite").size(), 1);
        QCOMPARE(m_store->startReport().generation, 3);
        QVERIFY(open());
        QCOMPARE(found(), Journal::Healthy);
        QCOMPARE(asideOf("journal.damaged-*.sqlite").size(), 1);
    }

    void aDamagedCopyIsPassedOverForAnOlderOne()
    {
        QVERIFY(open());
        QVERIFY(open());
        m_store.reset();
        QVERIFY(spoil(JournalCopies(m_profile->path()).all().first(), 0, 4000));
        QVERIFY(spoil(journalFile(), 0, 4000));
        QVERIFY(open());
        QCOMPARE(found(), Journal::RestoredByUs);
        QVERIFY(holdsTheAction());
    }

    void theLogOfADamagedJournalIsNotAppliedToItsCopy()
    {
        QVERIFY(open());
        TemporaryProfile crashed;
        QVERIFY(!addAction(*m_store, publishOf(account, QStringLiteral("only in the log"))).isNull());
        QVERIFY(m_profile->copyTo(crashed));
        QVERIFY(QFileInfo(crashed.file(QStringLiteral("journal.sqlite-wal"))).size() > 0);
        QVERIFY(spoil(crashed.file(QStringLiteral("journal.sqlite-wal")), 32, 8));
        QVERIFY(spoil(crashed.file(QStringLiteral("journal.sqlite")), 4096, 16384));
        auto store = opened(optionsFor(crashed.path(), *m_clock));
        QVERIFY(store);
        QCOMPARE(store->startReport().journal, Journal::RestoredByUs);
        QCOMPARE(actionOf(*store, m_action).uid, QStringLiteral("kept"));
        QCOMPARE(ActionStore(store->reader()).recent({}, 10).value().size(), 1);
    }

    void anEmptiedOrLostJournalIsRestoredToo()
    {
        QVERIFY(open());
        m_store.reset();
        QVERIFY(QFile::resize(journalFile(), 0));
        QVERIFY(open());
        QCOMPARE(found(), Journal::RestoredByUs);
        QVERIFY(holdsTheAction());
        m_store.reset();
        removeDatabase(journalFile());
        QVERIFY(open());
        QCOMPARE(found(), Journal::RestoredByUs);
        QVERIFY(holdsTheAction());
        m_store.reset();
        removeDatabase(journalFile());
        QVERIFY(alter(journalFile(), QStringLiteral("CREATE TABLE nothing_of_ours (x)")));
        QVERIFY(open());
        QCOMPARE(found(), Journal::RestoredByUs);
        QVERIFY(holdsTheAction());
    }

    void aKillAfterTheCopyTookItsPlaceStillMarksEverything()
    {
        QVERIFY(open());
        m_store.reset();
        QVERIFY(spoil(journalFile(), 0, 4000));
        QVERIFY(!open("this computer",
                      [](StorePoint point) { return point != StorePoint::BeforeJournalCommit; }));
        // The cache, which would have told, is lost in the same misfortune.
        removeDatabase(cacheFile());
        QVERIFY(open());
        QCOMPARE(found(), Journal::RestoredByUs);
        QCOMPARE(actionOf(*m_store, m_action).state, ActionState::Uncertain);
    }

    void aDamagedJournalWithoutCopiesBeginsAnew()
    {
        m_store.reset();
        QVERIFY(spoil(journalFile(), 0, 4000));
        QVERIFY(open());
        QCOMPARE(found(), Journal::RestoredByUs);
        QCOMPARE(m_store->startReport().journalTimeMs, 0);
        QVERIFY(m_store->startReport().fresh);
        // What it knew belongs to accounts that are gone.
        QVERIFY(m_store->startReport().cacheSetAside);
        QCOMPARE(asideOf("journal.damaged-*.sqlite").size(), 1);
        QVERIFY(AccountStore(m_store->reader()).all().value().isEmpty());
    }

    void anUnwritableCopyStopsTheStartBeforeAnythingIsRaised()
    {
        m_store.reset();
        QVERIFY(QDir(m_profile->path()).mkpath(QStringLiteral("copies/unfinished/in the way")));
        QVERIFY(!open());
        QCOMPARE(originOf(journalFile(), true).generation, 1);
        QVERIFY(QDir(m_profile->file(QStringLiteral("copies"))).removeRecursively());
        QVERIFY(open());
        QVERIFY(holdsTheAction());
    }
};

QTEST_GUILESS_MAIN(StoreStartTest)
#include "storestarttest.moc"
