// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Petrel {

//! Who may see a post.
enum class Visibility {
    Public,
    Unlisted, //!< everyone, but outside public timelines
    Followers,
    Direct, //!< only the people mentioned
    Unknown, //!< a value of a server that we have no word for; never sent
};

//! Stable name used in files, --json and on the command line: public, unlisted, followers, direct, unknown.
[[nodiscard]] QString visibilityName(Visibility visibility);
//! The reverse; nothing for other words ("unknown" included, as nobody may ask for it).
[[nodiscard]] std::optional<Visibility> visibilityFromName(const QString &name);

} // namespace Petrel
