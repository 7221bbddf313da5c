// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"

#include <QNetworkAccessManager>

namespace Petrel {

//! What a browser sends and gets over a real connection, cookies included, which Petrel's own client neither
//! sends nor keeps.
class BrowserTransport : public HttpTransport {
    Q_OBJECT
public:
    Task<HttpExchange> send(const HttpRequest &request) override;

private:
    QNetworkAccessManager m_network;
};

} // namespace Petrel
