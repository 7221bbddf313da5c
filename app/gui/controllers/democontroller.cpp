// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/controllers/democontroller.h"

#include <algorithm>

namespace Petrel {

DemoController::DemoController(SetDown setDown, QObject *parent)
    : QObject(parent),
      m_setDown(std::move(setDown))
{ }

QVariantList DemoController::servers() const
{
    QVariantList list;
    for (const Server &server : m_servers)
        list.append(
            QVariantMap{{QStringLiteral("host"), server.host}, {QStringLiteral("down"), server.down}});
    return list;
}

void DemoController::setDown(const QString &host, bool down)
{
    const bool known = std::any_of(m_servers.cbegin(), m_servers.cend(),
                                   [&](const Server &server) { return server.host == host; });
    if (known)
        m_setDown(host, down);
}

void DemoController::tell(const QString &host, bool down)
{
    const auto place = std::find_if(m_servers.begin(), m_servers.end(),
                                    [&](const Server &server) { return server.host == host; });
    if (place == m_servers.end())
        m_servers.append({host, down});
    else if (place->down == down)
        return;
    else
        place->down = down;
    Q_EMIT serversChanged();
}

} // namespace Petrel
