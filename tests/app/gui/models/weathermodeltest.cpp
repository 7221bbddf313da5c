// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/weathermodel.h"

#include "core/store/storefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Petrel;

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;

} // namespace

class WeatherModelTest : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TemporaryProfile> m_profile;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<WeatherModel> m_weather;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QHash<ServerHost, ServerReport> m_reports;

    QVariant at(WeatherModel::Role role, int row = 0) const
    {
        return m_weather->data(m_weather->index(row), role);
    }
    bool add(const char *id, const char *host)
    {
        Account account = accountNamed(QString::fromLatin1(id));
        account.host = ServerHost(QString::fromLatin1(host));
        account.addedAtMs = m_clock->nowMs() - 10 * dayMs;
        return ended(m_store->journal([account](JournalTx &tx) {
                   tx.changes.accounts = true;
                   return AccountStore(tx.db).insert(account);
               }))
            .ok();
    }
    bool log(qint64 fromMs, qint64 toMs, int lost)
    {
        Outage outage;
        outage.host = ServerHost(QStringLiteral("a.example"));
        outage.startedAtMs = fromMs;
        outage.endedAtMs = toMs;
        outage.cause = WeatherCause::TimedOut;
        outage.requestsLost = lost;
        return ended(m_store->journal([outage](JournalTx &tx) {
                   Outage copy = outage;
                   tx.changes.weather = true;
                   return WeatherStore(tx.db).save(copy);
               }))
            .ok();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init()
    {
        m_profile = std::make_unique<TemporaryProfile>();
        m_clock = std::make_unique<FakeClock>();
        m_store = opened(optionsFor(m_profile->path(), *m_clock));
        QVERIFY(m_store);
        m_reports.clear();
        QVERIFY(add("one", "a.example"));
        m_weather = std::make_unique<WeatherModel>(
            *m_store, *m_clock, [this](const ServerHost &host) { return m_reports.value(host); });
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_weather.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_weather.reset();
        m_store.reset();
    }

    void aServerIsShownOnceWithAllItsAccounts()
    {
        QVERIFY(add("two", "a.example"));
        QVERIFY(add("three", "b.example"));
        QCOMPARE(m_weather->count(), 2);
        QCOMPARE(at(WeatherModel::AccountsRole).toStringList().size(), 2);
        QCOMPARE(at(WeatherModel::HostRole, 1).toString(), QStringLiteral("b.example"));
        QCOMPARE(at(WeatherModel::ServerNameRole, 1).toString(), QStringLiteral("b.example"));
        QCOMPARE(at(WeatherModel::StateRole).toString(), QStringLiteral("clear"));
        QCOMPARE(at(WeatherModel::StateWordsRole).toString(), QStringLiteral("a.example answers."));
        const QList<int> roles = m_weather->roleNames().keys();
        for (const int role : roles)
            QVERIFY2(at(WeatherModel::Role(role)).isValid(), m_weather->roleNames().value(role));
    }

    void theWorstOfAllServersIsKnown()
    {
        QVERIFY(add("two", "b.example"));
        QCOMPARE(m_weather->worst(), QStringLiteral("clear"));
        m_reports[ServerHost(QStringLiteral("b.example"))].state = WeatherState::Down;
        m_reports[ServerHost(QStringLiteral("a.example"))].state = WeatherState::RateLimited;
        const QSignalSpy changed(m_weather.get(), &WeatherModel::worstChanged);
        m_weather->refresh();
        QCOMPARE(m_weather->worst(), QStringLiteral("down"));
        QCOMPARE(changed.size(), 1);
    }

    void outagesAreListedNewestFirst()
    {
        const qint64 now = m_clock->nowMs();
        QVERIFY(log(now - 40 * dayMs, now - 39 * dayMs, 10));
        QVERIFY(log(now - 2 * dayMs, now - 2 * dayMs + 2 * hourMs, 10));
        QVERIFY(log(now - hourMs, 0, 10));
        const QVariantList outages = at(WeatherModel::OutagesRole).toList();
        QCOMPARE(outages.size(), 2);
        QCOMPARE(outages[0].toMap().value(QStringLiteral("endMs")).toDouble(), 0.0);
        QCOMPARE(outages[0].toMap().value(QStringLiteral("words")).toString(),
                 QStringLiteral("Away for 1 h so far: it does not answer in time"));
        QCOMPARE(outages[1].toMap().value(QStringLiteral("startMs")).toDouble(), double(now - 2 * dayMs));
    }

    void availabilityIsOfTheTimeWatchedAndCountsOutagesAlone()
    {
        const qint64 now = m_clock->nowMs();
        QCOMPARE(at(WeatherModel::AvailabilityWordsRole).toString(),
                 QStringLiteral("100.0 % of the time in 10 day(s)"));
        QVERIFY(log(now - 5 * dayMs, now - 5 * dayMs + hourMs, 1));
        QVERIFY(at(WeatherModel::AvailabilityWordsRole).toString().contains(QStringLiteral("100.0")));
        QVERIFY(log(now - 4 * dayMs, now - 3 * dayMs, 10));
        QVERIFY(at(WeatherModel::AvailabilityWordsRole).toString().contains(QStringLiteral("90.0")));
        QVERIFY(log(now - 1000, 0, 10));
        QVERIFY(at(WeatherModel::AvailabilityWordsRole).toString().contains(QStringLiteral("89.9")));
    }

    void oneServerCanBeAskedFor()
    {
        const QVariantMap server = m_weather->of(QStringLiteral("a.example"));
        QCOMPARE(server.value(QStringLiteral("state")).toString(), QStringLiteral("clear"));
        QVERIFY(server.contains(QStringLiteral("availabilityWords")));
        QVERIFY(m_weather->of(QStringLiteral("nowhere.example")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(WeatherModelTest)
#include "weathermodeltest.moc"
