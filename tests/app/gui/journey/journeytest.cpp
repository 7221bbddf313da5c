// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "person.h"
#include "support/fakemastodon/httpfront.h"
#include "town.h"
#include "typist.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QtQml/qqmlextensionplugin.h>
#include <QtTest>

Q_IMPORT_QML_PLUGIN(PetrelPlugin)

using namespace Petrel;
using namespace Qt::Literals::StringLiterals;

namespace {

Hands::Way wayOf(const QString &word)
{
    return word == u"mouse"_s ? Hands::Way::Mouse : Hands::Way::Keyboard;
}

//! Somebody who starts Petrel for the first time.
struct Newcomer {
    explicit Newcomer(const QString &way)
        : person(profile(), credentials(), wayOf(way))
    { }
    [[nodiscard]] QString profile() const { return folder.filePath(u"profile"_s); }
    [[nodiscard]] QString credentials() const { return folder.filePath(u"credentials"_s); }
    [[nodiscard]] bool signsIn(const Town &town)
    {
        return person.signsIn(town.address(), Town::alice(), Town::password());
    }

    QTemporaryDir folder;
    Person person;
};

void addWays(const QStringList &flavours)
{
    QTest::addColumn<QString>("flavour");
    QTest::addColumn<QString>("way");
    for (const QString &flavour : flavours) {
        for (const QString &way : {u"mouse"_s, u"keyboard"_s})
            QTest::newRow(qPrintable(flavour + u", by "_s + way)) << flavour << way;
    }
}

} // namespace

//! Whole journeys of a person through the real window, with a server on a real port: everything is clicked
//! where it is or typed where the focus is, and what is believed is what the window says and what the server
//! holds.
class JourneyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFirstStartEndsBeforeThePostsOfTheServer_data();
    void aFirstStartEndsBeforeThePostsOfTheServer();
    void aSignInThatFailsSaysWhyAndKeepsWhatWasTyped_data();
    void aSignInThatFailsSaysWhyAndKeepsWhatWasTyped();
    void anOutageIsReadAndWrittenThroughAndEverythingArrivesOnce_data();
    void anOutageIsReadAndWrittenThroughAndEverythingArrivesOnce();
    void oneServersOutageLeavesTheOtherAccountAlone_data();
    void oneServersOutageLeavesTheOtherAccountAlone();
    void whatIsTypedIsThereAfterAKillAtEveryKeystroke();
    void whoHasPostedWritesOnAtOnce_data();
    void whoHasPostedWritesOnAtOnce();
    void aWaitingPostIsWrittenOnInSight_data();
    void aWaitingPostIsWrittenOnInSight();
    void whatTheInputMethodStillHoldsIsTextToo_data();
    void whatTheInputMethodStillHoldsIsTextToo();
    void inANarrowWindowAnAnswerIsWrittenInSight_data();
    void inANarrowWindowAnAnswerIsWrittenInSight();
};

void JourneyTest::aFirstStartEndsBeforeThePostsOfTheServer_data()
{
    addWays({u"mastodon-4.2"_s, u"gotosocial"_s, u"snac"_s, u"akkoma"_s, u"pixelfed"_s});
}

void JourneyTest::aFirstStartEndsBeforeThePostsOfTheServer()
{
    QFETCH(QString, flavour);
    QFETCH(QString, way);
    Town town(flavour);
    QVERIFY(town.isOpen());
    Newcomer f(way);
    QVERIFY(f.person.starts());
    QVERIFY(f.person.sees(u"All your accounts in one calm place"_s));
    QVERIFY(f.signsIn(town));
    for (const QString &text : {Town::tea(), Town::birds(), Town::tide()})
        QVERIFY(f.person.seesRows(text));
    QVERIFY(f.person.sees(u"as of "_s));
    QVERIFY(f.person.quits());
    QCOMPARE(town.changes(), QStringList());
    QCOMPARE(town.server().unexpectedRequests(), QStringList());
}

void JourneyTest::aSignInThatFailsSaysWhyAndKeepsWhatWasTyped_data()
{
    addWays({u"mastodon-4.2"_s, u"snac"_s});
}

void JourneyTest::aSignInThatFailsSaysWhyAndKeepsWhatWasTyped()
{
    QFETCH(QString, flavour);
    QFETCH(QString, way);
    Town town(flavour);
    QVERIFY(town.isOpen());
    const auto clock = makeSystemClock();
    Fake::HttpFront blog(
        [](const Fake::WireRequest &) {
            Fake::WireResponse page;
            page.status = 404;
            page.body = "<html><body>A page about gardening</body></html>";
            page.setHeader("Content-Type", "text/html");
            return Fake::Reply{Fake::Reply::Kind::Answer, page, 0, true};
        },
        *clock);
    QVERIFY(blog.open(0));
    Newcomer f(way);
    Person &alice = f.person;
    const QString server = u"Server"_s;
    QVERIFY(alice.starts());
    QVERIFY(alice.addsAnAccount());

    const QString nobody = u"http://127.0.0.1:1"_s;
    QVERIFY(alice.namesServer(nobody));
    QVERIFY(alice.sees(u"refuses connections"_s));
    QVERIFY(alice.sees(u"Is the name spelt right?"_s));
    QVERIFY(alice.seesField(server, nobody));

    const QString nonsense = u"not a server at all"_s;
    QVERIFY(alice.namesServer(nonsense));
    QVERIFY(alice.sees(u"This is not the name of a server."_s));
    QVERIFY(alice.seesField(server, nonsense));

    const QString garden = u"http://127.0.0.1:%1"_s.arg(blog.port());
    QVERIFY(alice.namesServer(garden));
    QVERIFY(alice.seesNoMore(u"refuses connections"_s));
    QVERIFY(alice.sees(u"Type the name of the server you have an account on"_s));
    QVERIFY(alice.seesField(server, garden));

    // A server that takes the question and says nothing: the person stops asking.
    town.server().faults().add(Fake::FaultKind::Hang, u"GET"_s, {});
    QVERIFY(alice.namesServer(town.address()));
    QVERIFY(alice.hands().press(button(u"Stop"_s)));
    QVERIFY(alice.seesField(server, town.address()));

    QVERIFY(alice.goesToBrowser(town.address()));
    QVERIFY(alice.hands().press(button(u"Cancel"_s)));
    QVERIFY(alice.seesField(server, town.address()));

    QVERIFY(alice.goesToBrowser(town.address()));
    const auto page = alice.browser().signIn(Town::alice(), u"tr0mbone"_s);
    QVERIFY(page && !page->isEmpty());
    QVERIFY(alice.sees(u"Go on in your browser"_s));
    if (flavour != u"snac"_s) {
        QCOMPARE(alice.browser().signIn(Town::alice(), Town::password(), true), std::optional(QString()));
        QVERIFY(alice.sees(u"You can begin again at any time."_s));
        QVERIFY(alice.seesField(server, town.address()));
        QVERIFY(alice.goesToBrowser(town.address()));
    }
    QVERIFY(alice.hands().press(button(u"Open the browser again"_s)));
    QCOMPARE(alice.browser().signIn(Town::alice(), Town::password()), std::optional(QString()));
    QVERIFY(alice.seesRows(Town::tea()));
    QVERIFY(alice.quits());
    QCOMPARE(town.changes(), QStringList());
}

void JourneyTest::anOutageIsReadAndWrittenThroughAndEverythingArrivesOnce_data()
{
    addWays({u"mastodon-4.2"_s, u"snac"_s});
}

void JourneyTest::anOutageIsReadAndWrittenThroughAndEverythingArrivesOnce()
{
    QFETCH(QString, flavour);
    QFETCH(QString, way);
    Town town(flavour);
    QVERIFY(town.isOpen());
    Newcomer f(way);
    Person &alice = f.person;
    QVERIFY(alice.starts());
    QVERIFY(f.signsIn(town));
    QVERIFY(alice.seesRows(Town::tea()));
    QVERIFY(alice.quits());
    town.server().setDown(true);
    town.server().clearLog();

    // Reading what is here, at once: nothing is waited for.
    QVERIFY(alice.starts());
    for (const QString &text : {Town::tea(), Town::birds(), Town::tide()})
        QVERIFY2(alice.eyes().find(rowWith(text)), qPrintable(alice.eyes().everything()));
    QVERIFY(alice.sees(u"as of "_s));
    QVERIFY(alice.sees(u"server not answering since"_s));
    for (int i = 0; i < 10 && !alice.eyes().read(u"server down since"_s); ++i)
        QVERIFY(alice.fetches());
    QVERIFY(alice.sees(u"server down since"_s));
    QVERIFY(alice.sees(u"it refuses connections"_s));
    QVERIFY(alice.seesButton(buttonWith(u"has been down since"_s)));
    QVERIFY(alice.seesButton(accountWith(u"has been down since"_s)));
    QVERIFY(alice.opens(Town::tea()));
    QVERIFY(alice.sees(u"The server cannot be reached."_s));
    QVERIFY(alice.seesRows(Town::tea(), 2)); // in the timeline and in the conversation beside it
    QVERIFY(alice.goesBack());

    // Writing all the same.
    QVERIFY(alice.writes(u"Reefed and well"_s, u"Queue"_s, u"weather"_s));
    QVERIFY(alice.seesRows(u"Content warning: weather"_s));
    QVERIFY(alice.answers(Town::tea(), u"With milk"_s, u"Queue"_s));
    QVERIFY(alice.seesRows(u"With milk"_s));
    QVERIFY(alice.favourites(Town::birds()));
    QVERIFY(alice.boosts(Town::birds()));
    QVERIFY(alice.seesButton(button(u"No longer a favourite, waits for the server"_s)));
    QVERIFY(alice.seesButton(button(u"Take the boost back, waits for the server"_s)));
    QVERIFY(alice.seesButton(button(u"Outbox: 4 waiting"_s)));
    QVERIFY(alice.opensOutbox());
    for (const QString &wish :
         {u"Post. Reefed and well"_s, u"Reply to @bob"_s, u"Favourite for @bob"_s, u"Boost of @bob"_s})
        QVERIFY(alice.seesRows(wish));
    QCOMPARE(town.server().requests().size(), 0);

    // All of it also waits through another start.
    QVERIFY(alice.leavesOutbox());
    QVERIFY(alice.quits());
    QVERIFY(alice.starts());
    QVERIFY(alice.seesRows(u"Content warning: weather"_s));
    QVERIFY(alice.opensComposer());
    QVERIFY(alice.seesButton(buttonWith(u"Queue as "_s)));
    QVERIFY(alice.opensOutbox());
    QVERIFY(alice.seesRows(QString(), 4));

    // The server comes back.
    town.server().setDown(false);
    QVERIFY(alice.triesNow());
    QVERIFY(alice.sees(u"Nothing waits"_s));
    QCOMPARE(town.world().postsBy(Town::alice()).size(), 2);
    const auto *post = town.world().post(town.postOfAlice(u"Reefed and well"_s));
    QVERIFY(post);
    QCOMPARE(post->warning, u"weather"_s);
    const auto *answer = town.world().post(town.postOfAlice(u"With milk"_s));
    QVERIFY(answer);
    QCOMPARE(answer->parentUri, town.postOfBob(Town::tea()));
    const QString birds = town.postOfBob(Town::birds());
    QVERIFY(town.world().favourited(Town::alice(), birds));
    QCOMPARE(town.world().boostCount(Town::alice(), birds), 1);
    const QStringList changes = town.changes();
    QCOMPARE(changes.size(), 4);
    QCOMPARE(changes.count(u"POST /api/v1/statuses"_s), 2);
    QCOMPARE(changes.filter(u"/favourite"_s).size(), 1);
    QCOMPARE(changes.filter(u"/reblog"_s).size(), 1);

    // What was a ghost is a post like any other, and stands there once.
    QVERIFY(alice.leavesOutbox());
    QVERIFY(alice.seesNoMore(u"waits for the server"_s));
    QVERIFY(alice.seesNoMore(u"server down since"_s));
    const auto everythingIsThereOnce = [&] {
        for (const QString &post : {u"Content warning: weather"_s, u"With milk"_s, Town::tea()}) {
            if (!alice.goesTo(post) || !alice.seesRows(post))
                return false;
        }
        return !alice.eyes().find(button(u"Try now"_s));
    };
    QVERIFY(everythingIsThereOnce());

    // And then silence: neither a look nor a start sends anything again.
    const auto asksAgain = [&] {
        const int before = town.homesRead();
        return alice.fetches() && town.homesRead() > before && everythingIsThereOnce();
    };
    QVERIFY(asksAgain());
    QVERIFY(alice.quits());
    QVERIFY(alice.starts());
    QVERIFY(asksAgain());
    QVERIFY(alice.quits());
    QCOMPARE(town.changes(), changes);
    QCOMPARE(town.server().unexpectedRequests(), QStringList());
}

void JourneyTest::oneServersOutageLeavesTheOtherAccountAlone_data()
{
    addWays({u"mastodon-4.2"_s});
}

void JourneyTest::oneServersOutageLeavesTheOtherAccountAlone()
{
    QFETCH(QString, flavour);
    QFETCH(QString, way);
    Town stormy(flavour);
    Town calm(u"gotosocial"_s);
    QVERIFY(stormy.isOpen() && calm.isOpen());
    Newcomer f(way);
    Person &alice = f.person;
    const QString text = u"Your post"_s;
    QVERIFY(alice.starts());
    QVERIFY(f.signsIn(stormy));
    QVERIFY(alice.seesRows(Town::tea()));
    QVERIFY(f.signsIn(calm));
    QVERIFY(alice.seesRows(Town::tea()));
    QVERIFY(alice.switchesTo(1, stormy.host()));
    stormy.server().setDown(true);
    QVERIFY(alice.writes(u"Held up by the storm"_s, u"Post"_s));
    QVERIFY(alice.opensComposer());
    alice.hands().type(u"half a thought"_s);
    QVERIFY(alice.seesField(text, u"half a thought"_s));

    QVERIFY(alice.switchesTo(2, calm.host()));
    QVERIFY(!alice.eyes().read(u"half a thought"_s));
    QVERIFY(alice.writes(u"Calm here"_s, u"Post"_s));
    QVERIFY(alice.hands().until(
        [&] { return calm.world().textsBy(Town::alice()) == QStringList{u"Calm here"_s}; },
        u"the post on the other server"_s));
    QVERIFY(stormy.world().textsBy(Town::alice()).isEmpty());

    QVERIFY(alice.switchesTo(1, stormy.host()));
    QVERIFY(alice.seesField(text, u"half a thought"_s));
    QVERIFY(alice.seesRows(u"Held up by the storm"_s));
    QVERIFY(alice.quits());
    QVERIFY(alice.starts());
    QVERIFY(alice.seesField(text, u"half a thought"_s));
    QVERIFY(alice.switchesTo(2, calm.host()));
    QVERIFY(alice.seesRows(u"Calm here"_s));

    // The storm is over, and nobody has to say so.
    stormy.server().setDown(false);
    QVERIFY(alice.hands().until(
        [&] { return stormy.world().textsBy(Town::alice()) == QStringList{u"Held up by the storm"_s}; },
        u"the post that waited"_s));
    QVERIFY(alice.switchesTo(1, stormy.host()));
    QVERIFY(alice.seesNoMore(u"Outbox: 1 waiting"_s));
    QVERIFY(alice.seesRows(u"Held up by the storm"_s));
    QVERIFY(alice.quits());
    QCOMPARE(stormy.changes(), QStringList{u"POST /api/v1/statuses"_s});
    QCOMPARE(calm.changes(), QStringList{u"POST /api/v1/statuses"_s});
}

void JourneyTest::whatIsTypedIsThereAfterAKillAtEveryKeystroke()
{
    Town town(u"mastodon-4.2"_s);
    QVERIFY(town.isOpen());
    Newcomer f(u"keyboard"_s);
    QVERIFY(f.person.starts());
    QVERIFY(f.signsIn(town));
    QVERIFY(f.person.quits());
    town.server().setDown(true);
    QString typed;
    for (const QChar letter : u"Ahoi, é!"_s) {
        Typist child(f.profile(), f.credentials());
        QCOMPARE(child.found().value_or(u"no window"_s), typed);
        QVERIFY(child.types(letter));
        child.kill();
        typed += letter;
    }
    QVERIFY(f.person.starts());
    QVERIFY(f.person.seesField(u"Your post"_s, typed));
    QVERIFY(f.person.quits());
}

void JourneyTest::whoHasPostedWritesOnAtOnce_data()
{
    addWays({u"mastodon-4.2"_s});
}

//! Letters that the composer does not take would be commands: "b" boosts.
void JourneyTest::whoHasPostedWritesOnAtOnce()
{
    QFETCH(QString, flavour);
    QFETCH(QString, way);
    Town town(flavour);
    QVERIFY(town.isOpen());
    Newcomer f(way);
    Person &alice = f.person;
    QVERIFY(alice.starts());
    QVERIFY(f.signsIn(town));
    QVERIFY(alice.seesRows(Town::tea()));
    QVERIFY(alice.goesTo(Town::tea()));
    QVERIFY(alice.opensComposer());
    alice.hands().type(u"first"_s);
    QVERIFY(alice.sends(u"Post"_s));
    alice.hands().type(u"bfd"_s);
    QVERIFY(alice.seesRows(u"first"_s));
    QVERIFY(alice.seesField(u"Your post"_s, u"bfd"_s));
    QVERIFY(
        alice.hands().until([&] { return town.world().textsBy(Town::alice()) == QStringList{u"first"_s}; },
                            u"the post on the server"_s));
    alice.hands().type(u"bfd"_s);
    QVERIFY(alice.seesField(u"Your post"_s, u"bfdbfd"_s));
    QVERIFY(alice.quits());
    QCOMPARE(town.changes(), QStringList{u"POST /api/v1/statuses"_s});
}

void JourneyTest::aWaitingPostIsWrittenOnInSight_data()
{
    addWays({u"mastodon-4.2"_s});
}

void JourneyTest::aWaitingPostIsWrittenOnInSight()
{
    QFETCH(QString, flavour);
    QFETCH(QString, way);
    Town town(flavour);
    QVERIFY(town.isOpen());
    Newcomer f(way);
    Person &alice = f.person;
    QVERIFY(alice.starts());
    QVERIFY(f.signsIn(town));
    QVERIFY(alice.seesRows(Town::tea()));
    QVERIFY(alice.goesTo(Town::tea()));
    town.server().setDown(true);
    QVERIFY(alice.writes(u"Held up"_s, u"Post"_s));
    QVERIFY(alice.opensOutbox());
    QVERIFY(alice.hands().press(button(u"Edit"_s)));
    QVERIFY(alice.seesField(u"Your post"_s, u"Held up"_s));
    alice.hands().type(u"bfd"_s);
    QVERIFY(alice.seesField(u"Your post"_s, u"Held upbfd"_s));
    QVERIFY(!alice.eyes().find(buttonWith(u"Take the boost back"_s)));
    QVERIFY(alice.quits());
}

void JourneyTest::whatTheInputMethodStillHoldsIsTextToo_data()
{
    addWays({u"mastodon-4.2"_s});
}

//! As people write Japanese, or an accent of two keys: what is not decided yet stands in the text already.
void JourneyTest::whatTheInputMethodStillHoldsIsTextToo()
{
    QFETCH(QString, flavour);
    QFETCH(QString, way);
    Town first(flavour);
    Town second(flavour);
    QVERIFY(first.isOpen() && second.isOpen());
    Newcomer f(way);
    Person &alice = f.person;
    const auto composes = [](const QString &undecided) {
        QInputMethodEvent event(undecided, {});
        QCoreApplication::sendEvent(QGuiApplication::focusObject(), &event);
    };
    QVERIFY(alice.starts());
    QVERIFY(f.signsIn(first));
    QVERIFY(f.signsIn(second));
    QVERIFY(alice.seesRows(Town::tea()));
    QVERIFY(alice.opensComposer());
    alice.hands().type(u"good "_s);
    composes(u"morning"_s);
    QVERIFY(alice.switchesTo(1, first.host()));
    QVERIFY(!alice.eyes().read(u"good"_s));
    QVERIFY(alice.switchesTo(2, second.host()));
    QVERIFY(alice.seesField(u"Your post"_s, u"good morning"_s));
    QVERIFY(alice.opensComposer());
    composes(u"!"_s);
    QVERIFY(alice.sends(u"Post"_s));
    QVERIFY(alice.hands().until(
        [&] { return second.world().textsBy(Town::alice()) == QStringList{u"good morning!"_s}; },
        u"the post on the server"_s));
    QVERIFY(alice.seesField(u"Your post"_s, QString()));
    QVERIFY(alice.quits());
    QVERIFY(first.world().textsBy(Town::alice()).isEmpty());
}

void JourneyTest::inANarrowWindowAnAnswerIsWrittenInSight_data()
{
    addWays({u"mastodon-4.2"_s});
}

void JourneyTest::inANarrowWindowAnAnswerIsWrittenInSight()
{
    QFETCH(QString, flavour);
    QFETCH(QString, way);
    Town town(flavour);
    QVERIFY(town.isOpen());
    Newcomer f(way);
    Person &alice = f.person;
    QVERIFY(alice.starts());
    QVERIFY(f.signsIn(town));
    QVERIFY(alice.seesRows(Town::tea()));
    alice.window().resize(600, 700);
    QVERIFY(alice.opens(Town::tea()));
    QVERIFY(alice.seesNoMore(Town::tide())); // the conversation covers the timeline
    QVERIFY(alice.answers(Town::tea(), u"With milk"_s, u"Post"_s));
    QVERIFY(
        alice.hands().until([&] { return !town.postOfAlice(u"With milk"_s).isEmpty(); }, u"the answer"_s));
    QVERIFY(alice.quits());
}

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"petrel"_s);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.value(1) == QLatin1String(Typist::childArgument))
        return Typist::beTheChild(arguments.mid(2));
    JourneyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "journeytest.moc"
