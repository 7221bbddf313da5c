// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/action.h"
#include "outbox/stepcontext.h"

#include <QSet>

#include <optional>

namespace Petrel {

//! Clocks of two machines: how far the server's idea of a time may be from ours, in milliseconds.
constexpr qint64 clockSlackMs = 600'000;

//! Settles a publish on the post that is its result: truth with the action's uid into the cache, then the
//! journal. `second`: another copy that was found beside it and needs the person. `watchMs` > 0: look out for
//! a late one that long.
[[nodiscard]] Task<Unit> settleFound(const StepContext &context, const Action &action, const Post &post,
                                     const std::optional<Post> &second, qint64 watchMs);

//! Which of these own posts other actions have settled on.
Result<QSet<PostUri>> takenByOthers(const StepContext &context, const QVector<Post> &posts,
                                    const ActionId &own);

} // namespace Petrel
