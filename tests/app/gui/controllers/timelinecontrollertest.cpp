// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/timelinecontroller.h"

#include "gui/controllers/homerefresher.h"
#include "windowfixture.h"

#include <QtTest>

using namespace Petrel;

namespace {

const QString alice = QStringLiteral("alice");
const QString bob = QStringLiteral("bob");

//! A window on a home to which bob has written so much.
struct Reading : WindowFixture {
    void begin(int posts)
    {
        for (int i = 0; i < posts; ++i)
            one.world().publish(bob, QStringLiteral("number %1").arg(i));
        openWindow();
        signIn(one, alice);
    }
    TimelineController &home() { return *app->home(); }
    //! As the list does whose end is in sight.
    void reachTheEnd()
    {
        while (home().model()->canFetchMore({}))
            home().model()->fetchMore({});
    }
    int posts() { return home().model()->rowCount(); }
};

} // namespace

//! What lies below the end of a home.
class TimelineControllerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theEndOfAShortFeedIsFoundByItself()
    {
        Reading f;
        f.begin(3);
        QCOMPARE(f.posts(), 3);
        f.reachTheEnd();
        QVERIFY(!f.home().isAtEnd());
        f.pass(4 * HomeRefresher::backgroundMs);
        QVERIFY(f.home().isAtEnd());
        QVERIFY(!f.home().isLoadingOlder());
        QCOMPARE(f.posts(), 3);
        // Found once, it is not looked for again.
        f.one.clearLog();
        f.pass(4 * HomeRefresher::backgroundMs);
        QVERIFY(f.one.countRequests("GET", QStringLiteral("/api/v1/timelines/home"))
                <= 4 * HomeRefresher::backgroundMs / HomeRefresher::watchedMs + 1);
    }

    void olderPostsThatWereWantedInAnOutageComeAfterIt()
    {
        Reading f;
        f.begin(500);
        f.one.setDown(true);
        f.pass(120'000);
        f.reachTheEnd();
        f.settle();
        const int cached = f.posts();
        QVERIFY(cached < 500);
        f.one.setDown(false);
        f.pass(600'000);
        QVERIFY2(f.posts() > cached, qPrintable(QString::number(cached)));
    }
};

QTEST_GUILESS_MAIN(TimelineControllerTest)
#include "timelinecontrollertest.moc"
