// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/democontrol.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

namespace Petrel {

DemoControl::DemoControl(const QStringList &addresses, QObject *parent)
    : QObject(parent),
      m_controller([this](const QString &host, bool down) { setDown(host, down); })
{
    for (const QString &text : addresses) {
        QUrl address(text, QUrl::StrictMode);
        if (!QHostAddress(address.host()).isLoopback())
            continue;
        address.setPath(QStringLiteral("/_control"));
        ask(address);
    }
}

void DemoControl::ask(const QUrl &address)
{
    QNetworkReply *reply = m_network.get(QNetworkRequest(address));
    connect(reply, &QNetworkReply::finished, this, [this, reply, address] {
        reply->deleteLater();
        tell(address, reply->readAll());
    });
}

void DemoControl::tell(const QUrl &address, const QByteArray &answer)
{
    const QJsonObject state = QJsonDocument::fromJson(answer).object();
    const QString host = state.value(QStringLiteral("host")).toString();
    if (host.isEmpty())
        return;
    m_addresses.insert(host, address);
    m_controller.tell(host, state.value(QStringLiteral("down")).toBool());
}

void DemoControl::setDown(const QString &host, bool down)
{
    const QUrl address = m_addresses.value(host);
    QNetworkRequest request(address);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const QByteArray body =
        QJsonDocument(QJsonObject{{QStringLiteral("down"), down}}).toJson(QJsonDocument::Compact);
    QNetworkReply *reply = m_network.post(request, body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, address] {
        reply->deleteLater();
        ask(address);
    });
}

} // namespace Petrel
