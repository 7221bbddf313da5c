// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/account.h"
#include "domain/action.h"
#include "domain/weather.h"

#include <QString>

namespace Petrel {

//! Text of others made safe to show: no control characters, nothing that reorders; line breaks stay.
[[nodiscard]] QString safeText(const QString &text);
//! The same on one line, cut to at most `width` characters with an ellipsis (0 = whole).
[[nodiscard]] QString safeLine(const QString &text, int width = 0);
//! "now", "5 min", "3 h", then the date.
[[nodiscard]] QString ageOf(qint64 atMs, qint64 nowMs);
//! "13:40" today, else with the date.
[[nodiscard]] QString clockTime(qint64 atMs, qint64 nowMs);
//! "40 min", "3 h", "2 days".
[[nodiscard]] QString durationOf(qint64 ms);
//! UTC, ISO 8601, for programs; empty text for 0.
[[nodiscard]] QString isoTime(qint64 atMs);
//! What people would say: "the connection was refused".
[[nodiscard]] QString causeWords(WeatherCause cause);
[[nodiscard]] QString stateWords(WeatherState state);
//! "post", "boost", "undo boost" …, of an action.
[[nodiscard]] QString kindWords(const Action &action);
[[nodiscard]] QString visibilityWords(Visibility visibility);
//! What it is about: the beginning of the post written, or author and beginning of the post acted on.
[[nodiscard]] QString aboutWords(const Action &action);

//! An error in words: its own message alone where that is a sentence and no matter of weather, else after
//! what the kind of error says.
[[nodiscard]] QString errorWords(const Error &error);

} // namespace Petrel
