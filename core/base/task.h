// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

class QObject;

namespace Petrel {

template <typename T> class Task;

namespace Detail {

template <typename T> struct IsResult : std::false_type { };
template <typename T> struct IsResult<Result<T>> : std::true_type { };
template <typename T> struct IsTask : std::false_type { };
template <typename T> struct IsTask<Task<T>> : std::true_type { };

template <typename R> struct Inner {
    using Type = R;
};
template <> struct Inner<void> {
    using Type = Unit;
};
template <typename T> struct Inner<Result<T>> {
    using Type = T;
};
template <typename T> struct Inner<Task<T>> {
    using Type = T;
};

//! Shared by a promise and its task; belongs to one thread.
template <typename T> struct TaskState {
    std::optional<Result<T>> result;
    std::function<void(Result<T>)> continuation;
    bool finished = false;

    void finish(Result<T> value)
    {
        if (finished)
            return;
        finished = true;
        if (continuation) {
            auto next = std::move(continuation);
            continuation = nullptr;
            next(std::move(value));
        } else {
            result.emplace(std::move(value));
        }
    }

    void attach(std::function<void(Result<T>)> next)
    {
        Q_ASSERT_X(!continuation, "Task", "a task has one consumer");
        if (result) {
            Result<T> value = std::move(*result);
            result.reset();
            next(std::move(value));
        } else {
            continuation = std::move(next);
        }
    }
};

//! Finishes a forgotten task as cancelled when the last copy of its promise goes.
template <typename T> struct PromiseGuard {
    std::shared_ptr<TaskState<T>> state = std::make_shared<TaskState<T>>();
    ~PromiseGuard() { state->finish(Error{ErrorKind::Cancelled, {}, QStringLiteral("dropped promise"), {}}); }
};

} // namespace Detail

//! The producing end of a Task. Copies share one task; the first finish() counts; when the last copy is
//! destroyed unfinished, the task ends as Cancelled. Use on the thread of the task only.
template <typename T> class Promise {
public:
    Promise()
        : m_guard(std::make_shared<Detail::PromiseGuard<T>>())
    { }
    void finish(Result<T> result) const { m_guard->state->finish(std::move(result)); }
    [[nodiscard]] Task<T> task() const { return Task<T>(m_guard->state); }
    [[nodiscard]] bool isFinished() const { return m_guard->state->finished; }

private:
    std::shared_ptr<Detail::PromiseGuard<T>> m_guard;
};

//! A result that comes later, on this thread. It has one consumer, and a consumer names the object it works
//! for: when that object is gone nothing is called and what follows ends as Cancelled.
template <typename T> class [[nodiscard]] Task {
public:
    using Value = T;

    //! A task that has already ended.
    Task(Result<T> result)
        : m_state(std::make_shared<Detail::TaskState<T>>())
    {
        m_state->finish(std::move(result));
    }
    Task(Error error)
        : Task(Result<T>(std::move(error)))
    { }

    //! Calls f(value) on success; an error passes by. f gives a value, nothing, a Result or another Task.
    //! Runs at once where the task has already ended.
    template <typename F> auto then(QObject *context, F f)
    {
        using R = std::invoke_result_t<F, T>;
        using U = typename Detail::Inner<R>::Type;
        Promise<U> promise;
        Task<U> next = promise.task();
        m_state->attach(
            [guard = QPointer<QObject>(context), promise, f = std::move(f)](Result<T> result) mutable {
                if (!guard)
                    return promise.finish(Error{ErrorKind::Cancelled, {}, QStringLiteral("owner gone"), {}});
                if (!result.ok())
                    return promise.finish(result.error());
                if constexpr (std::is_void_v<R>) {
                    f(result.take());
                    promise.finish(Unit{});
                } else if constexpr (Detail::IsTask<R>::value) {
                    f(result.take()).forwardTo(promise);
                } else {
                    promise.finish(f(result.take()));
                }
            });
        return next;
    }

    //! Calls f(result) whatever came, unless the context is gone. The end of a chain.
    template <typename F> void finally(QObject *context, F f)
    {
        m_state->attach([guard = QPointer<QObject>(context), f = std::move(f)](Result<T> result) mutable {
            if (guard)
                f(std::move(result));
        });
    }

    //! Hands the result to a promise, errors included, whoever is alive.
    void forwardTo(Promise<T> promise)
    {
        m_state->attach([promise](Result<T> result) { promise.finish(std::move(result)); });
    }

    [[nodiscard]] bool isFinished() const { return m_state->finished; }

private:
    friend class Promise<T>;
    explicit Task(std::shared_ptr<Detail::TaskState<T>> state)
        : m_state(std::move(state))
    { }
    std::shared_ptr<Detail::TaskState<T>> m_state;
};

} // namespace Petrel
