// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Petrel {

//! "#rrggbb" of an account's number: eight colours that are told apart, and stand out from a light rail and
//! from a dark one by three to one at least. Further numbers begin again.
[[nodiscard]] QString identityColour(int number);

} // namespace Petrel
