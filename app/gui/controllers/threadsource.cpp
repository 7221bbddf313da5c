// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/threadsource.h"

#include "session/engine.h"
#include "store/threadreader.h"
#include "sync/threadsync.h"
#include "weather/outagedetector.h"

#include <algorithm>

namespace Petrel {

namespace {

//! As the page counts: from the thread's root downwards, not from the post that was opened.
QVector<PostRow> fromRoot(const QVector<ThreadRow> &thread)
{
    int root = 0;
    for (const ThreadRow &row : thread)
        root = std::min(root, row.depth);
    QVector<PostRow> rows;
    rows.reserve(thread.size());
    for (const ThreadRow &row : thread)
        rows.append({row.row, row.depth - root, row.depth == 0});
    return rows;
}

Result<QVector<PostRow>> readThread(Engine &engine, const AccountId &account, const PostUri &uri)
{
    auto thread = ThreadReader(engine.store().reader()).rows(account, uri);
    if (!thread.ok())
        return thread.error();
    return fromRoot(thread.value().rows);
}

Task<Unit> fetchThread(Engine &engine, const AccountId &account, const PostUri &uri)
{
    auto *session = engine.accounts().session(account);
    if (!session)
        return engine.accounts().problem(account).value_or(Error{ErrorKind::Unsupported, {}, {}, {}});
    return session->threads().refresh(uri).then(session, [](const ThreadReport &) { return Unit{}; });
}

bool isReady(Engine &engine, const AccountId &account)
{
    const auto *session = engine.accounts().session(account);
    const auto known = engine.accounts().account(account);
    return session && session->hasToken() && known
        && engine.weather().weather(known->host).state == WeatherState::Clear;
}

void hurry(Engine &engine, const AccountId &account)
{
    if (const auto known = engine.accounts().account(account))
        engine.weather().forgetBackoff(known->host);
}

} // namespace

ThreadController::Source threadSource(Engine &engine, const AccountId &account, const PostUri &uri)
{
    return {[&engine, account, uri] { return readThread(engine, account, uri); },
            [&engine, account, uri] { return fetchThread(engine, account, uri); },
            [&engine, account] { return isReady(engine, account); },
            [&engine, account] { hurry(engine, account); }};
}

} // namespace Petrel
