// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/serviceundertest.h"
#include "service/posts.h"
#include "service/profiles.h"
#include "service/search.h"
#include "service/service.h"
#include "service/timelines.h"
#include "support/drive.h"

#include <QTest>

using namespace Petrel;
using namespace Qt::Literals::StringLiterals;

//! The contracts of timelines.h, posts.h, profiles.h and search.h, on every network and flavour.
class ReadingContractTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theHomePagesGiveEveryEntryOnceInOrder_data() { addServices(); }
    void theHomePagesGiveEveryEntryOnceInOrder();
    void aBoostIsAnEntryOfItsOwn_data() { addServices(); }
    void aBoostIsAnEntryOfItsOwn();
    void anEmptyHomeIsAnEmptyPage_data() { addServices(); }
    void anEmptyHomeIsAnEmptyPage();
    void aHomeBeingRebuiltSaysThatItIsIncomplete_data() { addServices(); }
    void aHomeBeingRebuiltSaysThatItIsIncomplete();
    void anUnreadableHomeIsAnError_data();
    void anUnreadableHomeIsAnError();
    void aFetchedPostIsAsItsAuthorWroteIt_data() { addServices(); }
    void aFetchedPostIsAsItsAuthorWroteIt();
    void aDeletedPostIsNotFound_data() { addServices(); }
    void aDeletedPostIsNotFound();
    void anUnreadablePostIsNotSaidToBeGone_data();
    void anUnreadablePostIsNotSaidToBeGone();
    void aPostIsFoundByItsAddress_data() { addServices(); }
    void aPostIsFoundByItsAddress();
    void anUnknownAddressIsNotFound_data() { addServices(); }
    void anUnknownAddressIsNotFound();
    void theAccountKnowsItself_data() { addServices(); }
    void theAccountKnowsItself();
    void aDeadTokenIsSignedOut_data() { addServices(); }
    void aDeadTokenIsSignedOut();
    void anOutageIsToldApartFromAnAnswer_data() { addServices(); }
    void anOutageIsToldApartFromAnAnswer();

private:
    static void addServices();
    static void addUnreadable();
    static PostContent content(const QString &text) { return {text, {}, Visibility::Public, u"en"_s}; }
};

void ReadingContractTest::addServices()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : servicesUnderTest())
        QTest::newRow(qPrintable(name)) << name;
}

void ReadingContractTest::addUnreadable()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("trouble");
    for (const QString &name : servicesUnderTest()) {
        for (const QString &trouble : makeServiceUnderTest(name)->unreadable())
            QTest::newRow(qPrintable(name + u' ' + trouble)) << name << trouble;
    }
}

void ReadingContractTest::theHomePagesGiveEveryEntryOnceInOrder()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    QStringList expected;
    for (int i = 0; i < 95; ++i)
        expected.prepend(sut->publishAs(i % 3 ? u"bob"_s : u"alice"_s, content(u"Number %1"_s.arg(i))));
    sut->deliver();
    QStringList seen;
    QString cursor;
    bool ended = false;
    for (int pages = 0; pages < 50 && !ended; ++pages) {
        const int before = sut->requests();
        auto page = driveToEnd(sut->service().timelines()->home(cursor), sut->clock);
        QVERIFY(page && page->ok());
        QCOMPARE(sut->requests(), before + 1);
        QVERIFY(page->value().complete);
        for (const Entry &entry : page->value().entries) {
            QVERIFY(!entry.ref.isNull());
            QVERIFY(!entry.boostedBy);
            if (!seen.contains(entry.uri))
                seen.append(entry.uri);
        }
        QVERIFY(page->value().olderCursor != cursor || cursor.isEmpty());
        cursor = page->value().olderCursor;
        ended = cursor.isEmpty();
    }
    QVERIFY(ended);
    if (name == u"snac"_s) {
        // Own posts arrive at once there, others' after seconds: order is that of arrival.
        seen.sort();
        expected.sort();
    }
    QCOMPARE(seen, expected);
    QCOMPARE(sut->complaints(), QStringList());
}

void ReadingContractTest::aBoostIsAnEntryOfItsOwn()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, content(u"An old one"_s));
    for (int i = 0; i < 45; ++i)
        sut->publishAs(u"bob"_s, content(u"Filler %1"_s.arg(i)));
    sut->deliver();
    sut->boostAs(u"bob"_s, uri);
    sut->deliver();
    auto page = driveToEnd(sut->service().timelines()->home({}), sut->clock);
    QVERIFY(page && page->ok());
    const Entry &first = page->value().entries.first();
    if (name == u"snac"_s)
        QSKIP("a post that is in the home already is not shown again there");
    QCOMPARE(first.post.uri.value(), uri);
    QVERIFY(first.boostedBy);
    QVERIFY(first.boostedBy->handle.startsWith(u"bob@"_s));
    QVERIFY(first.uri != uri);
    QVERIFY(first.timeMs > first.post.createdAtMs);
}

void ReadingContractTest::anEmptyHomeIsAnEmptyPage()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    auto page = driveToEnd(sut->service().timelines()->home({}), sut->clock);
    QVERIFY(page && page->ok());
    QVERIFY(page->value().entries.isEmpty());
    QVERIFY(page->value().complete);
    QVERIFY(page->value().olderCursor.isEmpty());
}

void ReadingContractTest::aHomeBeingRebuiltSaysThatItIsIncomplete()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    for (int i = 0; i < 10; ++i)
        sut->publishAs(u"bob"_s, content(u"Number %1"_s.arg(i)));
    sut->deliver();
    if (!sut->rebuildHome())
        QSKIP("this server does not rebuild homes");
    auto page = driveToEnd(sut->service().timelines()->home({}), sut->clock);
    QVERIFY(page && page->ok());
    QVERIFY(!page->value().complete);
}

void ReadingContractTest::anUnreadableHomeIsAnError_data()
{
    addUnreadable();
}

void ReadingContractTest::anUnreadableHomeIsAnError()
{
    QFETCH(QString, name);
    QFETCH(QString, trouble);
    const auto sut = makeServiceUnderTest(name);
    sut->publishAs(u"bob"_s, content(u"There"_s));
    sut->deliver();
    sut->plan(Verb::Home, trouble);
    auto page = driveToEnd(sut->service().timelines()->home({}), sut->clock);
    QVERIFY(sut->troubleOver());
    QVERIFY(page);
    QVERIFY(!page->ok());
    QVERIFY(page->error().kind != ErrorKind::NotFound);
}

void ReadingContractTest::aFetchedPostIsAsItsAuthorWroteIt()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const QString parent = sut->publishAs(u"alice"_s, content(u"A question"_s));
    const QString uri = sut->publishAs(u"bob"_s, content(u"An answer\nin two lines"_s), parent);
    sut->deliver();
    auto post = driveToEnd(sut->service().posts()->fetch(sut->refOf(uri)), sut->clock);
    QVERIFY(post && post->ok());
    QCOMPARE(post->value().uri.value(), uri);
    QCOMPARE(post->value().body.text, u"An answer\nin two lines"_s);
    QVERIFY(post->value().author.handle.startsWith(u"bob@"_s));
    QVERIFY(!post->value().replyToRef.isNull());
    QCOMPARE(post->value().flags.favourited, false);
    QCOMPARE(post->value().flags.boosted, false);
    QCOMPARE(post->value().visibility, Visibility::Public);
    QVERIFY(post->value().createdAtMs > 0);
}

void ReadingContractTest::aDeletedPostIsNotFound()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, content(u"Gone soon"_s));
    const RemoteRef ref = sut->refOf(uri);
    sut->removePost(uri);
    auto post = driveToEnd(sut->service().posts()->fetch(ref), sut->clock);
    QVERIFY(post);
    QVERIFY(!post->ok());
    QCOMPARE(post->error().kind, ErrorKind::NotFound);
}

void ReadingContractTest::anUnreadablePostIsNotSaidToBeGone_data()
{
    addUnreadable();
}

void ReadingContractTest::anUnreadablePostIsNotSaidToBeGone()
{
    QFETCH(QString, name);
    QFETCH(QString, trouble);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, content(u"There"_s));
    sut->deliver();
    sut->plan(Verb::Fetch, trouble);
    auto post = driveToEnd(sut->service().posts()->fetch(sut->refOf(uri)), sut->clock);
    QVERIFY(sut->troubleOver());
    QVERIFY(post);
    QVERIFY(!post->ok());
    QVERIFY(post->error().kind != ErrorKind::NotFound);
}

void ReadingContractTest::aPostIsFoundByItsAddress()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, content(u"Here I am"_s));
    sut->deliver();
    if (!sut->findsByAddress()) {
        Search *search = sut->service().search();
        if (search) {
            auto post = driveToEnd(search->resolvePost(uri), sut->clock);
            QVERIFY(post);
            QVERIFY(post->ok() ? post->value().uri.value() == uri
                               : post->error().kind == ErrorKind::NotFound);
        }
        return;
    }
    for (const QString &address : {uri, sut->pageOf(uri)}) {
        const int before = sut->requests();
        auto post = driveToEnd(sut->service().search()->resolvePost(address), sut->clock);
        QVERIFY(post && post->ok());
        QCOMPARE(post->value().uri.value(), uri);
        QCOMPARE(sut->requests(), before + 1);
    }
    QCOMPARE(sut->complaints(), QStringList());
}

void ReadingContractTest::anUnknownAddressIsNotFound()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    Search *search = sut->service().search();
    if (!search)
        return;
    auto post = driveToEnd(search->resolvePost(u"https://nowhere.example/@zoe/1"_s), sut->clock);
    QVERIFY(post);
    QVERIFY(!post->ok());
    QCOMPARE(post->error().kind, ErrorKind::NotFound);
}

void ReadingContractTest::theAccountKnowsItself()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    auto own = driveToEnd(sut->service().profiles()->self(), sut->clock);
    QVERIFY(own && own->ok());
    QCOMPARE(own->value().profile.handle, sut->homeUri());
    QVERIFY(sut->homeUri().startsWith(u"alice@"_s));
    QCOMPARE(own->value().defaultVisibility, Visibility::Public);
    QCOMPARE(own->value().defaultLanguage, u"en"_s);
}

void ReadingContractTest::aDeadTokenIsSignedOut()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    sut->plan(Verb::Self, Trouble::SignedOut);
    auto own = driveToEnd(sut->service().profiles()->self(), sut->clock);
    QVERIFY(own);
    QVERIFY(!own->ok());
    QCOMPARE(own->error().kind, ErrorKind::SignedOut);
    const auto other = makeServiceUnderTest(name);
    other->plan(Verb::Home, Trouble::SignedOut);
    auto page = driveToEnd(other->service().timelines()->home({}), other->clock);
    QVERIFY(page);
    QVERIFY(!page->ok());
    QCOMPARE(page->error().kind, ErrorKind::SignedOut);
}

void ReadingContractTest::anOutageIsToldApartFromAnAnswer()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    sut->plan(Verb::Home, Trouble::NotSent);
    auto page = driveToEnd(sut->service().timelines()->home({}), sut->clock);
    QVERIFY(page);
    QVERIFY(!page->ok());
    QVERIFY(page->error().isOutage());
    sut->plan(Verb::Home, Trouble::RateLimited);
    page = driveToEnd(sut->service().timelines()->home({}), sut->clock);
    QVERIFY(page);
    QVERIFY(!page->ok());
    QCOMPARE(page->error().kind, ErrorKind::RateLimited);
    QVERIFY(page->error().retryAfterMs);
    const qint64 pauseMs = *page->error().retryAfterMs;
    QVERIFY2(pauseMs >= 295'000 && pauseMs <= 330'000, qPrintable(QString::number(pauseMs)));
}

QTEST_GUILESS_MAIN(ReadingContractTest)
#include "readingcontracttest.moc"
