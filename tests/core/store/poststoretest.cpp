// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/poststore.h"

#include "cachefixture.h"

using namespace Petrel;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class PostStoreTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<HomeFixture> m_home; // account "me" on example.org

    Source from(const char *host, const char *account = "")
    {
        return {ServerHost(s(host)), AccountId(s(account)), m_home->clock.nowMs()};
    }
    PostStore posts() { return PostStore(m_home->store->reader()); }
    PostState stateOf(const QString &uri, const char *account = "me")
    {
        auto found = posts().state(PostUri(uri), AccountId(s(account)));
        return found.ok() && found.value() ? *found.value() : PostState{};
    }
    QString textFor(const QString &uri, const char *account)
    {
        const auto post = m_home->find(uri, s(account));
        return post ? post->body.text : s("(none)");
    }
    bool gone(const QString &uri, const char *host)
    {
        return ended(m_home->store->cache([=](CacheTx &tx) {
                   return PostStore(tx.db).tombstone(PostUri(uri), ServerHost(s(host)));
               }))
            .ok();
    }
    static Post saying(const char *text, const char *name = "p")
    {
        Post post = postNamed(s(name), 10);
        post.body.text = s(text);
        return post;
    }
    static Post flagged(std::optional<bool> favourited, std::optional<bool> bookmarked = {})
    {
        Post post = postNamed(s("p"), 10);
        post.flags.favourited = favourited;
        post.flags.bookmarked = bookmarked;
        return post;
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<HomeFixture>();
        QVERIFY(m_home->open());
    }

    void everyFieldOfAPostComesBack()
    {
        Post post;
        post.uri = PostUri(s("https://example.org/p"));
        post.ref = RemoteRef(s("109"));
        post.url = s("https://example.org/@ann/109");
        post.author = {s("ann@example.org"),
                       s("https://example.org/users/ann"),
                       RemoteRef(s("7")),
                       s("Ann :bird:"),
                       {Facet{Facet::Kind::Emoji, 4, 6, s("https://example.org/bird.png"), {}}},
                       s("https://example.org/@ann"),
                       s("https://example.org/ann.png"),
                       true,
                       true};
        post.createdAtMs = 111;
        post.editedAtMs = 222;
        post.body = {QStringLiteral("hello \U0001F426 @bob"),
                     {Facet{Facet::Kind::Mention, 9, 4, s("https://b"), s("@bob@b")}}};
        post.contentWarning = s("birds");
        post.sensitive = true;
        post.visibility = Visibility::Followers;
        post.language = s("en");
        post.replyToUri = PostUri(s("https://example.org/parent"));
        post.replyToRef = RemoteRef(s("108"));
        post.replyToHandle = s("bob@b");
        post.replyCount = 1;
        post.boostCount = 2;
        post.favouriteCount = 3;
        post.attachments = {Attachment{Attachment::Kind::Video, s("https://m/1"), s("https://m/2"),
                                       s("alt \"text\""), s("LKO2"), 640, 480},
                            Attachment{}};
        post.flags = {true, false, std::nullopt, true, false, s("like-1"), s("repost-1")};
        post.sourceText = s("hello @bob");
        QVERIFY(m_home->put(post, m_home->source()));

        const auto back = m_home->find(post.uri.value(), s("me"));
        QVERIFY(back.has_value());
        QCOMPARE(back->uri, post.uri);
        QCOMPARE(back->ref, post.ref);
        QCOMPARE(back->url, post.url);
        QCOMPARE(back->author.handle, post.author.handle);
        QCOMPARE(back->author.uri, post.author.uri);
        QCOMPARE(back->author.ref, post.author.ref);
        QCOMPARE(back->author.displayName, post.author.displayName);
        QCOMPARE(back->author.nameFacets, post.author.nameFacets);
        QCOMPARE(back->author.url, post.author.url);
        QCOMPARE(back->author.avatarUrl, post.author.avatarUrl);
        QCOMPARE(back->author.bot, true);
        QCOMPARE(back->author.locked, true);
        QCOMPARE(back->createdAtMs, 111);
        QCOMPARE(back->editedAtMs, 222);
        QCOMPARE(back->body, post.body);
        QCOMPARE(back->contentWarning, post.contentWarning);
        QCOMPARE(back->sensitive, true);
        QCOMPARE(back->visibility, Visibility::Followers);
        QCOMPARE(back->language, post.language);
        QCOMPARE(back->replyToUri, post.replyToUri);
        QCOMPARE(back->replyToRef, post.replyToRef);
        QCOMPARE(back->replyToHandle, post.replyToHandle);
        QCOMPARE(back->replyCount, 1);
        QCOMPARE(back->boostCount, 2);
        QCOMPARE(back->favouriteCount, 3);
        QCOMPARE(back->attachments.size(), 2);
        QCOMPARE(back->attachments[0].kind, Attachment::Kind::Video);
        QCOMPARE(back->attachments[0].url, s("https://m/1"));
        QCOMPARE(back->attachments[0].previewUrl, s("https://m/2"));
        QCOMPARE(back->attachments[0].altText, s("alt \"text\""));
        QCOMPARE(back->attachments[0].blurhash, s("LKO2"));
        QCOMPARE(back->attachments[0].width, 640);
        QCOMPARE(back->attachments[0].height, 480);
        QCOMPARE(back->attachments[1].kind, Attachment::Kind::Unknown);
        QCOMPARE(back->flags.favourited, std::optional<bool>(true));
        QCOMPARE(back->flags.boosted, std::optional<bool>(false));
        QCOMPARE(back->flags.bookmarked, std::optional<bool>());
        QCOMPARE(back->flags.muted, std::optional<bool>(true));
        QCOMPARE(back->flags.pinned, std::optional<bool>(false));
        QCOMPARE(back->flags.favouriteHandle, s("like-1"));
        QCOMPARE(back->flags.boostHandle, s("repost-1"));
        QCOMPARE(back->sourceText, std::optional<QString>(s("hello @bob")));
    }

    void aPostWithoutAUriIsRefused() { QVERIFY(!m_home->put(Post{}, m_home->source())); }

    void anUnknownPostIsNothing()
    {
        QVERIFY(!m_home->find(s("https://example.org/none"), s("me")));
        QVERIFY(!posts().findByAddress(QString(), AccountId(s("me"))).value());
        QVERIFY(!posts().state(PostUri(s("x")), AccountId(s("me"))).value());
    }

    void eachAccountIsShownItsOwnServersCopy()
    {
        QVERIFY(m_home->put(saying("as its author wrote it"), from("example.org", "me")));
        QVERIFY(m_home->put(saying("as B tells it"), from("b.example", "onB")));
        QCOMPARE(textFor(uriOf(s("p")), "me"), s("as its author wrote it"));
        QCOMPARE(textFor(uriOf(s("p")), "onB"), s("as B tells it"));
    }

    void theAuthorsOwnHostOutranksAnyOtherCopyInWhateverOrderTheyCome()
    {
        const QString uri = uriOf(s("p"));
        QVERIFY(m_home->put(saying("as B tells it"), from("b.example", "onB")));
        QVERIFY(m_home->put(postNamed(s("q")), from("c.example", "onC")));
        QCOMPARE(textFor(uri, "onC"), s("as B tells it"));
        QVERIFY(m_home->put(saying("as its author wrote it"), from("example.org", "me")));
        QCOMPARE(textFor(uri, "onC"), s("as its author wrote it"));
        m_home->clock.advance(minuteMs);
        QVERIFY(m_home->put(saying("as B forges it later"), from("b.example", "onB")));
        QCOMPARE(textFor(uri, "onC"), s("as its author wrote it"));
        QCOMPARE(textFor(uri, "never heard of"), s("as its author wrote it"));
    }

    void aForgedUriChangesNothingThatAccountsOfItsHostSee()
    {
        Post real = postNamed(s("p"), 10);
        real.flags.favourited = true;
        TimelinePage page;
        page.entries = {Entry{real.uri.value(), real.ref, real, {}, real.createdAtMs}};
        (void)m_home->page({}, page);
        const auto before = m_home->rows().first().entry;

        Post forged = real;
        forged.ref = RemoteRef(s("666"));
        forged.url = s("https://evil.example/");
        forged.body.text = s("send me money");
        forged.contentWarning = s("gone");
        forged.author.displayName = s("Ann (real)");
        forged.author.avatarUrl = s("https://evil.example/ann.png");
        forged.author.url = s("https://evil.example/ann");
        forged.createdAtMs += 1;
        forged.visibility = Visibility::Direct;
        forged.replyToUri = PostUri(s("https://evil.example/parent"));
        forged.flags.favourited = false;
        m_home->clock.advance(minuteMs);
        const Source evil = from("evil.example", "onEvil");
        const TimelineKey evilHome{evil.account, s("home")};
        TimelinePage forgedPage;
        forgedPage.entries = {
            Entry{real.uri.value(), forged.ref, forged, forged.author, real.createdAtMs + 5}};
        QVERIFY(m_home->tryPage(evilHome, evil, {}, forgedPage).ok());

        QCOMPARE(m_home->rows().size(), 1);
        const auto after = m_home->rows().first().entry;
        QCOMPARE(after.timeMs, before.timeMs);
        QCOMPARE(after.ref, before.ref);
        QVERIFY(!after.boostedBy);
        QCOMPARE(after.post.ref, real.ref);
        QCOMPARE(after.post.url, real.url);
        QCOMPARE(after.post.body.text, real.body.text);
        QCOMPARE(after.post.contentWarning, QString());
        QCOMPARE(after.post.author.displayName, s("Ann"));
        QCOMPARE(after.post.author.avatarUrl, QString());
        QCOMPARE(after.post.author.url, QString());
        QCOMPARE(after.post.createdAtMs, real.createdAtMs);
        QCOMPARE(after.post.visibility, Visibility::Public);
        QVERIFY(after.post.replyToUri.isNull());
        QCOMPARE(after.post.flags.favourited, std::optional<bool>(true));
        QCOMPARE(textFor(real.uri.value(), "me"), real.body.text);
        QCOMPARE(textFor(real.uri.value(), "onEvil"), s("send me money"));

        QVERIFY(gone(real.uri.value(), "evil.example"));
        QCOMPARE(textFor(real.uri.value(), "me"), real.body.text);
        QCOMPARE(m_home->shown(), s("p"));
    }

    void aBorrowedWebAddressIsNotFollowed()
    {
        const QString address = s("https://example.org/@ann/p");
        Post trap = saying("another post");
        trap.uri = PostUri(s("https://evil.example/trap"));
        trap.url = address;
        QVERIFY(m_home->put(trap, from("evil.example", "onEvil")));
        QVERIFY(!posts().findByAddress(address, AccountId(s("me"))).value());
        QCOMPARE(posts().findByAddress(address, AccountId(s("onEvil"))).value()->uri, trap.uri);
        QVERIFY(m_home->put(postNamed(s("p")), from("example.org", "me")));
        for (const char *account : {"me", "nobody"})
            QCOMPARE(posts().findByAddress(address, AccountId(s(account))).value()->uri.value(),
                     uriOf(s("p")));
        QCOMPARE(posts().findByAddress(uriOf(s("p")), AccountId(s("me"))).value()->uri.value(),
                 uriOf(s("p")));
    }

    void portsAndCapitalsBelongToAHost()
    {
        Post post = saying("own");
        post.uri = PostUri(s("http://Localhost:8081/p"));
        QVERIFY(m_home->put(saying("first, foreign"), from("b.example", "onB")));
        post.body.text = s("own host");
        QVERIFY(m_home->put(post, from("localhost:8081", "local")));
        post.body.text = s("another port");
        m_home->clock.advance(1);
        QVERIFY(m_home->put(post, from("localhost:8082", "other")));
        QCOMPARE(textFor(post.uri.value(), "third"), s("own host"));
    }

    void refsOfAnotherServerAreNotHandedOut()
    {
        Post post = postNamed(s("p"));
        post.replyToRef = RemoteRef(s("5"));
        post.author.ref = RemoteRef(s("6"));
        QVERIFY(m_home->put(post, from("example.org", "me")));
        QVERIFY(m_home->put(postNamed(s("q")), from("b.example", "onB")));
        const auto seen = m_home->find(uriOf(s("p")), s("onB"));
        QVERIFY(seen->ref.isNull());
        QVERIFY(seen->replyToRef.isNull());
        QVERIFY(seen->author.ref.isNull());
        QCOMPARE(m_home->find(uriOf(s("p")), s("me"))->replyToRef.value(), s("5"));
        QCOMPARE(m_home->find(uriOf(s("p")), s("me"))->author.ref.value(), s("6"));
    }

    void unknownFlagsLeaveKnownOnes()
    {
        const QString uri = uriOf(s("p"));
        QVERIFY(m_home->put(flagged(true, false), m_home->source()));
        const qint64 first = m_home->clock.nowMs();
        m_home->clock.advance(minuteMs);
        QVERIFY(m_home->put(flagged({}, true), m_home->source()));
        QCOMPARE(stateOf(uri).flags.favourited, std::optional<bool>(true));
        QCOMPARE(stateOf(uri).flags.bookmarked, std::optional<bool>(true));
        // "favourited" was not read again.
        QCOMPARE(stateOf(uri).readAtMs, first);
        QVERIFY(m_home->put(flagged(false, true), m_home->source()));
        QCOMPARE(stateOf(uri).flags.favourited, std::optional<bool>(false));
        QCOMPARE(stateOf(uri).readAtMs, m_home->clock.nowMs());
    }

    void noFlagsReadMeansNeverRead()
    {
        QVERIFY(m_home->put(postNamed(s("p")), m_home->source()));
        QCOMPARE(stateOf(uriOf(s("p"))).readAtMs, 0);
        QCOMPARE(stateOf(uriOf(s("p"))).ref.value(), s("ref-p"));
    }

    void anonymousAnswersNeverOverwriteFlags()
    {
        QVERIFY(m_home->put(flagged(true), m_home->source()));
        m_home->clock.advance(minuteMs);
        QVERIFY(m_home->put(flagged(false), from("example.org")));
        QCOMPARE(stateOf(uriOf(s("p"))).flags.favourited, std::optional<bool>(true));
    }

    void flagsBelongToOneAccount()
    {
        QVERIFY(m_home->put(flagged(true), m_home->source()));
        QVERIFY(m_home->put(flagged(false), from("example.org", "neighbour")));
        QCOMPARE(stateOf(uriOf(s("p"))).flags.favourited, std::optional<bool>(true));
        QCOMPARE(stateOf(uriOf(s("p")), "neighbour").flags.favourited, std::optional<bool>(false));
    }

    void handlesForUndoingStayUntilItIsUndone()
    {
        const QString uri = uriOf(s("p"));
        Post post = flagged(true);
        post.flags.favouriteHandle = s("like-1");
        post.flags.boosted = true;
        post.flags.boostHandle = s("repost-1");
        QVERIFY(m_home->put(post, m_home->source()));
        QVERIFY(m_home->put(flagged(true), m_home->source()));
        QCOMPARE(stateOf(uri).flags.favouriteHandle, s("like-1"));
        QVERIFY(m_home->put(flagged(false), m_home->source()));
        QCOMPARE(stateOf(uri).flags.favouriteHandle, QString());
        QCOMPARE(stateOf(uri).flags.boostHandle, s("repost-1"));
    }

    void theNewestRefCountsAndNoneLeavesTheKnownOne()
    {
        Post post = postNamed(s("p"));
        QVERIFY(m_home->put(post, m_home->source()));
        post.ref = RemoteRef(s("1796-md5"));
        QVERIFY(m_home->put(post, m_home->source()));
        QCOMPARE(stateOf(uriOf(s("p"))).ref.value(), s("1796-md5"));
        post.ref = RemoteRef();
        QVERIFY(m_home->put(post, m_home->source()));
        QCOMPARE(stateOf(uriOf(s("p"))).ref.value(), s("1796-md5"));
    }

    void anAnswerToAnOlderRequestNeverReplacesANewerOne()
    {
        const Source older = m_home->source();
        m_home->clock.advance(5000);
        Post newer = flagged(true);
        newer.body.text = s("edited");
        newer.author.displayName = s("Ann B.");
        QVERIFY(m_home->put(newer, m_home->source()));
        QVERIFY(m_home->put(flagged(false), older));
        const auto post = m_home->find(uriOf(s("p")), s("me"));
        QCOMPARE(post->body.text, s("edited"));
        QCOMPARE(post->author.displayName, s("Ann B."));
        QCOMPARE(post->flags.favourited, std::optional<bool>(true));
    }

    void aClockSetBackDoesNotFreezeWhatIsShown()
    {
        QVERIFY(m_home->put(flagged(true), m_home->source()));
        m_home->clock.setWallClock(m_home->clock.nowMs() - 365 * 86'400'000LL);
        Post edited = flagged(false);
        edited.body.text = s("edited");
        QVERIFY(m_home->put(edited, m_home->source()));
        QCOMPARE(textFor(uriOf(s("p")), "me"), s("edited"));
        QCOMPARE(stateOf(uriOf(s("p"))).flags.favourited, std::optional<bool>(false));
        QCOMPARE(stateOf(uriOf(s("p"))).readAtMs, m_home->clock.nowMs());
    }

    void aProfileToldByItsOwnHostOutranks()
    {
        const auto told = [this](const char *name, const Source &source, const char *post) {
            Post copy = postNamed(s(post));
            copy.author.displayName = s(name);
            return m_home->put(copy, source);
        };
        QVERIFY(told("as B knows Ann", from("b.example", "onB"), "q"));
        QCOMPARE(m_home->find(uriOf(s("q")), s("onB"))->author.displayName, s("as B knows Ann"));
        QVERIFY(told("Ann herself", from("example.org", "me"), "p"));
        m_home->clock.advance(minuteMs);
        QVERIFY(told("as B forges Ann", from("b.example", "onB"), "q"));
        QCOMPARE(m_home->find(uriOf(s("q")), s("onB"))->author.displayName, s("Ann herself"));
        QCOMPARE(m_home->find(uriOf(s("p")), s("me"))->author.displayName, s("Ann herself"));
    }

    void aProfileIsFoundAsItsOwnHostTellsIt()
    {
        const auto told = [this](const char *name, const Source &source) {
            Profile ann = postNamed(s("p")).author;
            ann.displayName = s(name);
            ann.avatarUrl = s("https://example.org/") + s(name);
            return ended(m_home->store->cache(
                             [ann, source](CacheTx &tx) { return PostStore(tx.db).putProfile(ann, source); }))
                .ok();
        };
        const auto found = [this] {
            auto profile = PostStore(m_home->store->reader()).profile(s("ann@example.org"));
            return profile.ok() && profile.value() ? profile.value()->avatarUrl : s("nobody");
        };
        QCOMPARE(found(), s("nobody"));
        QVERIFY(told("asB", from("b.example", "onB")));
        QCOMPARE(found(), s("https://example.org/asB"));
        QVERIFY(told("herself", from("example.org", "me")));
        m_home->clock.advance(minuteMs);
        QVERIFY(told("asBAgain", from("b.example", "onB")));
        QCOMPARE(found(), s("https://example.org/herself"));
    }

    void aProfileUriMakesNobodyAtHome()
    {
        Profile forged;
        forged.handle = s("ann@example.org");
        forged.uri = s("https://evil.example/ann");
        forged.displayName = s("forged");
        QVERIFY(m_home->put(postNamed(s("p")), from("example.org", "me")));
        QVERIFY(ended(m_home->store->cache([this, forged](CacheTx &tx) {
                    return PostStore(tx.db).putProfile(forged, from("evil.example", "onEvil"));
                })).ok());
        QCOMPARE(m_home->find(uriOf(s("p")), s("me"))->author.displayName, s("Ann"));
    }

    void theTypedTextStaysUntilThePostIsEdited()
    {
        Post post = postNamed(s("p"));
        post.sourceText = s("typed");
        QVERIFY(m_home->put(post, m_home->source()));
        post.sourceText.reset();
        QVERIFY(m_home->put(post, m_home->source()));
        QCOMPARE(m_home->find(uriOf(s("p")), s("me"))->sourceText, std::optional<QString>(s("typed")));
        post.editedAtMs = 5;
        QVERIFY(m_home->put(post, m_home->source()));
        QCOMPARE(m_home->find(uriOf(s("p")), s("me"))->sourceText, std::optional<QString>());
    }

    void aPostKnowsTheActionItIsTheResultOf()
    {
        QVERIFY(!posts().ofAction(s("uid")).value());
        QVERIFY(m_home->put(postNamed(s("p")), m_home->source(), s("uid")));
        QVERIFY(m_home->put(postNamed(s("p")), m_home->source()));
        QCOMPARE(posts().ofAction(s("uid")).value()->value(), uriOf(s("p")));
        QVERIFY(!posts().ofAction(QString()).value());
    }

    void anActionHasOneResult()
    {
        QVERIFY(m_home->put(postNamed(s("p")), m_home->source(), s("uid")));
        QVERIFY(m_home->put(postNamed(s("q")), m_home->source(), s("uid")));
        QCOMPARE(posts().ofAction(s("uid")).value()->value(), uriOf(s("q")));
        QVERIFY(m_home->put(postNamed(s("q")), m_home->source(), s("uid")));
        QCOMPARE(posts().ofAction(s("uid")).value()->value(), uriOf(s("q")));
    }

    void whatItsOwnHostSaysIsGoneIsGoneEverywhere()
    {
        const QString uri = uriOf(s("p"));
        QVERIFY(m_home->put(saying("here"), from("example.org", "me")));
        QVERIFY(m_home->put(saying("on B"), from("b.example", "onB")));
        QVERIFY(gone(uri, "example.org"));
        QVERIFY(!m_home->find(uri, s("me")));
        QVERIFY(!m_home->find(uri, s("onB")));
        QVERIFY(stateOf(uri).ref.isNull());
    }

    void whatAnotherServerSaysIsGoneStaysElsewhere()
    {
        const QString uri = uriOf(s("p"));
        QVERIFY(m_home->put(saying("here"), from("example.org", "me")));
        QVERIFY(m_home->put(saying("on B"), from("b.example", "onB")));
        const TimelineKey onB{AccountId(s("onB")), s("home")};
        QVERIFY(m_home->tryPage(onB, from("b.example", "onB"), {}, pageOf(s("p:10"), {})).ok());
        (void)m_home->top(s("p:10"));
        QVERIFY(gone(uri, "b.example"));
        QCOMPARE(m_home->shown(), s("p"));
        QVERIFY(TimelineReader(m_home->store->reader()).window(onB, {}, 10).value().isEmpty());
        QVERIFY(stateOf(uri, "onB").ref.isNull());
        QCOMPARE(textFor(uri, "me"), s("text of p"));
    }

    void theOnlyCopyGoesWithItsServersWord()
    {
        const QString uri = uriOf(s("p"));
        QVERIFY(m_home->put(saying("on B"), from("b.example", "onB")));
        QVERIFY(gone(uri, "c.example"));
        QCOMPARE(textFor(uri, "onB"), s("on B"));
        QVERIFY(gone(uri, "b.example"));
        QVERIFY(!m_home->find(uri, s("onB")));
        QVERIFY(gone(s("https://example.org/never heard of"), "b.example"));
    }

    void aPrivatePostItsHostDeniesToOneAccountStaysWithThoseWhoMayReadIt()
    {
        const QString uri = uriOf(s("p"));
        Post post = saying("for followers");
        post.visibility = Visibility::Followers;
        QVERIFY(m_home->put(post, from("b.example", "onB")));
        QVERIFY(m_home->put(postNamed(s("q")), from("example.org", "me")));
        QVERIFY(gone(uri, "example.org"));
        QCOMPARE(textFor(uri, "onB"), s("for followers"));
    }

    void whatIsDeniedToOneAccountStaysWithAnotherOfTheSameServer()
    {
        const QString uri = uriOf(s("p"));
        const auto deny = [&](const char *account) {
            return ended(m_home->store->cache([=](CacheTx &tx) {
                       return PostStore(tx.db).deny(PostUri(uri), ServerHost(s("b.example")),
                                                    AccountId(s(account)));
                   }))
                .ok();
        };
        const TimelineKey a{AccountId(s("a")), s("home")};
        const TimelineKey b{AccountId(s("b")), s("home")};
        QVERIFY(m_home->tryPage(a, from("b.example", "a"), {}, pageOf(s("p:10"), {})).ok());
        QVERIFY(m_home->tryPage(b, from("b.example", "b"), {}, pageOf(s("p:10"), {})).ok());
        QVERIFY(deny("a"));
        const auto window = [&](const TimelineKey &key) {
            return TimelineReader(m_home->store->reader()).window(key, {}, 10).value().size();
        };
        QCOMPARE(window(a), 0);
        QCOMPARE(window(b), 1);
        QVERIFY(stateOf(uri, "a").ref.isNull());
        QCOMPARE(textFor(uri, "b"), s("text of p"));
        // Nobody is left who may read it.
        QVERIFY(deny("b"));
        QVERIFY(!m_home->find(uri, s("b")));
    }

    void aPostThatIsToldAgainIsBack()
    {
        QVERIFY(m_home->put(saying("here"), m_home->source(), s("uid")));
        QVERIFY(gone(uriOf(s("p")), "example.org"));
        QCOMPARE(posts().ofAction(s("uid")).value()->value(), uriOf(s("p")));
        QVERIFY(m_home->put(saying("again"), m_home->source()));
        QCOMPARE(textFor(uriOf(s("p")), "me"), s("again"));
    }

    void noTableOfTheCacheIsNamedAsOneOfTheJournal()
    {
        auto shared = m_home->store->reader().number(
            s("SELECT count(*) FROM main.sqlite_master m JOIN cache.sqlite_master c ON c.name = m.name"
              " WHERE m.name NOT LIKE 'sqlite_%'"));
        QCOMPARE(shared.value(), 0);
        QVERIFY(m_home->store->reader().number(s("SELECT count(*) FROM cache.sqlite_master")).value() > 10);
    }
};

QTEST_GUILESS_MAIN(PostStoreTest)
#include "poststoretest.moc"
