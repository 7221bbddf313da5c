// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QUrl>

namespace Petrel {

//! What a person named as their server.
struct TypedServer {
    QUrl base; //!< scheme, host in ASCII, port; plain http for this computer only
    QString user; //!< where a handle was typed; may be empty
};

//! Understands a host, a web address, @me@host, me@host and acct:me@host, with spaces around, capitals, a
//! final dot, a port, and letters beyond ASCII. Rejected with words where it can name no server.
[[nodiscard]] Result<TypedServer> parseTypedServer(const QString &input);

//! True for addresses that may be asked: https, and plain http on this computer.
[[nodiscard]] bool mayBeAsked(const QUrl &url);

} // namespace Petrel
