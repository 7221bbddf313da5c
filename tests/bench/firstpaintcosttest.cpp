// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/cost.h"

#include "bench/cards.h"
#include "bench/postmaker.h"
#include "bench/profilemaker.h"
#include "bench/shownwindow.h"
#include "support/temporaryprofile.h"

#include <QtTest>

using namespace Petrel;

namespace {

const QString server = QStringLiteral("http://127.0.0.1:1");

//! A profile of so many posts on a clock that stands still.
struct World {
    explicit World(int posts)
    {
        plan.directory = profile.path();
        plan.serverAddress = server;
        plan.posts = posts;
    }
    TemporaryProfile profile;
    ProfilePlan plan;
    FakeClock clock;
};

//! Which entry stands uppermost on the screen.
int uppermost(ShownWindow &shown)
{
    const Cards seen(shown.window());
    // What the model has just been given is laid out with the next frame only.
    QMetaObject::invokeMethod(seen.list(), "forceLayout");
    const auto cards = seen.inSight();
    return cards.isEmpty() ? -1 : PostMaker::numberOf(Cards::entryOf(*cards.first()));
}

QString uriOf(int number)
{
    return PostMaker(server, 0).entry(number).uri;
}

} // namespace

//! What the window reads until it shows posts, and after, compared between a short and a long cache: no
//! figure may grow. Nothing here is measured in time.
class FirstPaintCostTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<World> m_short;
    std::unique_ptr<World> m_long;

    //! Costs of both worlds for the same deed, short before long.
    template <typename Deed> QPair<QString, QString> costs(Deed deed)
    {
        QPair<QString, QString> both;
        for (World *world : {m_short.get(), m_long.get()}) {
            ShownWindow shown(world->plan, world->clock);
            QString &cost = world == m_short.get() ? both.first : both.second;
            cost = shown.open() ? deed(shown) : QStringLiteral("the window did not open");
            if (!shown.warnings().isEmpty())
                cost += shown.warnings().join(QLatin1Char('\n'));
        }
        return both;
    }

    static QString firstPost(ShownWindow &shown)
    {
        QString cost;
        if (!shown.showFirstPost([&] { cost = costOf(shown.store()); }))
            return QStringLiteral("no post was shown");
        return cost;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_short = std::make_unique<World>(1'000);
        m_long = std::make_unique<World>(100'000);
        for (World *world : {m_short.get(), m_long.get()}) {
            const auto made = makeProfile(world->plan, world->clock);
            QVERIFY2(made.ok(), qPrintable(made.ok() ? QString() : made.error().detail));
        }
    }

    void theFirstPaintedPostCostsTheSameAtAThousandAndAHundredThousand()
    {
        const auto [few, many] = costs([](ShownWindow &shown) {
            const QString cost = firstPost(shown);
            return cost + QStringLiteral("\nuppermost: %1").arg(uppermost(shown));
        });
        qInfo().noquote() << few;
        QVERIFY2(few.endsWith(QStringLiteral("uppermost: 0")), qPrintable(few));
        QCOMPARE(many, few);
        // Nothing shown at the start may sort what it finds, or find it without an index.
        QVERIFY2(few.contains(QStringLiteral("0 indexes made")), qPrintable(few));
    }

    void aStartOnADeadServerCostsTheSame()
    {
        const auto [few, many] = costs([](ShownWindow &shown) {
            if (!shown.showFirstPost())
                return QStringLiteral("no post was shown");
            shown.begin();
            return costOf(shown.store());
        });
        QCOMPARE(many, few);
    }

    void openingAThreadCostsTheSame()
    {
        // The first of the timeline that answers another.
        int reply = 0;
        while (PostMaker(server, 0).entry(reply).post.replyToUri.isNull())
            ++reply;
        const QString uri = PostMaker(server, 0).entry(reply).post.uri.value();
        const auto [few, many] = costs([&uri](ShownWindow &shown) {
            if (!shown.showFirstPost())
                return QStringLiteral("no post was shown");
            shown.app().openThread(uri);
            shown.settle();
            const int rows = shown.app().thread() ? shown.app().thread()->model()->rowCount() : 0;
            return costOf(shown.store()) + QStringLiteral("\nrows of the thread: %1").arg(rows);
        });
        QVERIFY2(!few.endsWith(QStringLiteral(": 0")) && !few.endsWith(QStringLiteral(": 1")),
                 qPrintable(few));
        QCOMPARE(many, few);
    }

    void readingGoesOnInTheMiddleAtTheSameCost()
    {
        constexpr int place = 500;
        (void)costs([](ShownWindow &shown) {
            TimelineModel *model = shown.app().home()->model();
            while (model->rowOf(uriOf(place)) < 0 && model->canFetchMore({}))
                model->fetchMore({});
            shown.app().home()->savePlace(uriOf(place), 0);
            shown.app().flush();
            return QString();
        });
        const auto [few, many] = costs([](ShownWindow &shown) {
            const QString cost = firstPost(shown);
            shown.settle();
            return cost + QStringLiteral("\nuppermost: %1").arg(uppermost(shown));
        });
        // A pixel of the card above may be in sight where heights are no whole numbers.
        QVERIFY2(few.endsWith(QStringLiteral("uppermost: %1").arg(place))
                     || few.endsWith(QStringLiteral("uppermost: %1").arg(place - 1)),
                 qPrintable(few));
        QCOMPARE(many, few);
    }
};

QTEST_MAIN(FirstPaintCostTest)
#include "firstpaintcosttest.moc"
