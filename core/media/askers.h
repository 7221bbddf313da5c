// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QObject>
#include <QPointer>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace Petrel {

//! Who waits for one and the same result, each as long as it lives.
template <typename T> class Askers {
public:
    Task<T> add(QObject *asker)
    {
        m_waiting.push_back({asker, {}});
        return m_waiting.back().promise.task();
    }
    //! Forgets those that are gone; true where nobody is left.
    bool sweep()
    {
        // Dropping a promise ends its task, whose consumer may ask again: not while the list is in pieces.
        std::vector<Waiting> gone;
        const auto firstGone = std::stable_partition(m_waiting.begin(), m_waiting.end(),
                                                     [](const Waiting &w) { return bool(w.asker); });
        std::move(firstGone, m_waiting.end(), std::back_inserter(gone));
        m_waiting.erase(firstGone, m_waiting.end());
        gone.clear();
        return m_waiting.empty();
    }
    //! The end: all that still wait get a copy.
    void finish(const Result<T> &result)
    {
        const auto waiting = std::exchange(m_waiting, {});
        for (const Waiting &w : waiting)
            w.promise.finish(result);
    }

private:
    struct Waiting {
        QPointer<QObject> asker;
        Promise<T> promise;
    };
    std::vector<Waiting> m_waiting;
};

} // namespace Petrel
