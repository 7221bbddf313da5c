// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/composercontroller.h"

#include "gui/controllers/homerefresher.h"
#include "gui/controllers/languagelist.h"
#include "store/draftstore.h"
#include "sync/profilesync.h"
#include "windowfixture.h"

#include <QtTest>

using namespace Petrel;

namespace {

//! A window with alice signed in, as most of these begin.
struct Writing : WindowFixture {
    Account account;
    void begin()
    {
        openWindow();
        account = signIn(one, QStringLiteral("alice"));
        settle();
    }
    ComposerController &composer() { return *app->composer(); }
    QVector<Draft> drafts()
    {
        auto all = DraftStore(engine->store().reader()).of({});
        return all.ok() ? all.take() : QVector<Draft>();
    }
};

//! With two posts of bob to answer: one for everybody, one for alice alone and behind a warning.
struct Answering : Writing {
    QString open;
    QString secret;
    void begin()
    {
        open = one.world().publish(QStringLiteral("bob"), QStringLiteral("hello"));
        Fake::WorldDraft draft;
        draft.text = QStringLiteral("psst @alice");
        draft.visibility = QStringLiteral("direct");
        draft.warning = QStringLiteral("secret");
        secret = one.world().publish(QStringLiteral("bob"), draft);
        Writing::begin();
    }
};

} // namespace

class ComposerControllerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKeystrokeIsThereAfterAKill()
    {
        Writing f;
        f.begin();
        QString text;
        for (const QChar letter : QStringLiteral("half a thought")) {
            text += letter;
            f.composer().setText(text);
        }
        f.composer().setContentWarning(QStringLiteral("spoiler"));
        f.composer().setWarningShown(true);
        f.composer().setVisibility(QStringLiteral("followers"));
        f.settle();
        QCOMPARE(f.composer().savedWords(), QStringLiteral("Saved on this computer"));
        f.killWindow();
        f.openWindow();
        QCOMPARE(f.composer().text(), text);
        QCOMPARE(f.composer().contentWarning(), QStringLiteral("spoiler"));
        QVERIFY(f.composer().isWarningShown());
        QCOMPARE(f.composer().visibility(), QStringLiteral("followers"));
        QCOMPARE(f.drafts().size(), 1);
    }

    void whyATextIsNotSavedIsNotSaidAsIfItWere()
    {
        Writing f;
        f.begin();
        QVERIFY(f.wait(f.engine->store().journal([](JournalTx &tx) {
                     return tx.db.execute(QStringLiteral("CREATE TEMP TRIGGER full BEFORE INSERT ON draft "
                                                         "BEGIN SELECT RAISE(ABORT, 'full'); END"));
                 })).ok());
        f.composer().setText(QStringLiteral("nowhere but here"));
        f.settle();
        QCOMPARE(f.composer().savedWords(), QString());
        QVERIFY(f.composer().unsavedWords().startsWith(QStringLiteral("Not saved")));
        QVERIFY(f.wait(f.engine->store().journal([](JournalTx &tx) {
                     return tx.db.execute(QStringLiteral("DROP TRIGGER full"));
                 })).ok());
        f.composer().setText(QStringLiteral("here and there"));
        f.settle();
        QCOMPARE(f.composer().savedWords(), QStringLiteral("Saved on this computer"));
        QCOMPARE(f.composer().unsavedWords(), QString());
    }

    void itBeginsAsTheAccountPostsByDefault()
    {
        Writing f;
        f.one.world().editUser(QStringLiteral("alice"))->defaultVisibility = QStringLiteral("unlisted");
        f.begin();
        QCOMPARE(f.composer().visibility(), QStringLiteral("unlisted"));
        f.composer().setText(QStringLiteral("to everybody"));
        f.composer().setVisibility(QStringLiteral("public"));
        f.composer().post();
        f.settle();
        QCOMPARE(f.composer().visibility(), QStringLiteral("unlisted"));
    }

    void whatTheServerSaysLaterIsTakenOverByAnEmptyComposerAlone()
    {
        Writing f;
        f.begin();
        QCOMPARE(f.composer().visibility(), QStringLiteral("public"));
        Fake::WorldUser *person = f.one.world().editUser(QStringLiteral("alice"));
        person->defaultVisibility = QStringLiteral("private");
        f.pass(ProfileSync::oldMs + 2 * HomeRefresher::watchedMs);
        QCOMPARE(f.composer().visibility(), QStringLiteral("followers"));
        f.composer().setText(QStringLiteral("half a thought"));
        person->defaultVisibility = QStringLiteral("public");
        f.pass(ProfileSync::oldMs + 2 * HomeRefresher::watchedMs);
        QCOMPARE(f.composer().visibility(), QStringLiteral("followers"));
    }

    void theLikelyLanguagesComeFirst()
    {
        const auto first = [](const QStringList &likely, int count) {
            QStringList tags;
            const QVariantList list = languageList(likely);
            for (const QVariant &language : list)
                tags.append(language.toMap().value(QStringLiteral("value")).toString());
            tags.removeDuplicates();
            return tags.size() == list.size() ? tags.mid(0, count) : QStringList();
        };
        const QStringList usual = first({}, 2);
        QCOMPARE(usual.size(), 2);
        QCOMPARE(first({QStringLiteral("fr"), QStringLiteral("en"), QStringLiteral("fr"),
                        QStringLiteral("no such"), QString()},
                       4),
                 (QStringList{QStringLiteral("fr"), QStringLiteral("en")} + usual));
        const auto nameOf = [](const char *tag) {
            return languageList({QString::fromLatin1(tag)})
                .first()
                .toMap()
                .value(QStringLiteral("words"))
                .toString();
        };
        QCOMPARE(nameOf("en"), QStringLiteral("English"));
        QCOMPARE(nameOf("nl"), QStringLiteral("Nederlands"));
    }

    void anEmptiedComposerLeavesNoDraft()
    {
        Writing f;
        f.begin();
        f.composer().setText(QStringLiteral("no"));
        f.settle();
        QCOMPARE(f.drafts().size(), 1);
        f.composer().discard();
        f.settle();
        QVERIFY(f.drafts().isEmpty());
        QVERIFY(f.composer().text().isEmpty());
    }

    void postingTurnsTheDraftIntoAWish()
    {
        Writing f;
        f.begin();
        f.composer().setText(QStringLiteral("good morning\n\n"));
        f.composer().setVisibility(QStringLiteral("unlisted"));
        QSignalSpy posted(&f.composer(), &ComposerController::posted);
        f.composer().post();
        f.settle();
        QCOMPARE(posted.size(), 1);
        QVERIFY(f.composer().text().isEmpty());
        QVERIFY(f.drafts().isEmpty());
        f.pass(10'000);
        const auto posts = f.one.world().postsBy(QStringLiteral("alice"));
        QCOMPARE(posts.size(), 1);
        QCOMPARE(posts.first().text, QStringLiteral("good morning"));
        QCOMPARE(posts.first().visibility, QStringLiteral("unlisted"));
    }

    void aKillAtAnyCommitOfPostingLeavesTheTextOnce_data()
    {
        QTest::addColumn<bool>("before");
        QTest::newRow("before the wish is written") << true;
        QTest::newRow("after it is written") << false;
    }
    void aKillAtAnyCommitOfPostingLeavesTheTextOnce()
    {
        QFETCH(bool, before);
        Writing f;
        bool armed = false;
        f.onPoint = [&](StorePoint point) {
            const auto deadly = before ? StorePoint::BeforeJournalCommit : StorePoint::AfterJournalCommit;
            return !armed || point != deadly;
        };
        f.begin();
        f.one.setDown(true);
        f.composer().setText(QStringLiteral("once"));
        f.settle();
        armed = true;
        f.composer().post();
        f.settle();
        if (before) {
            QCOMPARE(f.composer().text(), QStringLiteral("once"));
            QVERIFY(!f.said.isEmpty());
        }
        f.killWindow();
        armed = false;
        f.openWindow();
        const bool inComposer = f.composer().text() == QStringLiteral("once");
        QCOMPARE(inComposer, before);
        QCOMPARE(f.openActions().size(), before ? 0 : 1);
    }

    void whatIsTypedWhilePostingIsTheNextDraft()
    {
        Writing f;
        bool armed = false;
        f.onPoint = [&](StorePoint) {
            if (std::exchange(armed, false)) {
                // The wish is being written down.
                [&] { QVERIFY(f.composer().isPosting()); }();
                [&] { QCOMPARE(f.composer().text(), QString()); }();
                f.composer().setText(QStringLiteral("second"));
            }
            return true;
        };
        f.begin();
        f.composer().setText(QStringLiteral("first"));
        f.settle();
        armed = true;
        f.composer().post();
        f.settle();
        QVERIFY(!armed);
        QVERIFY(!f.composer().isPosting());
        QCOMPARE(f.composer().text(), QStringLiteral("second"));
        f.killWindow();
        f.openWindow();
        QCOMPARE(f.composer().text(), QStringLiteral("second"));
        QCOMPARE(f.drafts().size(), 1);
        QCOMPARE(f.one.world().textsBy(QStringLiteral("alice")), QStringList{QStringLiteral("first")});
    }

    void whatCouldNotBeWrittenDownComesBackBeforeWhatWasTypedSince()
    {
        Writing f;
        bool armed = false;
        f.onPoint = [&](StorePoint point) {
            if (!armed || point != StorePoint::BeforeJournalCommit)
                return true;
            f.composer().setText(QStringLiteral("second"));
            return false;
        };
        f.begin();
        f.composer().setText(QStringLiteral("first"));
        f.settle();
        armed = true;
        f.composer().post();
        f.settle();
        QCOMPARE(f.composer().text(), QStringLiteral("first\nsecond"));
        QVERIFY(f.openActions().isEmpty());
    }

    void whatTheJournalRefusesIsOneDraftWithWhatWasTypedSince()
    {
        Writing f;
        f.begin();
        f.composer().setText(QStringLiteral("first"));
        f.settle();
        QVERIFY(f.wait(f.engine->store().journal([](JournalTx &tx) {
                     return tx.db.execute(QStringLiteral("CREATE TEMP TRIGGER full BEFORE INSERT ON action "
                                                         "BEGIN SELECT RAISE(ABORT, 'full'); END"));
                 })).ok());
        connect(&f.composer(), &ComposerController::changed, this, [&f] {
            if (f.composer().isPosting() && f.composer().text().isEmpty())
                f.composer().setText(QStringLiteral("second"));
        });
        f.composer().post();
        f.settle();
        QVERIFY(!f.composer().isPosting());
        QCOMPARE(f.said.size(), 1);
        QVERIFY(f.openActions().isEmpty());
        QCOMPARE(f.composer().text(), QStringLiteral("first\nsecond"));
        QCOMPARE(f.drafts().size(), 1);
        f.killWindow();
        f.openWindow();
        QCOMPARE(f.composer().text(), QStringLiteral("first\nsecond"));
        QCOMPARE(f.drafts().size(), 1);
    }

    void theButtonKnowsOfAnOutageFromBeforeTheStart()
    {
        Writing f;
        f.begin();
        f.one.setDown(true);
        f.pass(120'000);
        QVERIFY(f.composer().willQueue());
        f.openWindow();
        QVERIFY(f.composer().willQueue());
        f.one.setDown(false);
        f.pass(600'000);
        QVERIFY(!f.composer().willQueue());
    }

    void lengthIsCountedAsTheServerDoes()
    {
        Writing f;
        f.begin();
        f.composer().setText(QStringLiteral("https://example.org/") + QString(100, QLatin1Char('a')));
        QCOMPARE(f.composer().used(), 23);
        QCOMPARE(f.composer().remaining(), f.composer().limit() - 23);
        f.composer().setText(QString(f.composer().limit() + 1, QLatin1Char('b')));
        QCOMPARE(f.composer().remaining(), -1);
        QVERIFY(!f.composer().canPost());
        QVERIFY(!f.composer().whyNot().isEmpty());
        f.composer().post();
        f.settle();
        QVERIFY(f.openActions().isEmpty());
    }

    void aClosedWarningIsKeptButNotPosted()
    {
        Writing f;
        f.begin();
        f.composer().setText(QStringLiteral("open"));
        f.composer().setContentWarning(QStringLiteral("hidden"));
        f.composer().setWarningShown(false);
        f.composer().post();
        f.pass(10'000);
        QCOMPARE(f.one.world().postsBy(QStringLiteral("alice")).first().warning, QString());
    }

    void aWaitingPostComesBackToBeWrittenOn()
    {
        Writing f;
        f.begin();
        f.one.setDown(true);
        f.composer().setText(QStringLiteral("teh"));
        f.composer().setContentWarning(QStringLiteral("typo"));
        f.composer().setWarningShown(true);
        f.composer().post();
        f.settle();
        const auto waiting = f.openActions();
        QCOMPARE(waiting.size(), 1);
        f.app->home()->edit(QString::number(waiting.first().id.value()));
        f.settle();
        QVERIFY(f.openActions().isEmpty());
        QCOMPARE(f.composer().text(), QStringLiteral("teh"));
        QCOMPARE(f.composer().contentWarning(), QStringLiteral("typo"));
        f.killWindow();
        f.openWindow();
        QCOMPARE(f.composer().text(), QStringLiteral("teh"));
        f.composer().setText(QStringLiteral("the"));
        f.composer().post();
        f.one.setDown(false);
        f.pass(600'000);
        QCOMPARE(f.one.world().textsBy(QStringLiteral("alice")), QStringList{QStringLiteral("the")});
    }

    void takingAPostBackNeverOverwritesOtherWords()
    {
        Writing f;
        f.begin();
        f.one.setDown(true);
        f.composer().setText(QStringLiteral("first"));
        f.composer().post();
        f.settle();
        f.composer().setText(QStringLiteral("second"));
        f.settle();
        f.app->outbox()->edit(QString::number(f.openActions().first().id.value()));
        f.settle();
        QCOMPARE(f.said.size(), 1);
        QCOMPARE(f.composer().text(), QStringLiteral("second"));
        QCOMPARE(f.openActions().size(), 1);
    }

    void aPostThatMayHaveArrivedIsNotTakenBack()
    {
        Writing f;
        f.begin();
        f.one.faults().add(Fake::FaultKind::CommitThenDrop, QStringLiteral("POST"),
                           QStringLiteral("/api/v1/statuses"));
        f.composer().setText(QStringLiteral("arrived"));
        f.composer().post();
        f.settle();
        const auto open = f.openActions();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().state, ActionState::Uncertain);
        f.app->outbox()->edit(QString::number(open.first().id.value()));
        f.settle();
        QCOMPARE(f.said.size(), 1);
        QVERIFY(f.composer().text().isEmpty());
        QCOMPARE(f.openActions().size(), 1);
    }

    void anAnswerSpeaksToItsPeopleAndToNobodyMore()
    {
        Writing f;
        f.openWindow();
        Fake::WorldDraft draft;
        draft.text = QStringLiteral("psst @alice");
        draft.visibility = QStringLiteral("direct");
        draft.warning = QStringLiteral("secret");
        const QString uri = f.one.world().publish(QStringLiteral("bob"), draft);
        f.account = f.signIn(f.one, QStringLiteral("alice"));
        f.settle();
        QCOMPARE(f.app->home()->model()->count(), 1);
        f.app->home()->reply(uri);
        QVERIFY(f.composer().isReply());
        QCOMPARE(f.composer().replyToHandle(), QStringLiteral("bob@one.example"));
        QCOMPARE(f.composer().text(), QStringLiteral("@bob@one.example "));
        QCOMPARE(f.composer().visibility(), QStringLiteral("direct"));
        QCOMPARE(f.composer().contentWarning(), QStringLiteral("secret"));
        f.composer().clearReply();
        QVERIFY(!f.composer().isReply());
        QVERIFY(f.composer().text().isEmpty());
        QCOMPARE(f.composer().visibility(), QStringLiteral("public"));
        QCOMPARE(f.composer().contentWarning(), QString());
        QVERIFY(!f.composer().isWarningShown());
    }

    void whoAnswersAnotherPostInsteadKeepsNothingOfTheFirst()
    {
        Answering f;
        f.begin();
        f.app->home()->reply(f.secret);
        f.app->home()->reply(f.open);
        QCOMPARE(f.composer().text(), QStringLiteral("@bob@one.example "));
        QCOMPARE(f.composer().visibility(), QStringLiteral("public"));
        QCOMPARE(f.composer().contentWarning(), QString());
        QVERIFY(!f.composer().isWarningShown());
        f.settle();
        QCOMPARE(f.drafts().first().content.visibility, Visibility::Public);
    }

    void whatThePersonChoseForAnAnswerStays_data()
    {
        QTest::addColumn<bool>("other");
        QTest::newRow("not a reply") << false;
        QTest::newRow("another post") << true;
    }
    void whatThePersonChoseForAnAnswerStays()
    {
        QFETCH(bool, other);
        Answering f;
        f.begin();
        f.app->home()->reply(f.secret);
        // The very one that stands there already, picked all the same.
        f.composer().setVisibility(QStringLiteral("direct"));
        f.composer().setContentWarning(QStringLiteral("secret!"));
        if (other)
            f.app->home()->reply(f.open);
        else
            f.composer().clearReply();
        QCOMPARE(f.composer().visibility(), QStringLiteral("direct"));
        QCOMPARE(f.composer().contentWarning(), QStringLiteral("secret!"));
        QVERIFY(f.composer().isWarningShown());
    }

    void anOwnWarningIsNoneOfAnAnswersPrefilling()
    {
        Answering f;
        f.begin();
        f.composer().setContentWarning(QStringLiteral("mine"));
        f.composer().setWarningShown(true);
        f.app->home()->reply(f.secret);
        QCOMPARE(f.composer().text(), QStringLiteral("@bob@one.example "));
        QCOMPARE(f.composer().contentWarning(), QStringLiteral("mine"));
        f.composer().clearReply();
        QCOMPARE(f.composer().contentWarning(), QStringLiteral("mine"));
        QVERIFY(f.composer().isWarningShown());
        QCOMPARE(f.composer().visibility(), QStringLiteral("public"));
    }

    void anAnswerThatIsNoneAnyMoreKeepsItsWordsAndThoseTheyWereFor()
    {
        Answering f;
        f.begin();
        f.composer().setVisibility(QStringLiteral("unlisted"));
        f.app->home()->reply(f.secret);
        f.composer().setText(QStringLiteral("on second thought"));
        f.app->home()->reply(f.open);
        QCOMPARE(f.composer().visibility(), QStringLiteral("direct"));
        f.composer().clearReply();
        QCOMPARE(f.composer().text(), QStringLiteral("on second thought"));
        QCOMPARE(f.composer().visibility(), QStringLiteral("direct"));
        QCOMPARE(f.composer().contentWarning(), QString());
    }

    void aTextThatCouldNotBeSavedIsTriedAgain_data()
    {
        QTest::addColumn<bool>("atTheEnd");
        QTest::newRow("after a while") << false;
        QTest::newRow("when the window closes") << true;
    }
    void aTextThatCouldNotBeSavedIsTriedAgain()
    {
        QFETCH(bool, atTheEnd);
        Writing f;
        f.begin();
        const auto run = [&f](const QString &sql) {
            return f.wait(f.engine->store().journal([sql](JournalTx &tx) { return tx.db.execute(sql); }))
                .ok();
        };
        QVERIFY(run(QStringLiteral("CREATE TEMP TRIGGER full BEFORE INSERT ON draft "
                                   "BEGIN SELECT RAISE(ABORT, 'full'); END")));
        f.composer().setText(QStringLiteral("kept"));
        f.settle();
        QVERIFY(f.composer().unsavedWords().startsWith(QStringLiteral("Not saved")));
        f.pass(60'000);
        QVERIFY(f.composer().unsavedWords().startsWith(QStringLiteral("Not saved")));
        QVERIFY(f.drafts().isEmpty());
        QVERIFY(run(QStringLiteral("DROP TRIGGER full")));
        if (atTheEnd) {
            f.app->flush();
            f.settle();
        } else {
            f.pass(60'000);
        }
        QCOMPARE(f.drafts().size(), 1);
        QCOMPARE(f.drafts().first().content.text, QStringLiteral("kept"));
        QCOMPARE(f.composer().savedWords(), QStringLiteral("Saved on this computer"));
    }

    void aTextThatCouldNotBeSavedNeverReplacesANewerOne()
    {
        Writing f;
        f.begin();
        QVERIFY(f.wait(f.engine->store().journal([](JournalTx &tx) {
                     return tx.db.execute(QStringLiteral("CREATE TEMP TRIGGER full BEFORE INSERT ON draft "
                                                         "WHEN NEW.body = 'old' "
                                                         "BEGIN SELECT RAISE(ABORT, 'full'); END"));
                 })).ok());
        f.composer().setText(QStringLiteral("old"));
        f.composer().setText(QStringLiteral("new"));
        f.app->flush();
        f.pass(60'000);
        QCOMPARE(f.drafts().size(), 1);
        QCOMPARE(f.drafts().first().content.text, QStringLiteral("new"));
        QCOMPARE(f.composer().savedWords(), QStringLiteral("Saved on this computer"));
    }

    void aPostThatStillWaitsCanBeAnswered()
    {
        Writing f;
        f.begin();
        f.one.setDown(true);
        f.composer().setText(QStringLiteral("one"));
        f.composer().setVisibility(QStringLiteral("followers"));
        f.composer().post();
        f.settle();
        const QString ghost =
            f.app->home()->model()->index(0, 0).data(PostListModel::IdentityRole).toString();
        f.app->home()->reply(ghost);
        QVERIFY(f.composer().isReply());
        QCOMPARE(f.composer().visibility(), QStringLiteral("followers"));
        f.composer().setText(QStringLiteral("two"));
        f.composer().post();
        f.one.setDown(false);
        f.pass(600'000);
        const auto posts = f.one.world().postsBy(QStringLiteral("alice"));
        QCOMPARE(posts.size(), 2);
        QCOMPARE(posts.at(1).parentUri, posts.at(0).uri);
    }
};

QTEST_GUILESS_MAIN(ComposerControllerTest)
#include "composercontrollertest.moc"
