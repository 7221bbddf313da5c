// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cachefixture.h"

#include "service/service.h"
#include "service/threads.h"

#include <optional>

namespace Petrel {

//! A server that tells threads as the test has them: a post, then what is around it, as two parts. Posts are
//! "name" or "name<parent"; the reference of each is "ref-name".
class ScriptedThreads : public Threads {
public:
    QString post = QStringLiteral("b<a");
    QString above = QStringLiteral("a");
    QString below = QStringLiteral("c<b d<c");
    bool held = false; //!< answers wait for release()
    bool endless = false; //!< there is always another part
    QStringList asked; //!< "reference cursor", in order
    QVector<std::optional<Error>> script; //!< taken one by one; nothing = answer well
    std::optional<Post> ownReply; //!< told among the descendants

    Task<ThreadPage> thread(const RemoteRef &ref, const QString &cursor) override
    {
        asked.append(ref.value() + QLatin1Char(' ') + cursor);
        const Promise<ThreadPage> promise;
        Task<ThreadPage> task = promise.task();
        m_waiting.append({cursor, promise});
        if (!held)
            release();
        return task;
    }

    void release()
    {
        const auto waiting = std::move(m_waiting);
        m_waiting.clear();
        for (const auto &[cursor, promise] : waiting)
            promise.finish(answer(cursor));
    }

    static QVector<Post> postsOf(const QString &specs)
    {
        QVector<Post> posts;
        for (const QString &spec : specs.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const QStringList names = spec.split(QLatin1Char('<'));
            Post post = postNamed(names.first(), names.first().at(0).unicode());
            if (names.size() > 1)
                post.replyToRef = RemoteRef(QStringLiteral("ref-") + names.last());
            posts.append(post);
        }
        return posts;
    }

private:
    Result<ThreadPage> answer(const QString &cursor)
    {
        if (!script.isEmpty()) {
            const std::optional<Error> error = script.takeFirst();
            if (error)
                return *error;
        }
        if (cursor.isEmpty())
            return ThreadPage{{}, postsOf(post).first(), {}, QStringLiteral("around")};
        ThreadPage page{postsOf(above), {}, postsOf(below), {}};
        if (ownReply)
            page.descendants.append(*ownReply);
        if (endless)
            page.nextCursor = cursor + QLatin1Char('+');
        return page;
    }

    QVector<std::pair<QString, Promise<ThreadPage>>> m_waiting;
};

class ThreadService : public Service {
public:
    ScriptedThreads server;
    bool hasThreads = true;

    [[nodiscard]] Capabilities capabilities() const override { return {}; }
    [[nodiscard]] Threads *threads() override { return hasThreads ? &server : nullptr; }
};

} // namespace Petrel
