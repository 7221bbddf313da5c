// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/authenticator.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Petrel {

namespace {

const QLatin1String versionKey("v");
const QLatin1String tokenKey("token");
const QLatin1String clientIdKey("clientId");
const QLatin1String clientSecretKey("clientSecret");

Secret secretOf(const QJsonObject &object, const QLatin1String &key)
{
    return Secret(object.value(key).toString().toUtf8());
}

} // namespace

Secret Credentials::toBytes() const
{
    const QJsonObject object{{versionKey, 1},
                             {tokenKey, QString::fromUtf8(token.reveal())},
                             {clientIdKey, QString::fromUtf8(clientId.reveal())},
                             {clientSecretKey, QString::fromUtf8(clientSecret.reveal())}};
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<Credentials> Credentials::fromBytes(const Secret &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes.reveal());
    const QJsonObject object = document.object();
    if (object.value(versionKey).toInt() != 1)
        return std::nullopt;
    Credentials credentials{secretOf(object, tokenKey), secretOf(object, clientIdKey),
                            secretOf(object, clientSecretKey)};
    if (credentials.token.isEmpty())
        return std::nullopt;
    return credentials;
}

} // namespace Petrel
