// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/serviceundertest.h"
#include "service/service.h"
#include "store/accountstore.h"
#include "store/actionstore.h"
#include "store/store.h"
#include "store/threadreader.h"
#include "support/drive.h"
#include "support/gatestub.h"
#include "support/temporaryprofile.h"
#include "sync/syncengine.h"
#include "sync/threadsync.h"

#include <QTest>

using namespace Petrel;
using namespace Qt::Literals::StringLiterals;

//! From what each network and flavour tells, through the cache, to the thread that is shown.
class ThreadCacheTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theCacheShowsWhatTheHomeToldBeforeAnythingIsAsked_data() { addServices(); }
    void theCacheShowsWhatTheHomeToldBeforeAnythingIsAsked();
    void aThreadIsShownAsItWasWritten_data() { addServices(); }
    void aThreadIsShownAsItWasWritten();
    void aPostThatIsGoneLeavesTheThread_data() { addServices(); }
    void aPostThatIsGoneLeavesTheThread();
    void aWaitingReplyIsShownInItsPlace_data() { addServices(); }
    void aWaitingReplyIsShownInItsPlace();

private:
    //! Alice's cache and her way into it.
    struct Reader {
        std::unique_ptr<ServiceUnderTest> server;
        std::unique_ptr<TemporaryProfile> profile;
        std::unique_ptr<Store> store;
        std::unique_ptr<GateStub> gate;
        std::unique_ptr<SyncEngine> home;
        std::unique_ptr<ThreadSync> threads;

        bool readHome()
        {
            auto done = driveToEnd(home->refresh(u"home"_s), server->clock);
            return done && done->ok();
        }
        std::optional<Error> readThread(const QString &uri)
        {
            auto done = driveToEnd(threads->refresh(PostUri(uri)), server->clock);
            if (!done)
                return Error{ErrorKind::Cancelled, {}, {}, {}};
            return done->ok() ? std::nullopt : std::optional<Error>(done->error());
        }
        QString shown(const QString &uri)
        {
            auto thread = ThreadReader(store->reader()).rows(AccountId(u"account-1"_s), PostUri(uri));
            QStringList texts;
            for (const ThreadRow &row : thread.ok() ? thread.value().rows : QVector<ThreadRow>())
                texts.append(u"%1:%2"_s.arg(row.depth).arg(row.row.entry.post.body.text));
            return texts.join(u' ');
        }
    };
    static void addServices();
    static PostContent content(const QString &text) { return {text, {}, Visibility::Public, u"en"_s}; }

    //! root ← a ← post ← b ← d, post ← c, and root ← aside; uris by text.
    QHash<QString, QString> m_uris;
    Reader m_reader;
    bool open(const QString &name);
};

void ThreadCacheTest::addServices()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : servicesUnderTest())
        QTest::newRow(qPrintable(name)) << name;
}

void ThreadCacheTest::init()
{
    m_reader.threads.reset();
    m_reader.home.reset();
    m_reader.store.reset();
    m_uris.clear();
}

bool ThreadCacheTest::open(const QString &name)
{
    m_reader.server = makeServiceUnderTest(name);
    ServiceUnderTest &server = *m_reader.server;
    for (const QString &spec :
         {u"root"_s, u"a<root"_s, u"aside<root"_s, u"post<a"_s, u"b<post"_s, u"c<post"_s, u"d<b"_s}) {
        const QStringList names = spec.split(u'<');
        m_uris.insert(names.first(),
                      server.publishAs(u"bob"_s, content(names.first()), m_uris.value(names.value(1))));
    }
    server.deliver();

    Account account;
    account.id = AccountId(u"account-1"_s);
    account.service = u"test"_s;
    account.handle = server.homeUri();
    account.host = ServerHost(account.handle.section(u'@', 1));
    m_reader.profile = std::make_unique<TemporaryProfile>();
    StoreOptions options;
    options.directory = m_reader.profile->path();
    options.clock = &server.clock;
    options.machineId = "this computer";
    options.threaded = false;
    auto store = Store::open(options);
    if (!store.ok())
        return false;
    m_reader.store = store.take();
    m_reader.gate = std::make_unique<GateStub>(server.clock);
    auto added = driveToEnd(
        m_reader.store->journal([account](JournalTx &tx) { return AccountStore(tx.db).insert(account); }),
        server.clock);
    m_reader.home = std::make_unique<SyncEngine>(account, *m_reader.store, server.service(), *m_reader.gate,
                                                 server.clock);
    m_reader.threads = std::make_unique<ThreadSync>(account, *m_reader.store, server.service(),
                                                    *m_reader.gate, server.clock);
    return added && added->ok() && m_reader.readHome();
}

void ThreadCacheTest::theCacheShowsWhatTheHomeToldBeforeAnythingIsAsked()
{
    QFETCH(QString, name);
    QVERIFY(open(name));
    const int before = m_reader.server->requests();
    QCOMPARE(m_reader.shown(m_uris.value(u"post"_s)), u"-2:root -1:a 0:post 1:b 2:d 1:c"_s);
    QCOMPARE(m_reader.shown(m_uris.value(u"root"_s)), u"0:root 1:a 2:post 3:b 4:d 3:c 1:aside"_s);
    QCOMPARE(m_reader.server->requests(), before);
}

void ThreadCacheTest::aThreadIsShownAsItWasWritten()
{
    QFETCH(QString, name);
    QVERIFY(open(name));
    ServiceUnderTest &server = *m_reader.server;
    const QString post = m_uris.value(u"post"_s);
    // Written after the home was read: only the thread can tell of it.
    const QString late = server.publishAs(u"alice"_s, content(u"alices"_s), post);
    QVERIFY(!m_reader.shown(post).contains(u"alices"_s));
    QVERIFY(!m_reader.readThread(post));
    QCOMPARE(m_reader.shown(post), u"-2:root -1:a 0:post 1:b 2:d 1:c 1:alices"_s);
    QVERIFY(!m_reader.readThread(late));
    QCOMPARE(m_reader.shown(late), u"-3:root -2:a -1:post 0:alices"_s);
    QCOMPARE(server.complaints(), QStringList());
}

void ThreadCacheTest::aPostThatIsGoneLeavesTheThread()
{
    QFETCH(QString, name);
    QVERIFY(open(name));
    const QString uri = m_uris.value(u"c"_s);
    m_reader.server->removePost(uri);
    const auto error = m_reader.readThread(uri);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NotFound);
    QCOMPARE(m_reader.shown(uri), QString());
    QCOMPARE(m_reader.shown(m_uris.value(u"post"_s)), u"-2:root -1:a 0:post 1:b 2:d"_s);
}

void ThreadCacheTest::aWaitingReplyIsShownInItsPlace()
{
    QFETCH(QString, name);
    QVERIFY(open(name));
    Action action;
    action.uid = u"uid"_s;
    action.account = AccountId(u"account-1"_s);
    action.content.text = u"soon"_s;
    action.createdAtMs = m_reader.server->clock.nowMs() + 60'000;
    action.subject.uri = PostUri(m_uris.value(u"b"_s));
    QVERIFY(driveToEnd(m_reader.store->journal([action](JournalTx &tx) -> Result<Unit> {
        Action copy = action;
        return ActionStore(tx.db).insert(copy);
    }),
                       m_reader.server->clock));
    QVERIFY(!m_reader.readThread(m_uris.value(u"post"_s)));
    QCOMPARE(m_reader.shown(m_uris.value(u"post"_s)), u"-2:root -1:a 0:post 1:b 2:d 2:soon 1:c"_s);
}

QTEST_GUILESS_MAIN(ThreadCacheTest)
#include "threadcachetest.moc"
