// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attemptstore.h"

#include "storefixture.h"

using namespace Petrel;

namespace {

void compareAttempts(const Attempt &back, const Attempt &expected)
{
    QCOMPARE(back.id, expected.id);
    QCOMPARE(back.action, expected.action);
    QCOMPARE(back.number, expected.number);
    QCOMPARE(back.payload, expected.payload);
    QCOMPARE(back.key, expected.key);
    QCOMPARE(back.baseline.takenAtMs, expected.baseline.takenAtMs);
    QCOMPARE(back.baseline.uris, expected.baseline.uris);
    QCOMPARE(back.baseline.newestMs, expected.baseline.newestMs);
    QCOMPARE(back.baseline.reachedStart, expected.baseline.reachedStart);
    QCOMPARE(back.startedAtMs, expected.startedAtMs);
    QCOMPARE(back.endedAtMs, expected.endedAtMs);
    QCOMPARE(back.ending, expected.ending);
    QCOMPARE(back.words, expected.words);
    QCOMPARE(back.serverDateMs, expected.serverDateMs);
}

} // namespace

class AttemptStoreTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TemporaryProfile> m_profile;
    FakeClock m_clock;
    std::unique_ptr<Store> m_store;
    ActionId m_one;
    ActionId m_two;
    const AccountId m_account{QStringLiteral("a")};
    const PostUri m_uri{QStringLiteral("https://example.org/1")};

    AttemptStore attempts() { return AttemptStore(m_store->reader()); }

    qint64 add(Attempt attempt)
    {
        auto added = ended(m_store->journal([attempt](JournalTx &tx) -> Result<qint64> {
            Attempt copy = attempt;
            if (auto done = AttemptStore(tx.db).insert(copy); !done.ok())
                return done.error();
            return copy.id;
        }));
        return added.ok() ? added.value() : 0;
    }

    //! Runs a write of the store that gives a Result.
    template <typename F> auto write(F f)
    {
        return ended(m_store->journal([f](JournalTx &tx) {
            AttemptStore store(tx.db);
            return f(store);
        }));
    }

    bool claim(const ActionId &action, bool tentative)
    {
        auto done = write(
            [=, this](AttemptStore &store) { return store.claim(m_account, m_uri, action, tentative); });
        return done.ok() && done.value();
    }

    //! Who holds the post: "1 tentative", "2 firm" or nothing.
    QString holder()
    {
        auto claim = attempts().claimOn(m_account, m_uri);
        if (!claim.ok() || !claim.value())
            return {};
        return QString::number(claim.value()->action == m_one ? 1 : 2)
            + (claim.value()->tentative ? QStringLiteral(" tentative") : QStringLiteral(" firm"));
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        m_store = opened(optionsFor(m_profile->path(), m_clock));
        QVERIFY(m_store);
        QVERIFY(addAccount(*m_store, accountNamed(m_account.value())));
        m_one = addAction(*m_store, publishOf(m_account.value(), QStringLiteral("1")));
        m_two = addAction(*m_store, publishOf(m_account.value(), QStringLiteral("2")));
    }

    void cleanup() { m_store.reset(); }

    void everyFieldOfAnAttemptComesBack()
    {
        Attempt attempt;
        attempt.action = m_one;
        attempt.number = 2;
        attempt.payload = QByteArray("{\"text\":\"\xc3\xa4\"}");
        attempt.key = QStringLiteral("key");
        attempt.baseline = {1'790'000'000'123,
                            {PostUri(QStringLiteral("u1")), PostUri(QStringLiteral("u\"2"))},
                            1'790'000'000'001,
                            true};
        attempt.startedAtMs = 5;
        attempt.endedAtMs = 6;
        attempt.ending = AttemptEnding::Uncertain;
        attempt.words = QStringLiteral("words");
        attempt.serverDateMs = 7;
        attempt.id = add(attempt);
        QVERIFY(attempt.id > 0);
        compareAttempts(attempts().of(m_one).value().first(), attempt);

        Attempt first;
        first.action = m_one;
        first.number = 1;
        first.id = add(first);
        first.payload = QByteArray("");
        compareAttempts(attempts().of(m_one).value().first(), first);
        compareAttempts(*attempts().last(m_one).value(), attempt);
        QVERIFY(!attempts().last(m_two).value().has_value());

        for (const auto ending :
             {AttemptEnding::Open, AttemptEnding::NotSent, AttemptEnding::Answered, AttemptEnding::Refused,
              AttemptEnding::Uncertain, AttemptEnding::ProvedAbsent}) {
            attempt.ending = ending;
            attempt.endedAtMs += 1;
            attempt.words = attemptEndingName(ending);
            attempt.baseline.uris.append(PostUri(attempt.words));
            attempt.baseline.reachedStart = !attempt.baseline.reachedStart;
            QVERIFY(write([=](AttemptStore &store) { return store.update(attempt); }).ok());
            compareAttempts(*attempts().last(m_one).value(), attempt);
        }
        attempt.id = 4711;
        QCOMPARE(write([=](AttemptStore &store) { return store.update(attempt); }).error().kind,
                 ErrorKind::NotFound);
    }

    void twoAttemptsCannotHaveTheSameNumber()
    {
        Attempt attempt;
        attempt.action = m_one;
        QVERIFY(add(attempt) > 0);
        QCOMPARE(add(attempt), 0);
        QCOMPARE(attempts().of(m_one).value().size(), 1);
    }

    void aCheckIsKeptUntilItIsDropped()
    {
        QVERIFY(!attempts().check(m_one).value().has_value());
        Check check;
        check.action = m_one;
        for (int round = 1; round <= 2; ++round) {
            check.negativeRounds = round;
            check.blindRounds = 2 + round;
            check.firstRoundAtMs = 1'790'000'000'000 + round;
            check.lastRoundAtMs = 1'790'000'060'000 + round;
            check.uptimeMs = 4 + round;
            QVERIFY(write([=](AttemptStore &store) { return store.saveCheck(check); }).ok());
            auto back = attempts().check(m_one);
            QVERIFY(back.ok() && back.value());
            QCOMPARE(back.value()->action, m_one);
            QCOMPARE(back.value()->negativeRounds, check.negativeRounds);
            QCOMPARE(back.value()->blindRounds, check.blindRounds);
            QCOMPARE(back.value()->firstRoundAtMs, check.firstRoundAtMs);
            QCOMPARE(back.value()->lastRoundAtMs, check.lastRoundAtMs);
            QCOMPARE(back.value()->uptimeMs, check.uptimeMs);
        }
        QVERIFY(!attempts().check(m_two).value().has_value());
        QVERIFY(write([this](AttemptStore &store) { return store.dropCheck(m_one); }).ok());
        QVERIFY(!attempts().check(m_one).value().has_value());
    }

    void watchesAreFoundByAccount()
    {
        QVERIFY(write([this](AttemptStore &store) { return store.saveWatch({m_one, 900, 1}); }).ok());
        QVERIFY(write([this](AttemptStore &store) { return store.saveWatch({m_one, 800, 2}); }).ok());
        auto mine = attempts().watches(m_account);
        QVERIFY(mine.ok());
        QCOMPARE(mine.value().size(), 1);
        QCOMPARE(mine.value().first().action, m_one);
        QCOMPARE(mine.value().first().remainingMs, 800);
        QCOMPARE(mine.value().first().lastLookAtMs, 2);
        QVERIFY(attempts().watches(AccountId(QStringLiteral("b"))).value().isEmpty());
        QCOMPARE(attempts().watches({}).value().size(), 1);
        QVERIFY(write([this](AttemptStore &store) { return store.dropWatch(m_one); }).ok());
        QVERIFY(attempts().watches(m_account).value().isEmpty());
    }

    void aFirmClaimReplacesATentativeOneAndNothingReplacesAFirmOne()
    {
        QCOMPARE(holder(), QString());
        QVERIFY(claim(m_one, true));
        QCOMPARE(holder(), QStringLiteral("1 tentative"));
        QVERIFY(!claim(m_two, true));
        QCOMPARE(holder(), QStringLiteral("1 tentative"));
        QVERIFY(claim(m_one, true));
        QVERIFY(claim(m_two, false));
        QCOMPARE(holder(), QStringLiteral("2 firm"));
        QVERIFY(!claim(m_one, true));
        QVERIFY(!claim(m_one, false));
        QVERIFY(claim(m_two, true));
        QVERIFY(claim(m_two, false));
        QCOMPARE(holder(), QStringLiteral("2 firm"));
    }

    void aTentativeClaimOfOnesOwnBecomesFirm()
    {
        QVERIFY(claim(m_one, true));
        QVERIFY(claim(m_one, false));
        QCOMPARE(holder(), QStringLiteral("1 firm"));
    }

    void onlyTentativeClaimsAreDropped()
    {
        QVERIFY(claim(m_one, true));
        QVERIFY(write([this](AttemptStore &store) { return store.dropTentative(m_one); }).ok());
        QCOMPARE(holder(), QString());
        QVERIFY(claim(m_one, false));
        QVERIFY(write([this](AttemptStore &store) { return store.dropTentative(m_one); }).ok());
        QCOMPARE(holder(), QStringLiteral("1 firm"));
    }

    void whatBelongsToAnActionGoesWithIt()
    {
        Attempt attempt;
        attempt.action = m_one;
        QVERIFY(add(attempt) > 0);
        QVERIFY(claim(m_one, false));
        QVERIFY(write([this](AttemptStore &store) { return store.saveWatch({m_one, 900, 1}); }).ok());
        QVERIFY(write([this](AttemptStore &store) { return store.saveCheck({m_one, 1, 1, 1, 1, 1}); }).ok());
        QVERIFY(ended(m_store->journal([](JournalTx &tx) -> Result<qint64> {
                    if (auto settled =
                            tx.db.execute(QStringLiteral("UPDATE action SET state = 'done', settled_at = 1"));
                        !settled.ok())
                        return settled.error();
                    return ActionStore(tx.db).purgeSettled(2);
                })).ok());
        for (const char *table : {"action", "attempt", "claim", "watch", "\"check\""})
            QCOMPARE(m_store->reader()
                         .number(QStringLiteral("SELECT count(*) FROM main.") + QLatin1String(table))
                         .value(),
                     0);
    }
};

QTEST_GUILESS_MAIN(AttemptStoreTest)
#include "attemptstoretest.moc"
