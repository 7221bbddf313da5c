// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>

namespace Petrel {

//! A thread for work that takes long, one piece after the other; each ends as a task on the thread of the
//! owner. What a piece captures is copied to and destroyed on the working thread.
class WorkThread : public QObject {
public:
    //! `threaded` false: work is done at once on the caller's thread, for reproducible tests.
    WorkThread(const QString &name, bool threaded, QObject *parent = nullptr);
    //! Ends after the piece under way; what waits is dropped, and every open task ends as Cancelled.
    ~WorkThread() override;

    //! F: Result<T>(). From the owner's thread.
    template <typename F> auto run(F f) -> Task<typename std::invoke_result_t<F>::Value>
    {
        using T = typename std::invoke_result_t<F>::Value;
        auto promise = std::make_shared<Promise<T>>();
        Task<T> task = promise->task();
        // The promise stays on the owner's thread, where its task ends: the work carries a number there and
        // back.
        const quint64 ticket = keep(std::move(promise));
        dispatch([this, ticket, f = std::move(f)]() mutable {
            auto result = std::make_shared<Result<T>>(f());
            toOwner([this, ticket, result] {
                if (const auto kept = std::static_pointer_cast<Promise<T>>(take(ticket)))
                    kept->finish(std::move(*result));
            });
        });
        return task;
    }
    //! Lets no other work begin, and carries this out on the working thread before it returns.
    void finishWith(const std::function<void()> &last);

private:
    struct Private;
    void dispatch(std::function<void()> work);
    void toOwner(std::function<void()> call);
    [[nodiscard]] quint64 keep(std::shared_ptr<void> promise);
    [[nodiscard]] std::shared_ptr<void> take(quint64 ticket);

    std::unique_ptr<Private> d;
};

} // namespace Petrel
