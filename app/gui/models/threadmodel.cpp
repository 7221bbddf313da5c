// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/threadmodel.h"

#include "store/store.h"

#include <algorithm>

namespace Petrel {

ThreadModel::ThreadModel(Store &store, QObject *parent)
    : PostListModel(parent)
{
    connect(&store, &Store::changed, this, &ThreadModel::take);
}

void ThreadModel::open(Reader reader)
{
    close();
    m_reader = std::move(reader);
    reread();
}

void ThreadModel::close()
{
    m_reader = {};
    clear();
    setErrorWords({});
    findOpened();
}

void ThreadModel::take(const ChangeSet &changes)
{
    // A reply that is new is none of the rows held, so any post may belong here.
    if (m_reader && (!changes.posts.isEmpty() || !changes.actions.isEmpty() || !changes.timelines.isEmpty()))
        reread();
}

void ThreadModel::reread()
{
    auto rows = m_reader();
    if (!rows.ok()) {
        setErrorWords(describeError(rows.error()));
        return;
    }
    setErrorWords({});
    patch(rows.value());
    findOpened();
}

void ThreadModel::findOpened()
{
    const auto found =
        std::find_if(rows().cbegin(), rows().cend(), [](const PostRow &row) { return row.opened; });
    const int index = found == rows().cend() ? -1 : int(found - rows().cbegin());
    if (index == m_openedIndex)
        return;
    m_openedIndex = index;
    Q_EMIT openedIndexChanged();
}

} // namespace Petrel
