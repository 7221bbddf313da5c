// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/inflight.h"

#include <QNetworkReply>
#include <QPointer>
#include <QSslConfiguration>

class QNetworkAccessManager;

namespace Petrel {

//! Sends a request that may be repeated without harm, over the connections QtNetwork keeps, and reads the
//! answer bounded: what counts is the size after decompression.
class ReplyReader : public InFlight {
    Q_OBJECT
public:
    ReplyReader(Clock &clock, QNetworkAccessManager &network, const QSslConfiguration &tls,
                HttpRequest request, Done done, QObject *parent);
    ~ReplyReader() override;
    void start() override;

protected:
    void stop() override;
    bool provedUnsent() const override { return !m_sent; }

private:
    void read();
    void finished();
    [[nodiscard]] HttpFault faultOf(QNetworkReply::NetworkError error) const;

    QNetworkAccessManager &m_network;
    QSslConfiguration m_tls;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    bool m_sent = false;
};

} // namespace Petrel
