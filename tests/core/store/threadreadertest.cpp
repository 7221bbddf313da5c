// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/threadreader.h"

#include "cachefixture.h"

using namespace Petrel;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class ThreadReaderTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<HomeFixture> m_home;

    //! "name<parent:minute …" told to an account: by the parent's uri, or by the server's own name for it.
    bool tell(const char *specs, bool byRef = false, const char *account = "me")
    {
        QVector<Post> posts;
        for (const QString &spec : s(specs).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const QStringList parts = spec.split(QLatin1Char(':'));
            const QStringList names = parts.first().split(QLatin1Char('<'));
            Post post = postNamed(names.first(), parts.value(1).toLongLong());
            if (names.size() > 1) {
                post.replyToRef = RemoteRef(s("ref-") + names.last());
                if (!byRef)
                    post.replyToUri = PostUri(uriOf(names.last()));
            }
            posts.append(post);
        }
        const Source source{ServerHost(m_home->host), AccountId(s(account)), m_home->clock.nowMs()};
        return ended(m_home->store->cache([posts, source](CacheTx &tx) -> Result<Unit> {
                   for (const Post &post : posts) {
                       if (auto put = PostStore(tx.db).put(post, source); !put.ok())
                           return put;
                   }
                   return Unit{};
               }))
            .ok();
    }
    ThreadRows thread(const char *name, const char *account = "me")
    {
        auto rows =
            ThreadReader(m_home->store->reader()).rows(AccountId(s(account)), PostUri(uriOf(s(name))));
        if (!rows.ok()) {
            qWarning().noquote() << rows.error().detail;
            return {};
        }
        return rows.take();
    }
    //! "-1:a 0:b 1:c", ghosts in brackets.
    QString shown(const char *name, const char *account = "me")
    {
        QStringList names;
        for (const ThreadRow &row : thread(name, account).rows) {
            names << s("%1:%2").arg(row.depth).arg(row.row.ghost ? s("(%1)").arg(row.row.identity)
                                                                 : nameOf(row.row.entry.uri));
        }
        return names.join(QLatin1Char(' '));
    }
    ActionId reply(const char *uid, const char *parent, qint64 minute, const ActionId &ghost = {})
    {
        Action action = publishOf(s("me"), s(uid));
        action.createdAtMs = minuteZero + minute * minuteMs;
        if (parent)
            action.subject.uri = PostUri(uriOf(s(parent)));
        action.dependsOn = ghost;
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
    //! The linked list that a hostile server makes: p1 answers p0, p2 answers p1 …
    bool tellChain(int length)
    {
        QStringList specs;
        for (int i = 0; i < length; ++i)
            specs << (i ? s("p%1<p%2:%1").arg(i).arg(i - 1) : s("p0:0"));
        return tell(qPrintable(specs.join(QLatin1Char(' '))));
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<HomeFixture>();
        QVERIFY(m_home->open());
        QVERIFY(addAccount(*m_home->store, accountNamed(s("other"))));
    }

    void aThreadIsReadUpAndDownByUris()
    {
        QVERIFY(tell("root:0 a<root:10 b<a:20 c<b:30 aside<root:15 d<c:40 e<b:25"));
        QCOMPARE(shown("b"), s("-2:root -1:a 0:b 1:e 1:c 2:d"));
        QCOMPARE(shown("root"), s("0:root 1:a 2:b 3:e 3:c 4:d 1:aside"));
        QCOMPARE(shown("d"), s("-4:root -3:a -2:b -1:c 0:d"));
        QVERIFY(!thread("root").cut);
    }

    void aThreadIsReadByTheServersOwnNamesWhereItTellsNoOthers()
    {
        QVERIFY(tell("root:0 a<root:10 b<a:20 c<b:30 e<b:25", true));
        QCOMPARE(shown("b"), s("-2:root -1:a 0:b 1:e 1:c"));
        const QVector<ThreadRow> rows = thread("b").rows;
        QCOMPARE(rows[1].row.entry.post.replyToUri.value(), uriOf(s("root")));
        QCOMPARE(rows[3].row.entry.post.replyToUri.value(), uriOf(s("b")));
    }

    void anUnknownPostOrAccountGivesNoRows()
    {
        QVERIFY(tell("a:0"));
        QVERIFY(thread("nothing").rows.isEmpty());
        QVERIFY(thread("a", "nobody").rows.isEmpty());
        QVERIFY(thread("a", "other").rows.isEmpty());
    }

    void aMissingParentEndsTheThreadAbove()
    {
        QVERIFY(tell("a<gone:10 b<a:20"));
        QCOMPARE(shown("b"), s("-1:a 0:b"));
        QCOMPARE(thread("a").rows.first().row.entry.post.replyToUri.value(), uriOf(s("gone")));
    }

    void whatWasToldToAnotherAccountOnlyIsNotShown()
    {
        QVERIFY(tell("a:0 open<a:10"));
        QVERIFY(tell("a:0 secret<a:20 more<secret:30", false, "other"));
        QCOMPARE(shown("a"), s("0:a 1:open"));
        QCOMPARE(shown("a", "other"), s("0:a 1:secret 2:more"));
    }

    void anotherServersWordOnWhoAnswersIsNotTaken()
    {
        QVERIFY(tell("a:0 b:10"));
        Post forged = postNamed(s("b"), 10);
        forged.replyToUri = PostUri(uriOf(s("a")));
        QVERIFY(m_home->put(forged, Source{ServerHost(s("evil.example")), AccountId(s("third")), 1}));
        QCOMPARE(shown("a"), s("0:a"));
    }

    void repliesOfOneMomentKeepTheirOrder()
    {
        QVERIFY(tell("a:0 c<a:10 b<a:10 d<a:10"));
        QCOMPARE(shown("a"), s("0:a 1:c 1:b 1:d"));
        m_home->clock.advance(minuteMs);
        QVERIFY(tell("d<a:10 b<a:10 c<a:10"));
        QCOMPARE(shown("a"), s("0:a 1:c 1:b 1:d"));
    }

    void aCircleIsWalkedOnce()
    {
        QVERIFY(tell("a<c:0 b<a:10 c<b:20 side<b:30"));
        QCOMPARE(shown("a"), s("-2:b -1:c 0:a"));
        QCOMPARE(shown("side"), s("-3:c -2:a -1:b 0:side"));
        QVERIFY(tell("self<self:5 child<self:6"));
        QCOMPARE(shown("self"), s("0:self 1:child"));
    }

    void theBoundsHoldAndSaySo()
    {
        QVERIFY(tellChain(200));
        const ThreadRows low = thread("p199");
        QCOMPARE(low.rows.size(), ThreadReader::mostAncestors + 1);
        QCOMPARE(low.rows.first().depth, -ThreadReader::mostAncestors);
        QCOMPARE(nameOf(low.rows.first().row.entry.uri), s("p99"));
        QVERIFY(low.cut);
        const ThreadRows top = thread("p0");
        QCOMPARE(top.rows.size(), ThreadReader::mostDepth + 1);
        QCOMPARE(top.rows.last().depth, ThreadReader::mostDepth);
        QVERIFY(top.cut);
    }

    void aThreadUpToTheBoundsIsWhole()
    {
        QVERIFY(tellChain(ThreadReader::mostAncestors + ThreadReader::mostDepth + 1));
        const ThreadRows rows = thread("p100");
        QCOMPARE(rows.rows.size(), ThreadReader::mostAncestors + ThreadReader::mostDepth + 1);
        QVERIFY(!rows.cut);
        QVERIFY(thread("p101").cut);
        QVERIFY(thread("p99").cut);
    }

    void aCrowdIsCutAtTheOldestReplies()
    {
        QStringList specs{s("a:0")};
        for (int i = 0; i < 500; ++i)
            specs << s("r%1<a:%1").arg(500 - i);
        QVERIFY(tell(qPrintable(specs.join(QLatin1Char(' ')))));
        const ThreadRows rows = thread("a");
        QCOMPARE(rows.rows.size(), ThreadReader::mostDescendants + 1);
        QVERIFY(rows.cut);
        QCOMPARE(nameOf(rows.rows[1].row.entry.uri), s("r1"));
        QCOMPARE(nameOf(rows.rows.last().row.entry.uri), s("r400"));
        const ThreadRows again = thread("r3");
        QCOMPARE(again.rows.size(), 2);
        QVERIFY(!again.cut);
    }

    void wishesAreLaidOverEveryPost()
    {
        QVERIFY(tell("root:0 a<root:10 b<a:20"));
        for (const auto &[uid, kind, post, account] :
             {std::tuple("w1", ActionKind::Favourite, "root", "me"),
              std::tuple("w2", ActionKind::Boost, "a", "me"), std::tuple("w3", ActionKind::Remove, "b", "me"),
              std::tuple("w4", ActionKind::Bookmark, "b", "me"),
              std::tuple("w5", ActionKind::Favourite, "b", "other")})
            QVERIFY(!addAction(*m_home->store, wishOf(s(account), s(uid), kind, uriOf(s(post)))).isNull());
        const QVector<ThreadRow> rows = thread("a").rows;
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows[0].row.favouritePending);
        QCOMPARE(rows[0].row.entry.post.flags.favourited, std::optional<bool>(true));
        QVERIFY(rows[1].row.boostPending && !rows[1].row.favouritePending);
        QVERIFY(rows[2].row.removalPending && rows[2].row.bookmarkPending);
        QVERIFY(!rows[2].row.favouritePending);
    }

    void aWaitingReplyStandsUnderWhatItAnswers()
    {
        QVERIFY(tell("root:0 a<root:10 b<a:20 c<a:40 d<b:50"));
        (void)reply("g1", "a", 30);
        (void)reply("g2", "b", 60);
        (void)reply("g3", "elsewhere", 60);
        (void)reply("g4", "root", 70);
        (void)reply("g5", nullptr, 70);
        QCOMPARE(shown("a"), s("-1:root 0:a 1:b 2:d 2:(g2) 1:(g1) 1:c 0:(g4)"));
        const QVector<ThreadRow> rows = thread("a").rows;
        QCOMPARE(rows[4].row.entry.post.body.text, s("text of g2"));
        QCOMPARE(rows[4].row.entry.post.author.handle, s("me@example.org"));
        QVERIFY(!shown("root", "other").contains(QLatin1Char('(')));
    }

    void aWaitingReplyToAWaitingReplyStandsUnderIt()
    {
        QVERIFY(tell("a:0"));
        const ActionId first = reply("g1", "a", 10);
        (void)reply("g2", nullptr, 20, first);
        QCOMPARE(shown("a"), s("0:a 1:(g1) 2:(g2)"));

        // Truth of the first is there, the journal does not know yet; then it does.
        Post post = postNamed(s("real"), 11);
        post.replyToUri = PostUri(uriOf(s("a")));
        QVERIFY(m_home->put(post, m_home->source(), s("g1")));
        QCOMPARE(shown("a"), s("0:a 1:real 2:(g2)"));
        QCOMPARE(thread("a").rows[1].row.identity, s("g1"));
        QVERIFY(close(first, ActionState::Done));
        QCOMPARE(shown("a"), s("0:a 1:real 2:(g2)"));
    }

    void aCancelledReplyIsGone()
    {
        QVERIFY(tell("a:0"));
        const ActionId id = reply("g1", "a", 10);
        QCOMPARE(shown("a"), s("0:a 1:(g1)"));
        QVERIFY(close(id, ActionState::Cancelled));
        QCOMPARE(shown("a"), s("0:a"));
    }

    void aTombstonedPostLeavesTheThread()
    {
        QVERIFY(tell("a:0 b<a:10 c<b:20"));
        QVERIFY(ended(m_home->store->cache([this](CacheTx &tx) {
                    return PostStore(tx.db).tombstone(PostUri(uriOf(s("b"))), ServerHost(m_home->host));
                })).ok());
        QCOMPARE(shown("a"), s("0:a"));
        QVERIFY(thread("b").rows.isEmpty());
        QCOMPARE(shown("c"), s("0:c"));
    }

    void everyLookupIsAWalkAlongAnIndex()
    {
        QVERIFY(tell("a:0 b<a:10"));
        for (const QString &sql : ThreadReader::statements()) {
            const QString plan = planOf(sql);
            for (const QString &line : plan.split(QLatin1Char('\n'))) {
                QVERIFY2(!line.contains(s("TEMP B-TREE")) && !line.contains(s("AUTOMATIC")),
                         qPrintable(line));
                QVERIFY2(!line.startsWith(s("SCAN")) || line.startsWith(s("SCAN w VIRTUAL")),
                         qPrintable(line));
            }
            QVERIFY2(plan.count(s("SEARCH")) >= 3, qPrintable(plan));
            if (sql.contains(s("reply_uri = w")))
                QVERIFY2(plan.contains(s("INDEX copy_reply (reply_uri=? AND server=?)")), qPrintable(plan));
            if (sql.contains(s("reply_ref = w")))
                QVERIFY2(plan.contains(s("INDEX copy_reply_ref (reply_ref=? AND server=?)")),
                         qPrintable(plan));
        }
    }

    void aThreadCostsTheSameHoweverMuchIsInTheCache()
    {
        QVERIFY(tell("root:0 a<root:10 b<a:20 c<b:30"));
        Database &db = m_home->store->reader();
        const auto cost = [&] {
            const qint64 before = db.statementsRun();
            return qMakePair(int(thread("a").rows.size()), db.statementsRun() - before);
        };
        const auto alone = cost();
        QCOMPARE(alone.first, 4);
        QStringList specs;
        for (int i = 0; i < 2000; ++i)
            specs << s("other%1:%1").arg(i);
        QVERIFY(tell(qPrintable(specs.join(QLatin1Char(' ')))));
        QCOMPARE(cost(), alone);
        QVERIFY2(alone.second <= 15, qPrintable(QString::number(alone.second)));
    }

private:
    QString planOf(const QString &sql)
    {
        Statement plan = m_home->store->reader().statement(s("EXPLAIN QUERY PLAN ") + sql);
        for (int i = 0; i < sql.count(QLatin1Char('?')); ++i)
            plan.bind(s("[]"));
        QStringList lines;
        for (auto row = plan.step(); row.ok() && row.value(); row = plan.step())
            lines << plan.text(3);
        return lines.join(QLatin1Char('\n'));
    }
};

QTEST_GUILESS_MAIN(ThreadReaderTest)
#include "threadreadertest.moc"
