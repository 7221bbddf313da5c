// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/ownpostwalk.h"
#include "contract/serviceundertest.h"
#include "service/posts.h"
#include "service/publisher.h"
#include "service/service.h"
#include "support/drive.h"

#include <QTest>

using namespace Petrel;
using namespace Qt::Literals::StringLiterals;

//! The contract of service/publisher.h, on every network and flavour.
class PublisherContractTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPublishedPostIsDoneOnceAndAmongTheOwnPosts_data();
    void aPublishedPostIsDoneOnceAndAmongTheOwnPosts();
    void everyKindOfTextIsRecognisedAmongTheOwnPosts_data();
    void everyKindOfTextIsRecognisedAmongTheOwnPosts();
    void aPostWhoseAnswerIsLostIsUncertainAndThenFound_data();
    void aPostWhoseAnswerIsLostIsUncertainAndThenFound();
    void aPostThatNeverArrivedIsUncertainAndProvedAbsent_data();
    void aPostThatNeverArrivedIsUncertainAndProvedAbsent();
    void aRepeatIsNeverRefused_data() { addServices(); }
    void aRepeatIsNeverRefused();
    void aRepeatOfADeletedPostIsDoneWithoutAPost_data() { addServices(); }
    void aRepeatOfADeletedPostIsDoneWithoutAPost();
    void aBusyServerOnARepeatLeavesItUncertain_data() { addServices(); }
    void aBusyServerOnARepeatLeavesItUncertain();
    void whatTheServerDoesNotHonourIsRefusedUnsent_data() { addServices(); }
    void whatTheServerDoesNotHonourIsRefusedUnsent();
    void tooLongAPostIsRejectedInWords_data() { addServices(); }
    void tooLongAPostIsRejectedInWords();
    void whatDidNotHappenIsSaidPlainly_data() { addServices(); }
    void whatDidNotHappenIsSaidPlainly();
    void theOwnPostsComeWholeNewestFirstAndWithoutStrangers_data() { addServices(); }
    void theOwnPostsComeWholeNewestFirstAndWithoutStrangers();
    void anAccountWithoutPostsProvesItsStart_data() { addServices(); }
    void anAccountWithoutPostsProvesItsStart();
    void anUnreadablePageOfOwnPostsIsAnError_data();
    void anUnreadablePageOfOwnPostsIsAnError();
    void aDeletedPostIsGone_data() { addServices(); }
    void aDeletedPostIsGone();
    void aLostDeletionIsUncertain_data() { addServices(); }
    void aLostDeletionIsUncertain();

private:
    static void addServices();
    static void addAttempts(QStringList (ServiceUnderTest::*troubles)() const);
    static PublishRequest requestFor(ServiceUnderTest &sut, const QString &text, Visibility visibility,
                                     bool reply);
};

void PublisherContractTest::addServices()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : servicesUnderTest())
        QTest::newRow(qPrintable(name)) << name;
}

// Each visibility that the server honours, as a reply and not, each way of losing the answer.
void PublisherContractTest::addAttempts(QStringList (ServiceUnderTest::*troubles)() const)
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("visibility");
    QTest::addColumn<bool>("reply");
    QTest::addColumn<QString>("trouble");
    for (const QString &name : servicesUnderTest()) {
        const auto sut = makeServiceUnderTest(name);
        const QStringList all = troubles ? ((*sut).*troubles)() : QStringList{QString()};
        for (const Visibility visibility : sut->service().capabilities().visibilities) {
            for (const bool reply : {false, true}) {
                for (const QString &trouble : all) {
                    const QString word = visibilityName(visibility);
                    const QString row =
                        u"%1 %2 %3 %4"_s.arg(name, word, reply ? u"reply"_s : u"post"_s, trouble);
                    QTest::newRow(qPrintable(row)) << name << word << reply << trouble;
                }
            }
        }
    }
}

PublishRequest PublisherContractTest::requestFor(ServiceUnderTest &sut, const QString &text,
                                                 Visibility visibility, bool reply)
{
    PublishRequest request;
    request.content.text = text;
    request.content.visibility = visibility;
    request.content.language = u"en"_s;
    request.key = u"key-1"_s;
    if (reply) {
        const QString parent = sut.publishAs(u"bob"_s, {u"A question"_s, {}, Visibility::Public, u"en"_s});
        sut.deliver();
        auto read = driveToEnd(sut.service().posts()->fetch(sut.refOf(parent)), sut.clock);
        if (!read || !read->ok())
            qFatal("the parent could not be read");
        request.replyToUri = PostUri(parent);
        request.replyTo = read->value().ref;
        // On some servers this changes what the API calls the parent.
        sut.boostAs(u"bob"_s, parent);
    }
    return request;
}

void PublisherContractTest::aPublishedPostIsDoneOnceAndAmongTheOwnPosts_data()
{
    addAttempts(nullptr);
}

void PublisherContractTest::aPublishedPostIsDoneOnceAndAmongTheOwnPosts()
{
    QFETCH(QString, name);
    QFETCH(QString, visibility);
    QFETCH(bool, reply);
    const auto sut = makeServiceUnderTest(name);
    Publisher &publisher = *sut->service().publisher();
    const PublishRequest request =
        requestFor(*sut, u"Hello @bob, what now?"_s, *visibilityFromName(visibility), reply);
    const int before = sut->requests();
    auto result = driveToEnd(publisher.publish(request), sut->clock);
    QVERIFY(result && result->ok());
    const Outcome outcome = result->value();
    QCOMPARE(outcome.kind, OutcomeKind::Done);
    QCOMPARE(sut->requests(), before + 1);
    QVERIFY(outcome.post);
    QCOMPARE(outcome.post->uri.value(), sut->latestOf(u"alice"_s));
    QCOMPARE(outcome.post->replyToRef.isNull(), !reply);
    QVERIFY(outcome.serverDateMs > 0);
    const auto posts = sut->alicesPosts();
    QCOMPARE(posts.size(), 1);
    QCOMPARE(posts.first(), std::pair(request.content.text, request.replyToUri.value()));
    const OwnPostWalk walk = walkOwnPosts(*sut, publisher);
    QVERIFY(walk.readable);
    QCOMPARE(matchesIn(walk, request).size(), 1);
    QCOMPARE(matchesIn(walk, request).first().uri, outcome.post->uri);
    QCOMPARE(sut->complaints(), QStringList());
}

void PublisherContractTest::everyKindOfTextIsRecognisedAmongTheOwnPosts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const QVector<std::pair<const char *, QString>> texts{
        {"lines", u"One\nTwo\n\nThree & <b>four</b>"_s},
        {"link", u"See https://www.example.org/a/path?with=query&and=more#part, it is (really) long"_s},
        {"mention", u"@bob @nobody and @bob@one.example: hi"_s},
        {"tags", u"#Birds and #über_vögel are nice, #1 is none"_s},
        {"spaces", u"  outer  and   inner  "_s},
        {"symbols", u"🙂🙃 100 % \"quoted\" 'so' — ¡olé!"_s},
        {"only a picture", u"🐦"_s},
        {"accents", u"re\u0301sume\u0301 naïve"_s},
        {"right to left", u"שלום עולם، مرحبا"_s},
    };
    for (const QString &name : servicesUnderTest()) {
        for (const auto &[label, text] : texts)
            QTest::newRow(qPrintable(name + u' ' + QLatin1String(label))) << name << text;
    }
}

void PublisherContractTest::everyKindOfTextIsRecognisedAmongTheOwnPosts()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    const auto sut = makeServiceUnderTest(name);
    Publisher &publisher = *sut->service().publisher();
    const PublishRequest request = requestFor(*sut, text, Visibility::Public, false);
    PublishRequest another = request;
    another.content.text = u"Something else"_s;
    another.key = u"key-2"_s;
    auto result = driveToEnd(publisher.publish(request), sut->clock);
    QVERIFY(result && result->ok());
    QCOMPARE(result->value().kind, OutcomeKind::Done);
    const OwnPostWalk walk = walkOwnPosts(*sut, publisher);
    QCOMPARE(matchesIn(walk, request).size(), 1);
    QCOMPARE(matchesIn(walk, another).size(), 0);
}

void PublisherContractTest::aPostWhoseAnswerIsLostIsUncertainAndThenFound_data()
{
    addAttempts(&ServiceUnderTest::lostAfterwards);
}

void PublisherContractTest::aPostWhoseAnswerIsLostIsUncertainAndThenFound()
{
    QFETCH(QString, name);
    QFETCH(QString, visibility);
    QFETCH(bool, reply);
    QFETCH(QString, trouble);
    const auto sut = makeServiceUnderTest(name);
    Publisher &publisher = *sut->service().publisher();
    const PublishRequest request =
        requestFor(*sut, u"Where is @bob?"_s, *visibilityFromName(visibility), reply);
    sut->plan(Verb::Publish, trouble);
    auto result = driveToEnd(publisher.publish(request), sut->clock);
    QVERIFY(result && result->ok());
    QVERIFY(sut->troubleOver());
    QCOMPARE(result->value().kind, OutcomeKind::Uncertain);
    QCOMPARE(sut->alicesPosts().size(), 1);
    const OwnPostWalk walk = walkOwnPosts(*sut, publisher);
    QVERIFY(walk.readable);
    QCOMPARE(matchesIn(walk, request).size(), 1);
    QCOMPARE(matchesIn(walk, request).first().uri.value(), sut->latestOf(u"alice"_s));
    QCOMPARE(sut->complaints(), QStringList());
}

void PublisherContractTest::aPostThatNeverArrivedIsUncertainAndProvedAbsent_data()
{
    addAttempts(&ServiceUnderTest::lostBefore);
}

void PublisherContractTest::aPostThatNeverArrivedIsUncertainAndProvedAbsent()
{
    QFETCH(QString, name);
    QFETCH(QString, visibility);
    QFETCH(bool, reply);
    QFETCH(QString, trouble);
    const auto sut = makeServiceUnderTest(name);
    Publisher &publisher = *sut->service().publisher();
    sut->publishAs(u"alice"_s, {u"An older one"_s, {}, Visibility::Public, u"en"_s});
    const PublishRequest request =
        requestFor(*sut, u"Where is @bob?"_s, *visibilityFromName(visibility), reply);
    sut->plan(Verb::Publish, trouble);
    auto result = driveToEnd(publisher.publish(request), sut->clock);
    QVERIFY(result && result->ok());
    QVERIFY(sut->troubleOver());
    QCOMPARE(result->value().kind, OutcomeKind::Uncertain);
    QCOMPARE(sut->alicesPosts().size(), 1);
    const OwnPostWalk walk = walkOwnPosts(*sut, publisher);
    QVERIFY(walk.readable);
    QVERIFY(walk.everySourceEnded);
    QCOMPARE(walk.posts.size(), 1);
    QCOMPARE(matchesIn(walk, request).size(), 0);
}

void PublisherContractTest::aRepeatIsNeverRefused()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    Publisher &publisher = *sut->service().publisher();
    PublishRequest request = requestFor(*sut, u"Once"_s, Visibility::Public, false);
    auto first = driveToEnd(publisher.publish(request), sut->clock);
    QVERIFY(first && first->ok() && first->value().kind == OutcomeKind::Done);
    request.repeat = true;
    request.sameKey = true;
    auto again = driveToEnd(publisher.publish(request), sut->clock);
    QVERIFY(again && again->ok());
    const Outcome outcome = again->value();
    const bool keeps = sut->service().capabilities().idempotencyMs > 0;
    switch (outcome.kind) {
    case OutcomeKind::Done:
        QVERIFY(outcome.post);
        if (keeps)
            QCOMPARE(outcome.post->uri, first->value().post->uri);
        break;
    case OutcomeKind::Uncertain:
    case OutcomeKind::DuplicateSomewhere:
        break;
    default:
        QFAIL("a repeat was refused");
    }
    if (keeps)
        QCOMPARE(sut->alicesPosts().size(), 1);
}

void PublisherContractTest::aRepeatOfADeletedPostIsDoneWithoutAPost()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    if (!sut->saysGoneForADeletedKey())
        QSKIP("this server says nothing of the kind");
    Publisher &publisher = *sut->service().publisher();
    PublishRequest request = requestFor(*sut, u"Once"_s, Visibility::Public, false);
    auto first = driveToEnd(publisher.publish(request), sut->clock);
    QVERIFY(first && first->ok());
    sut->removePost(sut->latestOf(u"alice"_s));
    request.repeat = true;
    request.sameKey = true;
    auto again = driveToEnd(publisher.publish(request), sut->clock);
    QVERIFY(again && again->ok());
    QCOMPARE(again->value().kind, OutcomeKind::Done);
    QVERIFY(!again->value().post);
    QCOMPARE(sut->alicesPosts().size(), 0);
}

void PublisherContractTest::aBusyServerOnARepeatLeavesItUncertain()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    PublishRequest request = requestFor(*sut, u"Once"_s, Visibility::Public, false);
    request.repeat = true;
    request.sameKey = true;
    sut->plan(Verb::Publish, Trouble::Maintenance);
    auto result = driveToEnd(sut->service().publisher()->publish(request), sut->clock);
    QVERIFY(result && result->ok());
    QVERIFY(result->value().kind == OutcomeKind::Uncertain
            || result->value().kind == OutcomeKind::DuplicateSomewhere);
}

void PublisherContractTest::whatTheServerDoesNotHonourIsRefusedUnsent()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const auto honoured = sut->service().capabilities().visibilities;
    for (const Visibility visibility :
         {Visibility::Public, Visibility::Unlisted, Visibility::Followers, Visibility::Direct}) {
        if (honoured.contains(visibility))
            continue;
        const PublishRequest request = requestFor(*sut, u"Not so"_s, visibility, false);
        auto result = driveToEnd(sut->service().publisher()->publish(request), sut->clock);
        QVERIFY(result && result->ok());
        QCOMPARE(result->value().kind, OutcomeKind::Rejected);
        QVERIFY(!result->value().words.isEmpty());
    }
    QCOMPARE(sut->alicesPosts().size(), 0);
}

void PublisherContractTest::tooLongAPostIsRejectedInWords()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    if (!sut->refusesLongPosts())
        QSKIP("this server enforces no length");
    const int limit = sut->service().capabilities().text.maxCharacters;
    const PublishRequest request = requestFor(*sut, QString(limit + 1, u'a'), Visibility::Public, false);
    auto result = driveToEnd(sut->service().publisher()->publish(request), sut->clock);
    QVERIFY(result && result->ok());
    QCOMPARE(result->value().kind, OutcomeKind::Rejected);
    QVERIFY(!result->value().words.isEmpty());
    QCOMPARE(sut->alicesPosts().size(), 0);
    PublishRequest fits = requestFor(*sut, QString(limit, u'a'), Visibility::Public, false);
    fits.key = u"key-2"_s;
    result = driveToEnd(sut->service().publisher()->publish(fits), sut->clock);
    QVERIFY(result && result->ok());
    QCOMPARE(result->value().kind, OutcomeKind::Done);
}

void PublisherContractTest::whatDidNotHappenIsSaidPlainly()
{
    QFETCH(QString, name);
    const std::pair<Trouble, OutcomeKind> cases[] = {{Trouble::NotSent, OutcomeKind::NotSent},
                                                     {Trouble::RateLimited, OutcomeKind::RateLimited},
                                                     {Trouble::SignedOut, OutcomeKind::SignedOut}};
    for (const auto &[trouble, kind] : cases) {
        const auto sut = makeServiceUnderTest(name);
        const PublishRequest request = requestFor(*sut, u"Not now"_s, Visibility::Public, false);
        sut->plan(Verb::Publish, trouble);
        auto result = driveToEnd(sut->service().publisher()->publish(request), sut->clock);
        QVERIFY(result && result->ok());
        QCOMPARE(result->value().kind, kind);
        QCOMPARE(sut->alicesPosts().size(), 0);
        if (kind == OutcomeKind::RateLimited) {
            const qint64 pauseMs = result->value().retryAtMs - sut->clock.nowMs();
            QVERIFY2(pauseMs >= 295'000 && pauseMs <= 330'000, qPrintable(QString::number(pauseMs)));
        }
    }
}

void PublisherContractTest::theOwnPostsComeWholeNewestFirstAndWithoutStrangers()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    QStringList expected;
    const auto visibilities = sut->service().capabilities().visibilities;
    for (int i = 0; i < 95; ++i) {
        const QString bobs = sut->publishAs(u"bob"_s, {u"Bob %1"_s.arg(i), {}, Visibility::Public, u"en"_s});
        if (i % 10 == 0)
            sut->boostAs(u"alice"_s, bobs);
        const Visibility visibility = visibilities.at(i % visibilities.size());
        expected.prepend(sut->publishAs(u"alice"_s, {u"Alice %1"_s.arg(i), {}, visibility, u"en"_s}));
    }
    sut->deliver();
    Publisher &publisher = *sut->service().publisher();
    const OwnPostWalk walk = walkOwnPosts(*sut, publisher);
    QVERIFY(walk.readable);
    QStringList uris;
    qint64 newer = std::numeric_limits<qint64>::max();
    for (const Post &post : walk.posts) {
        uris.append(post.uri.value());
        if (publisher.ownSources().size() == 1) {
            QVERIFY(post.createdAtMs <= newer);
            newer = post.createdAtMs;
        }
    }
    if (publisher.ownSources().size() > 1) {
        uris.sort();
        expected.sort();
    }
    QCOMPARE(uris, expected);
    QCOMPARE(sut->complaints(), QStringList());
}

void PublisherContractTest::anAccountWithoutPostsProvesItsStart()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    const OwnPostWalk walk = walkOwnPosts(*sut, *sut->service().publisher());
    QVERIFY(walk.readable);
    QVERIFY(walk.everySourceEnded);
    QVERIFY(walk.posts.isEmpty());
}

void PublisherContractTest::anUnreadablePageOfOwnPostsIsAnError_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("trouble");
    for (const QString &name : servicesUnderTest()) {
        for (const QString &trouble : makeServiceUnderTest(name)->unreadable())
            QTest::newRow(qPrintable(name + u' ' + trouble)) << name << trouble;
    }
}

void PublisherContractTest::anUnreadablePageOfOwnPostsIsAnError()
{
    QFETCH(QString, name);
    QFETCH(QString, trouble);
    const auto sut = makeServiceUnderTest(name);
    sut->publishAs(u"alice"_s, {u"There"_s, {}, Visibility::Public, u"en"_s});
    sut->plan(Verb::Own, trouble);
    auto page = driveToEnd(sut->service().publisher()->ownPosts(0, {}), sut->clock);
    QVERIFY(sut->troubleOver());
    QVERIFY(page);
    QVERIFY(!page->ok());
    QCOMPARE(sut->complaints(), QStringList());
}

void PublisherContractTest::aDeletedPostIsGone()
{
    QFETCH(QString, name);
    const auto sut = makeServiceUnderTest(name);
    Publisher &publisher = *sut->service().publisher();
    const QString uri = sut->publishAs(u"alice"_s, {u"Away with it"_s, {}, Visibility::Public, u"en"_s});
    const RemoteRef ref = sut->refOf(uri);
    auto first = driveToEnd(publisher.remove(ref), sut->clock);
    QVERIFY(first && first->ok());
    auto second = driveToEnd(publisher.remove(ref), sut->clock);
    QVERIFY(second && second->ok());
    if (sut->service().capabilities().canDelete) {
        QCOMPARE(first->value().kind, OutcomeKind::Done);
        QCOMPARE(second->value().kind, OutcomeKind::AlreadyTrue);
        QCOMPARE(sut->alicesPosts().size(), 0);
    } else {
        QCOMPARE(first->value().kind, OutcomeKind::Rejected);
        QCOMPARE(second->value().kind, OutcomeKind::Rejected);
        QCOMPARE(sut->alicesPosts().size(), 1);
    }
    QCOMPARE(sut->complaints(), QStringList());
}

void PublisherContractTest::aLostDeletionIsUncertain()
{
    QFETCH(QString, name);
    const QStringList troubles = makeServiceUnderTest(name)->lostAfterwards();
    for (const QString &trouble : troubles) {
        const auto sut = makeServiceUnderTest(name);
        const QString uri = sut->publishAs(u"alice"_s, {u"Away with it"_s, {}, Visibility::Public, u"en"_s});
        // A server that deletes nothing gives a plain refusal, whose loss is the same.
        sut->plan(Verb::Remove, trouble);
        auto result = driveToEnd(sut->service().publisher()->remove(sut->refOf(uri)), sut->clock);
        QVERIFY(result && result->ok());
        if (sut->service().capabilities().canDelete)
            QCOMPARE(result->value().kind, OutcomeKind::Uncertain);
        else
            QVERIFY(result->value().kind != OutcomeKind::Done
                    && result->value().kind != OutcomeKind::AlreadyTrue);
    }
}

QTEST_GUILESS_MAIN(PublisherContractTest)
#include "publishercontracttest.moc"
