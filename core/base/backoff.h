// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>

namespace Petrel {

//! Doubling pauses with full jitter. Times in milliseconds.
struct Backoff {
    qint64 firstMs = 5'000;
    qint64 longestMs = 300'000;

    //! The pause before try number `failures` + 1; `chance` in [0, 1). Never under a tenth of the ceiling, so
    //! that jitter spreads clients without letting one hammer.
    [[nodiscard]] qint64 pauseMs(int failures, double chance) const
    {
        const int doublings = std::clamp(failures - 1, 0, 30);
        const qint64 ceiling = std::min(longestMs, firstMs << doublings);
        return ceiling / 10 + qint64(double(ceiling - ceiling / 10) * chance);
    }
};

} // namespace Petrel
