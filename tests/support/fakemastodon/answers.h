// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fakemastodon/flavour.h"
#include "support/fakemastodon/wire.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Petrel::Fake {

[[nodiscard]] WireResponse json(int status, const QJsonObject &object);
[[nodiscard]] WireResponse json(int status, const QJsonArray &array);
[[nodiscard]] WireResponse html(int status, const QString &page);
[[nodiscard]] WireResponse redirectTo(int status, const QString &location);
[[nodiscard]] WireResponse empty(int status);

//! A refusal as this flavour words it: 400, 401, 403, 404, 422, 500.
[[nodiscard]] WireResponse refusal(const FlavourRules &rules, int status, const QString &words = {});
//! Every flavour's answer to a path it does not know.
[[nodiscard]] WireResponse unknownPath(const FlavourRules &rules, const QByteArray &method);

} // namespace Petrel::Fake
