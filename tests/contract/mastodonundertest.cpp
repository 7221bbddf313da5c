// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/mastodonundertest.h"

#include "service/mastodon/mastodonprovider.h"
#include "support/drive.h"
#include "support/fakemastodon/directtransport.h"
#include "support/fakemastodon/fakemastodon.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace Petrel {

namespace {

struct Place {
    QString method;
    QString path;
};

Place placeOf(Verb verb)
{
    switch (verb) {
    case Verb::Publish:
        return {u"POST"_s, u"/api/v1/statuses"_s};
    case Verb::Remove:
        return {u"DELETE"_s, u"/api/v1/statuses/*"_s};
    case Verb::Favourite:
        return {u"POST"_s, u"/api/v1/statuses/*favourite"_s};
    case Verb::Boost:
        return {u"POST"_s, u"/api/v1/statuses/*reblog"_s};
    case Verb::Bookmark:
        return {u"POST"_s, u"/api/v1/statuses/*bookmark"_s};
    case Verb::Fetch:
    case Verb::Thread:
        return {u"GET"_s, u"/api/v1/statuses/*"_s};
    case Verb::Home:
        return {u"GET"_s, u"/api/v1/timelines/home"_s};
    case Verb::Own:
        return {u"GET"_s, u"/api/v1/accounts/*/statuses"_s};
    case Verb::Self:
        return {u"GET"_s, u"/api/v1/accounts/verify_credentials"_s};
    case Verb::Resolve:
        return {u"GET"_s, u"/api/v2/search"_s};
    case Verb::Context:
        return {u"GET"_s, u"/api/v1/statuses/*/context"_s};
    }
    Q_UNREACHABLE();
}

QString wordOf(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Unlisted:
        return u"unlisted"_s;
    case Visibility::Followers:
        return u"private"_s;
    case Visibility::Direct:
        return u"direct"_s;
    case Visibility::Public:
    case Visibility::Unknown:
        break;
    }
    return u"public"_s;
}

class MastodonUnderTest : public ServiceUnderTest {
public:
    explicit MastodonUnderTest(Fake::Flavour flavour)
        : m_server(flavour, clock),
          m_transport(clock)
    {
        m_transport.addServer(m_server);
        m_server.world().addUser(u"alice"_s);
        m_server.world().addUser(u"bob"_s);
        m_server.world().follow(u"alice"_s, u"bob"_s);
        m_provider = makeMastodonProvider(m_transport, clock);
        auto found = driveToEnd(m_provider->authenticator().discover(u"one.example"_s), clock);
        if (!found || !found->ok())
            qFatal("discovery failed: %s", found ? qPrintable(found->error().message) : "no end");
        const Secret token(m_server.world().issueToken(u"alice"_s));
        auto in = driveToEnd(m_provider->authenticator().withToken(found->value(), token), clock);
        if (!in || !in->ok())
            qFatal("sign-in failed: %s", in ? qPrintable(in->error().message) : "no end");
        const SignedIn &signedIn = in->value();
        m_account.id = AccountId(u"account-1"_s);
        m_account.service = signedIn.service;
        m_account.host = signedIn.server.host;
        m_account.handle = signedIn.own.profile.handle;
        m_account.uri = signedIn.own.profile.uri;
        m_account.ref = signedIn.own.profile.ref;
        m_account.serverInfo = signedIn.server.info;
        m_service = m_provider->makeService(m_account, signedIn.credentials);
        if (!m_service)
            qFatal("no service was made");
    }

    Service &service() override { return *m_service; }
    QString publishAs(const QString &user, const PostContent &content, const QString &parentUri) override
    {
        Fake::WorldDraft draft;
        draft.text = content.text;
        draft.warning = content.contentWarning;
        draft.visibility = wordOf(content.visibility);
        draft.language = content.language;
        draft.parentUri = parentUri;
        clock.advance(1000);
        return m_server.world().publish(user, draft);
    }
    void boostAs(const QString &user, const QString &uri) override
    {
        clock.advance(1000);
        m_server.world().boost(user, uri);
    }
    void removePost(const QString &uri) override { m_server.world().remove(uri); }
    void deliver() override { clock.advance(10'000); }

    QVector<std::pair<QString, QString>> alicesPosts() const override
    {
        QVector<std::pair<QString, QString>> posts;
        for (const Fake::WorldPost &post : m_server.world().postsBy(u"alice"_s))
            posts.append({post.text, post.parentUri});
        return posts;
    }
    QString latestOf(const QString &user) const override
    {
        const auto own = m_server.world().postsBy(user);
        return own.isEmpty() ? QString() : own.last().uri;
    }
    int marksByAlice(ActionKind kind, const QString &uri) const override
    {
        const Fake::World &world = m_server.world();
        if (kind == ActionKind::Boost)
            return world.boostCount(u"alice"_s, uri);
        return (kind == ActionKind::Favourite ? world.favourited(u"alice"_s, uri)
                                              : world.bookmarked(u"alice"_s, uri))
            ? 1
            : 0;
    }
    RemoteRef refOf(const QString &uri) const override { return RemoteRef(m_server.world().post(uri)->id); }
    QString pageOf(const QString &uri) const override { return m_server.world().post(uri)->url; }
    QString homeUri() const override { return m_account.handle; }

    void plan(Verb verb, Trouble trouble) override
    {
        const Place place = placeOf(verb);
        Fake::Fault fault;
        fault.method = place.method;
        fault.path = place.path;
        switch (trouble) {
        case Trouble::NotSent:
            fault.kind = Fake::FaultKind::Refuse;
            break;
        case Trouble::SignedOut:
            fault.kind = Fake::FaultKind::TokenRevoked;
            break;
        case Trouble::RateLimited:
            fault.kind = Fake::FaultKind::RateLimit;
            fault.retryAfterS = 300;
            break;
        case Trouble::Maintenance:
            fault.kind = Fake::FaultKind::Unavailable;
            fault.retryAfterS = 60;
            break;
        }
        m_server.faults().add(fault);
    }
    QStringList lostAfterwards() const override
    {
        return {u"commit-then-drop"_s, u"commit-then-hang"_s, u"commit-then-empty"_s,
                u"commit-then-500"_s,  u"commit-then-502"_s,  u"commit-then-503"_s,
                u"commit-then-302"_s,  u"half-body"_s,        u"truncated-json"_s};
    }
    QStringList lostBefore() const override
    {
        return {u"drop-before-commit"_s, u"hang"_s, u"500"_s, u"502"_s, u"504"_s, u"302"_s};
    }
    QStringList unreadable() const override { return lostAfterwards() + lostBefore(); }
    void plan(Verb verb, const QString &name) override
    {
        const Place place = placeOf(verb);
        m_server.faults().add(*Fake::faultFromName(name), place.method, place.path);
    }
    bool troubleOver() const override
    {
        return const_cast<Fake::FakeMastodon &>(m_server).faults().isEmpty();
    }

    bool refusesLongPosts() const override { return m_server.rules().flavour != Fake::Flavour::Snac; }
    bool saysGoneForADeletedKey() const override
    {
        const auto keys = m_server.rules().keys;
        return keys == Fake::KeyBehaviour::Kept || keys == Fake::KeyBehaviour::Answers500;
    }
    bool findsByAddress() const override { return m_server.rules().flavour != Fake::Flavour::Snac; }
    bool tellsDeepReplies() const override
    {
        return m_server.rules().flavour != Fake::Flavour::Snac && tellsWholeChain();
    }
    bool tellsWholeChain() const override { return m_server.rules().flavour != Fake::Flavour::Pixelfed; }
    bool tellsOneBranch() const override { return m_server.rules().flavour != Fake::Flavour::Akkoma; }
    bool rebuildHome() override
    {
        m_server.world().setRegenerating(u"alice"_s, true);
        return m_server.rules().software == u"mastodon"_s;
    }
    int requests() const override { return m_transport.sent(); }
    QStringList complaints() const override
    {
        QStringList all = m_server.unexpectedRequests();
        const QStringList hosts = m_transport.hostsWithToken();
        if (hosts != QStringList{u"one.example"_s})
            all.append(u"the token reached "_s + hosts.join(u", "_s));
        return all;
    }

private:
    Fake::FakeMastodon m_server;
    Fake::DirectTransport m_transport;
    std::unique_ptr<ServiceProvider> m_provider;
    Account m_account;
    std::unique_ptr<Service> m_service;
};

} // namespace

std::unique_ptr<ServiceUnderTest> makeMastodonUnderTest(Fake::Flavour flavour)
{
    return std::make_unique<MastodonUnderTest>(flavour);
}

} // namespace Petrel
