// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

//! Reading JSON of servers that do not agree with each other on types. Nothing here ever faults.
namespace Petrel::Json {

//! The document as an object or an array; nothing where it is something else, broken, or followed by more
//! than white space (two documents in one body).
[[nodiscard]] std::optional<QJsonObject> objectFrom(const QByteArray &body);
[[nodiscard]] std::optional<QJsonArray> arrayFrom(const QByteArray &body);

//! Strings, and numbers as the server would write them; empty for anything else.
[[nodiscard]] QString text(const QJsonObject &object, QLatin1String key);
[[nodiscard]] QString text(const QJsonValue &value);
//! Numbers, and strings that hold one; never negative, `otherwise` for anything else.
[[nodiscard]] int count(const QJsonObject &object, QLatin1String key, int otherwise = 0);
//! Booleans; nothing where absent or of another type.
[[nodiscard]] std::optional<bool> flag(const QJsonObject &object, QLatin1String key);
[[nodiscard]] QJsonObject object(const QJsonObject &object, QLatin1String key);
[[nodiscard]] QJsonArray array(const QJsonObject &object, QLatin1String key);
//! An http or https address; empty for anything else.
[[nodiscard]] QString webAddress(const QJsonObject &object, QLatin1String key);
//! RFC 3339 time with any fraction and offset, in milliseconds since 1970; nothing where it cannot be read.
[[nodiscard]] std::optional<qint64> time(const QString &text);

} // namespace Petrel::Json
