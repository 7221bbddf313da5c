// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/cards.h"

#include "bench/postmaker.h"
#include "bench/profilemaker.h"
#include "bench/shownwindow.h"
#include "support/temporaryprofile.h"

#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest>

#include <algorithm>

using namespace Petrel;

namespace {

//! What the frames showed, noted as each was painted: between two of them the list may have been told of rows
//! that it has not laid out yet.
class Painted : public QObject {
public:
    Painted(QQuickWindow &window, const Cards &cards)
        : m_cards(cards)
    {
        connect(&window, &QQuickWindow::frameSwapped, this, &Painted::note, Qt::DirectConnection);
    }

    int frames = 0;
    int blank = 0; //!< frames without a post
    int lowest = 0; //!< number of the lowest post in sight
    int mostInSight = 0;
    int mostAlive = 0;

private:
    void note()
    {
        ++frames;
        const auto inSight = m_cards.inSight();
        if (inSight.isEmpty()) {
            ++blank;
            return;
        }
        lowest = PostMaker::numberOf(Cards::entryOf(*inSight.last()));
        mostInSight = std::max(mostInSight, int(inSight.size()));
        mostAlive = std::max(mostAlive, int(m_cards.alive().size()));
    }

    const Cards &m_cards;
};

} // namespace

//! What stays alive while a person reads on and on.
class ScrollingCostTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twoThousandPostsOnNeverKeepMoreThanThreeScreensOfCards()
    {
        constexpr int posts = 2'000;
        TemporaryProfile profile;
        FakeClock clock;
        ProfilePlan plan;
        plan.directory = profile.path();
        plan.serverAddress = QStringLiteral("http://127.0.0.1:1");
        plan.posts = posts + 200;
        QVERIFY(makeProfile(plan, clock).ok());
        ShownWindow shown(plan, clock);
        QVERIFY(shown.open());
        shown.window().resize(1100, 800);
        QVERIFY(shown.showFirstPost());
        const Cards cards(shown.window());
        QQuickItem *list = cards.list();
        QMetaObject::invokeMethod(list, "takeFocus");
        QTRY_VERIFY(list->hasActiveFocus());

        Painted painted(shown.window(), cards);
        for (int pages = 0; painted.lowest < posts; ++pages) {
            QVERIFY2(pages < posts, "stuck");
            const int before = painted.frames;
            QTest::keyClick(&shown.window(), Qt::Key_PageDown);
            QTRY_VERIFY(painted.frames > before);
            QVERIFY(shown.app().home()->model()->rowCount() <= TimelineModel::mostRows);
        }
        QCOMPARE(painted.blank, 0);
        QVERIFY2(painted.mostAlive <= 3 * painted.mostInSight,
                 qPrintable(QStringLiteral("%1 cards alive, %2 in sight")
                                .arg(painted.mostAlive)
                                .arg(painted.mostInSight)));
        QCOMPARE(shown.warnings(), QStringList());
    }
};

QTEST_MAIN(ScrollingCostTest)
#include "scrollingcosttest.moc"
