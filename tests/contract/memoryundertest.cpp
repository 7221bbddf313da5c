// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/memoryundertest.h"

#include "support/memoryservice.h"

namespace Petrel {

namespace {

const QString alice = QStringLiteral("alice@memory.example");

QString handleOf(const QString &user)
{
    return user + QStringLiteral("@memory.example");
}

QString verbName(Verb verb)
{
    switch (verb) {
    case Verb::Publish:
        return QStringLiteral("publish");
    case Verb::Remove:
        return QStringLiteral("remove");
    case Verb::Favourite:
    case Verb::Boost:
    case Verb::Bookmark:
        return QStringLiteral("set");
    case Verb::Fetch:
        return QStringLiteral("fetch");
    case Verb::Home:
        return QStringLiteral("home");
    case Verb::Own:
        return QStringLiteral("own");
    case Verb::Self:
        return QStringLiteral("self");
    case Verb::Resolve:
        return QStringLiteral("resolve");
    case Verb::Thread:
    case Verb::Context:
        return QStringLiteral("thread");
    }
    Q_UNREACHABLE();
}

class MemoryUnderTest : public ServiceUnderTest {
public:
    MemoryUnderTest()
        : m_network(clock)
    {
        m_network.addUser(alice);
        m_network.addUser(handleOf(QStringLiteral("bob")));
        m_network.follow(alice, handleOf(QStringLiteral("bob")));
        m_service = std::make_unique<MemoryService>(m_network, alice, clock);
    }

    Service &service() override { return *m_service; }
    QString publishAs(const QString &user, const PostContent &content, const QString &parentUri) override
    {
        clock.advance(1000);
        return m_network.publish(handleOf(user), content, parentUri);
    }
    void boostAs(const QString &user, const QString &uri) override
    {
        clock.advance(1000);
        m_network.addRecord(handleOf(user), QStringLiteral("repost"), uri);
    }
    void removePost(const QString &uri) override { m_network.removeRecord(uri); }
    void deliver() override { }

    QVector<std::pair<QString, QString>> alicesPosts() const override
    {
        QVector<std::pair<QString, QString>> posts;
        for (const MemoryRecord &record : m_network.postsBy(alice))
            posts.append({record.content.text, record.subject});
        return posts;
    }
    QString latestOf(const QString &user) const override
    {
        const auto own = m_network.postsBy(handleOf(user));
        return own.isEmpty() ? QString() : own.last().uri;
    }
    int marksByAlice(ActionKind kind, const QString &uri) const override
    {
        const QString collection = kind == ActionKind::Favourite ? QStringLiteral("like")
            : kind == ActionKind::Boost                          ? QStringLiteral("repost")
                                                                 : QStringLiteral("bookmark");
        return m_network.countOf(collection, uri, alice);
    }
    RemoteRef refOf(const QString &uri) const override { return RemoteRef(uri); }
    QString pageOf(const QString &uri) const override
    {
        return QStringLiteral("https://memory.example/%1").arg(uri.mid(5));
    }
    QString homeUri() const override { return alice; }

    void plan(Verb verb, Trouble trouble) override
    {
        static const QMap<Trouble, MemoryFault> faults{{Trouble::NotSent, MemoryFault::NotSent},
                                                       {Trouble::SignedOut, MemoryFault::SignedOut},
                                                       {Trouble::RateLimited, MemoryFault::RateLimited},
                                                       {Trouble::Maintenance, MemoryFault::UncertainBefore}};
        m_service->retryMs = 300'000;
        m_service->addFault(faults.value(trouble), verbName(verb));
    }
    QStringList lostAfterwards() const override
    {
        return {QStringLiteral("cut-after"), QStringLiteral("hang-after")};
    }
    QStringList lostBefore() const override
    {
        return {QStringLiteral("cut-before"), QStringLiteral("hang-before")};
    }
    QStringList unreadable() const override
    {
        return {QStringLiteral("cut-before"), QStringLiteral("hang-before")};
    }
    void plan(Verb verb, const QString &name) override
    {
        static const QHash<QString, MemoryFault> faults{
            {QStringLiteral("cut-after"), MemoryFault::UncertainAfter},
            {QStringLiteral("hang-after"), MemoryFault::HangAfter},
            {QStringLiteral("cut-before"), MemoryFault::UncertainBefore},
            {QStringLiteral("hang-before"), MemoryFault::Hang}};
        m_planned.append(verbName(verb));
        m_before = m_service->calls(verbName(verb));
        m_service->addFault(faults.value(name), verbName(verb));
    }
    bool troubleOver() const override
    {
        return m_planned.isEmpty() || m_service->calls(m_planned.last()) > m_before;
    }
    int requests() const override
    {
        int sum = 0;
        for (const Verb verb : {Verb::Publish, Verb::Remove, Verb::Favourite, Verb::Fetch, Verb::Home,
                                Verb::Own, Verb::Self, Verb::Resolve, Verb::Thread})
            sum += m_service->calls(verbName(verb));
        return sum;
    }
    QStringList complaints() const override { return {}; }

private:
    MemoryNetwork m_network;
    std::unique_ptr<MemoryService> m_service;
    QStringList m_planned;
    int m_before = 0;
};

} // namespace

std::unique_ptr<ServiceUnderTest> makeMemoryUnderTest()
{
    return std::make_unique<MemoryUnderTest>();
}

} // namespace Petrel
