// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/weathermodel.h"

#include "base/clock.h"
#include "domain/richtext.h"
#include "domain/servername.h"
#include "domain/words.h"
#include "store/accountstore.h"
#include "store/store.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Petrel {

namespace {

constexpr qint64 monthMs = 30LL * 24 * 3600 * 1000;

//! How bad a state is, for comparing.
int weightOf(WeatherState state)
{
    switch (state) {
    case WeatherState::Clear:
        return 0;
    case WeatherState::RateLimited:
        return 1;
    case WeatherState::Slow:
        return 2;
    case WeatherState::Suspect:
        return 3;
    case WeatherState::Down:
        return 4;
    }
    Q_UNREACHABLE();
}

QString availabilityWords(const QVector<Outage> &outages, qint64 sinceMs, qint64 nowMs)
{
    // Cut, not rounded: what was ever away is never called wholly reachable.
    const double percent = std::floor(availabilityOf(outages, sinceMs, nowMs) * 1000) / 10;
    return WeatherModel::tr("%1 % of the time in %2", "availability, duration")
        .arg(QLocale().toString(percent, 'f', 1), durationOf(nowMs - sinceMs));
}

QVariantList outageList(const QVector<Outage> &outages, qint64 nowMs)
{
    QVariantList list;
    for (const Outage &outage : outages) {
        const bool over = outage.endedAtMs != 0;
        const QString lasted = durationOf((over ? outage.endedAtMs : nowMs) - outage.startedAtMs);
        QString words = over ? WeatherModel::tr("Away for %1").arg(lasted)
                             : WeatherModel::tr("Away for %1 so far").arg(lasted);
        const QString cause = causeWords(outage.cause);
        if (!cause.isEmpty())
            words = WeatherModel::tr("%1: %2").arg(words, cause);
        list.append(QVariantMap{{QStringLiteral("startMs"), double(outage.startedAtMs)},
                                {QStringLiteral("endMs"), double(outage.endedAtMs)},
                                {QStringLiteral("words"), words}});
    }
    return list;
}

} // namespace

WeatherModel::WeatherModel(Store &store, const Clock &clock, AskServer ask, QObject *parent)
    : KeyedListModel(parent),
      m_store(store),
      m_clock(clock),
      m_ask(std::move(ask)),
      m_worst(weatherWord(WeatherState::Clear))
{
    connect(&store, &Store::changed, this, &WeatherModel::take);
    refresh();
}

QHash<int, QByteArray> WeatherModel::roleNames() const
{
    static const QHash<int, QByteArray> names = roleNamesOf<Role>();
    return names;
}

QVariant WeatherModel::value(const ServerRow &row, int role) const
{
    switch (role) {
    case HostRole:
        return row.host.value();
    case Qt::DisplayRole:
    case ServerNameRole:
        return row.name;
    case StateRole:
        return weatherWord(row.now.state);
    case StateWordsRole:
        return row.stateWords;
    case SinceMsRole:
        return double(row.now.sinceMs);
    case LastSuccessMsRole:
        return double(row.now.lastSuccessMs);
    case NextTryMsRole:
        return double(row.now.nextTryMs);
    case AccountsRole:
        return row.handles;
    case OutagesRole:
        return outageList(row.outages, m_clock.nowMs());
    case AvailabilityWordsRole:
        return row.availabilityWords;
    default:
        return {};
    }
}

QVariantMap WeatherModel::of(const QString &host) const
{
    const int row = indexOf(host);
    if (row < 0)
        return {};
    QVariantMap all;
    const QHash<int, QByteArray> names = roleNames();
    for (auto role = names.cbegin(); role != names.cend(); ++role)
        all.insert(QString::fromLatin1(role.value()), value(rows().at(row), role.key()));
    return all;
}

void WeatherModel::refresh()
{
    auto read = this->read();
    // What is shown stays where the disk fails: the pages that read posts say so.
    if (!read.ok())
        return;
    patch(read.value());
    WeatherState worst = WeatherState::Clear;
    for (const ServerRow &row : rows()) {
        if (weightOf(row.now.state) > weightOf(worst))
            worst = row.now.state;
    }
    if (weatherWord(worst) == m_worst)
        return;
    m_worst = weatherWord(worst);
    Q_EMIT worstChanged();
}

Result<QVector<ServerRow>> WeatherModel::read() const
{
    const ReadTransaction oneView(m_store.reader());
    auto accounts = AccountStore(m_store.reader()).all();
    if (!accounts.ok())
        return accounts.error();
    QVector<ServerRow> rows;
    for (const Account &account : accounts.value()) {
        const auto known = std::find_if(
            rows.begin(), rows.end(), [&account](const ServerRow &row) { return row.host == account.host; });
        if (known != rows.end()) {
            known->handles.append(singleLine(account.handle));
            continue;
        }
        // The first account on a server is the oldest.
        auto row = readServer(account);
        if (!row.ok())
            return row.error();
        rows.append(row.take());
        rows.last().handles.append(singleLine(account.handle));
    }
    return rows;
}

Result<ServerRow> WeatherModel::readServer(const Account &account) const
{
    const qint64 now = m_clock.nowMs();
    auto outages = WeatherStore(m_store.reader()).since(account.host, now - monthMs);
    if (!outages.ok())
        return outages.error();
    ServerRow row;
    row.host = account.host;
    row.name = serverName(account);
    row.now = m_ask ? m_ask(account.host) : ServerReport{};
    row.stateWords = weatherSentence(row.name, row.now, now);
    if (row.stateWords.isEmpty())
        row.stateWords = tr("%1 answers.").arg(row.name);
    row.availabilityWords =
        availabilityWords(outages.value(), std::max(account.addedAtMs, now - monthMs), now);
    row.outages = outages.take();
    std::reverse(row.outages.begin(), row.outages.end());
    return row;
}

void WeatherModel::take(const ChangeSet &changes)
{
    if (changes.accounts || changes.weather)
        refresh();
}

} // namespace Petrel
