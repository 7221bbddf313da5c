// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/weatherstore.h"

#include "storefixture.h"

using namespace Petrel;

class WeatherStoreTest : public QObject {
    Q_OBJECT
private:
    TemporaryProfile m_profile;
    FakeClock m_clock;
    std::unique_ptr<Store> m_store;
    const ServerHost m_host{QStringLiteral("example.org")};

    qint64 save(Outage outage)
    {
        auto saved = ended(m_store->journal([outage](JournalTx &tx) -> Result<qint64> {
            Outage copy = outage;
            if (auto done = WeatherStore(tx.db).save(copy); !done.ok())
                return done.error();
            return copy.id;
        }));
        return saved.ok() ? saved.value() : 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_store = opened(optionsFor(m_profile.path(), m_clock));
        QVERIFY(m_store);
    }

    void everyFieldOfAnOutageComesBack()
    {
        for (int cause = int(WeatherCause::None); cause <= int(WeatherCause::RateLimited); ++cause) {
            const ServerHost host(QStringLiteral("host%1.example").arg(cause));
            const Outage outage{0, host, 1000 + cause, 2000 + cause, WeatherCause(cause), 7 + cause};
            const qint64 id = save(outage);
            QVERIFY(id > 0);
            auto read = WeatherStore(m_store->reader()).since(host, 0);
            QVERIFY(read.ok());
            QCOMPARE(read.value().size(), 1);
            const Outage &back = read.value().first();
            QCOMPARE(back.id, id);
            QCOMPARE(back.host, outage.host);
            QCOMPARE(back.startedAtMs, outage.startedAtMs);
            QCOMPARE(back.endedAtMs, outage.endedAtMs);
            QCOMPARE(back.cause, outage.cause);
            QCOMPARE(back.requestsLost, outage.requestsLost);
        }
    }

    void outagesThatTouchTheTimeAreFoundOldestFirst()
    {
        const qint64 late = save({0, m_host, 5000, 0, WeatherCause::Refused, 1});
        const qint64 over = save({0, m_host, 100, 200, WeatherCause::TimedOut, 1});
        const qint64 touching = save({0, m_host, 300, 4000, WeatherCause::ServerError, 1});
        QVERIFY(late && over && touching);
        auto since = WeatherStore(m_store->reader()).since(m_host, 4000);
        QVERIFY(since.ok());
        QCOMPARE(since.value().size(), 2);
        QCOMPARE(since.value().at(0).id, touching);
        QCOMPARE(since.value().at(1).id, late);

        auto open = WeatherStore(m_store->reader()).open();
        QVERIFY(open.ok());
        QCOMPARE(open.value().size(), 1);
        QCOMPARE(open.value().first().id, late);

        Outage closed = open.value().first();
        closed.endedAtMs = 6000;
        closed.requestsLost = 9;
        QCOMPARE(save(closed), late);
        QVERIFY(WeatherStore(m_store->reader()).open().value().isEmpty());
        QCOMPARE(WeatherStore(m_store->reader()).since(m_host, 5500).value().first().requestsLost, 9);
    }

    void anOutageNobodyKnowsCannotBeChanged()
    {
        QCOMPARE(save({4711, m_host, 1, 2, WeatherCause::None, 0}), 0);
    }
};

QTEST_GUILESS_MAIN(WeatherStoreTest)
#include "weatherstoretest.moc"
