// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/payload.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Petrel {

QByteArray freezePayload(const PublishRequest &request)
{
    QJsonObject object;
    object.insert(QLatin1String("format"), 1);
    object.insert(QLatin1String("text"), request.content.text);
    object.insert(QLatin1String("contentWarning"), request.content.contentWarning);
    object.insert(QLatin1String("visibility"), visibilityName(request.content.visibility));
    object.insert(QLatin1String("language"), request.content.language);
    object.insert(QLatin1String("replyTo"), request.replyTo.value());
    object.insert(QLatin1String("replyToUri"), request.replyToUri.value());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<PublishRequest> thawPayload(const QByteArray &payload)
{
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    const auto visibility = visibilityFromName(object.value(QLatin1String("visibility")).toString());
    if (object.value(QLatin1String("format")).toInt() != 1 || !visibility)
        return std::nullopt;
    PublishRequest request;
    request.content.text = object.value(QLatin1String("text")).toString();
    request.content.contentWarning = object.value(QLatin1String("contentWarning")).toString();
    request.content.visibility = *visibility;
    request.content.language = object.value(QLatin1String("language")).toString();
    request.replyTo = RemoteRef(object.value(QLatin1String("replyTo")).toString());
    request.replyToUri = PostUri(object.value(QLatin1String("replyToUri")).toString());
    return request;
}

} // namespace Petrel
