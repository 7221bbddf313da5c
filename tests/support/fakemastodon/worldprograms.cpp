// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of World that keeps programs and tokens.
#include "support/fakemastodon/world.h"

#include "base/clock.h"

namespace Petrel::Fake {

World::App &World::addApp(const QString &name, const QStringList &redirects, const QString &scopes)
{
    App app;
    app.id = QString::number(m_apps.size() + 1);
    app.name = name;
    app.clientId = randomHex(16);
    app.clientSecret = randomHex(16);
    app.redirects = redirects;
    app.scopes = scopes;
    return *m_apps.insert(app.clientId, app);
}

World::App *World::app(const QByteArray &clientId)
{
    const auto it = m_apps.find(clientId);
    return it == m_apps.end() ? nullptr : &*it;
}

void World::removeApp(const QByteArray &clientId)
{
    m_apps.remove(clientId);
}

QByteArray World::issueToken(const QString &acct, const QByteArray &clientId)
{
    Token token;
    token.token = randomHex(24);
    token.acct = acct;
    token.clientId = clientId;
    m_tokens.insert(token.token, token);
    return token.token;
}

World::Token *World::token(const QByteArray &token)
{
    const auto it = m_tokens.find(token);
    return it == m_tokens.end() ? nullptr : &*it;
}

void World::revokeTokensOf(const QString &acct)
{
    for (Token &token : m_tokens) {
        if (token.acct == acct)
            token.revoked = true;
    }
}

} // namespace Petrel::Fake
