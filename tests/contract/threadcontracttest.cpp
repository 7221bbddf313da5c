// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/serviceundertest.h"
#include "service/service.h"
#include "service/threads.h"
#include "support/drive.h"

#include <QTest>

using namespace Petrel;
using namespace Qt::Literals::StringLiterals;

//! The contract of threads.h, on every network and flavour.
class ThreadContractTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theChainAboveAPostIsOldestFirst_data() { addServices(); }
    void theChainAboveAPostIsOldestFirst();
    void allRepliesComeAndEachOnce_data() { addServices(); }
    void allRepliesComeAndEachOnce();
    void anotherBranchIsNotMistakenForAReply_data() { addServices(); }
    void anotherBranchIsNotMistakenForAReply();
    void aPostAloneIsAThread_data() { addServices(); }
    void aPostAloneIsAThread();
    void whatMayNotBeSeenIsLeftOut_data() { addServices(); }
    void whatMayNotBeSeenIsLeftOut();
    void aDeletedPostIsNotFoundAtOnce_data() { addServices(); }
    void aDeletedPostIsNotFoundAtOnce();
    void anUnreadablePartIsAnError_data();
    void anUnreadablePartIsAnError();
    void anOutageIsToldApartFromAnAnswer_data() { addServices(); }
    void anOutageIsToldApartFromAnAnswer();

private:
    //! A thread put together from its parts.
    struct Whole {
        ThreadPage all;
        int parts = 0;
        std::optional<Error> error;
    };
    static void addServices();
    static Whole read(ServiceUnderTest &sut, const RemoteRef &ref);
    static PostContent content(const QString &text, Visibility visibility = Visibility::Public)
    {
        return {text, {}, visibility, u"en"_s};
    }
    static QStringList urisOf(const QVector<Post> &posts)
    {
        QStringList uris;
        for (const Post &post : posts)
            uris.append(post.uri.value());
        return uris;
    }
};

void ThreadContractTest::addServices()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : servicesUnderTest())
        QTest::newRow(qPrintable(name)) << name;
}

ThreadContractTest::Whole ThreadContractTest::read(ServiceUnderTest &sut, const RemoteRef &ref)
{
    Whole whole;
    QStringList cursors{QString()};
    while (whole.parts < 10) {
        const int before = sut.requests();
        auto part = driveToEnd(sut.service().threads()->thread(ref, cursors.last()), sut.clock);
        if (!part || !part->ok()) {
            whole.error = part ? part->error() : Error{ErrorKind::Cancelled, {}, u"no end"_s, {}};
            return whole;
        }
        if (sut.requests() != before + 1)
            whole.error = Error{ErrorKind::Malformed, {}, u"not one request"_s, {}};
        ++whole.parts;
        const ThreadPage page = part->take();
        whole.all.ancestors += page.ancestors;
        whole.all.descendants += page.descendants;
        if (page.post)
            whole.all.post = page.post;
        if (page.nextCursor.isEmpty())
            return whole;
        if (cursors.contains(page.nextCursor))
            break;
        cursors.append(page.nextCursor);
    }
    whole.error = Error{ErrorKind::Malformed, {}, u"no last part"_s, {}};
    return whole;
}

void ThreadContractTest::theChainAboveAPostIsOldestFirst()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    QStringList chain{sut->publishAs(u"alice"_s, content(u"A question"_s))};
    for (int i = 0; i < 5; ++i)
        chain.append(
            sut->publishAs(i % 2 ? u"alice"_s : u"bob"_s, content(u"Answer %1"_s.arg(i)), chain.last()));
    const QString uri = sut->publishAs(u"bob"_s, content(u"The last word"_s), chain.last());
    sut->deliver();
    const Whole whole = read(*sut, sut->refOf(uri));
    QVERIFY2(!whole.error, whole.error ? qPrintable(whole.error->detail) : "");
    QVERIFY(whole.all.post);
    QCOMPARE(whole.all.post->uri.value(), uri);
    QCOMPARE(whole.all.post->body.text, u"The last word"_s);
    QCOMPARE(urisOf(whole.all.ancestors), sut->tellsWholeChain() ? chain : chain.mid(chain.size() - 1));
    // Each says itself whom it answers.
    QCOMPARE(whole.all.post->replyToRef, whole.all.ancestors.last().ref);
    for (int i = 1; i < whole.all.ancestors.size(); ++i)
        QCOMPARE(whole.all.ancestors.at(i).replyToRef, whole.all.ancestors.at(i - 1).ref);
    QVERIFY(whole.all.descendants.isEmpty());
    QCOMPARE(sut->complaints(), QStringList());
}

void ThreadContractTest::allRepliesComeAndEachOnce()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, content(u"A question"_s));
    QStringList direct;
    QStringList deep;
    for (int i = 0; i < 3; ++i) {
        direct.append(sut->publishAs(u"alice"_s, content(u"Answer %1"_s.arg(i)), uri));
        deep.append(sut->publishAs(u"bob"_s, content(u"Thanks %1"_s.arg(i)), direct.last()));
        deep.append(sut->publishAs(u"alice"_s, content(u"Welcome %1"_s.arg(i)), deep.last()));
    }
    sut->deliver();
    const Whole whole = read(*sut, sut->refOf(uri));
    QVERIFY2(!whole.error, whole.error ? qPrintable(whole.error->detail) : "");
    QVERIFY(whole.all.ancestors.isEmpty());
    QStringList expected = sut->tellsDeepReplies() ? direct + deep : direct;
    QStringList seen = urisOf(whole.all.descendants);
    expected.sort();
    seen.sort();
    QCOMPARE(seen, expected);
    QCOMPARE(whole.all.post->flags.favourited, std::optional<bool>(false));
    for (const Post &post : whole.all.descendants) {
        QVERIFY(!post.replyToRef.isNull());
        QVERIFY(!post.ref.isNull());
        QCOMPARE(post.flags.favourited, std::optional<bool>(false));
    }
}

void ThreadContractTest::anotherBranchIsNotMistakenForAReply()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const QString root = sut->publishAs(u"bob"_s, content(u"A question"_s));
    const QString older = sut->publishAs(u"bob"_s, content(u"An older branch"_s), root);
    const QString uri = sut->publishAs(u"alice"_s, content(u"Opened"_s), root);
    const QString newer = sut->publishAs(u"bob"_s, content(u"A newer branch"_s), root);
    const QString reply = sut->publishAs(u"bob"_s, content(u"A reply"_s), uri);
    sut->deliver();
    const Whole whole = read(*sut, sut->refOf(uri));
    QVERIFY(!whole.error);
    const QStringList around = urisOf(whole.all.ancestors + whole.all.descendants);
    QVERIFY(around.contains(root));
    QVERIFY(around.contains(reply));
    QCOMPARE(around.contains(older) || around.contains(newer), !sut->tellsOneBranch());
    for (const Post &post : whole.all.ancestors + whole.all.descendants)
        QCOMPARE(post.replyToRef == whole.all.post->ref, post.uri.value() == reply);
}

void ThreadContractTest::aPostAloneIsAThread()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, content(u"Alone"_s));
    (void)sut->publishAs(u"bob"_s, content(u"Another"_s));
    sut->deliver();
    const Whole whole = read(*sut, sut->refOf(uri));
    QVERIFY(!whole.error);
    QVERIFY(whole.all.post);
    QVERIFY(whole.all.ancestors.isEmpty());
    QVERIFY(whole.all.descendants.isEmpty());
    QVERIFY(whole.all.post->replyToRef.isNull());
}

void ThreadContractTest::whatMayNotBeSeenIsLeftOut()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    if (!sut->service().capabilities().visibilities.contains(Visibility::Direct))
        QSKIP("nothing can be told to some only here");
    const QString uri = sut->publishAs(u"bob"_s, content(u"A question"_s));
    const QString open = sut->publishAs(u"bob"_s, content(u"For all"_s), uri);
    (void)sut->publishAs(u"bob"_s, content(u"For nobody"_s, Visibility::Direct), uri);
    sut->deliver();
    const Whole whole = read(*sut, sut->refOf(uri));
    QVERIFY(!whole.error);
    QCOMPARE(urisOf(whole.all.descendants), QStringList{open});
}

void ThreadContractTest::aDeletedPostIsNotFoundAtOnce()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, content(u"Gone soon"_s));
    const RemoteRef ref = sut->refOf(uri);
    sut->removePost(uri);
    const Whole whole = read(*sut, ref);
    QVERIFY(whole.error);
    QCOMPARE(whole.parts, 0);
    QCOMPARE(whole.error->kind, ErrorKind::NotFound);
}

void ThreadContractTest::anUnreadablePartIsAnError_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<bool>("later");
    for (const QString &name : servicesUnderTest()) {
        for (const QString &trouble : makeServiceUnderTest(name)->unreadable()) {
            QTest::newRow(qPrintable(name + u" first "_s + trouble)) << name << trouble << false;
            QTest::newRow(qPrintable(name + u" later "_s + trouble)) << name << trouble << true;
        }
    }
}

void ThreadContractTest::anUnreadablePartIsAnError()
{
    QFETCH(QString, name);
    QFETCH(QString, trouble);
    QFETCH(bool, later);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, content(u"There"_s));
    sut->deliver();
    sut->plan(later ? Verb::Context : Verb::Thread, trouble);
    const Whole whole = read(*sut, sut->refOf(uri));
    QVERIFY(sut->troubleOver());
    QVERIFY(whole.error);
    QVERIFY(whole.error->kind != ErrorKind::NotFound);
}

void ThreadContractTest::anOutageIsToldApartFromAnAnswer()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const QString uri = sut->publishAs(u"bob"_s, content(u"There"_s));
    sut->deliver();
    for (const Verb verb : {Verb::Thread, Verb::Context}) {
        sut->plan(verb, Trouble::NotSent);
        QVERIFY(read(*sut, sut->refOf(uri)).error.value_or(Error{}).isOutage());
        sut->plan(verb, Trouble::RateLimited);
        QCOMPARE(read(*sut, sut->refOf(uri)).error.value_or(Error{}).kind, ErrorKind::RateLimited);
        QVERIFY(!read(*sut, sut->refOf(uri)).error);
    }
}

QTEST_GUILESS_MAIN(ThreadContractTest)
#include "threadcontracttest.moc"
