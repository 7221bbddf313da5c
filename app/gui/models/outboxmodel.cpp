// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/outboxmodel.h"

#include "domain/richtext.h"
#include "domain/words.h"
#include "gui/models/actionstate.h"
#include "gui/models/identitycolour.h"
#include "store/accountstore.h"
#include "store/actionstore.h"
#include "store/store.h"

#include <algorithm>

namespace Petrel {

namespace {

constexpr int excerptLength = 140;

//! "Post", "Reply to @x", "Boost of @x": what is wished, with whom.
QString wishWords(const Action &action)
{
    const QString author = safeLine(action.subject.author, 60);
    const auto about = [&author](const QString &with, const QString &without) {
        return author.isEmpty() ? without : with.arg(author);
    };
    switch (action.kind) {
    case ActionKind::Publish:
        return about(OutboxModel::tr("Reply to @%1"),
                     action.subject.uri.isNull() && action.dependsOn.isNull() ? OutboxModel::tr("Post")
                                                                              : OutboxModel::tr("Reply"));
    case ActionKind::Remove:
        return OutboxModel::tr("Deletion");
    case ActionKind::Favourite:
        return action.wanted ? about(OutboxModel::tr("Favourite for @%1"), OutboxModel::tr("Favourite"))
                             : about(OutboxModel::tr("Taking back the favourite for @%1"),
                                     OutboxModel::tr("Taking back a favourite"));
    case ActionKind::Boost:
        return action.wanted
            ? about(OutboxModel::tr("Boost of @%1"), OutboxModel::tr("Boost"))
            : about(OutboxModel::tr("Taking back the boost of @%1"), OutboxModel::tr("Taking back a boost"));
    case ActionKind::Bookmark:
        return action.wanted
            ? about(OutboxModel::tr("Bookmark of @%1"), OutboxModel::tr("Bookmark"))
            : about(OutboxModel::tr("Removing the bookmark of @%1"), OutboxModel::tr("Removing a bookmark"));
    }
    Q_UNREACHABLE();
}

QString titleOf(const Action &action)
{
    if (action.kind == ActionKind::Publish)
        return safeLine(action.content.text, excerptLength);
    return safeLine(action.subject.excerpt.isEmpty() ? action.subject.url : action.subject.excerpt,
                    excerptLength);
}

bool needsPerson(const OutboxRow &row)
{
    return row.action.state == ActionState::NeedsYou;
}

} // namespace

OutboxModel::OutboxModel(Store &store, Asked asked, QObject *parent)
    : KeyedListModel(parent),
      m_store(store),
      m_asked(std::move(asked))
{
    connect(&store, &Store::changed, this, &OutboxModel::take);
    refresh();
}

QHash<int, QByteArray> OutboxModel::roleNames() const
{
    static const QHash<int, QByteArray> names = roleNamesOf<Role>();
    return names;
}

QVariant OutboxModel::value(const OutboxRow &row, int role) const
{
    const Action &action = row.action;
    switch (role) {
    case ActionIdRole:
        return QString::number(action.id.value());
    case AccountIdRole:
        return action.account.value();
    case HandleRole:
        return row.handle;
    case ColourRole:
        return identityColour(row.colour);
    case KindRole:
        return actionKindName(action.kind);
    case KindWordsRole:
        return wishWords(action);
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(action);
    case ContentWarningRole:
        return singleLine(action.content.contentWarning);
    case StateRole:
        return stateWord(action);
    case StateWordsRole:
        return row.stateWords;
    case SinceMsRole:
        return double(action.createdAtMs);
    case NextTryMsRole:
        return double(row.nextTryMs);
    case NeedsYouRole:
        return needsPerson(row);
    case CanRetryRole:
        return canRetry(action);
    case CanEditRole:
        return canEdit(action);
    case CanCancelRole:
        return canCancel(action);
    default:
        return {};
    }
}

std::optional<Action> OutboxModel::action(const ActionId &id) const
{
    const int row = indexOf(QString::number(id.value()));
    return row < 0 ? std::nullopt : std::optional<Action>(rows().at(row).action);
}

void OutboxModel::refresh()
{
    auto read = this->read();
    // What is shown stays where the disk fails: the pages that read posts say so.
    if (!read.ok())
        return;
    patch(read.value());
    const int needsYou = int(std::count_if(rows().cbegin(), rows().cend(), needsPerson));
    if (needsYou == m_needsYou)
        return;
    m_needsYou = needsYou;
    Q_EMIT needsYouChanged();
}

Result<QVector<OutboxRow>> OutboxModel::read() const
{
    const ReadTransaction oneView(m_store.reader());
    auto accounts = AccountStore(m_store.reader()).all();
    if (!accounts.ok())
        return accounts.error();
    QHash<AccountId, Account> byId;
    for (const Account &account : accounts.value())
        byId.insert(account.id, account);
    auto open = ActionStore(m_store.reader()).open({});
    if (!open.ok())
        return open.error();
    QVector<OutboxRow> rows;
    for (const Action &action : open.value()) {
        const Account account = byId.value(action.account);
        OutboxRow row;
        row.action = action;
        row.handle = singleLine(account.handle);
        row.colour = account.colour;
        row.stateWords = m_asked.describe ? m_asked.describe(action) : QString();
        row.nextTryMs = action.notBeforeMs;
        if (m_asked.nextTryMs && !needsPerson(row))
            row.nextTryMs = std::max(row.nextTryMs, m_asked.nextTryMs(action));
        rows.append(row);
    }
    std::stable_partition(rows.begin(), rows.end(), needsPerson);
    return rows;
}

void OutboxModel::take(const ChangeSet &changes)
{
    if (!changes.actions.isEmpty() || changes.accounts)
        refresh();
}

} // namespace Petrel
