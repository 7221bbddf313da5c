// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/profilesync.h"

#include "core/store/cachefixture.h"
#include "service/profiles.h"
#include "service/service.h"
#include "support/gatestub.h"

using namespace Petrel;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

//! A server that knows one person.
class SelfService : public Service, public Profiles {
public:
    OwnProfile own;
    std::optional<Error> error;
    int asked = 0;
    bool hasProfiles = true;

    [[nodiscard]] Capabilities capabilities() const override { return {}; }
    [[nodiscard]] Profiles *profiles() override { return hasProfiles ? this : nullptr; }
    Task<OwnProfile> self() override
    {
        ++asked;
        if (error)
            return *error;
        return Result<OwnProfile>(own);
    }
};

} // namespace

class ProfileSyncTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<HomeFixture> m_home;
    std::unique_ptr<GateStub> m_gate;
    std::unique_ptr<SelfService> m_service;
    std::unique_ptr<ProfileSync> m_sync;

    [[nodiscard]] Account account() const
    {
        return AccountStore(m_home->store->reader()).find(m_home->key.account).value();
    }
    [[nodiscard]] QString avatar() const
    {
        const auto profile = PostStore(m_home->store->reader()).profile(s("me@example.org"));
        return profile.ok() && profile.value() ? profile.value()->avatarUrl : QString();
    }
    Result<bool> after(qint64 ms)
    {
        m_home->clock.advance(ms);
        return ended(m_sync->ifOld());
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<HomeFixture>();
        QVERIFY(m_home->open());
        m_gate = std::make_unique<GateStub>(m_home->clock);
        m_service = std::make_unique<SelfService>();
        m_service->own.profile.handle = s("me@example.org");
        m_service->own.profile.displayName = s("Me");
        m_service->own.profile.avatarUrl = s("https://example.org/me.png");
        m_service->own.defaultVisibility = Visibility::Unlisted;
        m_service->own.defaultLanguage = s("fr");
        m_sync = std::make_unique<ProfileSync>(accountNamed(s("me")), *m_home->store, *m_service, *m_gate,
                                               m_home->clock);
    }
    void cleanup() { m_sync.reset(); }

    void whatTheServerTellsIsKept()
    {
        const auto written = after(0);
        QVERIFY(written.ok() && written.value());
        QCOMPARE(account().displayName, s("Me"));
        QCOMPARE(account().defaultVisibility, Visibility::Unlisted);
        QCOMPARE(account().defaultLanguage, s("fr"));
        QCOMPARE(account().profileAtMs, m_home->clock.nowMs());
        QCOMPARE(avatar(), s("https://example.org/me.png"));
    }

    void whatIsYoungIsNotAskedForAgain()
    {
        QVERIFY(after(0).value());
        QVERIFY(!after(ProfileSync::oldMs - 1).value());
        QCOMPARE(m_service->asked, 1);
        m_service->own.profile.avatarUrl = s("https://example.org/new.png");
        QVERIFY(after(1).value());
        QCOMPARE(m_service->asked, 2);
        QCOMPARE(avatar(), s("https://example.org/new.png"));
    }

    void aFailureChangesNothingAndIsNotRepeatedAtOnce()
    {
        QVERIFY(after(0).value());
        m_service->error = Error{ErrorKind::ServerDown, {}, {}, {}};
        QVERIFY(!after(ProfileSync::oldMs).ok());
        QCOMPARE(account().displayName, s("Me"));
        QVERIFY(!after(60'000).value());
        QCOMPARE(m_service->asked, 2);
        m_service->error.reset();
        QVERIFY(after(ProfileSync::oldMs).value());
    }

    void aClosedGateAsksNothing()
    {
        m_gate->shut();
        QVERIFY(!after(0).value());
        QCOMPARE(m_service->asked, 0);
        m_gate->open();
        QVERIFY(after(0).value());
    }

    void whatTheServerDoesNotTellStays()
    {
        QVERIFY(after(0).ok());
        m_service->own.defaultVisibility.reset();
        m_home->clock.advance(48 * 3'600'000);
        const auto written = after(3'600'000);
        QVERIFY(written.ok() && written.value());
        QCOMPARE(account().defaultVisibility, Visibility::Unlisted);
    }

    void somebodyElsesProfileIsNotTakenOver()
    {
        m_service->own.profile.handle = s("mallory@example.org");
        const auto refused = after(0);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::Malformed);
        QVERIFY(account().displayName.isEmpty());
        QCOMPARE(account().defaultVisibility, Visibility::Public);
    }

    void aNetworkWithoutProfilesIsLeftInPeace()
    {
        m_service->hasProfiles = false;
        QVERIFY(!after(0).value());
        QCOMPARE(m_service->asked, 0);
    }
};

QTEST_GUILESS_MAIN(ProfileSyncTest)
#include "profilesynctest.moc"
