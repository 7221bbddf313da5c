// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Petrel::Fake {

//! True where the path fits: '*' stands for any characters, also none.
[[nodiscard]] bool pathFits(const QString &pattern, const QString &path);

} // namespace Petrel::Fake
