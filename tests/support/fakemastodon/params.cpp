// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemastodon/params.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Petrel::Fake {

Params::Params(const WireRequest &request)
{
    addQuery(request.query);
    const QByteArray type = request.header("content-type").split(';').first().trimmed().toLower();
    if (request.body.isEmpty())
        return;
    if (type == "application/json") {
        addJson(request.body);
    } else if (type == "application/x-www-form-urlencoded") {
        QString form = QString::fromUtf8(request.body);
        form.replace(QLatin1Char('+'), QLatin1String("%20"));
        addQuery(QUrlQuery(form));
    } else {
        m_knownType = false;
    }
}

void Params::addQuery(const QUrlQuery &query)
{
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        m_values.insert(name, value);
}

void Params::addJson(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        m_wellFormed = false;
        return;
    }
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue value = it.value();
        if (value.isArray()) {
            m_lists.append(it.key());
            for (const QJsonValue &item : value.toArray())
                m_values.insert(it.key(), item.toVariant().toString());
        } else if (!value.isNull()) {
            m_values.insert(it.key(), value.toVariant().toString());
        }
    }
}

bool Params::flag(const QString &name) const
{
    const QString value = text(name);
    return value == QLatin1String("true") || value == QLatin1String("1");
}

} // namespace Petrel::Fake
