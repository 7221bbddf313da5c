// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/threadsync.h"

#include "scriptedthreads.h"

#include "store/threadreader.h"
#include "support/gatestub.h"

using namespace Petrel;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class ThreadSyncTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<HomeFixture> m_home;
    std::unique_ptr<GateStub> m_gate;
    std::unique_ptr<ThreadService> m_service;
    std::unique_ptr<ThreadSync> m_sync;

    ScriptedThreads &server() { return m_service->server; }
    Result<ThreadReport> refresh(const char *name = "b")
    {
        m_home->clock.advance(minuteMs);
        return ended(m_sync->refresh(PostUri(uriOf(s(name)))));
    }
    //! What the cache shows of the thread: "-1:a 0:b", ghosts in brackets.
    QString shown(const char *name = "b")
    {
        auto thread =
            ThreadReader(m_home->store->reader()).rows(m_home->key.account, PostUri(uriOf(s(name))));
        QStringList names;
        for (const ThreadRow &row : thread.ok() ? thread.value().rows : QVector<ThreadRow>()) {
            names << s("%1:%2").arg(row.depth).arg(row.row.ghost ? s("(%1)").arg(row.row.identity)
                                                                 : nameOf(row.row.entry.uri));
        }
        return names.join(QLatin1Char(' '));
    }
    void makeSync()
    {
        m_sync = std::make_unique<ThreadSync>(accountNamed(s("me")), *m_home->store, *m_service, *m_gate,
                                              m_home->clock);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<HomeFixture>();
        QVERIFY(m_home->open());
        m_gate = std::make_unique<GateStub>(m_home->clock);
        m_service = std::make_unique<ThreadService>();
        makeSync();
        // Opened from the home, where it stands.
        (void)m_home->top(s("x:30 b:20"));
    }
    void cleanup() { m_sync.reset(); }

    void aThreadIsReadPartByPart()
    {
        QCOMPARE(shown(), s("0:b"));
        const auto done = refresh();
        QVERIFY(done.ok());
        QCOMPARE(done.value().parts, 2);
        QCOMPARE(done.value().posts, 4);
        QCOMPARE(server().asked, (QStringList{s("ref-b "), s("ref-b around")}));
        QCOMPARE(shown(), s("-1:a 0:b 1:c 2:d"));
        // The home is as it was.
        QCOMPARE(m_home->shown(), s("x b"));
    }

    void theGateIsAskedBeforeEveryRequest()
    {
        QVERIFY(refresh().ok());
        QCOMPARE(m_gate->asked, int(server().asked.size()));
        QCOMPARE(m_gate->asked, 2);
    }

    void aClosedGateRefusesWithItsReason()
    {
        m_home->clock.advance(minuteMs);
        m_gate->shut(ActionReason::RateLimited, m_home->clock.nowMs() + 30'000);
        const auto done = ended(m_sync->refresh(PostUri(uriOf(s("b")))));
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::RateLimited);
        QCOMPARE(done.error().retryAfterMs, std::optional<qint64>(30'000));
        QVERIFY(server().asked.isEmpty());
        QCOMPARE(shown(), s("0:b"));
        m_gate->open();
        QVERIFY(refresh().ok());
    }

    void aGateThatClosesOnTheWayStopsTheNextRequest()
    {
        server().held = true;
        std::optional<Error> error;
        m_sync->refresh(PostUri(uriOf(s("b")))).finally(this, [&](const Result<ThreadReport> &result) {
            if (!result.ok())
                error = result.error();
        });
        m_gate->shut();
        server().held = false;
        server().release();
        QTRY_VERIFY(error.has_value());
        QCOMPARE(error->kind, ErrorKind::ServerDown);
        QCOMPARE(server().asked.size(), 1);
    }

    void anErrorOnTheWayKeepsWhatWasStored()
    {
        server().script = {std::nullopt, Error{ErrorKind::Timeout, {}, s("slow"), {}}};
        const auto done = refresh();
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::Timeout);
        QCOMPARE(m_home->find(uriOf(s("b")), s("me"))->replyToRef.value(), s("ref-a"));
        QCOMPARE(shown(), s("0:b"));
        QVERIFY(refresh().ok());
        QCOMPARE(shown(), s("-1:a 0:b 1:c 2:d"));
    }

    void aPostThatIsGoneLeavesTheCache()
    {
        QVector<ChangeSet> heard;
        connect(m_home->store.get(), &Store::changed, this,
                [&](const ChangeSet &changes) { heard.append(changes); });
        server().script = {Error{ErrorKind::NotFound, {}, s("404"), {}}};
        const auto done = refresh();
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::NotFound);
        QCOMPARE(server().asked.size(), 1);
        QCOMPARE(shown(), QString());
        QCOMPARE(m_home->shown(), s("x"));
        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard.first().posts, QSet<PostUri>{PostUri(uriOf(s("b")))});
        QCOMPARE(heard.first().timelines, QVector<TimelineKey>{m_home->key});
    }

    void aLaterPartThatIsNotFoundBuriesNothing()
    {
        server().script = {std::nullopt, Error{ErrorKind::NotFound, {}, s("404"), {}}};
        const auto done = refresh();
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::NotFound);
        QCOMPARE(shown(), s("0:b"));
        QCOMPARE(m_home->shown(), s("x b"));
    }

    void otherErrorsBuryNothing()
    {
        for (const ErrorKind kind : {ErrorKind::Malformed, ErrorKind::Forbidden, ErrorKind::ServerDown,
                                     ErrorKind::SignedOut, ErrorKind::Timeout}) {
            server().script = {Error{kind, {}, {}, {}}};
            const auto done = refresh();
            QVERIFY(!done.ok());
            QCOMPARE(done.error().kind, kind);
            QCOMPARE(shown(), s("0:b"));
        }
    }

    void requestsForTheSamePostAreOne()
    {
        server().held = true;
        int posts = 0;
        int finished = 0;
        for (int i = 0; i < 3; ++i) {
            m_sync->refresh(PostUri(uriOf(s("b")))).finally(this, [&](const Result<ThreadReport> &result) {
                ++finished;
                posts += result.ok() ? result.value().posts : 0;
            });
        }
        QCOMPARE(server().asked.size(), 1);
        server().held = false;
        server().release();
        QTRY_COMPARE(finished, 3);
        QCOMPARE(posts, 12);
        QCOMPARE(server().asked.size(), 2);
        QVERIFY(refresh().ok());
        QCOMPARE(server().asked.size(), 4);
    }

    void anotherPostDoesNotWait()
    {
        server().held = true;
        for (const char *name : {"b", "x"}) {
            m_sync->refresh(PostUri(uriOf(s(name)))).finally(this, [](const Result<ThreadReport> &) {});
        }
        QCOMPARE(server().asked, (QStringList{s("ref-b "), s("ref-x ")}));
    }

    void whoHearsOfTheEndMayAskAgain()
    {
        int parts = 0;
        m_sync->refresh(PostUri(uriOf(s("b")))).finally(this, [&](const Result<ThreadReport> &) {
            m_sync->refresh(PostUri(uriOf(s("b")))).finally(this, [&](const Result<ThreadReport> &again) {
                parts = again.ok() ? again.value().parts : -1;
            });
        });
        QTRY_COMPARE(parts, 2);
        QCOMPARE(server().asked.size(), 4);
    }

    void eachPartIsOneCommit()
    {
        QVector<ChangeSet> heard;
        connect(m_home->store.get(), &Store::changed, this,
                [&](const ChangeSet &changes) { heard.append(changes); });
        QVERIFY(refresh().ok());
        QCOMPARE(heard.size(), 2);
        QCOMPARE(heard[0].posts, QSet<PostUri>{PostUri(uriOf(s("b")))});
        QCOMPARE(heard[1].posts.size(), 3);
        QVERIFY(heard[1].timelines.isEmpty());
    }

    void aServerWithoutEndIsLeft()
    {
        server().endless = true;
        const auto done = refresh();
        QVERIFY(done.ok());
        QCOMPARE(done.value().parts, 20);
        QCOMPARE(server().asked.size(), 20);
    }

    void anOwnReplyUnderWayIsNotShownTwice()
    {
        QVERIFY(refresh().ok());
        Action action = publishOf(s("me"), s("uid"));
        action.createdAtMs = m_home->clock.nowMs();
        action.subject.uri = PostUri(uriOf(s("b")));
        action.subject.ref = RemoteRef(s("ref-b"));
        action.state = ActionState::Sending;
        const ActionId id = addAction(*m_home->store, action);
        QVERIFY(!id.isNull());
        QCOMPARE(shown(), s("-1:a 0:b 1:c 2:d 1:(uid)"));

        Post post = postNamed(s("mine"));
        post.author.handle = s("me@example.org");
        post.createdAtMs = m_home->clock.nowMs();
        post.body.text = action.content.text;
        post.replyToRef = RemoteRef(s("ref-b"));
        server().ownReply = post;
        QVERIFY(refresh().ok());
        QCOMPARE(shown(), s("-1:a 0:b 1:c 2:d 1:mine"));
        auto claim = AttemptStore(m_home->store->reader()).claimOn(AccountId(s("me")), post.uri);
        QVERIFY(claim.ok() && claim.value());
        QCOMPARE(claim.value()->action, id);
    }

    void aPostNobodyToldOfAsksNobody()
    {
        const auto done = refresh("unknown");
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::NotFound);
        QVERIFY(!done.error().message.isEmpty());
        QVERIFY(server().asked.isEmpty());
    }

    void whatTheNetworkCannotDoIsUnsupported()
    {
        m_service->hasThreads = false;
        const auto done = refresh();
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::Unsupported);
        QCOMPARE(shown(), s("0:b"));
    }

    void aStoreThatCannotWriteIsAnError()
    {
        m_sync.reset();
        m_home->store.reset();
        bool alive = true;
        StoreOptions options = optionsFor(m_home->profile.path(), m_home->clock);
        options.onPoint = [&alive](StorePoint) { return alive; };
        m_home->store = opened(options);
        QVERIFY(m_home->store);
        makeSync();
        alive = false;
        const auto done = refresh();
        QVERIFY(!done.ok());
        QCOMPARE(done.error().kind, ErrorKind::Storage);
        QCOMPARE(server().asked.size(), 1);
        m_sync.reset();
    }

    void whatWasAskedOfOneThatIsGoneIsCancelled()
    {
        server().held = true;
        std::optional<Error> error;
        m_sync->refresh(PostUri(uriOf(s("b")))).finally(this, [&](const Result<ThreadReport> &result) {
            if (!result.ok())
                error = result.error();
        });
        m_sync.reset();
        server().release();
        QVERIFY(error.has_value());
        QCOMPARE(error->kind, ErrorKind::Cancelled);
        QCOMPARE(shown(), s("0:b"));
    }
};

QTEST_GUILESS_MAIN(ThreadSyncTest)
#include "threadsynctest.moc"
