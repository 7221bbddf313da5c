// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/appcontroller.h"

#include "windowfixture.h"

#include <QtTest>

using namespace Petrel;

namespace {

QString alice()
{
    return QStringLiteral("alice");
}

QString bob()
{
    return QStringLiteral("bob");
}

//! With a keychain that takes its time.
struct LateTokens : WindowFixture {
    class LateCredentials : public KeptCredentials {
    public:
        using KeptCredentials::KeptCredentials;
        Task<Secret> read(const AccountId &account) override
        {
            asked = account;
            return answer.task();
        }
        AccountId asked;
        Promise<Secret> answer;
    };

    //! As openWindow(), but nothing of the keychain is read yet.
    void openLate()
    {
        app.reset();
        engine.reset();
        EngineOptions options;
        options.profileDirectory = profile.path();
        options.machineId = "this machine";
        options.threaded = false;
        options.clock = &clock;
        options.transport = &*transport;
        auto store = std::make_unique<LateCredentials>(tokens);
        late = store.get();
        options.credentials = std::move(store);
        auto lock = ProfileLock::acquire(profile.path());
        engine = Engine::open(lock.take(), std::move(options)).take();
        observer.target = &engine->weather();
        engine->start().finally(&context, [this](const Result<Unit> &) { app->begin(); });
        show();
    }
    void come()
    {
        late->answer.finish(tokens.value(late->asked.value()));
        settle();
    }

    LateCredentials *late = nullptr;
    QObject context;
};

} // namespace

class AppControllerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFirstStartWelcomes()
    {
        WindowFixture f;
        f.openWindow();
        QVERIFY(f.app->isReady());
        QVERIFY(!f.app->hasAccounts());
        QCOMPARE(f.app->page(), QStringLiteral("welcome"));
        QVERIFY(!f.app->home());
        QVERIFY(!f.app->composer());
        QCOMPARE(f.transport->sent(), 0);
    }

    void aProfileThatCannotBeOpenedIsSaid()
    {
        AppController app({});
        QSignalSpy changed(&app, &AppController::readyChanged);
        app.fail(QStringLiteral("The disk is full."));
        QVERIFY(!app.isReady());
        QCOMPARE(app.startError(), QStringLiteral("The disk is full."));
        QCOMPARE(changed.size(), 1);
    }

    void afterASignInItsHomeIsReadAndShown()
    {
        WindowFixture f;
        f.one.world().publish(bob(), QStringLiteral("hello"));
        f.openWindow();
        const Account account = f.signIn(f.one, alice());
        QCOMPARE(f.app->currentAccount(), account.id.value());
        f.settle();
        QCOMPARE(f.app->home()->model()->count(), 1);
        QCOMPARE(f.shownText(0), QStringLiteral("hello"));
        QVERIFY(f.app->home()->wasEverRead());
        QVERIFY(f.app->home()->ageWords().startsWith(QStringLiteral("as of ")));
        QVERIFY(!f.app->home()->isStale());
    }

    void whatWasReadIsThereWithTheServerAway()
    {
        WindowFixture f;
        f.one.world().publish(bob(), QStringLiteral("hello"));
        f.openWindow();
        f.signIn(f.one, alice());
        f.settle();
        f.one.setDown(true);
        f.openWindow();
        QCOMPARE(f.app->page(), QStringLiteral("home"));
        QCOMPARE(f.app->home()->model()->count(), 1);
        f.pass(120'000);
        QVERIFY(f.app->home()->isStale());
        QVERIFY2(f.app->home()->ageWords().contains(QStringLiteral("down since")),
                 qPrintable(f.app->home()->ageWords()));
        QVERIFY(f.app->home()->errorWords().isEmpty());
        QCOMPARE(f.app->weather()->worst(), QStringLiteral("down"));
    }

    void aPostWrittenInAnOutageGoesOutByItselfAfterIt()
    {
        WindowFixture f;
        f.openWindow();
        f.signIn(f.one, alice());
        f.one.setDown(true);
        f.pass(120'000);
        auto *composer = f.app->composer();
        QVERIFY(composer->willQueue());
        QCOMPARE(composer->buttonWords(), QStringLiteral("Queue"));
        composer->setText(QStringLiteral("written in the storm"));
        composer->post();
        f.settle();
        QCOMPARE(f.app->outbox()->count(), 1);
        QCOMPARE(f.app->home()->model()->index(0, 0).data(PostListModel::GhostRole).toBool(), true);
        QVERIFY(f.one.world().textsBy(alice()).isEmpty());
        f.one.setDown(false);
        f.pass(600'000);
        QCOMPARE(f.one.world().textsBy(alice()), QStringList{QStringLiteral("written in the storm")});
        QCOMPARE(f.app->outbox()->count(), 0);
        QCOMPARE(f.app->home()->model()->index(0, 0).data(PostListModel::GhostRole).toBool(), false);
        QVERIFY(!f.app->home()->isStale());
        QCOMPARE(f.one.unexpectedRequests(), QStringList());
    }

    void aReactionShowsAtOnceAndReachesTheServer()
    {
        WindowFixture f;
        const QString uri = f.one.world().publish(bob(), QStringLiteral("hello"));
        f.openWindow();
        f.signIn(f.one, alice());
        f.settle();
        f.one.setDown(true);
        f.app->home()->favourite(uri, true);
        f.settle();
        const auto row = f.app->home()->model()->index(0, 0);
        QVERIFY(row.data(PostListModel::FavouritedRole).toBool());
        QVERIFY(row.data(PostListModel::FavouritePendingRole).toBool());
        f.one.setDown(false);
        f.pass(600'000);
        QVERIFY(f.one.world().favourited(alice(), uri));
        QVERIFY(!row.data(PostListModel::FavouritePendingRole).toBool());
    }

    void deletingAnothersPostIsRefusedInWords()
    {
        WindowFixture f;
        const QString uri = f.one.world().publish(bob(), QStringLiteral("hello"));
        f.openWindow();
        f.signIn(f.one, alice());
        f.settle();
        f.app->home()->remove(uri);
        f.settle();
        QCOMPARE(f.said.size(), 1);
        QVERIFY(f.openActions().isEmpty());
    }

    void theReadingPlaceIsThereAfterARestart()
    {
        WindowFixture f;
        for (int i = 0; i < 5; ++i)
            f.one.world().publish(bob(), QStringLiteral("post %1").arg(i));
        f.openWindow();
        f.signIn(f.one, alice());
        f.settle();
        const QString identity =
            f.app->home()->model()->index(3, 0).data(PostListModel::IdentityRole).toString();
        f.app->home()->savePlace(identity, -12.5);
        f.app->flush();
        f.settle();
        f.openWindow();
        QCOMPARE(f.app->home()->restoredIdentity(), identity);
        QCOMPARE(f.app->home()->restoredOffset(), -12.5);
        QVERIFY(f.app->home()->model()->rowOf(identity) >= 0);
    }

    void whoComesBackToAnAccountComesBackToWhereHeLeftIt()
    {
        WindowFixture f;
        for (int i = 0; i < 5; ++i)
            f.one.world().publish(bob(), QStringLiteral("post %1").arg(i));
        f.openWindow();
        const Account first = f.signIn(f.one, alice());
        const Account second = f.signIn(f.two, alice());
        f.app->setCurrentAccount(first.id.value());
        f.settle();
        const auto identityOf = [&f](int row) {
            return f.app->home()->model()->index(row, 0).data(PostListModel::IdentityRole).toString();
        };
        f.app->home()->savePlace(identityOf(1), 0);
        f.app->home()->savePlace(identityOf(3), 7);
        f.app->setCurrentAccount(second.id.value());
        f.app->setCurrentAccount(first.id.value());
        QCOMPARE(f.app->home()->restoredIdentity(), identityOf(3));
        QCOMPARE(f.app->home()->restoredOffset(), 7.0);
        // A place that is none is not kept.
        f.app->home()->savePlace(QStringLiteral("no such post"), 1);
        QCOMPARE(f.app->home()->restoredIdentity(), identityOf(3));
    }

    void editingAWaitingPostLeadsToWhereItIsWritten()
    {
        WindowFixture f;
        f.openWindow();
        f.signIn(f.one, alice());
        f.one.setDown(true);
        f.app->composer()->setText(QStringLiteral("teh"));
        f.app->composer()->post();
        f.settle();
        const QString waiting = QString::number(f.openActions().first().id.value());
        QStringList pages;
        connect(f.app->composer(), &ComposerController::focusWanted, this,
                [&] { pages.append(f.app->page()); });
        f.app->setPage(QStringLiteral("outbox"));
        f.app->composer()->setText(QStringLiteral("in the way"));
        f.app->outbox()->edit(waiting);
        f.settle();
        QCOMPARE(pages, QStringList{QStringLiteral("home")});
        QCOMPARE(f.app->composer()->text(), QStringLiteral("in the way"));
        f.app->composer()->discard();
        f.app->setPage(QStringLiteral("outbox"));
        f.app->outbox()->edit(waiting);
        f.settle();
        QCOMPARE(pages, QStringList({QStringLiteral("home"), QStringLiteral("home")}));
        QCOMPARE(f.app->composer()->text(), QStringLiteral("teh"));
    }

    void theAccountLookedAtLastIsLookedAtFirst()
    {
        WindowFixture f;
        f.openWindow();
        f.signIn(f.one, alice());
        const Account second = f.signIn(f.two, alice());
        f.app->setCurrentAccount(second.id.value());
        f.settle();
        f.openWindow();
        QCOMPARE(f.app->currentAccount(), second.id.value());
        QCOMPARE(f.app->accounts()->current(), second.id);
    }

    void removingAnAccountWithOpenWishesAsksFirst()
    {
        WindowFixture f;
        f.openWindow();
        const Account account = f.signIn(f.one, alice());
        f.one.setDown(true);
        f.app->composer()->setText(QStringLiteral("unsent"));
        f.app->composer()->post();
        f.settle();
        QSignalSpy asked(f.app.get(), &AppController::removalNeedsForce);
        f.app->removeAccount(account.id.value(), false);
        f.settle();
        QCOMPARE(asked.size(), 1);
        QVERIFY(f.app->hasAccounts());
        f.app->removeAccount(account.id.value(), true);
        f.pass(60'000);
        QVERIFY(!f.app->hasAccounts());
        QVERIFY(!f.app->home());
        QCOMPARE(f.app->page(), QStringLiteral("welcome"));
        QVERIFY(!f.said.isEmpty());
    }

    void theDemonstrationIsOfferedWhereThereIsOneAndNotInsideIt()
    {
        bool works = true;
        int started = 0;
        AppController::Hands hands;
        QVERIFY(!AppController(hands).isDemoOffered());
        hands.startDemo = [&] {
            ++started;
            return works;
        };
        AppController app(hands);
        QSignalSpy said(&app, &AppController::said);
        QVERIFY(app.isDemoOffered());
        app.tryDemo();
        QVERIFY(said.size() == 1 && !said.last().at(1).toBool());
        works = false;
        app.tryDemo();
        QVERIFY(said.size() == 2 && said.last().at(1).toBool());
        QCOMPARE(started, 2);
        DemoController inside([](const QString &, bool) {});
        app.setDemo(&inside);
        QVERIFY(!app.isDemoOffered());
        app.tryDemo();
        QCOMPARE(started, 2);
    }

    void onlyHarmlessLinksAreOpened()
    {
        WindowFixture f;
        f.openWindow();
        QVERIFY(f.app->openLink(QStringLiteral("https://one.example/@bob")));
        QVERIFY(!f.app->openLink(QStringLiteral("javascript:alert(1)")));
        QVERIFY(!f.app->openLink(QStringLiteral("file:///etc/passwd")));
        QCOMPARE(f.opened, QVector<QUrl>{QUrl(QStringLiteral("https://one.example/@bob"))});
    }

    void aThreadOfAPostOpensWithoutAServer()
    {
        WindowFixture f;
        const QString uri = f.one.world().publish(bob(), QStringLiteral("hello"));
        f.openWindow();
        f.signIn(f.one, alice());
        f.settle();
        f.one.setDown(true);
        f.app->openThread(uri);
        f.settle();
        QVERIFY(f.app->thread());
        QCOMPARE(f.app->thread()->openedIndex(), 0);
        f.app->closeThread();
        QVERIFY(!f.app->thread());
    }

    void aThreadThatCouldNotBeFetchedIsAskedForWhenTheServerIsBack()
    {
        WindowFixture f;
        const QString uri = f.one.world().publish(bob(), QStringLiteral("hello"));
        f.openWindow();
        f.signIn(f.one, alice());
        f.settle();
        f.one.setDown(true);
        f.pass(120'000);
        f.app->openThread(uri);
        f.settle();
        QVERIFY(!f.app->thread()->errorWords().isEmpty());
        f.one.setDown(false);
        f.pass(600'000);
        QCOMPARE(f.app->thread()->errorWords(), QString());
        QVERIFY(!f.app->thread()->isLoading());
        // Fetched once, it is not fetched again and again.
        f.one.clearLog();
        f.one.setDown(true);
        f.pass(120'000);
        f.one.setDown(false);
        f.pass(600'000);
        QCOMPARE(f.one.countRequests("GET", f.contextOf(uri)), 0);
    }

    void whoAsksForAThreadAgainNeedNotWaitForTheNextProbe()
    {
        WindowFixture f;
        const QString uri = f.one.world().publish(bob(), QStringLiteral("hello"));
        f.openWindow();
        f.signIn(f.one, alice());
        f.settle();
        f.one.setDown(true);
        f.pass(1'200'000);
        f.app->openThread(uri);
        f.settle();
        f.one.setDown(false);
        f.app->thread()->refresh();
        f.settle();
        QCOMPARE(f.app->thread()->errorWords(), QString());
    }

    void aThreadOpenedBeforeTheTokensAreReadFollowsThem()
    {
        LateTokens f;
        const QString uri = f.one.world().publish(bob(), QStringLiteral("hello"));
        f.openWindow();
        f.signIn(f.one, alice());
        f.settle();
        f.openLate();
        f.app->openThread(uri);
        f.settle();
        const auto can = [&f] { return f.app->thread()->model()->context().can; };
        QCOMPARE(can().idempotencyMs, 0);
        QVERIFY(!f.app->thread()->errorWords().isEmpty());
        f.come();
        QVERIFY(can().idempotencyMs > 0);
        QCOMPARE(f.app->thread()->errorWords(), QString());
    }

    void oneAccountsStormTouchesNoOther()
    {
        WindowFixture f;
        f.openWindow();
        const Account first = f.signIn(f.one, alice());
        const Account second = f.signIn(f.two, alice());
        f.one.setDown(true);
        f.pass(400'000);
        f.app->setCurrentAccount(first.id.value());
        QVERIFY(f.app->composer()->willQueue());
        f.app->setCurrentAccount(second.id.value());
        QVERIFY(!f.app->composer()->willQueue());
        f.app->composer()->setText(QStringLiteral("fine here"));
        f.app->composer()->post();
        f.pass(10'000);
        QCOMPARE(f.two.world().textsBy(alice()), QStringList{QStringLiteral("fine here")});
    }
};

QTEST_GUILESS_MAIN(AppControllerTest)
#include "appcontrollertest.moc"
