// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Petrel {

//! What a program's end tells other programs.
enum ExitCode {
    ExitDone = 0,
    ExitFailed = 1, //!< refused, or something needs the person
    ExitUsage = 2, //!< the command line cannot be understood
    ExitQueued = 75, //!< safe in the outbox, but not yet sent (EX_TEMPFAIL)
};

//! The worse of two: failed, then queued, then done.
[[nodiscard]] constexpr int worseExit(int a, int b)
{
    if (a == ExitFailed || b == ExitFailed)
        return ExitFailed;
    return a > b ? a : b;
}

} // namespace Petrel
