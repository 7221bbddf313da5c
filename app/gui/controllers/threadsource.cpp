// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/threadsource.h"

#include "session/engine.h"
#include "store/poststore.h"

namespace Petrel {

ThreadController::Source threadSource(Engine &engine, const AccountId &account, const PostUri &uri)
{
    ThreadController::Source source;
    source.read = [&engine, account, uri]() -> Result<QVector<PostRow>> {
        auto post = PostStore(engine.store().reader()).find(uri, account);
        if (!post.ok())
            return post.error();
        QVector<PostRow> rows;
        if (post.value()) {
            PostRow row;
            row.shown.identity = uri.value();
            row.shown.entry = {uri.value(), post.value()->ref, *post.value(), {}, post.value()->createdAtMs};
            row.opened = true;
            rows.append(row);
        }
        return rows;
    };
    return source;
}

} // namespace Petrel
