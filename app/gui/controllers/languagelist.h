// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>

namespace Petrel {

//! The languages one can write in, as {value: tag, words: own name}, by name.
[[nodiscard]] const QVariantList &languageList();
//! The tag of the desktop's language; empty where it has none.
[[nodiscard]] QString desktopLanguage();

} // namespace Petrel
