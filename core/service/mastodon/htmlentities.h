// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace Petrel {

//! Decodes the character references of HTML text, broken ones as browsers do: numbers without ';', numbers
//! out of range (become U+FFFD), the old names without ';'. What is no reference stays as written. In an
//! attribute an old name without ';' before a letter, a digit or '=' stays too, as addresses contain
//! "&copy=".
[[nodiscard]] QString decodeEntities(QStringView text, bool inAttribute = false);

} // namespace Petrel
