// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrlQuery>

namespace Petrel::Fake {

//! Sign-ins under way: codes given out and browser sessions.
struct SignIns {
    struct Code {
        QByteArray clientId;
        QString redirect;
        QString acct;
        QByteArray challenge;
        QString scope;
        qint64 atMs = 0;
    };
    struct Session { //!< GoToSocial: a cookie that lives 120 s
        QUrlQuery wish;
        QString acct;
        qint64 atMs = 0;
    };
    QHash<QByteArray, Code> codes;
    QHash<QByteArray, Session> sessions;
};

} // namespace Petrel::Fake
