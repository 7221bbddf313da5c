// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace Petrel {

//! How much is measured.
struct BenchOptions {
    int posts = 100'000; //!< in the large profile
    int runs = 7; //!< starts of each program
    int scroll = 2'000; //!< posts to flick through
    int seconds = 60; //!< to stand still
};

//! Each prints its figures and asserts none: what is too slow is for people to judge, on a quiet computer. An
//! error says why there are no figures.

//! From the start of the process to the first frame with a post in it, with a small and with a large cache
//! and every connection refused, beside an empty window: one after the other in turn, so that a busy computer
//! is busy for all of them.
[[nodiscard]] Result<Unit> benchFirstPaint(const BenchOptions &options);
//! Frame times, memory and living delegates of flicking down.
[[nodiscard]] Result<Unit> benchFlick(const BenchOptions &options);
//! What the window costs while nobody touches it, with its server up and with every connection refused.
[[nodiscard]] Result<Unit> benchIdle(const BenchOptions &options);

} // namespace Petrel
