// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/cachefixture.h"

#include "service/service.h"
#include "service/timelines.h"

#include <optional>

namespace Petrel {

//! A server with one home feed, as the test has it: "name:minute" entries, newest first, in pages. A cursor
//! names the entry above; one whose entry is gone answers as if nothing came below.
class ScriptedTimelines : public Timelines {
public:
    QStringList feed;
    int pageSize = 3;
    int reach = 1'000'000; //!< entries from the top that the server still hands out
    bool complete = true;
    bool held = false; //!< answers wait for release()
    QVector<QString> asked; //!< cursors, in order
    QVector<std::optional<Error>> script; //!< taken one by one; nothing = answer well

    Task<TimelinePage> home(const QString &cursor) override
    {
        asked.append(cursor);
        Promise<TimelinePage> promise;
        Task<TimelinePage> task = promise.task();
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

    [[nodiscard]] static QString cursorBelow(const QString &spec) { return QStringLiteral("below ") + spec; }

private:
    Result<TimelinePage> answer(const QString &cursor)
    {
        if (!script.isEmpty()) {
            const std::optional<Error> error = script.takeFirst();
            if (error)
                return *error;
        }
        qsizetype from = 0;
        if (!cursor.isEmpty()) {
            from = feed.indexOf(cursor.mid(6)) + 1;
            if (from == 0)
                return pageOf(QString(), QString(), complete);
        }
        const QStringList part = feed.mid(0, reach).mid(from, pageSize);
        return pageOf(part.join(QLatin1Char(' ')), part.isEmpty() ? QString() : cursorBelow(part.last()),
                      complete);
    }

    QVector<std::pair<QString, Promise<TimelinePage>>> m_waiting;
};

class ScriptedService : public Service {
public:
    ScriptedTimelines feed;
    bool hasTimelines = true;

    [[nodiscard]] Capabilities capabilities() const override { return {}; }
    [[nodiscard]] Timelines *timelines() override { return hasTimelines ? &feed : nullptr; }
};

} // namespace Petrel
