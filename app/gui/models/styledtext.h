// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/richtext.h"

namespace Petrel {

//! RichText as markup for a Text with textFormat StyledText: everything of others is escaped, and only tags
//! of our own stand in it. Links lead to openable addresses alone, pictures come from our image provider
//! alone. `emojiPx` is the height of a custom emoji in pixels. Pure.
[[nodiscard]] QString styledText(const RichText &text, int emojiPx = 18);
//! The same for a name, which has emoji and nothing else.
[[nodiscard]] QString styledName(const QString &name, const QVector<Facet> &facets, int emojiPx = 18);

//! Addresses of our image providers; empty for an address that is none of http or https.
[[nodiscard]] QString avatarSource(const QString &url);
[[nodiscard]] QString previewSource(const QString &url);
[[nodiscard]] QString fullSource(const QString &url);
[[nodiscard]] QString emojiSource(const QString &url);

} // namespace Petrel
