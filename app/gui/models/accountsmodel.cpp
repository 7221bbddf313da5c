// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/accountsmodel.h"

#include "base/clock.h"
#include "domain/richtext.h"
#include "domain/servername.h"
#include "gui/models/identitycolour.h"
#include "gui/models/styledtext.h"
#include "store/accountstore.h"
#include "store/actionstore.h"
#include "store/poststore.h"
#include "store/store.h"

#include <algorithm>

namespace Petrel {

AccountsModel::AccountsModel(Store &store, const Clock &clock, Asked asked, QObject *parent)
    : KeyedListModel(parent),
      m_store(store),
      m_clock(clock),
      m_asked(std::move(asked))
{
    connect(&store, &Store::changed, this, &AccountsModel::take);
    refresh();
}

QHash<int, QByteArray> AccountsModel::roleNames() const
{
    static const QHash<int, QByteArray> names = roleNamesOf<Role>();
    return names;
}

QVariant AccountsModel::value(const AccountRow &row, int role) const
{
    const Account &account = row.account;
    switch (role) {
    case AccountIdRole:
        return account.id.value();
    case Qt::DisplayRole:
    case HandleRole:
        return singleLine(account.handle);
    case ShortHandleRole:
        return QString(QLatin1Char('@') + singleLine(account.handle).section(QLatin1Char('@'), 0, 0));
    case DisplayNameRole: {
        const QString name = singleLine(account.displayName);
        return name.isEmpty() ? singleLine(account.handle) : name;
    }
    case AvatarRole:
        return avatarSource(row.avatarUrl);
    case HostRole:
        return account.host.value();
    case ColourRole:
        return identityColour(account.colour);
    case ProblemRole:
        return row.problem;
    case SignedOutRole:
        return account.signedOut;
    case WeatherRole:
        return weatherWord(row.server.state);
    case WeatherWordsRole:
        return row.weatherWords;
    case WaitingRole:
        return row.waiting;
    case NeedsYouRole:
        return row.needsYou;
    case CurrentRole:
        return row.current;
    default:
        return {};
    }
}

void AccountsModel::setCurrent(const AccountId &account)
{
    if (m_current == account)
        return;
    m_current = account;
    QVector<AccountRow> marked = rows();
    for (AccountRow &row : marked)
        row.current = row.account.id == account;
    patch(marked);
}

std::optional<Account> AccountsModel::account(const AccountId &id) const
{
    const int row = indexOf(id.value());
    return row < 0 ? std::nullopt : std::optional<Account>(rows().at(row).account);
}

QString AccountsModel::avatarUrl(const AccountId &id) const
{
    const int row = indexOf(id.value());
    return row < 0 ? QString() : rows().at(row).avatarUrl;
}

int AccountsModel::rowOf(const QString &accountId) const
{
    return indexOf(accountId);
}

void AccountsModel::refresh()
{
    auto rows = read();
    // What is shown stays where the disk fails: the pages that read posts say so.
    if (rows.ok())
        patch(rows.value());
}

Result<QVector<AccountRow>> AccountsModel::read() const
{
    const ReadTransaction oneView(m_store.reader());
    auto accounts = AccountStore(m_store.reader()).all();
    if (!accounts.ok())
        return accounts.error();
    auto counts = ActionStore(m_store.reader()).openCounts();
    if (!counts.ok())
        return counts.error();
    QVector<AccountRow> rows;
    for (const Account &account : accounts.value()) {
        auto profile = PostStore(m_store.reader()).profile(account.handle);
        if (!profile.ok())
            return profile.error();
        AccountRow row;
        row.account = account;
        row.avatarUrl = profile.value() ? profile.value()->avatarUrl : QString();
        row.problem = m_asked.problem ? m_asked.problem(account.id) : QString();
        row.server = m_asked.weather ? m_asked.weather(account.host) : ServerReport{};
        row.weatherWords = weatherSentence(serverName(account), row.server, m_clock.nowMs());
        const ActionStore::OpenCount count = counts.value().value(account.id);
        row.waiting = count.open;
        row.needsYou = count.needYou;
        row.current = account.id == m_current;
        rows.append(row);
    }
    return rows;
}

void AccountsModel::take(const ChangeSet &changes)
{
    const auto isHome = [this](const TimelineKey &key) { return indexOf(key.account.value()) >= 0; };
    // An own post that a timeline brings may bring the picture of its author.
    const bool profiles = std::any_of(changes.timelines.cbegin(), changes.timelines.cend(), isHome);
    if (changes.accounts || changes.weather || !changes.actions.isEmpty() || profiles)
        refresh();
}

} // namespace Petrel
