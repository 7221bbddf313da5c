// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>

namespace Petrel {

//! The languages one can write in, as {value: tag, words: own name}: those of `likely` (tags, in that order),
//! then all others by name.
[[nodiscard]] QVariantList languageList(const QStringList &likely);
//! The tags of the languages that the person reads the desktop in, most wanted first.
[[nodiscard]] QStringList desktopLanguages();
//! The tag of the desktop's language; empty where it has none.
[[nodiscard]] QString desktopLanguage();

} // namespace Petrel
