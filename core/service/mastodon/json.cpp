// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/json.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTimeZone>
#include <QUrl>

#include <cmath>

namespace Petrel::Json {

namespace {

//! Larger integers are not exact in JSON's numbers.
constexpr double exactLimit = 9'007'199'254'740'992.0;
constexpr double longestCount = 2'000'000'000.0;

} // namespace

std::optional<QJsonObject> objectFrom(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

std::optional<QJsonArray> arrayFrom(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || !document.isArray())
        return std::nullopt;
    return document.array();
}

QString text(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (!value.isDouble())
        return {};
    const double number = value.toDouble();
    if (std::floor(number) == number && std::abs(number) < exactLimit)
        return QString::number(qint64(number));
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

QString text(const QJsonObject &object, QLatin1String key)
{
    return text(object.value(key));
}

int count(const QJsonObject &object, QLatin1String key, int otherwise)
{
    const QJsonValue value = object.value(key);
    bool ok = value.isDouble();
    const double number = ok ? value.toDouble() : value.toString().toDouble(&ok);
    if (!ok || !(number >= 0) || number > longestCount)
        return otherwise;
    return int(number);
}

std::optional<bool> flag(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    if (!value.isBool())
        return std::nullopt;
    return value.toBool();
}

QJsonObject object(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toObject();
}

QJsonArray array(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toArray();
}

QString webAddress(const QJsonObject &object, QLatin1String key)
{
    const QString address = object.value(key).toString().trimmed();
    if (address.size() > 4'096)
        return {};
    const QUrl url(address, QUrl::TolerantMode);
    const QString scheme = url.scheme();
    const bool web = scheme == QLatin1String("https") || scheme == QLatin1String("http");
    return web && !url.host().isEmpty() ? address : QString();
}

std::optional<qint64> time(const QString &text)
{
    const QDateTime read = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!read.isValid())
        return std::nullopt;
    if (read.timeSpec() == Qt::LocalTime)
        return QDateTime(read.date(), read.time(), Qt::UTC).toMSecsSinceEpoch();
    return read.toMSecsSinceEpoch();
}

} // namespace Petrel::Json
