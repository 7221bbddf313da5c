// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/threadsource.h"

#include "session/engine.h"
#include "store/threadreader.h"
#include "sync/threadsync.h"

namespace Petrel {

ThreadController::Source threadSource(Engine &engine, const AccountId &account, const PostUri &uri)
{
    ThreadController::Source source;
    source.read = [&engine, account, uri]() -> Result<QVector<PostRow>> {
        auto thread = ThreadReader(engine.store().reader()).rows(account, uri);
        if (!thread.ok())
            return thread.error();
        QVector<PostRow> rows;
        rows.reserve(thread.value().rows.size());
        for (const ThreadRow &row : thread.value().rows)
            rows.append({row.row, row.depth, row.depth == 0});
        return rows;
    };
    source.fetch = [&engine, account, uri]() -> Task<Unit> {
        AccountSession *session = engine.accounts().session(account);
        if (!session)
            return Error{ErrorKind::Unsupported, {}, QStringLiteral("no session"), {}};
        return session->threads().refresh(uri).then(
            &engine, [](const ThreadReport &) { return Task<Unit>(Result<Unit>(Unit{})); });
    };
    return source;
}

} // namespace Petrel
