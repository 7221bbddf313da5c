// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/ownpostclaims.h"

#include "core/store/cachefixture.h"

using namespace Petrel;

//! Whether a page of a timeline brings home what an action under way has published.
class OwnPostClaimsTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<HomeFixture> m_home;
    Account m_me;

    //! An own post saying what publishOf(…, uid) says.
    [[nodiscard]] Entry ownEntry(const QString &name, const QString &uid, qint64 minute) const
    {
        Entry entry = entryOf(QStringLiteral("%1:%2").arg(name).arg(minute));
        entry.post.author.handle = m_me.handle;
        entry.post.body.text = QStringLiteral("text of ") + uid;
        return entry;
    }
    ActionId add(const QString &uid, ActionState state, const QString &text = {})
    {
        Action action = publishOf(QStringLiteral("me"), uid);
        if (!text.isEmpty())
            action.content.text = text;
        action.state = state;
        return addAction(*m_home->store, action);
    }
    //! Pairs of action and post, "number name", in order of claim.
    QStringList claims(const QVector<Entry> &entries)
    {
        QVector<const Post *> posts;
        for (const Entry &entry : entries)
            posts.append(&entry.post);
        const auto found = findOwnPosts(m_home->store->reader(), m_me, posts);
        QStringList pairs;
        if (!found.ok())
            return {found.error().detail};
        for (const OwnPostClaim &claim : found.value())
            pairs << QStringLiteral("%1 %2").arg(claim.actionUid, nameOf(claim.post.uri.value()));
        return pairs;
    }
    [[nodiscard]] bool write(const std::function<Result<Unit>(AttemptStore &)> &work)
    {
        return ended(m_home->store->journal([work](JournalTx &tx) -> Result<Unit> {
                   AttemptStore store(tx.db);
                   return work(store);
               }))
            .ok();
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<HomeFixture>();
        QVERIFY(m_home->open());
        m_me = accountNamed(QStringLiteral("me"));
    }

    void aPostThatSaysWhatIsUnderWayIsClaimed_data()
    {
        QTest::addColumn<ActionState>("state");
        QTest::addColumn<bool>("claimed");
        QTest::newRow("queued: nothing can be there yet") << ActionState::Queued << false;
        QTest::newRow("sending") << ActionState::Sending << true;
        QTest::newRow("uncertain") << ActionState::Uncertain << true;
        QTest::newRow("waiting: proved not sent") << ActionState::Waiting << false;
        QTest::newRow("needs the person") << ActionState::NeedsYou << false;
        QTest::newRow("done") << ActionState::Done << false;
    }
    void aPostThatSaysWhatIsUnderWayIsClaimed()
    {
        QFETCH(ActionState, state);
        QFETCH(bool, claimed);
        QVERIFY(!add(QStringLiteral("a"), state).isNull());
        const QStringList expected = claimed ? QStringList{QStringLiteral("a one")} : QStringList();
        QCOMPARE(claims({ownEntry(QStringLiteral("one"), QStringLiteral("a"), 10)}), expected);
    }

    void somebodyElsesPostOrOtherWordsAreNotClaimed()
    {
        QVERIFY(!add(QStringLiteral("a"), ActionState::Uncertain).isNull());
        Entry foreign = ownEntry(QStringLiteral("one"), QStringLiteral("a"), 10);
        foreign.post.author.handle = QStringLiteral("ann@example.org");
        QCOMPARE(claims({foreign, ownEntry(QStringLiteral("three"), QStringLiteral("b"), 10)}),
                 QStringList());
    }

    void equalWishesGetThePostsOldestToOldest()
    {
        const QString words = QStringLiteral("text of same");
        QVERIFY(!add(QStringLiteral("first"), ActionState::Uncertain, words).isNull());
        QVERIFY(!add(QStringLiteral("second"), ActionState::Sending, words).isNull());
        QCOMPARE(claims({ownEntry(QStringLiteral("newer"), QStringLiteral("same"), 20),
                         ownEntry(QStringLiteral("older"), QStringLiteral("same"), 10)}),
                 (QStringList{QStringLiteral("first older"), QStringLiteral("second newer")}));
    }

    void onePostIsNeverClaimedByTwoEqualWishes()
    {
        const QString words = QStringLiteral("text of same");
        QVERIFY(!add(QStringLiteral("first"), ActionState::Uncertain, words).isNull());
        QVERIFY(!add(QStringLiteral("second"), ActionState::Sending, words).isNull());
        QCOMPARE(claims({ownEntry(QStringLiteral("only"), QStringLiteral("same"), 10)}),
                 QStringList{QStringLiteral("first only")});
    }

    void whatWasThereBeforeTheAttemptIsNotClaimed()
    {
        const ActionId id = add(QStringLiteral("a"), ActionState::Uncertain);
        Attempt attempt;
        attempt.action = id;
        attempt.baseline.takenAtMs = 1;
        attempt.baseline.uris = {PostUri(uriOf(QStringLiteral("known")))};
        attempt.baseline.newestMs = minuteZero + 10 * minuteMs;
        QVERIFY(write([attempt](AttemptStore &store) mutable { return store.insert(attempt); }));
        const Entry known = ownEntry(QStringLiteral("known"), QStringLiteral("a"), 10);
        const Entry older = ownEntry(QStringLiteral("older"), QStringLiteral("a"), 9);
        QCOMPARE(claims({known, older}), QStringList());
        QCOMPARE(claims({ownEntry(QStringLiteral("new"), QStringLiteral("a"), 11), known, older}),
                 QStringList{QStringLiteral("a new")});
    }

    void whatIsOlderThanAnAttemptWithoutAListIsNotClaimed()
    {
        const ActionId id = add(QStringLiteral("a"), ActionState::Uncertain);
        Attempt attempt;
        attempt.action = id;
        attempt.startedAtMs = minuteZero + 60 * minuteMs;
        QVERIFY(write([attempt](AttemptStore &store) mutable { return store.insert(attempt); }));
        const Entry older = ownEntry(QStringLiteral("older"), QStringLiteral("a"), 40);
        QCOMPARE(claims({older}), QStringList());
        QCOMPARE(claims({ownEntry(QStringLiteral("new"), QStringLiteral("a"), 55), older}),
                 QStringList{QStringLiteral("a new")});
    }

    void aPostSettledOnByAnotherActionIsNotClaimed()
    {
        const ActionId other = add(QStringLiteral("other"), ActionState::Done);
        QVERIFY(!add(QStringLiteral("a"), ActionState::Uncertain).isNull());
        QVERIFY(write([this, other](AttemptStore &store) -> Result<Unit> {
            auto claimed = store.claim(m_me.id, PostUri(uriOf(QStringLiteral("one"))), other, false);
            return claimed.ok() ? Result<Unit>(Unit{}) : Result<Unit>(claimed.error());
        }));
        QCOMPARE(claims({ownEntry(QStringLiteral("one"), QStringLiteral("a"), 10)}), QStringList());
    }

    void aReplyIsClaimedOnlyUnderItsParent()
    {
        Action reply = publishOf(QStringLiteral("me"), QStringLiteral("a"));
        reply.state = ActionState::Uncertain;
        reply.subject.uri = PostUri(uriOf(QStringLiteral("parent")));
        reply.subject.ref = RemoteRef(QStringLiteral("ref-parent"));
        QVERIFY(!addAction(*m_home->store, reply).isNull());
        Entry loose = ownEntry(QStringLiteral("loose"), QStringLiteral("a"), 10);
        Entry under = ownEntry(QStringLiteral("under"), QStringLiteral("a"), 11);
        under.post.replyToUri = reply.subject.uri;
        under.post.replyToRef = reply.subject.ref;
        QCOMPARE(claims({under, loose}), QStringList{QStringLiteral("a under")});
    }
};

QTEST_GUILESS_MAIN(OwnPostClaimsTest)
#include "ownpostclaimstest.moc"
