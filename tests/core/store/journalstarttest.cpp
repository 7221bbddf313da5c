// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalstart.h"

#include "store/poststore.h"
#include "store/storefiles.h"

#include "storefixture.h"

using namespace Petrel;

namespace {

const QString account = QStringLiteral("a");

} // namespace

class JournalStartTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TemporaryProfile> m_profile;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Store> m_store;

    bool reopen()
    {
        m_store.reset();
        m_clock->advance(60'000);
        m_store = opened(optionsFor(m_profile->path(), *m_clock));
        return m_store != nullptr;
    }

    ActionId add(const char *uid, ActionState state, ActionReason reason = ActionReason::None)
    {
        Action action = publishOf(account, QLatin1String(uid));
        action.state = state;
        action.reason = reason;
        action.approved = true;
        action.notBeforeMs = 77;
        return addAction(*m_store, action);
    }

    bool attempt(const ActionId &id, int number, AttemptEnding ending, qint64 endedAt = 0)
    {
        return ended(m_store->journal([=](JournalTx &tx) {
                   Attempt attempt;
                   attempt.action = id;
                   attempt.number = number;
                   attempt.payload = "payload";
                   attempt.key = QStringLiteral("key");
                   attempt.startedAtMs = 1;
                   attempt.endedAtMs = endedAt;
                   attempt.ending = ending;
                   return AttemptStore(tx.db).insert(attempt);
               }))
            .ok();
    }

    bool change(const ActionId &id, const std::function<void(Action &)> &f)
    {
        Action action = actionOf(*m_store, id);
        f(action);
        return ended(m_store->journal([action](JournalTx &tx) { return ActionStore(tx.db).update(action); }))
            .ok();
    }

    //! Puts the result of an action into the cache, as the first half of a settle does.
    bool putTruth(const char *uid, const char *uri)
    {
        return ended(m_store->cache([=](CacheTx &tx) {
                   Post post;
                   post.uri = PostUri(QLatin1String(uri));
                   post.ref = RemoteRef(QStringLiteral("ref of it"));
                   post.url = QStringLiteral("https://example.org/page");
                   post.author.handle = QStringLiteral("a@example.org");
                   Source source;
                   source.host = ServerHost(QStringLiteral("example.org"));
                   source.account = AccountId(account);
                   source.readAtMs = 5;
                   return PostStore(tx.db).put(post, source, QLatin1String(uid));
               }))
            .ok();
    }

    //! Makes the journal of this moment the one of the next start, which its cache has outlived.
    bool bringBackAfterAnotherStart()
    {
        m_store.reset();
        const QString journal = m_profile->file(QStringLiteral("journal.sqlite"));
        const QString kept = m_profile->file(QStringLiteral("kept"));
        QFile::remove(kept);
        if (!QFile::copy(journal, kept) || !reopen())
            return false;
        m_store.reset();
        removeDatabase(journal);
        return QFile::rename(kept, journal) && reopen();
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        m_clock = std::make_unique<FakeClock>();
        m_store = opened(optionsFor(m_profile->path(), *m_clock));
        QVERIFY(m_store);
        QVERIFY(addAccount(*m_store, accountNamed(account)));
    }

    void cleanup() { m_store.reset(); }

    void whatARunningProgramWasNotSendingStaysAsItIs()
    {
        const ActionId queued = add("1", ActionState::Queued);
        const ActionId uncertain = add("2", ActionState::Uncertain, ActionReason::Checking);
        const ActionId asked = add("3", ActionState::NeedsYou, ActionReason::TooOld);
        QVERIFY(reopen());
        QCOMPARE(m_store->startReport().journal, StartReport::Journal::Healthy);
        for (const ActionId &id : {queued, uncertain, asked}) {
            QVERIFY(actionOf(*m_store, id).approved);
            QCOMPARE(actionOf(*m_store, id).notBeforeMs, 77);
            QCOMPARE(actionOf(*m_store, id).foundSending, 0);
            QVERIFY(attemptsOf(*m_store, id).isEmpty());
        }
        QCOMPARE(actionOf(*m_store, queued).state, ActionState::Queued);
        QCOMPARE(actionOf(*m_store, uncertain).state, ActionState::Uncertain);
        QCOMPARE(actionOf(*m_store, asked).state, ActionState::NeedsYou);
    }

    void anInterruptedSendingIsUncertainFromNowOn()
    {
        const ActionId id = add("1", ActionState::Sending);
        QVERIFY(attempt(id, 1, AttemptEnding::NotSent, 9));
        QVERIFY(attempt(id, 2, AttemptEnding::Open));
        QVERIFY(reopen());
        const Action action = actionOf(*m_store, id);
        QCOMPARE(action.state, ActionState::Uncertain);
        QCOMPARE(action.reason, ActionReason::Checking);
        QCOMPARE(action.foundSending, 1);
        QCOMPARE(action.notBeforeMs, 0);
        const auto attempts = attemptsOf(*m_store, id);
        QCOMPARE(attempts.size(), 2);
        QCOMPARE(attempts.at(0).ending, AttemptEnding::NotSent);
        QCOMPARE(attempts.at(0).endedAtMs, 9);
        QCOMPARE(attempts.at(1).ending, AttemptEnding::Uncertain);
        QCOMPARE(attempts.at(1).endedAtMs, m_store->startReport().startedAtMs);
        QCOMPARE(attempts.at(1).payload, QByteArray("payload"));

        QVERIFY(reopen());
        QCOMPARE(actionOf(*m_store, id).foundSending, 1);
    }

    void theThirdInterruptedStartAsksThePersonAndPausesTheAccount()
    {
        QVERIFY(addAccount(*m_store, accountNamed(QStringLiteral("b"))));
        const ActionId id = add("1", ActionState::Queued);
        for (int start = 1; start <= 3; ++start) {
            QVERIFY(!AccountStore(m_store->reader()).find(AccountId(account)).value().paused);
            QVERIFY(change(id, [](Action &action) { action.state = ActionState::Sending; }));
            QVERIFY(attempt(id, start, AttemptEnding::Open));
            QVERIFY(reopen());
            QCOMPARE(actionOf(*m_store, id).foundSending, start);
        }
        QCOMPARE(actionOf(*m_store, id).state, ActionState::NeedsYou);
        QCOMPARE(actionOf(*m_store, id).reason, ActionReason::CrashedRepeatedly);
        QCOMPARE(attemptsOf(*m_store, id).last().ending, AttemptEnding::Uncertain);
        QVERIFY(AccountStore(m_store->reader()).find(AccountId(account)).value().paused);
        QVERIFY(!AccountStore(m_store->reader()).find(AccountId(QStringLiteral("b"))).value().paused);
    }

    void waitsOfOurOwnAreShortenedWhenTheClockWasSetBack_data()
    {
        QTest::addColumn<ActionState>("state");
        QTest::addColumn<ActionReason>("reason");
        QTest::addColumn<bool>("shortened");
        QTest::newRow("back-off") << ActionState::Waiting << ActionReason::ServerDown << true;
        QTest::newRow("rate limit") << ActionState::Waiting << ActionReason::RateLimited << true;
        QTest::newRow("held") << ActionState::Waiting << ActionReason::Held << false;
        QTest::newRow("to be sent later") << ActionState::Queued << ActionReason::None << false;
        QTest::newRow("asked") << ActionState::NeedsYou << ActionReason::ServerDown << false;
    }

    void waitsOfOurOwnAreShortenedWhenTheClockWasSetBack()
    {
        QFETCH(ActionState, state);
        QFETCH(ActionReason, reason);
        QFETCH(bool, shortened);
        const ActionId id = add("1", state, reason);
        const qint64 planned = m_clock->nowMs() + 300'000;
        QVERIFY(change(id, [planned](Action &action) { action.notBeforeMs = planned; }));
        const qint64 year = 365LL * 24 * 3600 * 1000;
        m_clock->setWallClock(m_clock->nowMs() - year);
        QVERIFY(reopen());
        QCOMPARE(m_store->startReport().journal, StartReport::Journal::Healthy);
        QCOMPARE(actionOf(*m_store, id).notBeforeMs, shortened ? m_clock->nowMs() + 600'000 : planned);
        QCOMPARE(actionOf(*m_store, id).state, state);
    }

    void aWaitOfUpToTenMinutesIsKept()
    {
        const ActionId id = add("1", ActionState::Waiting, ActionReason::ServerDown);
        const qint64 planned = m_clock->nowMs() + 60'000 + 600'000;
        QVERIFY(change(id, [planned](Action &action) { action.notBeforeMs = planned; }));
        QVERIFY(reopen());
        QCOMPARE(actionOf(*m_store, id).notBeforeMs, planned);
    }

    void aJournalOlderThanItsCacheSendsNothingByItself()
    {
        const ActionId queued = add("queued", ActionState::Queued);
        const ActionId waiting = add("waiting", ActionState::Waiting, ActionReason::ServerDown);
        QVERIFY(attempt(waiting, 3, AttemptEnding::NotSent, 9));
        const ActionId sending = add("sending", ActionState::Sending);
        QVERIFY(attempt(sending, 1, AttemptEnding::Open));
        const ActionId uncertain = add("uncertain", ActionState::Uncertain, ActionReason::Checking);
        QVERIFY(attempt(uncertain, 1, AttemptEnding::Uncertain, 9));
        const ActionId asked = add("asked", ActionState::NeedsYou, ActionReason::CannotTell);
        const ActionId done = add("done", ActionState::Done);
        const ActionId wish =
            addAction(*m_store, wishOf(account, QStringLiteral("w"), ActionKind::Boost, QStringLiteral("p")));
        QVERIFY(ended(m_store->journal([=](JournalTx &tx) {
                    return AttemptStore(tx.db).saveCheck(Check{uncertain, 1, 1, 1, 1, 1});
                })).ok());
        const qint64 alive = m_clock->nowMs();
        QVERIFY(bringBackAfterAnotherStart());

        const StartReport report = m_store->startReport();
        QCOMPARE(report.journal, StartReport::Journal::OlderThanCache);
        QCOMPARE(report.journalTimeMs, alive);
        QCOMPARE(report.generation, 3);
        for (const ActionId &id : {queued, waiting, sending, uncertain, asked, wish}) {
            const Action action = actionOf(*m_store, id);
            QCOMPARE(action.state, ActionState::Uncertain);
            QCOMPARE(action.reason, ActionReason::Restored);
            QVERIFY(!action.approved);
            QCOMPARE(action.notBeforeMs, 0);
            QCOMPARE(action.foundSending, 0);
            QVERIFY(!attemptsOf(*m_store, id).isEmpty());
            QCOMPARE(attemptsOf(*m_store, id).last().ending, AttemptEnding::Uncertain);
        }
        for (const ActionId &id : {queued, waiting, asked, wish}) {
            const Attempt elsewhere = attemptsOf(*m_store, id).last();
            QCOMPARE(elsewhere.number, id == waiting ? 4 : 1);
            QVERIFY(elsewhere.payload.isEmpty());
            QVERIFY(elsewhere.key.isEmpty());
            QCOMPARE(elsewhere.startedAtMs, alive);
            QCOMPARE(elsewhere.endedAtMs, alive);
            QCOMPARE(elsewhere.baseline.takenAtMs, alive);
            QVERIFY(elsewhere.baseline.uris.isEmpty());
            QVERIFY(!elsewhere.baseline.reachedStart);
        }
        QCOMPARE(attemptsOf(*m_store, sending).size(), 1);
        QCOMPARE(attemptsOf(*m_store, sending).last().endedAtMs, report.startedAtMs);
        QCOMPARE(attemptsOf(*m_store, uncertain).size(), 1);
        QCOMPARE(attemptsOf(*m_store, uncertain).last().endedAtMs, 9);
        QVERIFY(!AttemptStore(m_store->reader()).check(uncertain).value().has_value());
        QCOMPARE(actionOf(*m_store, done).state, ActionState::Done);
        QVERIFY(attemptsOf(*m_store, done).isEmpty());

        QVERIFY(reopen());
        QCOMPARE(m_store->startReport().journal, StartReport::Journal::Healthy);
        QCOMPARE(actionOf(*m_store, queued).state, ActionState::Uncertain);
        QCOMPARE(actionOf(*m_store, queued).reason, ActionReason::Restored);
        QCOMPARE(attemptsOf(*m_store, queued).size(), 1);
    }

    void theJournalsTimeIsTheNewestOfStartActionAndAttempt()
    {
        const ActionId id = add("1", ActionState::Queued);
        const qint64 late = m_clock->nowMs() + 30'000;
        QVERIFY(attempt(id, 1, AttemptEnding::NotSent, late));
        QVERIFY(bringBackAfterAnotherStart());
        QCOMPARE(m_store->startReport().journalTimeMs, late);
    }

    void aPublishTheCacheKnowsIsSettledAtTheStart()
    {
        const ActionId id = add("1", ActionState::Sending);
        QVERIFY(attempt(id, 1, AttemptEnding::Open));
        QVERIFY(ended(m_store->journal([=](JournalTx &tx) {
                    return AttemptStore(tx.db).saveCheck(Check{id, 1, 1, 1, 1, 1});
                })).ok());
        const ActionId other = add("2", ActionState::Queued);
        QVERIFY(putTruth("1", "https://example.org/1"));
        QVERIFY(reopen());

        const Action action = actionOf(*m_store, id);
        QCOMPARE(action.state, ActionState::Done);
        QCOMPARE(action.reason, ActionReason::None);
        QCOMPARE(action.foundSending, 0);
        QCOMPARE(action.settledAtMs, m_store->startReport().startedAtMs);
        QCOMPARE(action.resultUri, PostUri(QStringLiteral("https://example.org/1")));
        QCOMPARE(action.resultRef, RemoteRef(QStringLiteral("ref of it")));
        QCOMPARE(action.resultUrl, QStringLiteral("https://example.org/page"));
        QCOMPARE(attemptsOf(*m_store, id).last().ending, AttemptEnding::Answered);
        AttemptStore attempts(m_store->reader());
        QVERIFY(!attempts.check(id).value().has_value());
        auto claim = attempts.claimOn(AccountId(account), action.resultUri);
        QVERIFY(claim.ok() && claim.value());
        QCOMPARE(claim.value()->action, id);
        QVERIFY(!claim.value()->tentative);
        QVERIFY(attempts.watches(AccountId(account)).value().isEmpty());
        QCOMPARE(actionOf(*m_store, other).state, ActionState::Queued);
    }

    void aResentPublishTheCacheKnowsIsWatchedForItsTwin()
    {
        const ActionId id = add("1", ActionState::Sending);
        QVERIFY(attempt(id, 1, AttemptEnding::ProvedAbsent, 9));
        QVERIFY(attempt(id, 2, AttemptEnding::Open));
        QVERIFY(putTruth("1", "https://example.org/1"));
        QVERIFY(reopen());
        QCOMPARE(actionOf(*m_store, id).state, ActionState::Done);
        const auto watches = AttemptStore(m_store->reader()).watches(AccountId(account)).value();
        QCOMPARE(watches.size(), 1);
        QCOMPARE(watches.first().action, id);
        QCOMPARE(watches.first().remainingMs, JournalStart::watchMs);
    }

    void aPublishTheCacheKnowsIsSettledInARestoredJournalToo()
    {
        const ActionId id = add("1", ActionState::Queued);
        m_store.reset();
        QVERIFY(QFile::copy(m_profile->file(QStringLiteral("journal.sqlite")),
                            m_profile->file(QStringLiteral("kept"))));
        QVERIFY(reopen());
        QVERIFY(putTruth("1", "https://example.org/1"));
        m_store.reset();
        removeDatabase(m_profile->file(QStringLiteral("journal.sqlite")));
        QVERIFY(QFile::rename(m_profile->file(QStringLiteral("kept")),
                              m_profile->file(QStringLiteral("journal.sqlite"))));
        QVERIFY(reopen());
        QCOMPARE(m_store->startReport().journal, StartReport::Journal::OlderThanCache);
        QCOMPARE(actionOf(*m_store, id).state, ActionState::Done);
    }

    void whatWasTakenForAPublishThatWaitsAgainDoesNotFinishIt()
    {
        const ActionId id = add("1", ActionState::NeedsYou);
        QVERIFY(attempt(id, 1, AttemptEnding::ProvedAbsent));
        QVERIFY(putTruth("1", "https://example.org/1"));
        QVERIFY(ended(m_store->journal([id](JournalTx &tx) -> Result<Unit> {
                    auto claimed = AttemptStore(tx.db).claim(
                        AccountId(account), PostUri(QStringLiteral("https://example.org/1")), id, true);
                    return claimed.ok() ? Result<Unit>(Unit{}) : Result<Unit>(claimed.error());
                })).ok());
        QVERIFY(reopen());
        QCOMPARE(actionOf(*m_store, id).state, ActionState::NeedsYou);
    }

    void aPublishToBeTakenBackIsNotFinishedByBeingFound()
    {
        const ActionId id = add("1", ActionState::Sending);
        QVERIFY(attempt(id, 1, AttemptEnding::Open));
        QVERIFY(change(id, [](Action &action) { action.cancelAfterCheck = true; }));
        const ActionId twice = add("2", ActionState::NeedsYou, ActionReason::SecondCopy);
        QVERIFY(putTruth("1", "https://example.org/1"));
        QVERIFY(putTruth("2", "https://example.org/2"));
        QVERIFY(reopen());
        QCOMPARE(actionOf(*m_store, id).state, ActionState::Uncertain);
        QVERIFY(actionOf(*m_store, id).cancelAfterCheck);
        QCOMPARE(actionOf(*m_store, twice).state, ActionState::NeedsYou);
        QCOMPARE(actionOf(*m_store, twice).reason, ActionReason::SecondCopy);
    }

    void aPostThatSettledAnotherActionSettlesNoSecond()
    {
        const ActionId first = add("1", ActionState::Done);
        const ActionId second = add("2", ActionState::Sending);
        QVERIFY(attempt(second, 1, AttemptEnding::Open));
        const PostUri uri(QStringLiteral("https://example.org/1"));
        QVERIFY(ended(m_store->journal([=](JournalTx &tx) {
                    return AttemptStore(tx.db).claim(AccountId(account), uri, first, false);
                })).ok());
        QVERIFY(putTruth("2", "https://example.org/1"));
        QVERIFY(reopen());
        QCOMPARE(actionOf(*m_store, second).state, ActionState::Uncertain);
        QCOMPARE(AttemptStore(m_store->reader()).claimOn(AccountId(account), uri).value()->action, first);
    }
};

QTEST_GUILESS_MAIN(JournalStartTest)
#include "journalstarttest.moc"
