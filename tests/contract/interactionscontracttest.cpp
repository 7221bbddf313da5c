// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/serviceundertest.h"
#include "service/interactions.h"
#include "service/posts.h"
#include "service/service.h"
#include "support/drive.h"

#include <QTest>

using namespace Petrel;
using namespace Qt::Literals::StringLiterals;

//! The contract of service/interactions.h, on every network and flavour.
class InteractionsContractTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachWishIsDoneAndUndone_data() { addKinds(nullptr); }
    void eachWishIsDoneAndUndone();
    void aLostWishIsUncertainAndProvedByReading_data() { addKinds(&ServiceUnderTest::lostAfterwards); }
    void aLostWishIsUncertainAndProvedByReading();
    void aWishThatNeverArrivedIsUncertainAndProvedByReading_data()
    {
        addKinds(&ServiceUnderTest::lostBefore);
    }
    void aWishThatNeverArrivedIsUncertainAndProvedByReading();
    void aLostUndoIsUncertainAndProvedByReading_data() { addKinds(&ServiceUnderTest::lostAfterwards); }
    void aLostUndoIsUncertainAndProvedByReading();
    void whatDidNotHappenIsSaidPlainly_data() { addKinds(nullptr); }
    void whatDidNotHappenIsSaidPlainly();
    void aRepeatedBoostDoublesOnlyWhereTheServiceSaysSo_data();
    void aRepeatedBoostDoublesOnlyWhereTheServiceSaysSo();
    void aBoostNamesTheEntryItMade_data();
    void aBoostNamesTheEntryItMade();
    void aPostThatIsGoneIsRefused_data() { addKinds(nullptr); }
    void aPostThatIsGoneIsRefused();

private:
    static void addKinds(QStringList (ServiceUnderTest::*troubles)() const);
    static Verb verbOf(ActionKind kind);
    static std::optional<bool> flagOf(ActionKind kind, const Post &post);
};

void InteractionsContractTest::addKinds(QStringList (ServiceUnderTest::*troubles)() const)
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("trouble");
    for (const QString &name : servicesUnderTest()) {
        const auto sut = makeServiceUnderTest(name);
        const Capabilities can = sut->service().capabilities();
        const QStringList all = troubles ? ((*sut).*troubles)() : QStringList{QString()};
        const std::pair<ActionKind, bool> kinds[] = {{ActionKind::Favourite, can.favourites},
                                                     {ActionKind::Boost, can.boosts},
                                                     {ActionKind::Bookmark, can.bookmarks}};
        for (const auto &[kind, can] : kinds) {
            for (const QString &trouble : all) {
                const QString word = actionKindName(kind);
                if (can)
                    QTest::newRow(qPrintable(u"%1 %2 %3"_s.arg(name, word, trouble)))
                        << name << word << trouble;
            }
        }
    }
}

Verb InteractionsContractTest::verbOf(ActionKind kind)
{
    return kind == ActionKind::Favourite ? Verb::Favourite
        : kind == ActionKind::Boost      ? Verb::Boost
                                         : Verb::Bookmark;
}

std::optional<bool> InteractionsContractTest::flagOf(ActionKind kind, const Post &post)
{
    return kind == ActionKind::Favourite ? post.flags.favourited
        : kind == ActionKind::Boost      ? post.flags.boosted
                                         : post.flags.bookmarked;
}

void InteractionsContractTest::eachWishIsDoneAndUndone()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    const ActionKind action = *actionKindFromName(kind);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, {u"Nice"_s, {}, Visibility::Public, u"en"_s});
    sut->deliver();
    PostFlags flags;
    for (const bool wanted : {true, false}) {
        const int before = sut->requests();
        auto result = driveToEnd(sut->service().interactions()->set(action, sut->refOf(uri), wanted, flags),
                                 sut->clock);
        QVERIFY(result && result->ok());
        QCOMPARE(result->value().kind, OutcomeKind::Done);
        QCOMPARE(sut->requests(), before + 1);
        QVERIFY(result->value().post);
        QCOMPARE(result->value().post->uri.value(), uri);
        QCOMPARE(flagOf(action, *result->value().post), wanted);
        QCOMPARE(sut->marksByAlice(action, uri), wanted ? 1 : 0);
        auto read = driveToEnd(sut->service().posts()->fetch(sut->refOf(uri)), sut->clock);
        QVERIFY(read && read->ok());
        QCOMPARE(flagOf(action, read->value()), wanted);
        flags = read->value().flags;
    }
    QCOMPARE(sut->complaints(), QStringList());
}

void InteractionsContractTest::aLostWishIsUncertainAndProvedByReading()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    QFETCH(QString, trouble);
    const ActionKind action = *actionKindFromName(kind);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, {u"Nice"_s, {}, Visibility::Public, u"en"_s});
    sut->deliver();
    sut->plan(verbOf(action), trouble);
    auto result =
        driveToEnd(sut->service().interactions()->set(action, sut->refOf(uri), true, {}), sut->clock);
    QVERIFY(result && result->ok());
    QVERIFY(sut->troubleOver());
    QCOMPARE(result->value().kind, OutcomeKind::Uncertain);
    QCOMPARE(sut->marksByAlice(action, uri), 1);
    auto read = driveToEnd(sut->service().posts()->fetch(sut->refOf(uri)), sut->clock);
    QVERIFY(read && read->ok());
    QCOMPARE(flagOf(action, read->value()), true);
    QCOMPARE(sut->complaints(), QStringList());
}

void InteractionsContractTest::aWishThatNeverArrivedIsUncertainAndProvedByReading()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    QFETCH(QString, trouble);
    const ActionKind action = *actionKindFromName(kind);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, {u"Nice"_s, {}, Visibility::Public, u"en"_s});
    sut->deliver();
    sut->plan(verbOf(action), trouble);
    auto result =
        driveToEnd(sut->service().interactions()->set(action, sut->refOf(uri), true, {}), sut->clock);
    QVERIFY(result && result->ok());
    QVERIFY(sut->troubleOver());
    QCOMPARE(result->value().kind, OutcomeKind::Uncertain);
    QCOMPARE(sut->marksByAlice(action, uri), 0);
    auto read = driveToEnd(sut->service().posts()->fetch(sut->refOf(uri)), sut->clock);
    QVERIFY(read && read->ok());
    QCOMPARE(flagOf(action, read->value()), false);
}

void InteractionsContractTest::aLostUndoIsUncertainAndProvedByReading()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    QFETCH(QString, trouble);
    const ActionKind action = *actionKindFromName(kind);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, {u"Nice"_s, {}, Visibility::Public, u"en"_s});
    sut->deliver();
    auto first =
        driveToEnd(sut->service().interactions()->set(action, sut->refOf(uri), true, {}), sut->clock);
    QVERIFY(first && first->ok() && first->value().post);
    sut->plan(verbOf(action), trouble);
    auto result = driveToEnd(
        sut->service().interactions()->set(action, sut->refOf(uri), false, first->value().post->flags),
        sut->clock);
    QVERIFY(result && result->ok());
    QVERIFY(sut->troubleOver());
    QCOMPARE(result->value().kind, OutcomeKind::Uncertain);
    QCOMPARE(sut->marksByAlice(action, uri), 0);
    auto read = driveToEnd(sut->service().posts()->fetch(sut->refOf(uri)), sut->clock);
    QVERIFY(read && read->ok());
    QCOMPARE(flagOf(action, read->value()), false);
}

void InteractionsContractTest::whatDidNotHappenIsSaidPlainly()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    const ActionKind action = *actionKindFromName(kind);
    const std::pair<Trouble, OutcomeKind> cases[] = {{Trouble::NotSent, OutcomeKind::NotSent},
                                                     {Trouble::RateLimited, OutcomeKind::RateLimited},
                                                     {Trouble::SignedOut, OutcomeKind::SignedOut}};
    for (const auto &[trouble, expected] : cases) {
        const auto sut = makeServiceUnderTest(name);
        const QString uri = sut->publishAs(u"bob"_s, {u"Nice"_s, {}, Visibility::Public, u"en"_s});
        sut->deliver();
        sut->plan(verbOf(action), trouble);
        auto result =
            driveToEnd(sut->service().interactions()->set(action, sut->refOf(uri), true, {}), sut->clock);
        QVERIFY(result && result->ok());
        QCOMPARE(result->value().kind, expected);
        QCOMPARE(sut->marksByAlice(action, uri), 0);
    }
}

void InteractionsContractTest::aRepeatedBoostDoublesOnlyWhereTheServiceSaysSo_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : servicesUnderTest())
        QTest::newRow(qPrintable(name)) << name;
}

void InteractionsContractTest::aRepeatedBoostDoublesOnlyWhereTheServiceSaysSo()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, {u"Nice"_s, {}, Visibility::Public, u"en"_s});
    sut->deliver();
    for (int i = 0; i < 2; ++i) {
        auto result = driveToEnd(
            sut->service().interactions()->set(ActionKind::Boost, sut->refOf(uri), true, {}), sut->clock);
        QVERIFY(result && result->ok());
    }
    if (sut->service().capabilities().boostIsIdempotent)
        QCOMPARE(sut->marksByAlice(ActionKind::Boost, uri), 1);
    else
        QVERIFY(sut->marksByAlice(ActionKind::Boost, uri) >= 1);
}

void InteractionsContractTest::aBoostNamesTheEntryItMade_data()
{
    aRepeatedBoostDoublesOnlyWhereTheServiceSaysSo_data();
}

void InteractionsContractTest::aBoostNamesTheEntryItMade()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, {u"Nice"_s, {}, Visibility::Public, u"en"_s});
    sut->deliver();
    auto result = driveToEnd(sut->service().interactions()->set(ActionKind::Boost, sut->refOf(uri), true, {}),
                             sut->clock);
    QVERIFY(result && result->ok());
    QVERIFY(!result->value().boostUri.isEmpty());
    QVERIFY(result->value().boostUri != uri);
    QVERIFY(!result->value().boostRef.isNull());
}

void InteractionsContractTest::aPostThatIsGoneIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QString, kind);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, {u"Nice"_s, {}, Visibility::Public, u"en"_s});
    sut->deliver();
    const RemoteRef ref = sut->refOf(uri);
    sut->removePost(uri);
    auto result =
        driveToEnd(sut->service().interactions()->set(*actionKindFromName(kind), ref, true, {}), sut->clock);
    QVERIFY(result && result->ok());
    QCOMPARE(result->value().kind, OutcomeKind::Rejected);
}

QTEST_GUILESS_MAIN(InteractionsContractTest)
#include "interactionscontracttest.moc"
