// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/accountmanager.h"

#include "outbox/outbox.h"
#include "session/loginflow.h"
#include "sessionfixture.h"
#include "store/draftstore.h"
#include "store/poststore.h"
#include "sync/syncengine.h"
#include "sync/threadsync.h"

#include <QtTest>

using namespace Petrel;

namespace {

class Fixture : public SessionFixture {
public:
    Fixture() { open(); }
    Account add(Fake::FakeMastodon &server, const QString &user)
    {
        LoginFlow flow(engine->registry(), engine->accounts(), {});
        auto account = wait(flow.withToken(server.base().toString(), tokenOf(server, user)));
        if (!account.ok())
            qFatal("%s", qPrintable(describeError(account.error()) + account.error().detail));
        return account.take();
    }
    AccountManager &accounts() { return engine->accounts(); }
    Action post(const Account &account, const QString &text)
    {
        NewAction wish;
        wish.account = account.id;
        wish.content.text = text;
        auto action = wait(engine->outbox().enqueue(wish));
        return action.ok() ? action.take() : Action{};
    }
};

QString alice()
{
    return QStringLiteral("alice");
}

//! What is written stays unsent, while everything else of the server works.
void refusePosts(Fake::FakeMastodon &server)
{
    server.faults().add(Fake::FaultKind::Refuse, QStringLiteral("POST"), QStringLiteral("/api/v1/statuses"),
                        -1);
}

} // namespace

class AccountManagerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAccountIsThereAgainInTheNextProcess()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        QCOMPARE(account.handle, QStringLiteral("alice@one.example"));
        f.open();
        QCOMPARE(f.accounts().accounts().size(), 1);
        QCOMPARE(f.accounts().accounts().first().id, account.id);
        QVERIFY(f.accounts().session(account.id));
        QVERIFY(!f.accounts().problem(account.id));
        QVERIFY(f.wait(f.accounts().session(account.id)->sync().refresh(QStringLiteral("home"))).ok());
    }

    void signingInTellsThePictureAndHowTheAccountPosts()
    {
        Fixture f;
        Fake::WorldUser *person = f.one.world().editUser(alice());
        person->avatar = QStringLiteral("alice.png");
        person->defaultVisibility = QStringLiteral("unlisted");
        const Account account = f.add(f.one, alice());
        QCOMPARE(account.defaultVisibility, Visibility::Unlisted);
        f.open();
        QCOMPARE(f.accounts().accounts().first().defaultVisibility, Visibility::Unlisted);
        QCOMPARE(f.accounts().accounts().first().profileAtMs, account.profileAtMs);
        const auto profile = PostStore(f.engine->store().reader()).profile(account.handle);
        QVERIFY(profile.ok() && profile.value());
        QVERIFY(profile.value()->avatarUrl.endsWith(QStringLiteral("alice.png")));
    }

    void aThreadIsReadForTheAccount()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        const QString uri = f.one.world().publish(QStringLiteral("bob"), QStringLiteral("hello"));
        f.clock.advance(10'000);
        AccountSession *session = f.accounts().session(account.id);
        QVERIFY(f.wait(session->sync().refresh(QStringLiteral("home"))).ok());
        const auto read = f.wait(session->threads().refresh(PostUri(uri)));
        QVERIFY(read.ok());
        QCOMPARE(read.value().posts, 1);
    }

    void signingInAgainKeepsTheIdAndTheOutbox()
    {
        Fixture f;
        const Account first = f.add(f.one, alice());
        refusePosts(f.one);
        const Action waiting = f.post(first, QStringLiteral("kept"));
        const Account second = f.add(f.one, alice());
        QCOMPARE(second.id, first.id);
        QCOMPARE(f.accounts().accounts().size(), 1);
        QCOMPARE(f.accounts().openActions(first.id).value().size(), 1);
        QCOMPARE(f.accounts().openActions(first.id).value().first().id, waiting.id);
        QCOMPARE(f.tokens.size(), 1);
    }

    void theSameNameOnTwoServersIsTwoAccounts()
    {
        Fixture f;
        const Account one = f.add(f.one, alice());
        const Account two = f.add(f.two, alice());
        QVERIFY(one.id != two.id);
        QCOMPARE(f.accounts().find(QStringLiteral("@Alice@two.example")).value().id, two.id);
        const auto unclear = f.accounts().find(alice());
        QVERIFY(!unclear.ok());
        QCOMPARE(unclear.error().kind, ErrorKind::Conflict);
        QVERIFY(unclear.error().message.contains(QStringLiteral("alice@one.example")));
    }

    void aNameAloneIsEnoughWhereItIsClear()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        QCOMPARE(f.accounts().find(alice()).value().id, account.id);
        QCOMPARE(f.accounts().find(QStringLiteral("zoe")).error().kind, ErrorKind::NotFound);
    }

    void aMissingTokenLeavesTheAccountReadableAndItsGateShut()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        f.tokens.clear();
        f.open();
        QVERIFY(f.accounts().session(account.id));
        QVERIFY(f.accounts().problem(account.id));
        QCOMPARE(f.engine->weather().ask(account.id).reason, ActionReason::SignedOut);
        // What its server can do is still known, so posts can be written.
        QCOMPARE(f.accounts().session(account.id)->service().capabilities().text.maxCharacters, 500);
        QVERIFY(f.post(account, QStringLiteral("later")).id != ActionId());
    }

    void aDamagedTokenIsToldAndNothingIsSentWithIt()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        f.tokens.insert(account.id.value(), Secret("not json"));
        f.open();
        QCOMPARE(f.accounts().problem(account.id)->kind, ErrorKind::Malformed);
        QCOMPARE(f.engine->weather().ask(account.id).reason, ActionReason::SignedOut);
    }

    void whereNothingCanBeStoredNoAccountIsMade()
    {
        Fixture f;
        f.credentials->failing = true;
        LoginFlow flow(f.engine->registry(), f.accounts(), {});
        f.one.clearLog();
        const auto account = f.wait(flow.withToken(QStringLiteral("one.example"), f.tokenOf(f.one, alice())));
        QVERIFY(!account.ok());
        QCOMPARE(account.error().kind, ErrorKind::Unsupported);
        QVERIFY(f.accounts().accounts().isEmpty());
        // It fails before the sign-in begins.
        QCOMPARE(f.one.requests().size(), 0);
    }

    void signingOutRevokesTheTokenAndKeepsTheAccount()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        // As after a sign-in through the browser: revoking takes the program's own registration.
        auto &world = f.one.world();
        const auto &app = world.addApp(QStringLiteral("Petrel"), {QStringLiteral("http://127.0.0.1/")},
                                       QStringLiteral("read write"));
        Credentials credentials;
        credentials.clientId = Secret(app.clientId);
        credentials.clientSecret = Secret(app.clientSecret);
        credentials.token = Secret(world.issueToken(alice(), app.clientId));
        f.tokens.insert(account.id.value(), credentials.toBytes());
        QVERIFY(f.wait(f.accounts().signOut(account.id)).ok());
        f.settle();
        QVERIFY(world.token(credentials.token.reveal())->revoked);
        QVERIFY(f.tokens.isEmpty());
        QVERIFY(f.accounts().account(account.id)->signedOut);
        QCOMPARE(f.engine->weather().ask(account.id).reason, ActionReason::SignedOut);
    }

    void aPastedTokenThatCannotBeRevokedIsKeptAndSaidSo()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        const auto signedOut = f.wait(f.accounts().signOut(account.id));
        QVERIFY(!signedOut.ok());
        QVERIFY(!signedOut.error().message.isEmpty());
        QCOMPARE(f.tokens.size(), 1);
        QVERIFY(!f.accounts().account(account.id)->signedOut);
    }

    void removingAnAccountWithUnsentWishesAsksFirst()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        f.post(account, QStringLiteral("first"));
        f.post(account, QStringLiteral("second"));
        const auto refused = f.wait(f.accounts().remove(account.id, false));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY(refused.error().message.contains(QStringLiteral("2")));
        QCOMPARE(f.accounts().accounts().size(), 1);
        QCOMPARE(f.tokens.size(), 1);
    }

    void removingAnAccountWithUnfinishedWordsAsksFirst()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        const auto write = [&](const QString &id, const QString &text) {
            Draft draft;
            draft.id = id;
            draft.account = account.id;
            draft.content.text = text;
            return f
                .wait(f.engine->store().journal(
                    [draft](JournalTx &tx) { return DraftStore(tx.db).save(draft); }))
                .ok();
        };
        QVERIFY(write(QStringLiteral("empty"), QStringLiteral(" \n")));
        QVERIFY(write(QStringLiteral("words"), QStringLiteral("half a poem")));
        const auto refused = f.wait(f.accounts().remove(account.id, false));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY2(refused.error().message.contains(QStringLiteral("1")), qPrintable(refused.error().message));
        QCOMPARE(DraftStore(f.engine->store().reader()).of(account.id).value().size(), 2);
        const auto removed = f.wait(f.accounts().remove(account.id, true));
        QVERIFY(removed.ok());
        QCOMPARE(removed.value().drafts.size(), 1);
        QCOMPARE(removed.value().drafts.first().content.text, QStringLiteral("half a poem"));
    }

    void removingByForceDropsTheWishesAndTellsThem()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        f.post(account, QStringLiteral("unsent"));
        f.one.setDown(true);
        const auto removed = f.wait(f.accounts().remove(account.id, true));
        QVERIFY(removed.ok());
        QCOMPARE(removed.value().dropped.size(), 1);
        QCOMPARE(removed.value().dropped.first().content.text, QStringLiteral("unsent"));
        // The server is away: it could not be told, the token is gone from here all the same.
        QVERIFY(removed.value().notRevoked);
        QVERIFY(f.tokens.isEmpty());
        f.settle();
        QVERIFY(f.accounts().accounts().isEmpty());
        QVERIFY(!f.accounts().session(account.id));
        f.open();
        QVERIFY(f.accounts().accounts().isEmpty());
    }

    void removingOneAccountLeavesTheOtherAlone()
    {
        Fixture f;
        const Account one = f.add(f.one, alice());
        const Account two = f.add(f.two, alice());
        refusePosts(f.two);
        const Action kept = f.post(two, QStringLiteral("kept"));
        QVERIFY(f.wait(f.accounts().remove(one.id, false)).ok());
        f.settle();
        QCOMPARE(f.accounts().accounts().size(), 1);
        QCOMPARE(f.accounts().openActions(two.id).value().size(), 1);
        QCOMPARE(f.accounts().openActions(two.id).value().first().id, kept.id);
        QCOMPARE(f.tokens.size(), 1);
    }

    void aTokenTheServerRefusesMarksThatAccountAlone()
    {
        Fixture f;
        const Account one = f.add(f.one, alice());
        const Account two = f.add(f.two, alice());
        f.accounts().markSignedOut(one.id);
        f.settle();
        QVERIFY(f.accounts().account(one.id)->signedOut);
        QCOMPARE(f.engine->weather().ask(one.id).reason, ActionReason::SignedOut);
        QVERIFY(f.engine->weather().ask(two.id).allowed);
        // Signing in again opens it.
        f.add(f.one, alice());
        QVERIFY(f.engine->weather().ask(one.id).allowed);
    }

    void whoSignsInAgainIsStillHeldBackByTheWeather()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        f.add(f.one, alice());
        f.settle();
        f.one.setDown(true);
        for (int i = 0; i < 4; ++i) {
            (void)f.wait(f.accounts().session(account.id)->sync().refresh(QStringLiteral("home")));
            f.clock.advance(1'000);
        }
        QVERIFY(!f.engine->weather().ask(account.id).allowed);
    }

    void aQueueWhoseTokenIsRefusedMarksTheAccount()
    {
        Fixture f;
        const Account account = f.add(f.one, alice());
        f.post(account, QStringLiteral("waits for a new sign-in"));
        f.one.world().revokeTokensOf(alice());
        f.accounts().session(account.id)->startSending();
        f.settle();
        f.clock.advance(5'000);
        f.settle();
        QVERIFY(f.accounts().account(account.id)->signedOut);
        QCOMPARE(f.accounts().openActions(account.id).value().size(), 1);
    }
};

QTEST_GUILESS_MAIN(AccountManagerTest)
#include "accountmanagertest.moc"
