// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/timelinereader.h"

#include "cachefixture.h"

using namespace Petrel;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TimelineReaderTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<HomeFixture> m_home;

    TimelineReader reader() { return TimelineReader(m_home->store->reader()); }
    ActionId wish(const char *uid, ActionKind kind, const char *post, bool wanted, const char *account = "me")
    {
        Action action = wishOf(s(account), s(uid), kind, uriOf(s(post)));
        action.wanted = wanted;
        return addAction(*m_home->store, action);
    }
    ActionId publish(const char *uid, qint64 minute, const char *account = "me")
    {
        Action action = publishOf(s(account), s(uid));
        action.createdAtMs = minuteZero + minute * minuteMs;
        return addAction(*m_home->store, action);
    }
    bool close(const ActionId &id, ActionState state)
    {
        Action action = actionOf(*m_home->store, id);
        action.state = state;
        action.settledAtMs = m_home->clock.nowMs();
        return ended(m_home->store->journal(
                         [action](JournalTx &tx) { return ActionStore(tx.db).update(action); }))
            .ok();
    }
    TimelineRow rowOf(const char *name)
    {
        for (const TimelineRow &row : m_home->rows()) {
            if (row.entry.uri == uriOf(s(name)))
                return row;
        }
        return {};
    }
    //! All rows, read by windows of `limit`.
    QString paged(int limit)
    {
        QVector<TimelineRow> all;
        RowPlace place;
        for (int guard = 0; guard < 1000; ++guard) {
            const QVector<TimelineRow> rows = m_home->rows(limit, place);
            if (rows.isEmpty())
                return namesOf(all);
            all += rows;
            place = {rows.last().entry.timeMs, rows.last().rank, false};
        }
        return s("(endless)");
    }
    bool otherHome(const char *account, const char *host, const char *specs)
    {
        Account other = accountNamed(s(account));
        other.host = ServerHost(s(host));
        (void)addAccount(*m_home->store, other);
        const Source source{other.host, other.id, m_home->clock.nowMs()};
        return m_home->tryPage(TimelineKey{other.id, s("home")}, source, {}, pageOf(s(specs), {})).ok();
    }
    QVector<TimelineReader::UnifiedRow> unified(const QStringList &names, int limit = 100,
                                                const RowPlace &from = {})
    {
        QVector<AccountId> accounts;
        for (const QString &name : names)
            accounts << AccountId(name);
        auto rows = reader().unified(accounts, from, limit);
        if (!rows.ok()) {
            qWarning().noquote() << rows.error().detail;
            return {};
        }
        return rows.take();
    }
    static QString unifiedNames(const QVector<TimelineReader::UnifiedRow> &rows)
    {
        QStringList names;
        for (const auto &row : rows) {
            QStringList seen;
            for (const AccountId &account : row.seenBy)
                seen << account.value();
            names << (row.row.ghost ? s("ghost") : nameOf(row.row.entry.uri)) + QLatin1Char('@')
                    + seen.join(QLatin1Char('+'));
        }
        return names.join(QLatin1Char(' '));
    }
    QString planOfAbove() { return planOf(TimelineReader::windowAboveSql(), false); }
    //! All rows from the bottom up, read by windows of `limit`.
    QString pagedUpwards(int limit)
    {
        QVector<TimelineRow> all = m_home->rows(1000);
        if (all.isEmpty())
            return {};
        all = {all.last()};
        for (int guard = 0; guard < 1000; ++guard) {
            const RowPlace top{all.first().entry.timeMs, all.first().rank, false};
            auto rows = reader().windowAbove(m_home->key, top, limit);
            if (!rows.ok() || rows.value().isEmpty())
                return namesOf(all);
            all = rows.value() + all;
        }
        return s("(endless)");
    }
    QString planOf(const QString &sql, bool once)
    {
        Statement plan = m_home->store->reader().statement(s("EXPLAIN QUERY PLAN ") + sql);
        plan.bind(1).bind(1).bind(1);
        if (once)
            plan.bind(s("[1,2]"));
        plan.bind(40);
        QStringList lines;
        for (auto row = plan.step(); row.ok() && row.value(); row = plan.step())
            lines << plan.text(3);
        return lines.join(QLatin1Char('\n'));
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<HomeFixture>();
        QVERIFY(m_home->open());
    }

    void windowsGoOnBelowEachOther()
    {
        (void)m_home->top(s("g:70 f:60 e:50 d:50 c:50 b:20 a:10"));
        for (int limit = 1; limit <= 8; ++limit)
            QCOMPARE(paged(limit), s("g f e d c b a"));
        QCOMPARE(m_home->rows(3).size(), 3);
        QVERIFY(m_home->rows(0).isEmpty());
    }

    void windowsGoOnAboveEachOther()
    {
        (void)m_home->top(s("g:70 f:60 e:50 d:50 c:50 b:20 a:10"));
        (void)publish("g1", 50);
        (void)publish("g2", 50);
        (void)publish("g3", 99);
        for (int limit = 1; limit <= 11; ++limit)
            QCOMPARE(pagedUpwards(limit), s("(g3) g f (g2) (g1) e d c b a"));
        auto nothing = reader().windowAbove(m_home->key, {}, 5);
        QVERIFY(nothing.ok() && nothing.value().isEmpty());
    }

    void whatIsAboveCanBeCounted()
    {
        (void)m_home->top(s("d:40 c:30 b:20 a:10"));
        (void)publish("g1", 99);
        const TimelineRow bottom = m_home->rows().last();
        const RowPlace place{bottom.entry.timeMs, bottom.rank, false};
        QCOMPARE(reader().countAbove(m_home->key, place, 100).value(), 3);
        QCOMPARE(reader().countAbove(m_home->key, place, 2).value(), 2);
        QCOMPARE(reader().countAbove(m_home->key, {}, 100).value(), 0);
    }

    void aReadInsideAnotherSharesItsView()
    {
        (void)m_home->top(s("a:10"));
        const ReadTransaction outer(m_home->store->reader());
        QCOMPARE(m_home->shown(), s("a"));
        (void)m_home->top(s("b:20 a:10"));
        QCOMPARE(m_home->shown(), s("a"));
    }

    void anUnknownTimelineIsEmpty()
    {
        auto rows = reader().window(TimelineKey{AccountId(s("me")), s("nowhere")}, {}, 10);
        QVERIFY(rows.ok());
        QVERIFY(rows.value().isEmpty());
    }

    void aWishIsShownOverTruthUntilItIsSettled()
    {
        (void)m_home->top(s("b:20 a:10"));
        Post post = postNamed(s("a"), 10);
        post.flags = {false, false, true, {}, {}, {}, {}};
        QVERIFY(m_home->put(post, m_home->source()));
        const ActionId favourite = wish("w1", ActionKind::Favourite, "a", true);
        const ActionId boost = wish("w2", ActionKind::Boost, "a", true);
        const ActionId bookmark = wish("w3", ActionKind::Bookmark, "a", false);
        TimelineRow row = rowOf("a");
        QCOMPARE(row.entry.post.flags.favourited, std::optional<bool>(true));
        QCOMPARE(row.entry.post.flags.boosted, std::optional<bool>(true));
        QCOMPARE(row.entry.post.flags.bookmarked, std::optional<bool>(false));
        QVERIFY(row.favouritePending && row.boostPending && row.bookmarkPending && !row.removalPending);

        const TimelineRow other = rowOf("b");
        QVERIFY(!other.favouritePending && !other.boostPending && !other.bookmarkPending);
        QCOMPARE(other.entry.post.flags.favourited, std::optional<bool>());

        // Truth written meanwhile cannot wipe the wish out.
        m_home->clock.advance(minuteMs);
        QVERIFY(m_home->put(post, m_home->source()));
        QCOMPARE(rowOf("a").entry.post.flags.favourited, std::optional<bool>(true));

        QVERIFY(close(favourite, ActionState::Done));
        QVERIFY(close(boost, ActionState::Cancelled));
        QVERIFY(close(bookmark, ActionState::Cancelled));
        row = rowOf("a");
        QVERIFY(!row.favouritePending && !row.boostPending && !row.bookmarkPending);
        QCOMPARE(row.entry.post.flags.favourited, std::optional<bool>(false));
        QCOMPARE(row.entry.post.flags.bookmarked, std::optional<bool>(true));
    }

    void theNewestOfTwoWishesIsShown()
    {
        (void)m_home->top(s("a:10"));
        (void)wish("w1", ActionKind::Favourite, "a", true);
        const ActionId second = wish("w2", ActionKind::Favourite, "a", false);
        QCOMPARE(rowOf("a").entry.post.flags.favourited, std::optional<bool>(false));
        QVERIFY(close(second, ActionState::Cancelled));
        QCOMPARE(rowOf("a").entry.post.flags.favourited, std::optional<bool>(true));
    }

    void anotherAccountsWishIsNotShown()
    {
        (void)m_home->top(s("a:10"));
        QVERIFY(addAccount(*m_home->store, accountNamed(s("other"))));
        (void)wish("w1", ActionKind::Favourite, "a", true, "other");
        QVERIFY(!rowOf("a").favouritePending);
    }

    void aWishIsShownOnABoostOfItsPostToo()
    {
        (void)m_home->top(s("boost>a:40 a:10"));
        (void)wish("w1", ActionKind::Favourite, "a", true);
        QVERIFY(rowOf("boost").favouritePending);
        QVERIFY(rowOf("a").favouritePending);
    }

    void aWaitingDeletionMarksItsRow()
    {
        (void)m_home->top(s("b:20 a:10"));
        const ActionId removal = wish("w1", ActionKind::Remove, "a", true);
        QVERIFY(rowOf("a").removalPending);
        QVERIFY(!rowOf("b").removalPending);
        QVERIFY(close(removal, ActionState::Cancelled));
        QVERIFY(!rowOf("a").removalPending);
    }

    void aWaitingPostStandsWhereItWasWritten()
    {
        (void)m_home->top(s("c:30 b:20 a:10"));
        Action action = publishOf(s("me"), s("uid"));
        action.createdAtMs = minuteZero + 25 * minuteMs;
        action.content = {QStringLiteral("hello \u202Eolleh"), s("cw"), Visibility::Unlisted, s("en")};
        action.subject.uri = PostUri(uriOf(s("a")));
        action.subject.author = s("ann@example.org");
        QVERIFY(!addAction(*m_home->store, action).isNull());
        QCOMPARE(m_home->shown(), s("c (uid) b a"));
        const TimelineRow row = m_home->rows()[1];
        QVERIFY(row.ghost.has_value());
        QCOMPARE(row.ghost->uid, s("uid"));
        QCOMPARE(row.entry.post.body.text, s("hello olleh"));
        QCOMPARE(row.entry.post.contentWarning, s("cw"));
        QCOMPARE(row.entry.post.visibility, Visibility::Unlisted);
        QCOMPARE(row.entry.post.language, s("en"));
        QCOMPARE(row.entry.post.author.handle, s("me@example.org"));
        QCOMPARE(row.entry.post.replyToUri.value(), uriOf(s("a")));
        QCOMPARE(row.entry.post.replyToHandle, s("ann@example.org"));
        QVERIFY(row.entry.post.uri.isNull());
    }

    void waitingPostsArePagedWithTheOthers()
    {
        (void)m_home->top(s("d:30 c:25 b:20 a:10"));
        (void)publish("g1", 25);
        (void)publish("g2", 25);
        (void)publish("g3", 5);
        (void)publish("g4", 99);
        for (int limit = 1; limit <= 9; ++limit)
            QCOMPARE(paged(limit), s("(g4) d (g2) (g1) c b a (g3)"));
    }

    void aGhostThatBecomesRealIsTheSameRow()
    {
        (void)m_home->top(s("b:20 a:10"));
        const ActionId id = publish("uid", 30);
        QCOMPARE(m_home->shown(), s("(uid) b a"));
        QCOMPARE(m_home->rows().first().identity, s("uid"));

        // Between the two commits of a settle: truth carries the id, the journal does not know yet.
        QVERIFY(m_home->insertOwn(postNamed(s("real"), 31), s("uid")));
        QCOMPARE(m_home->shown(), s("real b a"));
        QCOMPARE(m_home->rows().first().identity, s("uid"));
        QVERIFY(!m_home->rows().first().ghost);

        QVERIFY(close(id, ActionState::Done));
        QCOMPARE(m_home->shown(), s("real b a"));
        QCOMPARE(m_home->rows().first().identity, s("uid"));
        (void)m_home->top(s("boost>real:40 real:31 b:20"));
        QCOMPARE(m_home->rows()[0].identity, uriOf(s("boost")));
        QCOMPARE(m_home->rows()[1].identity, s("uid"));
        QCOMPARE(m_home->rows()[2].identity, uriOf(s("b")));
    }

    void onlyOpenPostsOfTheAccountAreGhosts()
    {
        QVERIFY(addAccount(*m_home->store, accountNamed(s("other"))));
        (void)publish("theirs", 10, "other");
        const ActionId cancelled = publish("cancelled", 20);
        QVERIFY(close(cancelled, ActionState::Cancelled));
        QVERIFY(close(publish("asks", 30), ActionState::NeedsYou));
        QVERIFY(close(publish("uncertain", 40), ActionState::Uncertain));
        QCOMPARE(m_home->shown(), s("(uncertain) (asks)"));
    }

    void aGapIsMarkedOnTheRowAboveIt()
    {
        (void)m_home->top(s("b:20 a:10"), s("below-a"));
        (void)m_home->top(s("f:60 late:15 e:50"), s("below-e"));
        QCOMPARE(m_home->shown(), s("f e | b late a"));
        QCOMPARE(paged(1), s("f e | b late a"));
    }

    void unifiedShowsAPostOnceAndWhoHasIt()
    {
        (void)m_home->top(s("d:40 c:30 a:10"));
        QVERIFY(otherHome("you", "b.example", "e:50 c:30 b:20 a:10"));
        for (const QStringList &accounts : {QStringList{s("me"), s("you")}, QStringList{s("you"), s("me")}}) {
            auto rows = unified(accounts);
            for (auto &row : rows)
                std::sort(row.seenBy.begin(), row.seenBy.end());
            QCOMPARE(unifiedNames(rows), s("e@you d@me c@me+you b@you a@me+you"));
        }
        QCOMPARE(unifiedNames(unified({s("me")})), s("d@me c@me a@me"));
        QCOMPARE(unifiedNames(unified({})), QString());
        QCOMPARE(unifiedNames(unified({s("nobody"), s("me")})), s("d@me c@me a@me"));
    }

    void unifiedShowsThePostAsItsFirstAccountsServerTellsIt()
    {
        (void)m_home->top(s("a:10"));
        QVERIFY(otherHome("you", "b.example", "a:10"));
        Post copy = postNamed(s("a"), 10);
        copy.body.text = s("as B tells it");
        copy.ref = RemoteRef(s("b-1"));
        QVERIFY(m_home->put(copy,
                            Source{ServerHost(s("b.example")), AccountId(s("you")), m_home->clock.nowMs()}));
        for (const auto &row : unified({s("me"), s("you")})) {
            const bool onB = row.seenBy.first() == AccountId(s("you"));
            QCOMPARE(row.row.entry.post.body.text, onB ? s("as B tells it") : s("text of a"));
            QCOMPARE(row.row.entry.post.ref.value(), onB ? s("b-1") : s("ref-a"));
        }
    }

    void unifiedCountsABoostAndItsPostOnceAtTheNewestPlace()
    {
        (void)m_home->top(s("c:30 a:10"));
        QVERIFY(otherHome("you", "b.example", "boost>a:40 b:20"));
        QCOMPARE(unifiedNames(unified({s("me"), s("you")})), s("boost@you+me c@me b@you"));
    }

    void unifiedWindowsGoOnBelowEachOther()
    {
        (void)m_home->top(s("h:80 f:60 d:40 c:40 a:10"));
        QVERIFY(otherHome("you", "b.example", "h:80 g:60 e:40 d:40 b:10"));
        (void)publish("g1", 40);
        const QString whole = unifiedNames(unified({s("me"), s("you")}));
        QCOMPARE(whole.count(QLatin1Char('@')), 9);
        for (int limit = 1; limit <= 10; ++limit) {
            QStringList names;
            RowPlace place;
            for (int guard = 0; guard < 100; ++guard) {
                const auto rows = unified({s("me"), s("you")}, limit, place);
                if (rows.isEmpty())
                    break;
                names << unifiedNames(rows);
                place = {rows.last().row.entry.timeMs, rows.last().row.rank, false};
            }
            QCOMPARE(names.join(QLatin1Char(' ')), whole);
        }
    }

    void unifiedShowsEachAccountsWaitingPosts()
    {
        (void)m_home->top(s("a:10"));
        QVERIFY(otherHome("you", "b.example", "b:20"));
        (void)publish("g1", 30);
        (void)publish("g2", 15, "you");
        QCOMPARE(unifiedNames(unified({s("me"), s("you")})), s("ghost@me b@you ghost@you a@me"));
    }

    void windowsAreWalksAlongAnIndex()
    {
        (void)m_home->top(s("b:20 a:10"));
        for (const bool once : {false, true}) {
            const QString plan = planOf(TimelineReader::windowSql(once), once);
            QVERIFY2(
                plan.contains(s("SEARCH e USING INDEX entry_window (timeline=? AND (time_ms,rank)<(?,?))")),
                qPrintable(plan));
            QVERIFY2(!plan.contains(s("TEMP B-TREE")), qPrintable(plan));
            const QStringList lines = plan.split(QLatin1Char('\n'));
            for (const QString &line : lines) {
                QVERIFY2(!line.startsWith(s("SCAN")) || line.contains(s("json_each")), qPrintable(line));
                QVERIFY2(!line.contains(s("AUTOMATIC")), qPrintable(line));
            }
        }
    }

    void windowsUpwardsAreWalksAlongTheSameIndex()
    {
        (void)m_home->top(s("b:20 a:10"));
        const QString plan = planOfAbove();
        QVERIFY2(plan.contains(s("SEARCH e USING INDEX entry_window (timeline=? AND (time_ms,rank)>(?,?))")),
                 qPrintable(plan));
        QVERIFY2(!plan.contains(s("TEMP B-TREE")) && !plan.contains(s("SCAN")), qPrintable(plan));
    }

    void aWindowCostsTheSameAtAThousandAndAHundredThousandPosts()
    {
        (void)m_home->top(s("b:20 a:10"));
        QVERIFY(m_home->fill(1000));
        Database &db = m_home->store->reader();
        const RowPlace middle{minuteZero - 500, 0, false};
        const auto cost = [&](const RowPlace &from) {
            const qint64 before = db.statementsRun();
            const int rows = int(m_home->rows(40, from).size());
            return qMakePair(db.statementsRun() - before, rows);
        };
        const auto planSmall = planOf(TimelineReader::windowSql(false), false);
        const auto topSmall = cost({});
        const auto middleSmall = cost(middle);
        QCOMPARE(topSmall.second, 40);
        QVERIFY(ended(m_home->store->cache([](CacheTx &tx) {
                    return tx.db.execute(s("DELETE FROM entry WHERE uri LIKE '%bulk%'"));
                })).ok());
        QVERIFY(ended(m_home->store->cache([](CacheTx &tx) {
                    return tx.db.execute(s("DELETE FROM post WHERE uri LIKE '%bulk%'"));
                })).ok());
        QVERIFY(m_home->fill(100'000));
        QCOMPARE(cost({}), topSmall);
        QCOMPARE(cost(middle), middleSmall);
        QCOMPARE(cost(RowPlace{minuteZero - 90'000, 0, false}), middleSmall);
        QCOMPARE(planOf(TimelineReader::windowSql(false), false), planSmall);
        QVERIFY(topSmall.first < 12);
    }
};

QTEST_GUILESS_MAIN(TimelineReaderTest)
#include "timelinereadertest.moc"
